// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.webhook;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link InMemoryWebhookStore}.
 */
class InMemoryWebhookStoreTests {

	private static final Instant START = Instant.parse("2026-11-28T12:00:00Z");

	private Instant now = START;

	private final Clock clock = new Clock() {

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return InMemoryWebhookStoreTests.this.now;
		}

	};

	private final InMemoryWebhookStore store = new InMemoryWebhookStore(3, this.clock);

	private boolean add(String id, int seconds) {
		return this.store.add(id, START.plusSeconds(seconds));
	}

	@Test
	void addsAnIdOnceUntilItExpires() {
		assertThat(add("a", 10)).isTrue();
		assertThat(add("a", 20)).isFalse();
		this.now = START.plusSeconds(10).minusNanos(1);
		assertThat(add("a", 20)).isFalse();
		this.now = START.plusSeconds(10);
		assertThat(add("a", 20)).isTrue();
		assertThat(add("a", 30)).isFalse();
	}

	@Test
	void forgetsARemovedId() {
		add("a", 10);
		this.store.remove("a");
		this.store.remove("b");
		assertThat(this.store.size()).isZero();
		assertThat(add("a", 10)).isTrue();
	}

	@Test
	void isBounded() {
		add("late", 30);
		add("early", 10);
		add("middle", 20);
		assertThat(add("another", 40)).isTrue();
		assertThat(this.store.size()).isEqualTo(3);
		assertThat(add("late", 50)).isFalse();
		assertThat(add("middle", 50)).isFalse();
		// The one that expired first has made room
		assertThat(add("early", 50)).isTrue();
		assertThat(this.store.size()).isEqualTo(3);
	}

	@Test
	void removesWhatHasExpiredFirst() {
		add("a", 10);
		add("b", 10);
		add("c", 20);
		this.now = START.plusSeconds(10);
		assertThat(add("d", 30)).isTrue();
		assertThat(this.store.size()).isEqualTo(2);
		assertThat(add("c", 30)).isFalse();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1, 1_000_001 })
	void rejectsOtherCapacities(int capacity) {
		assertThatIllegalArgumentException().isThrownBy(() -> ClerkWebhookStore.inMemory(capacity))
			.withMessageContaining("'capacity'");
	}

}
