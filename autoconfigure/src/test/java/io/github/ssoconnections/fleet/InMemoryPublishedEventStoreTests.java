// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class InMemoryPublishedEventStoreTests {

	private final VirtualFleetTime time = new VirtualFleetTime();

	private final PublishedEventStore store = PublishedEventStore.inMemory(2, this.time.clock());

	private boolean contains(String key) {
		return this.store.contains(key).block(Duration.ofSeconds(20));
	}

	private void add(String key) {
		this.store.add(key, Duration.ofMinutes(1)).block(Duration.ofSeconds(20));
	}

	@Test
	void keepsKeysForTheirTime() {
		add("a");
		this.time.pass(Duration.ofSeconds(59));
		assertThat(contains("a")).isTrue();
		assertThat(contains("b")).isFalse();
		this.time.pass(Duration.ofSeconds(1));
		assertThat(contains("a")).isFalse();
	}

	@Test
	void removesTheOldest() {
		add("a");
		add("b");
		add("a");
		add("c");
		assertThat(contains("a")).isTrue();
		assertThat(contains("b")).isFalse();
		assertThat(contains("c")).isTrue();
	}

	@Test
	void removesThoseThatExpireFirst() {
		this.store.add("long", Duration.ofDays(400)).block(Duration.ofSeconds(20));
		add("a");
		add("b");
		assertThat(contains("long")).isTrue();
		assertThat(contains("a")).isFalse();
		assertThat(contains("b")).isTrue();
	}

	@Test
	void removesAKeyThatIsNotValidAnyMore() {
		add("a");
		add("b");
		this.store.add("b", Duration.ZERO).block(Duration.ofSeconds(20));
		this.store.add("x", Duration.ZERO).block(Duration.ofSeconds(20));
		assertThat(contains("b")).isFalse();
		add("c");
		assertThat(contains("a")).as("Not removed for one that is gone").isTrue();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1 })
	void rejectsOtherSizes(int maxSize) {
		assertThatIllegalArgumentException().isThrownBy(() -> PublishedEventStore.inMemory(maxSize, this.time.clock()))
			.withMessage("'maxSize' must be positive");
	}

}
