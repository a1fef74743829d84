// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.transport;

import java.time.Duration;

import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.util.ClassUtils;

/**
 * Response timeout of one request, in place of that of the {@link ConnectionPool}.
 */
public final class ResponseTimeout {

	private static final boolean REACTOR_NETTY = ClassUtils.isPresent("reactor.netty.http.client.HttpClientRequest",
			ResponseTimeout.class.getClassLoader());

	private ResponseTimeout() {
	}

	/**
	 * Set the time without a byte of the response after which its connection is closed.
	 * Ignored unless the transport is Reactor Netty.
	 * @param request the request, whose headers are not sent yet
	 * @param timeout the timeout
	 */
	public static void set(ClientHttpRequest request, Duration timeout) {
		if (REACTOR_NETTY) {
			ReactorNettyTransport.responseTimeout(request, timeout);
		}
	}

}
