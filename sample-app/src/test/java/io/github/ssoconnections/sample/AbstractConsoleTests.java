// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import com.jayway.jsonpath.JsonPath;
import io.github.ssoconnections.index.ConnectionIndex;
import io.github.ssoconnections.sandbox.RecordedRequest;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import org.junit.jupiter.api.BeforeEach;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/**
 * The console over a server of the test's own, empty before every test.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "console.read-only=false", "sso-connections.clerk.rate-limit.enabled=false",
				"sso-connections.clerk.rate-limit.max-pause=1ms", "sso-connections.auth0.rate-limit.enabled=false",
				"sso-connections.auth0.rate-limit.max-pause=1ms", "sso-connections.index.enabled=false",
				"sso-connections.index.read-test-runs=false", "sso-connections.certificates.monitor.enabled=false" })
@AutoConfigureWebTestClient(timeout = "PT30S")
public abstract class AbstractConsoleTests {

	protected static final String API_KEY = "sk_test_not-to-be-shown";

	protected static final String ENTERPRISE_CONNECTIONS = "/api/clerk/enterprise-connections";

	protected static final String SAML_CONNECTIONS = "/api/clerk/saml-connections";

	protected static final String AUTH0_CONNECTIONS = "/api/auth0/connections";

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	protected static final Sandbox vendor = Sandbox.start();

	@Autowired
	protected WebTestClient client;

	@Autowired
	private ConnectionIndex index;

	@DynamicPropertySource
	static void useVendor(DynamicPropertyRegistry registry) {
		registry.add("sso-connections.clerk.base-url", vendor::clerkBaseUrl);
		Supplier<Object> key = () -> API_KEY;
		registry.add("sso-connections.clerk.api-key", key);
		registry.add("sso-connections.auth0.base-url", () -> vendor.auth0().baseUrl());
		registry.add("sso-connections.auth0.token", () -> vendor.auth0().token());
	}

	@BeforeEach
	void forgetEverything() {
		vendor.reset();
	}

	/**
	 * Read all connections into the index, which has those of the last test until then.
	 */
	protected void refresh() {
		this.index.refresh().onErrorComplete().block(PATIENCE);
	}

	protected WebTestClient.ResponseSpec post(String path, String body) {
		return this.client.post().uri(path).contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
	}

	protected WebTestClient.ResponseSpec patch(String path, String body) {
		return this.client.patch().uri(path).contentType(MediaType.APPLICATION_JSON).bodyValue(body).exchange();
	}

	protected WebTestClient.ResponseSpec get(String uri, Object... variables) {
		return this.client.get().uri(uri, variables).exchange();
	}

	protected String create(String path, String body) {
		EntityExchangeResult<byte[]> created = post(path, body).expectStatus().isCreated().expectBody().returnResult();
		return JsonPath.read(new String(created.getResponseBody()), "$.id");
	}

	protected static RecordedRequest lastRequest() {
		List<RecordedRequest> requests = vendor.requests();
		return requests.get(requests.size() - 1);
	}

	/**
	 * Issue a certificate, as it is written within a JSON text.
	 */
	protected static String certificate(int endsInDays) {
		Instant now = Instant.now();
		return TestCertificates
			.selfSigned("test", now.minus(Duration.ofDays(400)),
					now.plus(Duration.ofDays(endsInDays)).plusSeconds(3600))
			.replace("\n", "\\n");
	}

}
