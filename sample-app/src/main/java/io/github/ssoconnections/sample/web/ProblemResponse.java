// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.ssoconnections.client.WireJson;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.server.ServerWebExchange;

/**
 * Writes problem details where no handler of Spring does: in front of them.
 */
final class ProblemResponse {

	private ProblemResponse() {
	}

	static Mono<Void> write(ServerWebExchange exchange, HttpStatusCode status, ProblemDetail detail) {
		Map<String, Object> problem = new LinkedHashMap<>();
		problem.put("type", String.valueOf(detail.getType()));
		problem.put("title", String.valueOf(detail.getTitle()));
		problem.put("status", status.value());
		problem.put("detail", String.valueOf(detail.getDetail()));
		problem.put("instance", exchange.getRequest().getURI().getRawPath());
		return write(exchange.getResponse(), status, problem);
	}

	static Mono<Void> write(ServerHttpResponse response, HttpStatusCode status, Map<String, Object> problem) {
		response.setStatusCode(status);
		response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		DataBuffer body = response.bufferFactory().wrap(WireJson.masked().writeValueAsBytes(problem));
		return response.writeWith(Mono.just(body));
	}

}
