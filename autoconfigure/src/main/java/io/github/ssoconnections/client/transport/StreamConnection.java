// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.transport;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;

import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.util.ClassUtils;

/**
 * Connection of one request whose response has no end. Only Reactor Netty is supported;
 * another transport closes the connection when the body is cancelled.
 */
public final class StreamConnection implements Disposable {

	private static final boolean REACTOR_NETTY = ClassUtils.isPresent("reactor.netty.http.client.HttpClientRequest",
			StreamConnection.class.getClassLoader());

	private volatile @Nullable Disposable connection;

	/**
	 * Prepare the request.
	 * @param request the request, whose headers are not sent yet
	 * @param timeout the time without a byte of the response after which the connection
	 * is closed, in place of that of the {@link ConnectionPool}
	 */
	public void prepare(ClientHttpRequest request, Duration timeout) {
		if (REACTOR_NETTY) {
			this.connection = ReactorNettyTransport.prepareStream(request, timeout);
		}
	}

	/**
	 * Close the connection. Spring would read on, to the end of the response, if a
	 * request is cancelled after the response has begun and before its body is read.
	 */
	@Override
	public void dispose() {
		Disposable connection = this.connection;
		if (connection != null) {
			connection.dispose();
		}
	}

}
