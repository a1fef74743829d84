// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.util.Map;

import io.github.ssoconnections.client.WireJson;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;

/**
 * Writes problem details where no handler of Spring does: in front of them.
 */
final class ProblemResponse {

	private ProblemResponse() {
	}

	static Mono<Void> write(ServerHttpResponse response, HttpStatus status, Map<String, Object> problem) {
		response.setStatusCode(status);
		response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
		DataBuffer body = response.bufferFactory().wrap(WireJson.masked().writeValueAsBytes(problem));
		return response.writeWith(Mono.just(body));
	}

}
