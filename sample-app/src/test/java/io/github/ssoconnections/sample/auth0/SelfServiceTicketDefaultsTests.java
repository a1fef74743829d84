// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.auth0;

import com.jayway.jsonpath.JsonPath;
import io.github.ssoconnections.sample.AbstractConsoleTests;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for tickets out of JSON: they have the defaults of those out of code.
 */
class SelfServiceTicketDefaultsTests extends AbstractConsoleTests {

	private static final String PROFILES = "/api/auth0/self-service-profiles";

	@Test
	void requiresVerificationAndKeepsThirdPartiesOut() {
		String profile = create(PROFILES, "{\"name\": \"Customers\"}");
		post(PROFILES + "/" + profile + "/tickets",
				"""
						{"connection_config": {"name": "acme"}, "domain_aliases_config": {"pending_domains": ["acme.example"]}}""")
			.expectStatus()
			.isOk();
		String sent = lastRequest().body();
		assertThat(JsonPath.<String>read(sent, "$.domain_aliases_config.domain_verification")).isEqualTo("required");
		assertThat(JsonPath.<Object>read(sent, "$.domain_aliases_config.pending_domains[0]")).isEqualTo("acme.example");
		assertThat(JsonPath.<Boolean>read(sent, "$.connection_config.is_domain_connection")).isFalse();
	}

}
