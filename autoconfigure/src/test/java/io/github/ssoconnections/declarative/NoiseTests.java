// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.account.Auth0Account;
import io.github.ssoconnections.auth0.declarative.Auth0Reconciliation;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.account.ClerkAccount;
import io.github.ssoconnections.clerk.declarative.ClerkReconciliation;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.fleet.FleetSettings;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Flux;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * What is no difference, from public complaints about other tools: fields that a vendor
 * adds, defaults, order, case, and other forms of the same value. Beside each stands what
 * is a difference.
 */
class NoiseTests {

	private static final String PEM = Fixture.CERTIFICATE;

	private static final String DER = SigningCertificate.parse(PEM).base64();

	private static final String BASE64_OF_PEM = Base64.getEncoder()
		.encodeToString(PEM.getBytes(StandardCharsets.UTF_8));

	private static final String OTHER = SigningCertificate.parse(Fixture.OTHER_CERTIFICATE).base64();

	static Stream<Arguments> options() {
		return Stream.of(
				Arguments.of("order and case of domains", Map.of("icon_url", "https://a.com/i"),
						Map.of("icon_url", "https://a.com/i", "domain_aliases", List.of("Acme.org", "ACME.com")),
						Map.of("icon_url", "https://a.com/i", "domain_aliases", List.of("acme.com"))),
				Arguments.of("fields that the vendor adds (defaults of a database)",
						Map.of("disable_signup", true, "brute_force_protection", true),
						Map.of("disable_signup", true, "brute_force_protection", true, "passwordPolicy", "good",
								"password_history", Map.of("enable", false, "size", 5), "mfa",
								Map.of("active", true, "return_enroll_settings", true)),
						Map.of("disable_signup", false, "brute_force_protection", true)),
				Arguments.of("a flag that is false and absent", Map.of("api_enable_users", false), Map.of(),
						Map.of("api_enable_users", true)),
				Arguments.of("an empty list and text that are absent",
						Map.of("non_persistent_attrs", List.of(), "icon_url", ""), Map.of(),
						Map.of("non_persistent_attrs", List.of("gender"))),
				Arguments.of("derived endpoints that are not declared", Map.of("domain", "acme.okta.com"),
						Map.of("domain", "acme.okta.com", "issuer", "https://acme.okta.com", "token_endpoint",
								"https://acme.okta.com/token", "jwks_uri", "https://acme.okta.com/keys"),
						Map.of("domain", "other.okta.com")),
				Arguments.of("a number as text", Map.of("max_groups_to_retrieve", "250"),
						Map.of("max_groups_to_retrieve", 250), Map.of("max_groups_to_retrieve", 251)),
				Arguments.of("scopes as one text, in another order", Map.of("scope", "openid profile email"),
						Map.of("scope", List.of("email", "openid", "profile")),
						Map.of("scope", List.of("openid", "profile"))),
				Arguments.of("order of a list", Map.of("non_persistent_attrs", List.of("a", "b")),
						Map.of("non_persistent_attrs", List.of("b", "a")),
						Map.of("non_persistent_attrs", List.of("b"))),
				Arguments.of("one attribute as a list", Map.of("fieldsMap", Map.of("email", "mail")),
						Map.of("fieldsMap", Map.of("email", List.of("mail"), "name", "cn")),
						Map.of("fieldsMap", Map.of("email", List.of("mail", "upn")))),
				Arguments.of("the order of attributes is a difference",
						Map.of("fieldsMap", Map.of("email", List.of("mail", "upn"))),
						Map.of("fieldsMap", Map.of("email", List.of("mail", "upn"))),
						Map.of("fieldsMap", Map.of("email", List.of("upn", "mail")))),
				Arguments.of("PEM and DER", Map.of("signingCert", PEM), Map.of("signingCert", DER),
						Map.of("signingCert", OTHER)),
				Arguments.of("PEM and base64 of PEM, with derived fields", Map.of("signingCert", PEM),
						Map.of("signingCert", BASE64_OF_PEM, "cert", PEM, "expires", "2027-01-01T00:00:00.000Z",
								"thumbprints", List.of("ab"), "subject", Map.of("commonName", "idp")),
						Map.of("signingCert", OTHER)),
				Arguments.of("a certificate that is returned as 'cert'",
						Map.of("signingCert", PEM, "signInEndpoint", "https://a.com"),
						Map.of("cert", PEM, "signInEndpoint", "https://a.com"),
						Map.of("cert", Fixture.OTHER_CERTIFICATE, "signInEndpoint", "https://a.com")));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("options")
	void findsNoDifferenceInTheOptionsOfAuth0(String name, Map<String, Object> declared, Map<String, Object> current,
			Map<String, Object> different) {
		DesiredConnection desired = DesiredConnection.of("acme").withSettings(Map.of("options", declared));
		DesiredConnection withDomains = name.contains("domains") ? desired.withDomains("acme.com", "acme.org")
				: desired;
		assertThat(auth0(withDomains, current).toText()).contains("No difference");
		assertThat(auth0(withDomains, different).changes()).hasSize(1);
	}

	private static ConnectionPlan auth0(DesiredConnection desired, Map<String, Object> options) {
		Auth0ConnectionService connections = mock(Auth0ConnectionService.class);
		given(connections.listAll()).willReturn(Flux.just(WireJson.mapper()
			.convertValue(Map.of("id", "con_1", "name", "acme", "strategy", "samlp", "options", options),
					Auth0Connection.class)));
		Auth0Account account = mock(Auth0Account.class);
		given(account.connections()).willReturn(connections);
		given(account.client()).willReturn(Auth0Client.create(WebClient.builder(),
				Auth0ConnectionDetails.ofToken("https://acme.eu.auth0.com", "token")));
		return plan(new Auth0Reconciliation(account), desired);
	}

	static Stream<Arguments> settings() {
		return Stream.of(
				Arguments.of("an attribute under its old name too",
						Map.of("custom_attributes",
								List.of(Map.of("name", "A", "key", "a", "directory_path", "x"),
										Map.of("name", "B", "key", "b"))),
						Map.of("custom_attributes",
								List.of(Map.of("name", "B", "key", "b", "multi_valued", false),
										Map.of("name", "A", "key", "a", "directory_path", "x", "scim_path", "x"))),
						Map.of("custom_attributes", List.of(Map.of("name", "A", "key", "a", "directory_path", "y")))),
				Arguments.of("certificates as PEM, in another order, with their times",
						Map.of("saml", Map.of("idp_certificates", List.of(PEM, Fixture.OTHER_CERTIFICATE))),
						Map.of("saml_connection",
								Map.of("id", "samlc_1", "idp_certificates",
										List.of(Map.of("certificate", OTHER, "issued_at", 1, "expires_at", 2),
												Map.of("certificate", DER)))),
						Map.of("saml_connection",
								Map.of("id", "samlc_1", "idp_certificates", List.of(Map.of("certificate", DER))))),
				Arguments.of("the one certificate of an older response",
						Map.of("saml", Map.of("idp_certificates", List.of(PEM))),
						Map.of("saml_connection", Map.of("id", "samlc_1", "idp_certificate", DER)),
						Map.of("saml_connection", Map.of("id", "samlc_1", "idp_certificate", OTHER))),
				Arguments.of("a flag that the response does not have", Map.of("authenticatable", true), Map.of(),
						Map.of("authenticatable", false)),
				Arguments.of("URLs that Clerk derives from the discovery URL",
						Map.of("oidc", Map.of("client_id", "c", "discovery_url", "https://a.com/d")),
						Map.of("oauth_config",
								Map.of("client_id", "c", "discovery_url", "https://a.com/d", "auth_url",
										"https://a.com/a", "id", "oac_1", "created_at", 1)),
						Map.of("oauth_config", Map.of("client_id", "other", "discovery_url", "https://a.com/d"))));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("settings")
	void findsNoDifferenceInTheFieldsOfClerk(String name, Map<String, Object> declared, Map<String, Object> current,
			Map<String, Object> different) {
		DesiredConnection desired = DesiredConnection.of("acme")
			.withDomains("acme.com", "münchen.de.")
			.withSettings(declared);
		assertThat(clerk(desired, current).toText()).contains("No difference");
		assertThat(clerk(desired, different).changes()).hasSize(1);
	}

	private static ConnectionPlan clerk(DesiredConnection desired, Map<String, Object> fields) {
		Map<String, Object> response = new HashMap<>(fields);
		response.putAll(Map.of("id", "ent_1", "name", "acme", "provider", "saml_custom", "domains",
				List.of("xn--mnchen-3ya.de", "ACME.com"), "updated_at", 5));
		EnterpriseConnectionService connections = mock(EnterpriseConnectionService.class);
		given(connections.listAll())
			.willReturn(Flux.just(WireJson.mapper().convertValue(response, EnterpriseConnection.class)));
		ClerkAccount account = mock(ClerkAccount.class);
		given(account.enterpriseConnections()).willReturn(connections);
		given(account.client()).willReturn(
				ClerkClient.create(WebClient.builder(), ClerkConnectionDetails.of("sk_test_1", "https://clerk.test")));
		return plan(new ClerkReconciliation(account), desired);
	}

	private static ConnectionPlan plan(ReconciliationVendor vendor, DesiredConnection desired) {
		return Reconciliation
			.create(vendor, ReconciliationTools.create(Clock.systemUTC(), null, FleetSettings.defaults()))
			.plan(List.of(desired), PlanOptions.DEFAULT.withoutFurtherCalls())
			.block(Fixture.TIMEOUT);
	}

}
