// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.auth0.Auth0Settings;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.auth0.account.Auth0Account;
import io.github.ssoconnections.auth0.declarative.Auth0Reconciliation;
import io.github.ssoconnections.auth0.discovery.DiscoveryDomain;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.ClerkSettings;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.clerk.account.ClerkAccount;
import io.github.ssoconnections.clerk.declarative.ClerkReconciliation;
import io.github.ssoconnections.clerk.organization.NewOrganization;
import io.github.ssoconnections.client.ApiClientSettings;
import io.github.ssoconnections.client.ratelimit.RateLimitSettings;
import io.github.ssoconnections.fleet.FleetSettings;
import io.github.ssoconnections.onboarding.IdpSettings;
import io.github.ssoconnections.sandbox.RecordedRequest;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.sandbox.idp.TestMetadata;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * One vendor's sandbox, and reconciliations over it.
 */
abstract class Fixture {

	static final Duration TIMEOUT = Duration.ofSeconds(60);

	static final String CERTIFICATE = certificate("idp");

	static final String OTHER_CERTIFICATE = certificate("other");

	static final String METADATA = TestMetadata.xml("https://idp.acme.com", "https://idp.acme.com/sso", CERTIFICATE);

	final Sandbox sandbox = Sandbox.start();

	static String certificate(String name) {
		return TestCertificates.selfSigned(name, Instant.now().minus(Duration.ofDays(1)),
				Instant.now().plus(Duration.ofDays(300)));
	}

	/** Every strategy of Auth0's document. */
	static final List<String> STRATEGIES = List.of("ad", "adfs", "amazon", "apple", "dropbox", "bitbucket",
			"auth0-oidc", "auth0", "baidu", "bitly", "box", "custom", "daccount", "dwolla", "email", "evernote-sandbox",
			"evernote", "exact", "facebook", "fitbit", "github", "google-apps", "google-oauth2", "instagram", "ip",
			"line", "linkedin", "oauth1", "oauth2", "office365", "oidc", "okta", "paypal", "paypal-sandbox",
			"pingfederate", "planningcenter", "salesforce-community", "salesforce-sandbox", "salesforce", "samlp",
			"sharepoint", "shopify", "shop", "sms", "soundcloud", "thirtysevensignals", "twitter", "untappd",
			"vkontakte", "waad", "weibo", "windowslive", "wordpress", "yahoo", "yandex");

	abstract ReconciliationVendor vendor(WebClient.Builder webClient);

	/**
	 * Return a full declaration.
	 * @param name the name of the connection
	 * @param domain the domain
	 * @return the declaration
	 */
	abstract DesiredConnection declaration(String name, String domain);

	/**
	 * Create an organization.
	 * @param name the name
	 * @return its id
	 */
	abstract String createOrganization(String name);

	/**
	 * Return a client whose responses to reads are changed.
	 * @param change changes the JSON
	 * @return the builder
	 */
	static WebClient.Builder changing(UnaryOperator<String> change) {
		return WebClient.builder()
			.filter((request, next) -> next.exchange(request)
				.map((response) -> !request.method().equals(HttpMethod.GET) ? response
						: response.mutate()
							.headers((headers) -> headers.remove("Content-Length"))
							.body((body) -> DataBufferUtils.join(body).<DataBuffer>map((buffer) -> {
								String json = buffer.toString(StandardCharsets.UTF_8);
								DataBufferUtils.release(buffer);
								return DefaultDataBufferFactory.sharedInstance
									.wrap(change.apply(json).getBytes(StandardCharsets.UTF_8));
							}).flux())
							.build()));
	}

	final Reconciliation reconciliation() {
		return reconciliation(WebClient.builder());
	}

	final Reconciliation reconciliation(WebClient.Builder webClient) {
		return Reconciliation.create(vendor(webClient),
				ReconciliationTools.create(Clock.systemUTC(), null, FleetSettings.defaults()));
	}

	final ConnectionPlan plan(DesiredConnection... desired) {
		return reconciliation().plan(List.of(desired)).block(TIMEOUT);
	}

	final List<AppliedStep> apply(DesiredConnection... desired) {
		Reconciliation reconciliation = reconciliation();
		return reconciliation.plan(List.of(desired)).flatMapMany(reconciliation::apply).collectList().block(TIMEOUT);
	}

	/**
	 * Create connections without a search for each.
	 * @param desired the declarations
	 */
	final void createAll(List<DesiredConnection> desired) {
		ReconciliationVendor vendor = vendor(WebClient.builder());
		Flux.fromIterable(desired)
			.concatMap((one) -> create(vendor.toCreation(one, vendor.toFields(one))))
			.blockLast(TIMEOUT);
	}

	/**
	 * Create a connection.
	 * @param fields the declared fields
	 * @return completes when it is created
	 */
	abstract Mono<?> create(Map<String, Object> fields);

	/**
	 * Return what connections are assigned to.
	 * @return the organizations by name, with their connections and domains
	 */
	List<Object> assignments() {
		return List.of();
	}

	/**
	 * Return everything that the vendor returns of the connections, but ids and times.
	 * @return the connections by name
	 */
	final List<Object> state() {
		Reconciliation reconciliation = reconciliation();
		return reconciliation.export("SSO_")
			.block(TIMEOUT)
			.declaration()
			.connections()
			.stream()
			.sorted(Comparator.comparing(DesiredConnection::name))
			.<Object>map((one) -> List.of(one.name(), String.valueOf(one.provider()), String.valueOf(one.domains()),
					String.valueOf(one.active()), one.settings()))
			.toList();
	}

	final long writes() {
		return this.sandbox.requests()
			.stream()
			.map(RecordedRequest::method)
			.filter((method) -> !method.equals("GET"))
			.count();
	}

	static IdpSettings saml() {
		return IdpSettings.saml("https://idp.acme.com", "https://idp.acme.com/sso", CERTIFICATE);
	}

	static IdpSettings oidc() {
		return IdpSettings.oidc("https://idp.acme.com", "client", Secret.of("s3cret-of-acme"));
	}

	/** Clerk. */
	static final class Clerk extends Fixture {

		final ClerkAccount account = account(WebClient.builder());

		ClerkAccount account(WebClient.Builder webClient) {
			return ClerkAccount.of(ClerkClient.create(webClient,
					ClerkConnectionDetails.of(this.sandbox.clerkApiKey(), this.sandbox.clerkBaseUrl()),
					ClerkSettings.defaults()
						.withClient(ApiClientSettings.defaults().withRateLimit(RateLimitSettings.disabled()))));
		}

		@Override
		ReconciliationVendor vendor(WebClient.Builder webClient) {
			return new ClerkReconciliation(account(webClient));
		}

		@Override
		Mono<?> create(Map<String, Object> fields) {
			NewEnterpriseConnection connection = new NewEnterpriseConnection();
			fields.remove("disable_additional_identifications");
			Map<String, Object> saml = Fields.object(fields, "saml");
			saml.remove("name");
			fields.put("saml", saml.isEmpty() ? null : saml);
			fields.forEach(connection::set);
			return this.account.enterpriseConnections().create(connection);
		}

		@Override
		String createOrganization(String name) {
			return this.account.organizationCreation()
				.createOrFind(new NewOrganization().name(name).slug(name))
				.block(TIMEOUT)
				.value()
				.id();
		}

		@Override
		DesiredConnection declaration(String name, String domain) {
			return DesiredConnection.of(name)
				.withProvider("saml_custom")
				.withDomains(domain)
				.withActive(true)
				.withIdp(saml())
				.withSettings(Map.of("sync_user_attributes", true, "saml",
						Map.of("allow_idp_initiated", true, "attribute_mapping", Map.of("user_id", "uid"))));
		}

		@Override
		public String toString() {
			return "clerk";
		}

	}

	/** Auth0. */
	static final class Auth0 extends Fixture {

		final Auth0Account account = account(WebClient.builder());

		Auth0() {
			this.sandbox.auth0().clients("app", "other").deletionTakes(0);
		}

		Reconciliation reconciliation(WebClient.Builder webClient, String token) {
			return Reconciliation.create(new Auth0Reconciliation(account(webClient, token)),
					ReconciliationTools.create(Clock.systemUTC(), null, FleetSettings.defaults()));
		}

		Auth0Account account(WebClient.Builder webClient) {
			return account(webClient, this.sandbox.auth0().token());
		}

		private Auth0Account account(WebClient.Builder webClient, String token) {
			Auth0ConnectionDetails details = Auth0ConnectionDetails.ofToken(this.sandbox.auth0().baseUrl(), token);
			return Auth0Account.of(Auth0Client.create(webClient, details, Auth0Settings.defaults()
				.withClient(ApiClientSettings.defaults().withRateLimit(RateLimitSettings.disabled()))));
		}

		@Override
		ReconciliationVendor vendor(WebClient.Builder webClient) {
			return new Auth0Reconciliation(account(webClient));
		}

		@Override
		Mono<?> create(Map<String, Object> fields) {
			NewAuth0Connection connection = new NewAuth0Connection();
			fields.keySet().removeAll(List.of("clients", "organizations", "discovery_domains"));
			fields.forEach(connection::set);
			return this.account.connections().create(connection);
		}

		@Override
		List<Object> assignments() {
			Map<String, String> names = this.account.connections()
				.listAll()
				.collectMap(Auth0Connection::id, Auth0Connection::name)
				.block(TIMEOUT);
			return this.account.organizations().listAll().<Object>concatMap((organization) -> {
				Mono<List<String>> connections = this.account.organizationConnections()
					.list(organization.id())
					.map((all) -> all.stream().map((one) -> names.get(one.connectionId())).sorted().toList());
				Mono<List<String>> domains = this.account.discoveryDomains()
					.listAll(organization.id())
					.map(DiscoveryDomain::domain)
					.sort()
					.collectList();
				return Mono.zip(connections, domains).map((both) -> organization.name() + both);
			}).sort(Comparator.comparing(Object::toString)).collectList().block(TIMEOUT);
		}

		@Override
		String createOrganization(String name) {
			return this.account.organizations()
				.createOrFind(new io.github.ssoconnections.auth0.organization.NewOrganization().name(name))
				.block(TIMEOUT)
				.value()
				.id();
		}

		@Override
		DesiredConnection declaration(String name, String domain) {
			return DesiredConnection.of(name)
				.withProvider("samlp")
				.withDomains(domain)
				.withActive(true)
				.withIdp(saml())
				.withSettings(Map.of("display_name", "Acme", "show_as_button", true, "clients", List.of("app"),
						"metadata", Map.of("plan", "gold"), "options", Map.of("signSAMLRequest", true)));
		}

		@Override
		public String toString() {
			return "auth0";
		}

	}

}
