// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.QueryStringDecoder;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;

/**
 * Answers pages of a long list after a while, on loopback.
 */
final class PagedServer {

	private static final String ITEM = """
			{"object":"enterprise_connection","id":"ent_%d","name":"Customer %d","provider":"saml_okta","active":true,\
			"domains":["customer-%d.example"],"organization_id":"org_%d","created_at":1700000000000,\
			"updated_at":1700000000000,"saml_connection":{"id":"samlc_%d","idp_certificate":"%s"}}""";

	private static final String CERTIFICATE = "MIIC".repeat(300);

	private final Map<Long, byte[]> pages = new ConcurrentHashMap<>();

	private final long total;

	private final Duration delay;

	private final DisposableServer server;

	PagedServer(long total, Duration delay) {
		this.total = total;
		this.delay = delay;
		this.server = HttpServer.create()
			.host("127.0.0.1")
			.port(0)
			.route((routes) -> routes.get("/v1/enterprise_connections",
					(request, response) -> response.header("Content-Type", "application/json")
						.send(Mono.delay(this.delay).map((tick) -> page(request.uri())))))
			.bindNow();
	}

	String baseUrl() {
		return "http://127.0.0.1:" + this.server.port() + "/v1";
	}

	void close() {
		this.server.disposeNow();
	}

	private ByteBuf page(String uri) {
		QueryStringDecoder query = new QueryStringDecoder(uri);
		long limit = Long.parseLong(query.parameters().get("limit").get(0));
		long offset = Long.parseLong(query.parameters().get("offset").get(0));
		return Unpooled.wrappedBuffer(this.pages.computeIfAbsent(offset, (start) -> render(start, limit)));
	}

	private byte[] render(long offset, long limit) {
		String data = LongStream.range(offset, Math.min(offset + limit, this.total))
			.mapToObj((id) -> ITEM.formatted(id, id, id, id, id, CERTIFICATE))
			.collect(Collectors.joining(",", "[", "]"));
		return ("{\"data\":" + data + ",\"total_count\":" + this.total + "}").getBytes();
	}

}
