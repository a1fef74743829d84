// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class Auth0DiscoveryDomainsTests extends AbstractSandboxTests {

	private static String domains(String organization) {
		return "organizations/" + auth0.post("organizations", "{'name': '" + organization + "'}").id()
				+ "/discovery-domains";
	}

	@Test
	void createsPendingDomainOncePerOrganization() {
		String acme = domains("acme");
		ApiResponse created = auth0.post(acme, "{'domain': 'acme.com'}");
		assertThat(created.text("/status")).isEqualTo("pending");
		assertThat(created.text("/verification_host")).endsWith(".acme.com");
		assertThat(created.body().get("use_for_organization_discovery").booleanValue()).isTrue();
		assertThat(auth0.get(acme + "/" + created.id()).body()).isEqualTo(created.body());
		assertThat(auth0.get(acme + "/name/acme.com").body()).isEqualTo(created.body());
		assertRejected(auth0.post(acme, "{'domain': 'ACME.com'}"), 409, "already registered to this organization");
		assertThat(auth0.post(domains("other"), "{'domain': 'acme.com'}").status()).isEqualTo(201);
	}

	@Test
	void takesTheStatusOfTheCaller() {
		String acme = domains("acme");
		ApiResponse created = auth0.post(acme, "{'domain': 'gmail.com', 'status': 'verified'}");
		assertThat(created.text("/status")).isEqualTo("verified");
		String path = acme + "/" + created.id();
		ApiResponse updated = auth0.patch(path, "{'status': 'pending', 'use_for_organization_discovery': false}");
		assertThat(updated.text("/status")).isEqualTo("pending");
		assertThat(auth0.get(path).body()).isEqualTo(updated.body());
		assertThat(auth0.delete(path).status()).isEqualTo(204);
		assertRejected(auth0.get(path), 404, "does not exist");
		assertRejected(auth0.delete(path), 404, "does not exist");
	}

	@Test
	void listsByCheckpoint() {
		String acme = domains("acme");
		auth0.post(acme, "{'domain': 'a.com'}");
		auth0.post(acme, "{'domain': 'b.com'}");
		ApiResponse first = auth0.get(acme + "?take=1");
		assertThat(Auth0Client.texts(first.body().get("domains"), "domain")).containsExactly("a.com");
		ApiResponse second = auth0.get(acme + "?take=1&from=" + first.text("/next"));
		assertThat(Auth0Client.texts(second.body().get("domains"), "domain")).containsExactly("b.com");
		assertThat(second.body().has("next")).isFalse();
	}

	@Test
	void lacksFreshDomainInReadsWhenToldTo() {
		String acme = domains("acme");
		sandbox.auth0().discoveryDomainsDelayed(true);
		String path = acme + "/" + auth0.post(acme, "{'domain': 'acme.com'}").id();
		assertThat(auth0.get(acme).body().get("domains")).isEmpty();
		assertRejected(auth0.get(path), 404, "does not exist");
		assertRejected(auth0.get(acme + "/name/acme.com"), 404, "does not exist");
		assertRejected(auth0.post(acme, "{'domain': 'acme.com'}"), 409, "already registered");
		sandbox.auth0().discoveryDomainsDelayed(false);
		assertThat(auth0.get(path).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{'domain': 'ab'}", "{'domain': 'a..com'}", "{'domain': 'acme.com', 'status': 'x'}",
			"{'domain': 'acme.com', 'x': 1}", "{'domain': 1}" })
	void rejects(String body) {
		assertRejected(auth0.post(domains("acme"), body), 400, "");
	}

	@Test
	void rejectsUnknownOrganization() {
		assertRejected(auth0.get("organizations/org_none/discovery-domains"), 404, "The organization does not exist");
	}

}
