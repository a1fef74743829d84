// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class ConcurrencyTests extends AbstractSandboxTests {

	@Test
	void givesEveryConnectionAnIdOfItsOwn() {
		sandbox.connectionLimit(1000);
		List<JsonNode> created = createInParallel(200).stream()
			.map(HttpResponse::body)
			.map(AbstractClient::json)
			.toList();
		assertThat(created).extracting((connection) -> connection.get("id").textValue()).doesNotHaveDuplicates();
		assertThat(created).extracting((connection) -> connection.at("/saml_connection/id").textValue())
			.doesNotHaveDuplicates();
		assertThat(client.get(ENTERPRISE).body().get("total_count").intValue()).isEqualTo(200);
	}

	@Test
	void holdsLimit() {
		assertThat(createInParallel(60)).filteredOn((response) -> response.statusCode() == 201).hasSize(25);
		assertThat(client.get(ENTERPRISE).body().get("total_count").intValue()).isEqualTo(25);
	}

	@Test
	void firesLimitedFaultExactlyAsOftenAsAsked() {
		sandbox.connectionLimit(1000);
		Fault fault = sandbox.faults().times(7).status(503);
		assertThat(createInParallel(50)).filteredOn((response) -> response.statusCode() == 503).hasSize(7);
		assertThat(fault.fired()).isEqualTo(7);
	}

	@Test
	void losesNoUpdateOfDifferentFields() {
		String id = client.create("Acme");
		String path = ENTERPRISE + "/" + id;
		List<String> patches = List.of("{'authenticatable': false}", "{'disable_jit_provisioning': true}",
				"{'allow_organization_account_linking': true}", "{'saml': {'force_authn': true}}");
		List<CompletableFuture<HttpResponse<String>>> sent = patches.stream()
			.map((patch) -> client
				.sendAsync(client.request("PATCH", path, patch).header("Content-Type", "application/json")))
			.toList();
		sent.forEach(CompletableFuture::join);
		JsonNode connection = client.get(path).body();
		assertThat(connection.get("authenticatable").booleanValue()).isFalse();
		assertThat(connection.get("disable_jit_provisioning").booleanValue()).isTrue();
		assertThat(connection.get("allow_organization_account_linking").booleanValue()).isTrue();
		assertThat(connection.at("/saml_connection/force_authn").booleanValue()).isTrue();
	}

	@Test
	void neverUsesIdAgain() {
		String first = client.create("Acme");
		client.delete(ENTERPRISE + "/" + first);
		String second = client.create("Acme");
		sandbox.reset();
		assertThat(List.of(first, second, client.create("Acme"))).doesNotHaveDuplicates();
	}

	private static List<HttpResponse<String>> createInParallel(int count) {
		String body = "{'name': 'A', 'provider': 'saml_okta', 'domains': ['a.example']}";
		List<CompletableFuture<HttpResponse<String>>> sent = IntStream.range(0, count)
			.mapToObj((i) -> client
				.sendAsync(client.request("POST", ENTERPRISE, body).header("Content-Type", "application/json")))
			.toList();
		return sent.stream().map(CompletableFuture::join).toList();
	}

}
