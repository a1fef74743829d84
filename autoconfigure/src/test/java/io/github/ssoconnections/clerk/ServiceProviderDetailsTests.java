// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import io.github.ssoconnections.ServiceProviderDetails;
import io.github.ssoconnections.client.WireJson;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServiceProviderDetails} of connections at Clerk.
 */
class ServiceProviderDetailsTests {

	private static final String FIELDS = """
			"acs_url":"https://clerk.acme.com/v1/saml/acs/samlc_1","sp_entity_id":"https://clerk.acme.com/saml/samlc_1",\
			"sp_metadata_url":"https://clerk.acme.com/v1/saml/metadata/samlc_1.xml\"""";

	private static final ServiceProviderDetails SAML = ServiceProviderDetails.saml(
			"https://clerk.acme.com/saml/samlc_1", "https://clerk.acme.com/v1/saml/acs/samlc_1", null,
			"https://clerk.acme.com/v1/saml/metadata/samlc_1.xml", null);

	@Test
	void areWhatClerkReturns() {
		EnterpriseConnection connection = read("{\"id\":\"entconn_1\",\"saml_connection\":{" + FIELDS + "}}",
				EnterpriseConnection.class);
		assertThat(connection.serviceProviderDetails()).isEqualTo(SAML);
		assertThat(read("{\"id\":\"samlc_1\"," + FIELDS + "}", SamlConnection.class).serviceProviderDetails())
			.isEqualTo(SAML);
		assertThat(WireJson.mapper().writeValueAsString(connection)).doesNotContain("service_provider");
	}

	@Test
	void haveNoRedirectUriForOidc() {
		assertThat(
				read("{\"id\":\"entconn_1\",\"oauth_config\":{}}", EnterpriseConnection.class).serviceProviderDetails())
			.isEqualTo(ServiceProviderDetails.oidc(null));
	}

	@Test
	void areUnknownWithoutSettings() {
		assertThat(read("{\"id\":\"entconn_1\"}", EnterpriseConnection.class).serviceProviderDetails()).isNull();
	}

	@Test
	void takeTheScimBaseUrlOfADirectory() {
		assertThat(SAML.withScimBaseUrl("https://clerk.acme.com/scim/1").scimBaseUrl())
			.isEqualTo("https://clerk.acme.com/scim/1");
	}

	private static <T> T read(String json, Class<T> type) {
		return WireJson.mapper().readValue(json, type);
	}

}
