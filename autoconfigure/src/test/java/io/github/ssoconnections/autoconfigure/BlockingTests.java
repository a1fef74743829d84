// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;

import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.blockhound.BlockingOperationError;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Tests that a thread which must not block is caught when it does. BlockHound is on in
 * the tests with the tag {@code blockhound}, which run in a process of their own: every
 * operation of both vendors, pages, access tokens, retries, transports, limits that Redis
 * holds, and the monitor.
 */
@Tag("blockhound")
class BlockingTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	@Test
	void catchesBlockingOnParallelThread() {
		Mono<Object> call = Mono.fromRunnable(BlockingTests::block).subscribeOn(Schedulers.parallel());
		assertThatThrownBy(() -> call.block(PATIENCE)).hasCauseInstanceOf(BlockingOperationError.class);
	}

	@Test
	void catchesBlockingOnThreadOfTheResponse() {
		try (CountingServer server = CountingServer.responding()) {
			ClerkContexts.against(server.baseUrl()).run((context) -> {
				Mono<String> call = context.getBean(EnterpriseConnectionService.class)
					.get("ent_1")
					.map((connection) -> {
						block();
						return Thread.currentThread().getName();
					});
				assertThatThrownBy(() -> call.block(PATIENCE)).hasCauseInstanceOf(BlockingOperationError.class);
				assertThat(server.requests()).isEqualTo(1);
			});
		}
	}

	private static void block() {
		try {
			Thread.sleep(1);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
