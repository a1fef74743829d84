// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;

import org.junit.jupiter.api.Test;
import reactor.adapter.JdkFlowAdapter;
import reactor.test.publisher.TestPublisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Tests for {@link CancellableClient}.
 */
class CancellableClientTests {

	private static final HttpRequest REQUEST = HttpRequest.newBuilder(URI.create("http://127.0.0.1/")).build();

	@Test
	void closesBodyThatComesAfterCancellation() {
		TestPublisher<List<ByteBuffer>> body = TestPublisher.create();
		CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> exchange = new TooLateToCancel<>();
		CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> call = new CancellableClient(client(exchange))
			.sendAsync(REQUEST, BodyHandlers.ofPublisher());
		assertThat(call.cancel(true)).isTrue();
		exchange.complete(answer(body));
		assertThat(call).isCancelled();
		body.assertWasSubscribed();
		body.assertCancelled();
	}

	@Test
	void leavesBodyOfCallToItsCaller() {
		TestPublisher<List<ByteBuffer>> body = TestPublisher.create();
		CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> exchange = new TooLateToCancel<>();
		CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> call = new CancellableClient(client(exchange))
			.sendAsync(REQUEST, BodyHandlers.ofPublisher());
		HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer = answer(body);
		exchange.complete(answer);
		assertThat(call).isCompletedWithValue(answer);
		body.assertWasNotSubscribed();
	}

	private static HttpClient client(CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> exchange) {
		HttpClient client = mock();
		given(client.<Flow.Publisher<List<ByteBuffer>>>sendAsync(any(), any())).willReturn(exchange);
		return client;
	}

	@SuppressWarnings("unchecked")
	private static HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer(TestPublisher<List<ByteBuffer>> body) {
		HttpResponse<Flow.Publisher<List<ByteBuffer>>> answer = mock();
		given(answer.body()).willReturn(JdkFlowAdapter.publisherToFlowPublisher(body));
		return answer;
	}

	/** What the JDK has when the answer is under way already. */
	private static final class TooLateToCancel<T> extends CompletableFuture<T> {

		@Override
		public boolean cancel(boolean mayInterruptIfRunning) {
			return false;
		}

	}

}
