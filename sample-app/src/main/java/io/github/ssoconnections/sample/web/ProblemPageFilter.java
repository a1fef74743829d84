// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.ssoconnections.client.WireJson;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.ViewResolver;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Makes a page of problem details, whatever wrote them, where a browser asks for a page.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemPageFilter implements WebFilter {

	private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

	private final List<ViewResolver> resolvers;

	ProblemPageFilter(List<ViewResolver> resolvers) {
		this.resolvers = List.copyOf(resolvers);
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		return isPage(exchange.getRequest())
				? chain.filter(exchange.mutate().response(new PageResponse(exchange)).build()) : chain.filter(exchange);
	}

	private static boolean isPage(ServerHttpRequest request) {
		String path = request.getPath().value();
		return !path.startsWith("/api/") && !path.startsWith("/actuator")
				&& request.getHeaders()
					.getOrEmpty("Accept")
					.stream()
					.anyMatch((accept) -> accept.toLowerCase(Locale.ROOT).contains(MediaType.TEXT_HTML_VALUE));
	}

	private static Map<String, Object> model(DataBuffer json) {
		Map<String, Object> model = new LinkedHashMap<>();
		model.put("title", "This did not work");
		model.put("detail", "");
		byte[] bytes = new byte[json.readableByteCount()];
		json.read(bytes);
		DataBufferUtils.release(json);
		if (parse(bytes) instanceof Map<?, ?> problem) {
			for (String name : List.of("title", "detail")) {
				if (problem.get(name) instanceof String text) {
					model.put(name, text);
				}
			}
		}
		return model;
	}

	private static @Nullable Object parse(byte[] json) {
		try {
			return WireJson.mapper().readValue(json, Object.class);
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private final class PageResponse extends ServerHttpResponseDecorator {

		private final ServerWebExchange exchange;

		PageResponse(ServerWebExchange exchange) {
			super(exchange.getResponse());
			this.exchange = exchange;
		}

		@Override
		public Mono<Void> writeWith(Publisher<? extends DataBuffer> body) {
			return MediaType.APPLICATION_PROBLEM_JSON.isCompatibleWith(getHeaders().getContentType())
					? DataBufferUtils.join(body).flatMap(this::render) : super.writeWith(body);
		}

		private Mono<Void> render(DataBuffer json) {
			Map<String, Object> model = model(json);
			getHeaders().remove("Content-Type");
			getHeaders().remove("Content-Length");
			return Mono.just(ProblemPageFilter.this.resolvers)
				.flatMapIterable((resolvers) -> resolvers)
				.concatMap((resolver) -> resolver.resolveViewName("problem", Locale.ENGLISH))
				.next()
				.flatMap((view) -> view.render(model, HTML, this.exchange));
		}

	}

}
