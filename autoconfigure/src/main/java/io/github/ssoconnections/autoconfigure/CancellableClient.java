// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.io.IOException;
import java.net.Authenticator;
import java.net.CookieHandler;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicLong;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

import org.jspecify.annotations.Nullable;
import reactor.adapter.JdkFlowAdapter;
import reactor.core.publisher.Operators;

/**
 * A client of the JDK for one call, whose body can be cancelled from outside.
 */
final class CancellableClient extends HttpClient {

	private final HttpClient client;

	private volatile Flow.@Nullable Subscription body;

	CancellableClient(HttpClient client) {
		this.client = client;
	}

	void cancelBody() {
		Flow.Subscription body = this.body;
		if (body != null) {
			body.cancel();
		}
	}

	@Override
	public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
		Call<T> call = new Call<>(this.client.sendAsync(request,
				(answer) -> HttpResponse.BodySubscribers.mapping(handler.apply(answer), this::watched)));
		call.follow();
		return call;
	}

	@SuppressWarnings("unchecked")
	private <T> T watched(T body) {
		if (!(body instanceof Flow.Publisher<?> publisher)) {
			return body;
		}
		Flow.Publisher<List<ByteBuffer>> buffers = (Flow.Publisher<List<ByteBuffer>>) publisher;
		return (T) (Flow.Publisher<List<ByteBuffer>>) (subscriber) -> buffers.subscribe(new Watched(subscriber));
	}

	@Override
	public <T> CompletableFuture<HttpResponse<T>> sendAsync(HttpRequest request, HttpResponse.BodyHandler<T> handler,
			HttpResponse.PushPromiseHandler<T> pushPromiseHandler) {
		return this.client.sendAsync(request, handler, pushPromiseHandler);
	}

	@Override
	public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
			throws IOException, InterruptedException {
		return this.client.send(request, handler);
	}

	@Override
	public Optional<CookieHandler> cookieHandler() {
		return this.client.cookieHandler();
	}

	@Override
	public Optional<Duration> connectTimeout() {
		return this.client.connectTimeout();
	}

	@Override
	public Redirect followRedirects() {
		return this.client.followRedirects();
	}

	@Override
	public Optional<ProxySelector> proxy() {
		return this.client.proxy();
	}

	@Override
	public SSLContext sslContext() {
		return this.client.sslContext();
	}

	@Override
	public SSLParameters sslParameters() {
		return this.client.sslParameters();
	}

	@Override
	public Optional<Authenticator> authenticator() {
		return this.client.authenticator();
	}

	@Override
	public Version version() {
		return this.client.version();
	}

	@Override
	public Optional<Executor> executor() {
		return this.client.executor();
	}

	/**
	 * A call that is cancelled as such. The JDK's own one fails instead, with an
	 * exception that nobody is left to take and that is logged as an error.
	 */
	private static final class Call<T> extends CompletableFuture<HttpResponse<T>> {

		private final CompletableFuture<HttpResponse<T>> exchange;

		Call(CompletableFuture<HttpResponse<T>> exchange) {
			this.exchange = exchange;
		}

		void follow() {
			this.exchange.whenComplete((answer, failure) -> {
				if (failure != null) {
					completeExceptionally(failure);
				}
				else if (!complete(answer) && answer.body() instanceof Flow.Publisher<?> unread) {
					JdkFlowAdapter.flowPublisherToFlux(unread).take(0, false).subscribe();
				}
			});
		}

		@Override
		public boolean cancel(boolean mayInterruptIfRunning) {
			boolean cancelled = super.cancel(mayInterruptIfRunning);
			this.exchange.cancel(mayInterruptIfRunning);
			return cancelled;
		}

	}

	/**
	 * Passes the body on as it is asked for, one read at a time: what was asked for ahead
	 * would be read ahead, up to some megabytes.
	 */
	private final class Watched implements Flow.Subscriber<List<ByteBuffer>>, Flow.Subscription {

		private final Flow.Subscriber<? super List<ByteBuffer>> subscriber;

		private final AtomicLong wanted = new AtomicLong();

		private Flow.@Nullable Subscription subscription;

		Watched(Flow.Subscriber<? super List<ByteBuffer>> subscriber) {
			this.subscriber = subscriber;
		}

		@Override
		public void onSubscribe(Flow.Subscription subscription) {
			this.subscription = subscription;
			CancellableClient.this.body = subscription;
			this.subscriber.onSubscribe(this);
		}

		@Override
		public void request(long count) {
			if (this.wanted.getAndAccumulate(count, Operators::addCap) == 0) {
				askForOne();
			}
		}

		@Override
		public void onNext(List<ByteBuffer> buffers) {
			this.subscriber.onNext(buffers);
			if (this.wanted.decrementAndGet() > 0) {
				askForOne();
			}
		}

		private void askForOne() {
			Flow.Subscription subscription = this.subscription;
			if (subscription != null) {
				subscription.request(1);
			}
		}

		@Override
		public void cancel() {
			cancelBody();
		}

		@Override
		public void onError(Throwable failure) {
			this.subscriber.onError(failure);
		}

		@Override
		public void onComplete() {
			this.subscriber.onComplete();
		}

	}

}
