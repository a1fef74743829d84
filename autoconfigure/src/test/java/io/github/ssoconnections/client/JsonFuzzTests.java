// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0ConnectionCatalog;
import io.github.ssoconnections.auth0.Auth0ConnectionCreation;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.Auth0Settings;
import io.github.ssoconnections.auth0.ConnectionStrategy;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.auth0.options.SamlpOptions;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionCatalog;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.ClerkSettings;
import io.github.ssoconnections.clerk.EnterpriseConnectionActivation;
import io.github.ssoconnections.clerk.EnterpriseConnectionCertificates;
import io.github.ssoconnections.clerk.EnterpriseConnectionCreation;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.clerk.NewSamlConnection;
import io.github.ssoconnections.clerk.SamlConnectionCreation;
import io.github.ssoconnections.clerk.SamlConnectionService;
import io.github.ssoconnections.client.ratelimit.RateLimitSettings;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever a vendor responds with, a call ends in time, with a value or a typed failure.
 */
class JsonFuzzTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private static final ApiClientSettings SETTINGS = ApiClientSettings.defaults()
		.withRetryPolicy(RetryPolicy.never())
		.withRateLimit(RateLimitSettings.disabled())
		.withTimeouts(Duration.ofMillis(5), LIMIT);

	private static final Duration SETTLE = Duration.ofMillis(1);

	private static final String CLERK = """
			{"data":[{"object":"enterprise_connection","id":"ent_1","name":"Acme","provider":"saml_okta","active":true,\
			"domains":["acme.example"],"domain":"acme.example","organization_id":null,"custom_attributes":[{"name":"a",\
			"key":"b","multi_valued":false}],"saml_connection":{"id":"samlc_1","idp_certificates":[{"certificate":"MIIB",\
			"issued_at":1,"expires_at":2}],"login_hint":{"mode":"off"}},"created_at":1700000000000},\
			{"id":"ent_2","name":"Other","domains":[],"oauth_config":{"id":"o"},"idp_certificates":[]}],"total_count":2}""";

	private static final String CLERK_ONE = """
			{"id":"ent_1","name":"Acme","active":false,"domains":["acme.example"],"saml_connection":{"id":"samlc_1",\
			"idp_certificate":"","idp_certificates":[],"idp_metadata_url":"https://idp.example/metadata"},"updated_at":1,\
			"status":"success","url":"https://clerk.example/run","data":[],"total_count":0}""";

	private static final String AUTH0 = """
			{"connections":[{"id":"con_1","name":"acme","display_name":"Acme","strategy":"samlp","options":{"expires":\
			"2026-01-01T00:00:00Z","signingCert":"MIIB","domain_aliases":["acme.example"],"client_secret":"s"},"realms":\
			["acme"],"metadata":{"a":"b"},"authentication":{"active":true}},{"id":"con_2","name":"beta"}]}""";

	private static final String AUTH0_ONE = """
			{"id":"con_1","name":"acme","display_name":"Acme","strategy":"samlp","options":{"domain_aliases":["a"]},\
			"mapping":[{"auth0":"a","scim":"b"}],"created_at":"2026-01-01T00:00:00Z","realms":["acme"]}""";

	private volatile String body = "";

	private final Map<String, Integer> outcomes = new TreeMap<>();

	private final List<Vendor> vendors = List.of(new Vendor(List.of(CLERK, CLERK_ONE), clerk()),
			new Vendor(List.of(AUTH0, AUTH0_ONE), auth0()));

	@Test
	void endsEveryCallInATypedWay() {
		run(1, 150);
		assertThat(this.outcomes).containsKeys("value", "MalformedResponse");
	}

	@RepeatedTest(3)
	@Tag("soak")
	void endsEveryCallInATypedWayInTheLongRun(RepetitionInfo repetition) {
		run(-repetition.getCurrentRepetition(), 1000);
		long before = used();
		run(1 + repetition.getCurrentRepetition(), 10_000);
		assertThat(used() - before).isLessThan(DataSize.ofMegabytes(32).toBytes());
	}

	private void run(long seed, int responses) {
		JsonFuzz fuzz = new JsonFuzz(seed);
		for (int i = 0; i < responses; i++) {
			for (Vendor vendor : this.vendors) {
				this.body = fuzz.next(vendor.good().get(i % vendor.good().size()));
				vendor.calls().forEach(this::call);
			}
		}
	}

	private void call(Mono<?> call) {
		String outcome;
		try {
			call.block(LIMIT);
			outcome = "value";
		}
		catch (SsoApiException ex) {
			outcome = ex.getClass().getSimpleName();
		}
		catch (Throwable ex) {
			throw new AssertionError("The response: " + this.body, ex);
		}
		this.outcomes.merge(outcome, 1, Integer::sum);
	}

	private static long used() {
		System.gc();
		return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
	}

	private WebClient.Builder transport() {
		return WebClient.builder()
			.exchangeFunction(
					(request) -> Mono.fromSupplier(() -> ClientResponse.create(HttpStatus.OK).body(this.body).build()));
	}

	private List<Mono<?>> clerk() {
		ClerkClient client = ClerkClient.create(transport(),
				ClerkConnectionDetails.of("sk_test_fuzz", "https://clerk.example"),
				ClerkSettings.defaults().withClient(SETTINGS));
		EnterpriseConnectionService service = EnterpriseConnectionService.create(client);
		SamlConnectionService saml = SamlConnectionService.create(client);
		return List.of(service.list(), service.listAll().then(), service.get("ent_1"), service.listTestRuns("ent_1"),
				service.delete("ent_1"), saml.listAll().then(), saml.get("samlc_1"),
				ClerkConnectionCatalog.create(service, saml).listAll().then(),
				EnterpriseConnectionCreation.create(service, SETTLE, SETTLE.plusMinutes(5))
					.createOrFind(new NewEnterpriseConnection().name("Acme").domains("acme.example")),
				SamlConnectionCreation.create(saml, SETTLE, SETTLE.plusMinutes(5))
					.createOrFind(new NewSamlConnection().name("Acme").domains("acme.example")),
				EnterpriseConnectionActivation.create(service, client, (organizationId) -> Flux.empty())
					.activate("ent_1"),
				EnterpriseConnectionCertificates.create(service, client).list("ent_1"));
	}

	private List<Mono<?>> auth0() {
		Auth0ConnectionService service = Auth0ConnectionService
			.create(Auth0Client.create(transport(), Auth0ConnectionDetails.ofToken("https://auth0.example", "token"),
					Auth0Settings.defaults().withClient(SETTINGS)));
		return List.of(service.list(), service.listAll().then(), service.get("con_1"),
				Auth0ConnectionCatalog.create(service).listAll().then(),
				Auth0ConnectionCreation.create(service, SETTLE, SETTLE.plusMinutes(5))
					.createOrFind(new NewAuth0Connection().name("acme").strategy(ConnectionStrategy.SAMLP)),
				service.mergeOptions("con_1", new SamlpOptions().set(SamlpOptions.DEBUG, true)));
	}

	/**
	 * A vendor.
	 *
	 * @param good responses as documented
	 * @param calls what is called with others
	 */
	private record Vendor(List<String> good, List<Mono<?>> calls) {

	}

}
