// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

import org.springframework.http.HttpMethod;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What reads a response is much work to make: not the start's, nor that of the
 * transport's threads, and done once.
 */
class ResponseTypeTests {

	private static final List<Thread> MADE_BY = new CopyOnWriteArrayList<>();

	private final Upstream upstream = new Upstream();

	@Test
	void readersAreMadeByTheFirstCallOnItsThread() {
		ApiOperation<Probe> operation = ApiOperation.of("things.probe", HttpMethod.GET, "/things/{id}", Effect.READ,
				ResponseType.of(Probe.class));
		ApiCall<Probe> call = operation.call("1");
		assertThat(MADE_BY).isEmpty();
		this.upstream.respondsWith((request) -> Upstream.status(200, "{}").publishOn(Schedulers.parallel()));
		for (int i = 0; i < 3; i++) {
			assertThat(this.upstream.client().execute(call).block(Calls.PATIENCE).readBy())
				.isNotSameAs(Thread.currentThread());
			assertThat(MADE_BY).containsExactly(Thread.currentThread());
		}
	}

	@Test
	void allCallersHaveTheSameReader() throws Exception {
		ResponseType<Named> type = ResponseType.of(Named.class);
		CountDownLatch start = new CountDownLatch(8);
		ExecutorService callers = Executors.newFixedThreadPool(8);
		try {
			List<Future<ObjectReader>> readers = new ArrayList<>();
			for (int i = 0; i < 8; i++) {
				readers.add(callers.submit(() -> {
					start.countDown();
					start.await();
					return type.reader();
				}));
			}
			for (Future<ObjectReader> reader : readers) {
				assertThat(reader.get()).isSameAs(type.reader());
			}
		}
		finally {
			callers.shutdownNow();
		}
	}

	private record Named(String name) {
	}

	@JsonDeserialize(using = ProbeDeserializer.class)
	private record Probe(Thread readBy) {
	}

	static final class ProbeDeserializer extends StdDeserializer<Probe> {

		ProbeDeserializer() {
			super(Probe.class);
			MADE_BY.add(Thread.currentThread());
		}

		@Override
		public Probe deserialize(JsonParser parser, DeserializationContext context) {
			parser.skipChildren();
			return new Probe(Thread.currentThread());
		}

	}

}
