// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

class PublishedKeysTests {

	private final CountDownLatch end = new CountDownLatch(1);

	private final Scheduler storeScheduler = Schedulers.newSingle("store");

	private final VirtualTimeScheduler timer = VirtualTimeScheduler.create();

	private final PublishedKeys keys = new PublishedKeys(VirtualInstance.ACCOUNT, new BlockingStore(),
			Schedulers.immediate(), this.storeScheduler, this.timer);

	@AfterEach
	void release() {
		this.end.countDown();
		this.storeScheduler.dispose();
	}

	@Test
	void endsALookUpThatBlocks() throws Exception {
		CompletableFuture<Boolean> result = this.keys.contains("a").toFuture();
		this.timer.advanceTimeBy(PublishedKeys.TIMEOUT.minusMillis(1));
		assertThat(result).isNotDone();
		this.timer.advanceTimeBy(Duration.ofMillis(1));
		assertThat(result.get(20, TimeUnit.SECONDS)).isFalse();
	}

	@Test
	void endsAnAdditionThatBlocks() throws Exception {
		CompletableFuture<Void> result = this.keys.add("a", Duration.ofDays(1)).toFuture();
		this.timer.advanceTimeBy(PublishedKeys.TIMEOUT.minusMillis(1));
		assertThat(result).isNotDone();
		this.timer.advanceTimeBy(Duration.ofMillis(1));
		assertThat(result.get(20, TimeUnit.SECONDS)).isNull();
	}

	/**
	 * A store that blocks until the end of the test, or for 20 seconds.
	 */
	private final class BlockingStore implements PublishedEventStore {

		@Override
		public Mono<Boolean> contains(String key) {
			return Mono.fromCallable(() -> PublishedKeysTests.this.end.await(20, TimeUnit.SECONDS));
		}

		@Override
		public Mono<Void> add(String key, Duration keepFor) {
			return contains(key).then();
		}

	}

}
