// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.QueryStringDecoder;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;

/**
 * Responds as both vendors do, from ready bytes, with as little work of its own as can
 * be. The path starts with the delay of a response in milliseconds and the number of
 * connections: {@code /50/20000/v1/enterprise_connections}.
 */
public final class StubServer {

	private final Map<String, byte[]> pages = new ConcurrentHashMap<>();

	private final byte[] auth0Connection = Connections.auth0().getBytes(StandardCharsets.UTF_8);

	private final byte[] connection = Connections.clerk(1).getBytes(StandardCharsets.UTF_8);

	private StubServer() {
	}

	/**
	 * Start the server and keep it running for as long as the process that started this
	 * one keeps its end of the input open.
	 * @param args none
	 * @throws Exception if the input cannot be read
	 */
	public static void main(String[] args) throws Exception {
		StubServer stub = new StubServer();
		DisposableServer server = HttpServer.create().host("127.0.0.1").port(0).handle(stub::respond).bindNow();
		System.out.println("http://127.0.0.1:" + server.port());
		while (System.in.read() != -1) {
			Thread.onSpinWait();
		}
		server.disposeNow();
	}

	private Mono<Void> respond(HttpServerRequest request, HttpServerResponse response) {
		String[] path = request.uri().split("/", 5);
		byte[] body = body(path[4], Long.parseLong(path[2]));
		response.header(HttpHeaderNames.CONTENT_TYPE, "application/json")
			.header(HttpHeaderNames.CONTENT_LENGTH, String.valueOf(body.length));
		Mono<Void> sent = response.sendObject(Unpooled.wrappedBuffer(body)).then();
		long delay = Long.parseLong(path[1]);
		return (delay != 0) ? Mono.delay(Duration.ofMillis(delay)).then(sent) : sent;
	}

	private byte[] body(String path, long total) {
		if (path.startsWith("enterprise_connections?")) {
			return this.pages.computeIfAbsent(total + path, (key) -> page(path, total));
		}
		return path.startsWith("enterprise_connections/") ? this.connection : this.auth0Connection;
	}

	private byte[] page(String path, long total) {
		Map<String, List<String>> query = new QueryStringDecoder(path).parameters();
		long limit = Long.parseLong(query.get("limit").get(0));
		long offset = query.containsKey("offset") ? Long.parseLong(query.get("offset").get(0)) : 0;
		String data = LongStream.range(offset, Math.min(offset + limit, total))
			.mapToObj(Connections::clerk)
			.collect(Collectors.joining(",", "[", "]"));
		return ("{\"data\":" + data + ",\"total_count\":" + total + "}").getBytes(StandardCharsets.UTF_8);
	}

}
