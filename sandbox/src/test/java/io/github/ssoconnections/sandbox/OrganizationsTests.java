// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class OrganizationsTests extends AbstractSandboxTests {

	private static final String ORGANIZATIONS = "organizations";

	private static String organization() {
		return client.post(ORGANIZATIONS, "{'name': 'Acme', 'slug': 'acme'}").id();
	}

	private static String domains() {
		return ORGANIZATIONS + "/" + organization() + "/domains";
	}

	@Test
	void createsAndGetsByIdOrSlug() {
		ApiResponse created = client.post(ORGANIZATIONS,
				"{'name': 'Acme', 'slug': 'acme', 'private_metadata': {'a': [1]}, 'max_allowed_memberships': 0}");
		assertThat(created.status()).isEqualTo(200);
		assertThat(created.body().at("/private_metadata/a/0").intValue()).isEqualTo(1);
		assertThat(created.body().get("max_allowed_memberships").intValue()).isZero();
		assertThat(client.get(ORGANIZATIONS + "/acme").body()).isEqualTo(created.body());
		assertThat(client.get(ORGANIZATIONS + "/" + created.id()).body()).isEqualTo(created.body());
		assertThat(client.get(ORGANIZATIONS + "/acme?include_members_count=true").body().has("members_count")).isTrue();
		assertRejected(client.get(ORGANIZATIONS + "/nobody"), 404, "resource_not_found", null);
		sandbox.reset();
		assertRejected(client.get(ORGANIZATIONS + "/acme"), 404, "resource_not_found", null);
	}

	@Test
	void hasUniqueSlugs() {
		organization();
		assertRejected(client.post(ORGANIZATIONS, "{'name': 'Other', 'slug': 'acme'}"), 422, "form_identifier_exists",
				"slug");
		assertThat(client.post(ORGANIZATIONS, "{'name': 'Acme & Co'}").text("/slug")).startsWith("acme-co-");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "{} | form_param_missing | name",
			"{'name': 1} | form_param_format_invalid | name",
			"{'name': 'A', 'slug': 'A b'} | form_param_value_invalid | slug",
			"{'name': 'A', 'x': 1} | form_param_unknown | x",
			"{'name': 'A', 'max_allowed_memberships': -1} | form_param_value_invalid | max_allowed_memberships" })
	void rejectsOrganization(String body, String code, String parameter) {
		assertRejected(client.post(ORGANIZATIONS, body), 422, code, parameter);
	}

	@Test
	void listsNewestFirstOrAsOrdered() {
		for (String name : new String[] { "B", "A", "C" }) {
			client.post(ORGANIZATIONS, "{'name': '" + name + "', 'slug': 'slug-" + name.toLowerCase() + "'}");
		}
		assertThat(names(client.get(ORGANIZATIONS))).isEqualTo("C,A,B");
		assertThat(names(client.get(ORGANIZATIONS + "?order_by=name&limit=2"))).isEqualTo("A,B");
		assertThat(names(client.get(ORGANIZATIONS + "?order_by=-name&offset=1"))).isEqualTo("B,A");
		assertThat(names(client.get(ORGANIZATIONS + "?query=SLUG-a"))).isEqualTo("A");
	}

	private static String names(ApiResponse page) {
		return String.join(",", page.body().get("data").findValuesAsText("name"));
	}

	@Test
	void createsVerifiedDomainUnlessToldOtherwise() {
		String domains = domains();
		ApiResponse verified = client.post(domains, "{'name': 'ACME.example'}");
		assertThat(verified.text("/name")).isEqualTo("acme.example");
		assertThat(verified.text("/affiliation_verification/status")).isEqualTo("verified");
		assertThat(verified.text("/enrollment_mode")).isEqualTo("manual_invitation");
		assertThat(sandbox.verifiedOrganizationDomains()).containsExactly("acme.example");
		ApiResponse unverified = client.post(domains,
				"{'name': 'acme.test', 'verified': false, 'enrollment_mode': 'enterprise_sso'}");
		assertThat(unverified.text("/affiliation_verification/status")).isEqualTo("unverified");
		assertThat(names(client.get(domains))).isEqualTo("acme.test,acme.example");
		assertThat(names(client.get(domains + "?verified=true"))).isEqualTo("acme.example");
		assertThat(names(client.get(domains + "?enrollment_mode=enterprise_sso"))).isEqualTo("acme.test");
		assertThat(names(client.get(domains + "?enrollment_mode=-enterprise_sso"))).isEqualTo("acme.example");
		assertRejected(client.post(domains, "{'name': 'acme.test'}"), 422, "form_identifier_exists", "name");
		assertRejected(client.post(domains, "{'name': 'acme'}"), 422, "form_param_value_invalid", "name");
	}

	@Test
	void updatesVerifiesAndDeletesDomain() {
		String domains = domains();
		String domain = domains + "/" + client.post(domains, "{'name': 'acme.example', 'verified': false}").id();
		ApiResponse updated = client.patch(domain, "{'enrollment_mode': 'automatic_suggestion', 'verified': null}");
		assertThat(updated.text("/enrollment_mode")).isEqualTo("automatic_suggestion");
		assertThat(updated.text("/affiliation_verification/status")).isEqualTo("unverified");
		assertThat(updated.body().get("ownership_verification").isNull()).isTrue();
		JsonNode owned = client.send("POST", domain + "/verify_ownership", null).body();
		assertThat(owned.at("/ownership_verification/strategy").textValue()).isEqualTo("manual_override");
		assertThat(client.send("POST", domain + "/verify_ownership", null).body()).isEqualTo(owned);
		assertThat(client.patch(domain, "{'verified': true}").text("/verification/status")).isEqualTo("verified");
		assertThat(client.delete(domain).text("/object")).isEqualTo("organization_domain");
		assertRejected(client.delete(domain), 404, "resource_not_found", null);
	}

	@Test
	void activationRemovesVerifiedDomainsOfTheOrganization() {
		String id = organization();
		String domains = ORGANIZATIONS + "/" + id + "/domains";
		String other = ORGANIZATIONS + "/" + client.post(ORGANIZATIONS, "{'name': 'Other'}").id() + "/domains";
		client.post(domains, "{'name': 'acme.example'}");
		client.post(domains, "{'name': 'acme.test'}");
		client.post(other, "{'name': 'acme.example'}");
		String connection = ENTERPRISE + "/" + client
			.createEnterprise(
					"'active': true, 'organization_id': '" + id + "', 'saml': {" + idp(certificate(-1, 100)) + "}")
			.id();
		assertThat(names(client.get(domains))).isEqualTo("acme.test");
		assertThat(names(client.get(other))).isEqualTo("acme.example");
		assertRejected(client.post(domains, "{'name': 'acme.example'}"), 422, "form_param_value_invalid", "verified");
		client.patch(connection, "{'active': false}");
		assertThat(names(client.get(domains))).isEqualTo("acme.test");
		assertThat(client.post(domains, "{'name': 'acme.example'}").status()).isEqualTo(200);
	}

}
