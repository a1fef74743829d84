// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import io.github.ssoconnections.ServiceProviderDetails;
import io.github.ssoconnections.client.WireJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * Tests for {@link Auth0ServiceProvider}.
 */
class Auth0ServiceProviderTests {

	private static final String ADDRESS = "https://acme.eu.auth0.com";

	private static final String SCIM = ADDRESS + "/scim/v2/connections/con_1";

	private final Auth0ServiceProvider serviceProvider = of(Auth0ConnectionDetails.ofToken(ADDRESS + "/", "t"));

	@Test
	void derivesSaml() {
		ServiceProviderDetails details = this.serviceProvider.details(connection("samlp", "{}"));
		assertThat(details).isEqualTo(ServiceProviderDetails
			.saml("urn:auth0:acme:customer", ADDRESS + "/login/callback?connection=customer", null,
					ADDRESS + "/samlp/metadata?connection=customer", ADDRESS + "/pem?cert=connection")
			.withScimBaseUrl(SCIM));
		assertThat(this.serviceProvider.details(connection("pingfederate", "{}")))
			.isEqualTo(details.withScimBaseUrl(null));
	}

	@Test
	void takesTheEntityIdOfTheOptions() {
		assertThat(this.serviceProvider.details(connection("samlp", "{\"entityId\":\"urn:own\"}")).entityId())
			.isEqualTo("urn:own");
		assertThat(this.serviceProvider.details(connection("samlp", "{\"entityId\":\" \"}")).entityId())
			.isEqualTo("urn:auth0:acme:customer");
	}

	@Test
	void derivesTheAcsUrlOfAnOrganization() {
		ServiceProviderDetails details = this.serviceProvider.details(connection("samlp", "{}"), "org_1");
		assertThat(details.organizationAcsUrl())
			.isEqualTo(ADDRESS + "/login/callback?connection=customer&organization=org_1");
		assertThat(details.acsUrl()).isEqualTo(ADDRESS + "/login/callback?connection=customer");
		assertThat(this.serviceProvider.details(connection("oidc", "{}"), "org_1").organizationAcsUrl()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "adfs,{}", "adfs,", "waad,'{\"waad_protocol\":\"ws-federation\"}'", "waad,'{\"use_wsfed\":true}'" })
	void derivesWsFederation(String strategy, String options) {
		ServiceProviderDetails details = this.serviceProvider.details(connection(strategy, options));
		assertThat(details.withScimBaseUrl(null))
			.isEqualTo(ServiceProviderDetails.wsFederation("urn:auth0:acme", ADDRESS + "/login/callback"));
	}

	@ParameterizedTest
	@CsvSource({ "oidc,true", "okta,true", "waad,true", "google-apps,false" })
	void derivesOidc(String strategy, boolean scim) {
		assertThat(this.serviceProvider.details(connection(strategy, "{}")))
			.isEqualTo(ServiceProviderDetails.oidc(ADDRESS + "/login/callback").withScimBaseUrl((scim) ? SCIM : null));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ad", "auth0", "google-oauth2" })
	void rejectsOtherStrategies(String strategy) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.serviceProvider.details(connection(strategy, "{}")))
			.withMessageContaining(strategy);
	}

	@ParameterizedTest
	@ValueSource(strings = { "samlp", "pingfederate", "waad" })
	void guessesNothingWithoutOptions(String strategy) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.serviceProvider.details(connection(strategy, null)))
			.withMessageContaining("read:connections_options");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "../x", "org_1&a=b" })
	void rejectsInvalidOrganization(String organization) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.serviceProvider.details(connection("samlp", "{}"), organization));
	}

	@ParameterizedTest
	@CsvSource({ "https://acme.auth0.com,acme", "https://Acme-2.us-3.auth0.com,acme-2",
			"https://acme.jp.auth0.com/,acme" })
	void takesTheTenantOfTheAddress(String address, String tenant) {
		assertThat(of(Auth0ConnectionDetails.ofToken(address, "t")).details(connection("adfs", "{}")).realm())
			.isEqualTo("urn:auth0:" + tenant);
	}

	@Test
	void takesTheTenantOfTheAudienceWithACustomDomain() {
		ServiceProviderDetails details = of(
				Auth0ConnectionDetails.ofToken("https://login.acme.com", "https://acme.eu.auth0.com/api/v2/", "t")
					.withDomain("login.acme.com"))
			.details(connection("samlp", "{}"));
		assertThat(details.entityId()).isEqualTo("urn:auth0:acme:customer");
		assertThat(details.acsUrl()).isEqualTo("https://login.acme.com/login/callback?connection=customer");
		assertThat(details.metadataUrl()).isEqualTo("https://login.acme.com/samlp/metadata?connection=customer");
		assertThat(details.certificateUrl()).isEqualTo("https://login.acme.com/pem?cert=connection");
		assertThat(details.scimBaseUrl()).isEqualTo("https://login.acme.com/scim/v2/connections/con_1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "samlp", "oidc", "adfs" })
	void guessesNoAddressBehindAGateway(String strategy) {
		Auth0ServiceProvider behind = of(Auth0ConnectionDetails.ofToken("https://gateway.acme.com/auth0",
				"https://acme.eu.auth0.com/api/v2/", "t"));
		assertThatIllegalStateException().isThrownBy(() -> behind.details(connection(strategy, "{}")))
			.withMessageContaining("domain'")
			.withMessageContaining("https://gateway.acme.com/auth0");
	}

	@Test
	void guessesNoAddressOfAnotherTenant() {
		Auth0ConnectionDetails other = Auth0ConnectionDetails.ofToken(ADDRESS, "t").withTenant("other");
		assertThatIllegalStateException().isThrownBy(() -> of(other).details(connection("oidc", "{}")))
			.withMessageContaining("domain'");
		assertThat(of(other.withDomain("other.eu.auth0.com")).details(connection("adfs", "{}")).realm())
			.isEqualTo("urn:auth0:other");
	}

	@Test
	void takesTheTenantThatIsSet() {
		Auth0ConnectionDetails custom = Auth0ConnectionDetails.ofToken("https://login.acme.com", "t")
			.withTenant("acme")
			.withAccount("eu");
		assertThat(custom.account()).isEqualTo("eu");
		assertThat(of(custom).details(connection("adfs", "{}")).realm()).isEqualTo("urn:auth0:acme");
	}

	@ParameterizedTest
	@CsvSource({ "default,sso-connections.auth0.tenant", "eu,sso-connections.auth0.accounts.eu.tenant" })
	void namesThePropertyWhenTheTenantIsUnknown(String account, String property) {
		Auth0ServiceProvider serviceProvider = of(
				Auth0ConnectionDetails.ofToken("https://login.acme.com", "t").withAccount(account));
		assertThatIllegalStateException().isThrownBy(() -> serviceProvider.details(connection("samlp", "{}")))
			.withMessageContaining("'" + property + "'")
			.withMessageContaining("login.acme.com");
		assertThat(serviceProvider.details(connection("samlp", "{\"entityId\":\"urn:own\"}")).entityId())
			.isEqualTo("urn:own");
		assertThat(serviceProvider.details(connection("oidc", "{}")).redirectUri())
			.isEqualTo("https://login.acme.com/login/callback");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://auth0.com", "https://acme.eu.auth0.com.evil.example", "https://a.b.eu.auth0.com",
			"https://acmeauth0.com" })
	void doesNotTakeATenantOfAnotherDomain(String address) {
		assertThatIllegalStateException()
			.isThrownBy(() -> of(Auth0ConnectionDetails.ofToken(address, "t")).details(connection("adfs", "{}")));
	}

	@Test
	void encodesTheNameOfTheConnection() {
		Auth0Connection connection = WireJson.mapper()
			.readValue("{\"id\":\"con_1\",\"name\":\"a&b c\",\"strategy\":\"samlp\",\"options\":{}}",
					Auth0Connection.class);
		assertThat(this.serviceProvider.details(connection).acsUrl())
			.isEqualTo(ADDRESS + "/login/callback?connection=a%26b%20c");
	}

	private static Auth0ServiceProvider of(Auth0ConnectionDetails details) {
		return Auth0ServiceProvider.create(Auth0Client.create(WebClient.builder(), details));
	}

	private static Auth0Connection connection(String strategy, String options) {
		return WireJson.mapper()
			.readValue("{\"id\":\"con_1\",\"name\":\"customer\",\"strategy\":\"" + strategy + "\""
					+ ((options != null) ? ",\"options\":" + options : "") + "}", Auth0Connection.class);
	}

}
