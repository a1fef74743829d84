// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Rejects paths that no page or program of ours has: with dot segments, parameters or
 * encoded separators.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class PathFilter implements WebFilter {

	private static final Pattern DOT_SEGMENT = Pattern.compile("(^|/)(\\.|%2e){1,2}(/|$)", Pattern.CASE_INSENSITIVE);

	private static final Pattern SEPARATOR = Pattern.compile(";|\\\\|%3b|%2f|%5c|%00", Pattern.CASE_INSENSITIVE);

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		String path = exchange.getRequest().getURI().getRawPath();
		return (DOT_SEGMENT.matcher(path).find() || SEPARATOR.matcher(path).find()) ? reject(exchange)
				: chain.filter(exchange);
	}

	private static Mono<Void> reject(ServerWebExchange exchange) {
		Map<String, Object> problem = new LinkedHashMap<>();
		problem.put("title", "Bad Request");
		problem.put("status", HttpStatus.BAD_REQUEST.value());
		problem.put("detail", "The path must hold no dot segments, path parameters or encoded separators.");
		return ProblemResponse.write(exchange.getResponse(), HttpStatus.BAD_REQUEST, problem);
	}

}
