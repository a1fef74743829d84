// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.testing;

import org.springframework.http.HttpHeaders;
import org.springframework.mock.http.client.reactive.MockClientHttpRequest;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ExchangeStrategies;

/**
 * What a request carries when it goes out: more than a filter sees of it.
 */
public final class Sent {

	private Sent() {
	}

	/**
	 * Return the headers on the wire.
	 * @param request the request as filters see it
	 * @return the headers
	 */
	public static HttpHeaders headers(ClientRequest request) {
		MockClientHttpRequest message = new MockClientHttpRequest(request.method(), request.url());
		request.writeTo(message, ExchangeStrategies.withDefaults());
		return message.getHeaders();
	}

}
