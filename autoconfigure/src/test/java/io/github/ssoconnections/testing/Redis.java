// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisURI;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.DefaultClientResources;
import io.lettuce.core.resource.Delay;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import redis.embedded.RedisServer;

/**
 * A Redis server of our own on loopback, empty before each test. Register it as a static
 * extension.
 */
public final class Redis implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

	private static final Pattern CALLS = Pattern.compile("cmdstat_(?:get|eval):calls=(\\d+)");

	private final List<RedisClient> clients = new CopyOnWriteArrayList<>();

	private final ClientResources resources = DefaultClientResources.builder()
		.ioThreadPoolSize(2)
		.computationThreadPoolSize(2)
		.reconnectDelay(Delay.constant(Duration.ofMillis(100)))
		.build();

	private int port;

	private RedisServer server;

	@Override
	public void beforeAll(ExtensionContext context) {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			this.port = socket.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void beforeEach(ExtensionContext context) {
		disconnect();
		kill();
		start();
	}

	@Override
	public void afterAll(ExtensionContext context) {
		disconnect();
		kill();
		this.resources.shutdown(0, 1, TimeUnit.SECONDS).awaitUninterruptibly(5_000);
	}

	/**
	 * Start the server, without what it held before.
	 */
	public void start() {
		try {
			this.server = RedisServer.newRedisServer()
				.port(this.port)
				.bind("127.0.0.1")
				.setting("save \"\"")
				.onShutdownForceStop(true)
				.build();
			this.server.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * End the server without notice.
	 */
	public void kill() {
		if (this.server == null) {
			return;
		}
		try {
			this.server.stop();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void disconnect() {
		this.clients.forEach((client) -> client.shutdown(Duration.ZERO, Duration.ofSeconds(2)));
		this.clients.clear();
	}

	/**
	 * Return where the server listens.
	 */
	public String uri() {
		return RedisURI.create("127.0.0.1", this.port).toURI().toString();
	}

	/**
	 * Connect as an instance of an application does, with a client of its own.
	 */
	public StatefulRedisConnection<String, byte[]> connect() {
		RedisClient client = RedisClient.create(this.resources, uri());
		this.clients.add(client);
		return client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
	}

	/**
	 * Return buckets over a new connection.
	 */
	public AsyncProxyManager<String> buckets() {
		return Bucket4jLettuce.casBasedBuilder(connect())
			.expirationAfterWrite(
					ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
			.build()
			.asAsync();
	}

	/**
	 * Return the names of the buckets.
	 */
	public List<String> keys() {
		return connect().sync().keys("*");
	}

	/**
	 * Return how often buckets were asked for so far, in round trips.
	 */
	public long roundTrips() {
		Matcher matcher = CALLS.matcher(connect().sync().info("commandstats"));
		long calls = 0;
		while (matcher.find()) {
			calls += Long.parseLong(matcher.group(1));
		}
		return calls;
	}

}
