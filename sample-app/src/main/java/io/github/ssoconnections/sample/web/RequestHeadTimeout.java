// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Closes a connection when the head of a request is not complete some time after its
 * first byte, however slowly the rest comes. All on the event loop of the connection.
 */
final class RequestHeadTimeout {

	private final Duration timeout;

	private boolean expectsHead = true;

	private @Nullable Future<?> deadline;

	RequestHeadTimeout(Duration timeout) {
		this.timeout = timeout;
	}

	/**
	 * Return the handler in front of the codec.
	 * @return the handler of bytes
	 */
	ChannelHandler onBytes() {
		return new ChannelInboundHandlerAdapter() {

			@Override
			public void channelRead(ChannelHandlerContext context, Object bytes) {
				start(context);
				context.fireChannelRead(bytes);
			}

			@Override
			public void channelInactive(ChannelHandlerContext context) {
				stop();
				context.fireChannelInactive();
			}

		};
	}

	/**
	 * Return the handler behind the codec.
	 * @return the handler of HTTP messages
	 */
	ChannelHandler onMessages() {
		return new ChannelInboundHandlerAdapter() {

			@Override
			public void channelRead(ChannelHandlerContext context, Object message) {
				if (message instanceof HttpRequest) {
					RequestHeadTimeout.this.expectsHead = false;
					stop();
				}
				if (message instanceof LastHttpContent) {
					RequestHeadTimeout.this.expectsHead = true;
				}
				context.fireChannelRead(message);
			}

		};
	}

	private void start(ChannelHandlerContext context) {
		if (this.expectsHead && this.deadline == null) {
			this.deadline = context.executor()
				.schedule(() -> context.close(), this.timeout.toNanos(), TimeUnit.NANOSECONDS);
		}
	}

	private void stop() {
		Future<?> deadline = this.deadline;
		if (deadline != null) {
			deadline.cancel(false);
			this.deadline = null;
		}
	}

}
