// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.util.concurrent.atomic.AtomicLong;

import reactor.core.publisher.Flux;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.HttpHandler;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.springframework.stereotype.Component;

/**
 * Bounds the body of every request: a file of 1 MiB and the fields of its form. The
 * codecs bound a single body or part, not their sum.
 */
@Component
class BoundedBodies implements HttpHandlerDecoratorFactory {

	private static final long LIMIT = 1024 * 1024 + 64 * 1024;

	@Override
	public HttpHandler apply(HttpHandler handler) {
		return (request, response) -> handler.handle(new BoundedRequest(request), response);
	}

	private static final class BoundedRequest extends ServerHttpRequestDecorator {

		BoundedRequest(ServerHttpRequest request) {
			super(request);
		}

		@Override
		public Flux<DataBuffer> getBody() {
			if (getHeaders().getContentLength() > LIMIT) {
				return Flux.error(exceeded());
			}
			AtomicLong size = new AtomicLong();
			return super.getBody().doOnNext((buffer) -> {
				if (size.addAndGet(buffer.readableByteCount()) > LIMIT) {
					DataBufferUtils.release(buffer);
					throw exceeded();
				}
			});
		}

		private static DataBufferLimitException exceeded() {
			return new DataBufferLimitException("A request may have " + LIMIT + " bytes");
		}

	}

}
