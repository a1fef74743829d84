// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.testing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.client.ApiClient;
import io.github.ssoconnections.client.ApiClientListener;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Server that responds as configured and records its requests: the one way to test an
 * operation. Register it as a static extension.
 */
public final class Wire implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {

	private final WireMockServer server = new WireMockServer(
			WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1").gzipDisabled(true));

	private final String path;

	private final Map<String, String> headers;

	private ApiClient.Instruments instruments = ApiClient.Instruments.NONE;

	/**
	 * Create a server that stands for Clerk.
	 */
	public Wire() {
		this("/v1", Map.of("Authorization", "Bearer sk_test_wire", "Clerk-API-Version", "2026-05-12"));
	}

	private Wire(String path, Map<String, String> headers) {
		this.path = path;
		this.headers = headers;
	}

	/**
	 * Return a server that stands for Auth0.
	 */
	public static Wire auth0() {
		return new Wire("/api/v2", Map.of("Authorization", "Bearer auth0-wire"));
	}

	@Override
	public void beforeAll(ExtensionContext context) {
		this.server.start();
	}

	@Override
	public void afterEach(ExtensionContext context) {
		this.instruments = ApiClient.Instruments.NONE;
		this.server.resetAll();
	}

	@Override
	public void afterAll(ExtensionContext context) {
		this.server.stop();
	}

	/**
	 * Return the base URL to configure.
	 */
	public String baseUrl() {
		return this.server.baseUrl() + this.path;
	}

	/**
	 * Have looked on the clients that are made from now on, and on their requests as Boot
	 * would.
	 */
	public void observe(ApiClient.Instruments instruments) {
		this.instruments = instruments;
	}

	/**
	 * Return what clients that are made from now on tell of changes.
	 */
	public List<ConnectionChanged> hearChanges() {
		List<ConnectionChanged> heard = new CopyOnWriteArrayList<>();
		observe(new ApiClient.Instruments(ObservationRegistry.NOOP, new ApiClientListener() {

			@Override
			public void onChange(ConnectionChanged change) {
				heard.add(change);
			}

		}));
		return heard;
	}

	/**
	 * Return the observer.
	 */
	public ApiClient.Instruments instruments() {
		return this.instruments;
	}

	/**
	 * Return what a client to be looked on is made with.
	 */
	public WebClient.Builder webClientBuilder() {
		return WebClient.builder().observationRegistry(this.instruments.observations());
	}

	/**
	 * Respond to every request with a JSON body.
	 */
	public void respondsWith(int status, String body) {
		respondsWith(
				WireMock.aResponse().withStatus(status).withHeader("Content-Type", "application/json").withBody(body));
	}

	/**
	 * Respond to every request.
	 */
	public void respondsWith(ResponseDefinitionBuilder response) {
		this.server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(response));
	}

	/**
	 * Respond to requests to one URL (path with query, below the base URL), others as
	 * told before.
	 */
	public void respondsTo(String url, int status, String body) {
		this.server.stubFor(WireMock.any(WireMock.urlEqualTo(this.path + url))
			.willReturn(WireMock.aResponse()
				.withStatus(status)
				.withHeader("Content-Type", "application/json")
				.withBody(body)));
	}

	/**
	 * Return the server, for anything else.
	 */
	public WireMockServer server() {
		return this.server;
	}

	/**
	 * Return every request so far, the oldest first.
	 */
	public List<LoggedRequest> requests() {
		return this.server.findAll(WireMock.anyRequestedFor(WireMock.anyUrl()));
	}

	/**
	 * Return path and query of every request so far, below the base URL, the oldest
	 * first.
	 */
	public List<String> urls() {
		return requests().stream().map((request) -> request.getUrl().substring(this.path.length())).toList();
	}

	/**
	 * Return the request, of which there must be exactly one.
	 */
	public LoggedRequest theRequest() {
		assertThat(requests()).hasSize(1);
		return requests().get(0);
	}

	/**
	 * Assert method, path with query, headers and the bytes of the body of the only
	 * request.
	 */
	public void received(String method, String url, String body) {
		received(theRequest(), method, url, body);
	}

	/**
	 * Assert method, path with query, headers and the bytes of the body of a request.
	 */
	public void received(LoggedRequest request, String method, String url, String body) {
		assertThat(request.getMethod().getName()).isEqualTo(method);
		assertThat(request.getUrl()).isEqualTo(this.path + url);
		this.headers.forEach((name, value) -> assertThat(request.getHeader(name)).as(name).isEqualTo(value));
		assertThat(request.getHeader("Accept")).isEqualTo("application/json");
		assertThat(new String(request.getBody(), StandardCharsets.UTF_8)).isEqualTo(body);
		if (body.isEmpty()) {
			assertThat(request.containsHeader("Content-Type")).isFalse();
		}
		else {
			assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
			assertThat(request.getHeader("Content-Length")).isEqualTo(String.valueOf(request.getBody().length));
			assertThat(request.containsHeader("Transfer-Encoding")).isFalse();
		}
	}

}
