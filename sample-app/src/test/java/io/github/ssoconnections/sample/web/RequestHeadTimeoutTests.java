// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.HttpServerCodec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * When a connection is closed whose request does not arrive. All on virtual time.
 */
class RequestHeadTimeoutTests {

	private static final String GET = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

	private final EmbeddedChannel channel = channel();

	@AfterEach
	void close() {
		this.channel.finishAndReleaseAll();
	}

	@Test
	void closesWhenHeadNeverEndsHoweverSlowlyItComes() {
		send("GET / HTTP/1.1\r\n");
		for (int second = 1; second < 30; second++) {
			pass(1);
			send("X");
		}
		assertThat(this.channel.isOpen()).isTrue();
		pass(1);
		assertThat(this.channel.isOpen()).isFalse();
	}

	@Test
	void leavesConnectionOpenWhenHeadWasComplete() {
		send(GET);
		pass(3600);
		assertThat(this.channel.isOpen()).isTrue();
	}

	@Test
	void leavesConnectionOpenWhileBodyComes() {
		send("POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n");
		pass(3600);
		send("x");
		pass(3600);
		assertThat(this.channel.isOpen()).isTrue();
	}

	@Test
	void closesWhenHeadOfNextRequestNeverEnds() {
		send(GET);
		pass(100);
		send("G");
		pass(29);
		assertThat(this.channel.isOpen()).isTrue();
		pass(1);
		assertThat(this.channel.isOpen()).isFalse();
	}

	private void send(String text) {
		this.channel.writeInbound(Unpooled.copiedBuffer(text, StandardCharsets.US_ASCII));
	}

	private void pass(long seconds) {
		this.channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
		this.channel.runScheduledPendingTasks();
		this.channel.runPendingTasks();
	}

	private static EmbeddedChannel channel() {
		RequestHeadTimeout timeout = new RequestHeadTimeout(Duration.ofSeconds(30));
		EmbeddedChannel channel = new EmbeddedChannel(timeout.onBytes(), new HttpServerCodec(), timeout.onMessages());
		channel.freezeTime();
		return channel;
	}

}
