// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.time.Duration;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import reactor.netty.NettyPipeline;
import reactor.netty.http.server.HttpServer;

import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.stereotype.Component;

/**
 * Closes connections whose request does not arrive in time, head and body.
 */
@Component
class RequestTimeouts implements NettyServerCustomizer {

	private final Duration timeout;

	RequestTimeouts(ConsoleProperties properties) {
		this.timeout = properties.getRequestTimeout();
	}

	@Override
	public HttpServer apply(HttpServer server) {
		return server.requestTimeout(this.timeout).doOnChannelInit((observer, channel, address) -> boundHead(channel));
	}

	private void boundHead(Channel channel) {
		ChannelPipeline pipeline = channel.pipeline();
		if (pipeline.get(NettyPipeline.HttpCodec) != null) {
			RequestHeadTimeout head = new RequestHeadTimeout(this.timeout);
			pipeline.addBefore(NettyPipeline.HttpCodec, "console.bytes", head.onBytes());
			pipeline.addAfter(NettyPipeline.HttpCodec, "console.messages", head.onMessages());
		}
	}

}
