// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.auth0.Auth0Settings;
import io.github.ssoconnections.auth0.account.Auth0Account;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.ClerkSettings;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.account.ClerkAccount;
import io.github.ssoconnections.client.ApiClientSettings;
import io.github.ssoconnections.client.ratelimit.RateLimitSettings;
import io.github.ssoconnections.handover.HandOverSheets;
import io.github.ssoconnections.metadata.OidcDiscovery;
import io.github.ssoconnections.metadata.SamlMetadataClient;
import io.github.ssoconnections.onboarding.OnboardingTools;
import io.github.ssoconnections.sandbox.RecordedRequest;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.sandbox.idp.TestMetadata;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * A tenant and an instance in one sandbox.
 */
final class MigrationFixture implements AutoCloseable {

	static final Duration TIMEOUT = Duration.ofSeconds(30);

	static final String CERTIFICATE = TestCertificates.selfSigned("idp", Instant.now().minus(Duration.ofDays(1)),
			Instant.now().plus(Duration.ofDays(300)));

	static final String METADATA_URL = "https://idp.acme.com/metadata";

	private static final JsonMapper MAPPER = JsonMapper.shared();

	private final Sandbox sandbox = Sandbox.start().connectionLimit(10_000);

	private final Map<String, String> documents = new LinkedHashMap<>();

	Sandbox sandbox() {
		return this.sandbox;
	}

	MigrationFixture publish(String url, String xml) {
		this.documents.put(url, xml);
		this.sandbox.publishMetadata(url, xml);
		return this;
	}

	static String metadata(String entityId) {
		return TestMetadata.xml(entityId, "https://idp.acme.com/sso", CERTIFICATE);
	}

	Auth0Account source(WebClient.Builder webClient, String token) {
		Auth0ConnectionDetails details = Auth0ConnectionDetails.ofToken(this.sandbox.auth0().baseUrl(), token)
			.withDomain("login.example.com")
			.withTenant("tenant");
		return Auth0Account.of(Auth0Client.create(webClient, details, Auth0Settings.defaults()
			.withClient(ApiClientSettings.defaults().withRateLimit(RateLimitSettings.disabled()))));
	}

	Auth0Account source() {
		return source(WebClient.builder(), this.sandbox.auth0().token());
	}

	ClerkAccount target(WebClient.Builder webClient, ApiClientSettings settings) {
		return ClerkAccount.of(ClerkClient.create(webClient,
				ClerkConnectionDetails.of(this.sandbox.clerkApiKey(), this.sandbox.clerkBaseUrl()),
				ClerkSettings.defaults().withClient(settings.withRateLimit(RateLimitSettings.disabled()))));
	}

	ClerkAccount target(WebClient.Builder webClient) {
		return target(webClient, ApiClientSettings.defaults());
	}

	ClerkAccount target() {
		return target(WebClient.builder());
	}

	OnboardingTools tools() {
		SamlMetadataClient metadata = (url, entityId) -> Mono
			.fromCallable(() -> SamlMetadata.parse(this.documents.getOrDefault(url, "<none/>")));
		return new OnboardingTools(metadata, (issuer) -> Mono.just(OidcDiscovery.parse(issuer, "{}".getBytes())),
				HandOverSheets.create(), () -> null, Clock.systemUTC(), (event) -> {
				});
	}

	ConnectionMigration migration(WebClient.Builder webClient) {
		return ConnectionMigration.create(source(webClient, this.sandbox.auth0().token()), target(webClient), tools());
	}

	ConnectionMigration migration() {
		return migration(WebClient.builder());
	}

	/**
	 * Add a connection to the tenant.
	 * @param name the name
	 * @param strategy the strategy
	 * @param settings the settings at the top level, of which some may be {@code null}
	 * @param options the options
	 */
	void add(String name, String strategy, Map<String, ?> settings, Map<String, ?> options) {
		Map<String, @Nullable Object> body = new LinkedHashMap<>(settings);
		body.put("name", name);
		body.put("strategy", strategy);
		body.put("options", options);
		this.sandbox.seed(MAPPER.writeValueAsString(Map.of("auth0", List.of(body))));
	}

	void add(String name, String strategy, Map<String, ?> options) {
		add(name, strategy, Map.of("display_name", name), options);
	}

	List<MigrationEntry> plan(MigrationOptions options) {
		return migration().plan(options).collectList().block(TIMEOUT);
	}

	List<MigrationEntry> run(MigrationOptions options) {
		return migration().run(options).collectList().block(TIMEOUT);
	}

	MigrationEntry planOne() {
		return planOne(MigrationOptions.defaults());
	}

	MigrationEntry planOne(MigrationOptions options) {
		List<MigrationEntry> entries = plan(options);
		if (entries.size() != 1) {
			throw new IllegalStateException(entries.size() + " entries");
		}
		return entries.get(0);
	}

	/**
	 * Run the migration, and return the only connection.
	 * @param options the options
	 * @return the connection at Clerk
	 */
	EnterpriseConnection runOne(MigrationOptions options) {
		run(options);
		return target().enterpriseConnections().listAll().single().block(TIMEOUT);
	}

	EnterpriseConnection runOne() {
		return runOne(MigrationOptions.defaults());
	}

	List<RecordedRequest> requests(String method, String path) {
		return this.sandbox.requests()
			.stream()
			.filter((request) -> request.method().equals(method) && request.url().startsWith(path))
			.toList();
	}

	static Map<String, Object> saml() {
		return options("domain_aliases", List.of("acme.com"), "metadataUrl", METADATA_URL);
	}

	static Map<String, Object> oidc() {
		return options("domain_aliases", List.of("acme.com"), "client_id", "client", "client_secret", "s3cret-of-acme",
				"discovery_url", "https://idp.acme.com/.well-known/openid-configuration", "type", "back_channel");
	}

	static Map<String, Object> options(Object... namesAndValues) {
		Map<String, Object> options = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			options.put((String) namesAndValues[i], namesAndValues[i + 1]);
		}
		return options;
	}

	static Map<String, Object> with(Map<String, Object> options, Object... namesAndValues) {
		Map<String, Object> all = new LinkedHashMap<>(options);
		all.putAll(options(namesAndValues));
		all.values().removeIf("absent"::equals);
		return all;
	}

	@Override
	public void close() {
		this.sandbox.close();
	}

}
