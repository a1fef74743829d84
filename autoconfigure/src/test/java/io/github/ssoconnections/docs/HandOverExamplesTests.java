// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.handover.HandOverSheets;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the examples of hand-over sheets in the page {@code onboard-a-customer.md}.
 */
class HandOverExamplesTests {

	@Test
	void makesASheet() {
		EnterpriseConnection connection = WireJson.mapper().readValue("""
				{"id":"ent_1","name":"Globex","domains":["globex.example"],"saml_connection":{\
				"acs_url":"https://clerk.acme.com/v1/saml/acs/samlc_1",\
				"sp_entity_id":"https://clerk.acme.com/saml/samlc_1"}}""", EnterpriseConnection.class);
		assertThat(HandOverExamples.sheet(HandOverSheets.create(), connection))
			.startsWith("# Single sign-on for Globex Inc. with Okta")
			.contains("- **Single sign-on URL**: `https://clerk.acme.com/v1/saml/acs/samlc_1`")
			.contains("- **Audience URI (SP Entity ID)**: `https://clerk.acme.com/saml/samlc_1`")
			.contains("- **Name**: `mail`, **Value**: `user.email` (required)");
	}

}
