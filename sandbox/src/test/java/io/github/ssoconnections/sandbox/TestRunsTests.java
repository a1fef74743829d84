// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class TestRunsTests extends AbstractSandboxTests {

	@Test
	void returnsNothingButUrl() {
		ApiResponse started = client.post(runs(createActive()), null);
		assertThat(started.status()).isEqualTo(200);
		assertThat(started.text("/url")).startsWith(sandbox.clerkBaseUrl().replace("/v1", "/sign-in/clerk?token="));
	}

	@Test
	void isPendingUntilListedOnce() {
		String runs = runs(createActive());
		client.post(runs, null);
		JsonNode pending = client.get(runs).body().at("/data/0");
		assertThat(pending.get("status").textValue()).isEqualTo("pending");
		assertThat(pending.get("connection_type").textValue()).isEqualTo("saml");
		assertThat(pending.get("parsed_user_info").isNull()).isTrue();
		assertThat(pending.get("saml").has("saml_response")).isFalse();
		JsonNode done = client.get(runs).body().at("/data/0");
		assertThat(done.get("id")).isEqualTo(pending.get("id"));
		assertThat(done.get("status").textValue()).isEqualTo("success");
		assertThat(done.at("/parsed_user_info/email_address").textValue()).endsWith("@acme.example");
		assertThat(done.at("/saml/saml_response").textValue()).isNotBlank();
	}

	@Test
	void completesOnDemand() {
		String runs = runs(createActive());
		client.post(runs, null);
		sandbox.completeTestRuns();
		assertThat(client.get(runs).text("/data/0/status")).isEqualTo("success");
	}

	@Test
	void failsWhenPrimaryCertificateHasExpired() {
		String runs = runs(client.createEnterprise("'saml': {" + idp(certificate(-20, -10)) + "}").id());
		client.post(runs, null);
		sandbox.completeTestRuns();
		ApiResponse failed = client.get(runs);
		assertThat(failed.text("/data/0/status")).isEqualTo("failed");
		assertThat(failed.text("/data/0/logs/0/level")).isEqualTo("error");
		assertThat(failed.text("/data/0/logs/0/code")).isNotBlank();
		assertThat(failed.text("/data/0/logs/0/message")).isNotBlank();
		assertThat(failed.body().at("/data/0/parsed_user_info").isNull()).isTrue();
	}

	@Test
	void carriesTokensForOidc() {
		String runs = runs(client
			.createEnterprise("'provider': 'oidc_custom', 'oidc': {'client_id': 'id', "
					+ "'discovery_url': 'https://op.example/d'}")
			.id());
		client.post(runs, null);
		assertThat(client.get(runs).body().at("/data/0/oauth")).isEmpty();
		ApiResponse done = client.get(runs);
		assertThat(done.text("/data/0/connection_type")).isEqualTo("oauth");
		assertThat(done.text("/data/0/oauth/id_token")).isNotBlank();
		assertThat(done.text("/data/0/oauth/access_token")).isNotBlank();
		assertThat(done.body().at("/data/0/saml").isNull()).isTrue();
	}

	@Test
	void failsWithoutIdpData() {
		String runs = runs(client.create("Draft"));
		assertThat(client.post(runs, null).status()).isEqualTo(200);
		client.get(runs);
		ApiResponse done = client.get(runs);
		assertThat(done.text("/data/0/status")).isEqualTo("failed");
		assertThat(done.text("/data/0/logs/0/code")).isEqualTo("saml_connection_not_configured");
	}

	@Test
	void filtersByStatus() {
		String runs = runs(createActive());
		client.post(runs, null);
		sandbox.completeTestRuns();
		client.post(runs, null);
		assertThat(client.get(runs + "?status=pending&status=success").body().get("total_count").intValue())
			.isEqualTo(2);
		client.post(runs, null);
		assertThat(client.get(runs + "?status=pending").body().get("total_count").intValue()).isEqualTo(1);
		assertThat(client.get(runs + "?status=pending").body().get("total_count").intValue()).isZero();
		assertThat(client.get(runs + "?status=failed").body().get("total_count").intValue()).isZero();
		assertRejected(client.get(runs + "?status=success&status=done"), 422, "form_param_value_invalid", "status");
	}

	@Test
	void returnsNewestFirstInPages() {
		String runs = runs(createActive());
		IntStream.range(0, 3).forEach((i) -> client.post(runs, null));
		JsonNode all = client.get(runs).body().get("data");
		JsonNode page = client.get(runs + "?limit=1&offset=2").body();
		assertThat(page.get("total_count").intValue()).isEqualTo(3);
		assertThat(page.at("/data/0/id")).isEqualTo(all.get(2).get("id"));
	}

	@Test
	void belongsToOneConnection() {
		String first = createActive();
		client.post(runs(first), null);
		assertThat(client.get(runs(createActive())).body().get("total_count").intValue()).isZero();
	}

	private static String runs(String id) {
		return ENTERPRISE + "/" + id + "/test_runs";
	}

}
