// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.net.http.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FaultsTests extends AbstractSandboxTests {

	@ParameterizedTest
	@CsvSource({ "400,bad_request", "409,resource_locked", "429,too_many_requests", "500,internal_clerk_error",
			"502,bad_gateway", "503,service_unavailable", "504,gateway_timeout", "418,unexpected_error" })
	void returnsStatusUntilCleared(int status, String code) {
		Fault fault = sandbox.faults().status(status);
		assertRejected(client.get(ENTERPRISE), status, code, null);
		assertRejected(client.createEnterprise(""), status, code, null);
		assertThat(fault.fired()).isEqualTo(2);
		fault.clear();
		assertThat(client.get(ENTERPRISE).body().get("total_count").intValue()).isZero();
		assertThat(fault.fired()).isEqualTo(2);
	}

	@Test
	void returnsCode() {
		sandbox.faults().status(409, "conflict");
		assertRejected(client.get(ENTERPRISE), 409, "conflict", null);
	}

	@Test
	void returnsRetryAfter() {
		sandbox.faults().status(429, 7);
		assertThat(client.get(ENTERPRISE).header("Retry-After")).isEqualTo("7");
	}

	@Test
	void returnsWhateverTheTestWants() {
		sandbox.faults().respond(502, "text/html", "<html>Bad gateway</html>");
		HttpResponse<String> response = client.exchange(client.request("GET", ENTERPRISE, null));
		assertThat(response.statusCode()).isEqualTo(502);
		assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html");
		assertThat(response.body()).isEqualTo("<html>Bad gateway</html>");
	}

	@Test
	void endsAfterGivenTimes() {
		Fault fault = sandbox.faults().times(2).status(503);
		assertThat(client.get(ENTERPRISE).status()).isEqualTo(503);
		assertThat(client.get(ENTERPRISE).status()).isEqualTo(503);
		assertThat(client.get(ENTERPRISE).status()).isEqualTo(200);
		assertThat(fault.fired()).isEqualTo(2);
	}

	@Test
	void firesInOrder() {
		sandbox.faults().times(1).status(503);
		sandbox.faults().times(1).status(500);
		assertThat(client.get(ENTERPRISE).status()).isEqualTo(503);
		assertThat(client.get(ENTERPRISE).status()).isEqualTo(500);
		assertThat(client.get(ENTERPRISE).status()).isEqualTo(200);
		assertThat(sandbox.faults().fired()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, -1 })
	void rejectsTimesBelowOne(int times) {
		assertThatIllegalArgumentException().isThrownBy(() -> sandbox.faults().times(times));
	}

	@Test
	void meetsGivenMethodAndPathOnly() {
		String id = client.create("Acme");
		Fault fault = sandbox.faults().on("patch", "/v1/enterprise_connections/*").status(503);
		assertThat(client.get(ENTERPRISE + "/" + id).status()).isEqualTo(200);
		assertThat(client.createEnterprise("").status()).isEqualTo(201);
		assertThat(client.get(ENTERPRISE + "/" + id + "/test_runs").status()).isEqualTo(200);
		assertThat(client.patch(ENTERPRISE + "/" + id + "?a=b", "{}").status()).isEqualTo(503);
		assertThat(fault.fired()).isEqualTo(1);
	}

	@Test
	void meetsAnyMethod() {
		sandbox.faults().on("*", "/v1/saml_connections").status(503);
		assertThat(client.get(SAML).status()).isEqualTo(503);
		assertThat(client.createSaml("").status()).isEqualTo(503);
		assertThat(client.get(ENTERPRISE).status()).isEqualTo(200);
	}

	@Test
	void takesSpecialCharactersOfPathLiterally() {
		Fault fault = sandbox.faults().on("GET", "/v1/.+").status(503);
		assertThat(client.get(ENTERPRISE).status()).isEqualTo(200);
		assertThat(fault.fired()).isZero();
	}

	@Test
	void changesNothingBeforeCommit() {
		sandbox.faults().times(1).status(502);
		client.createEnterprise("");
		assertThat(connections()).isZero();
	}

	@Test
	void losesResponseAfterCommit() {
		sandbox.faults().afterCommit().times(1).status(502);
		assertThat(client.createEnterprise("").status()).isEqualTo(502);
		assertThat(connections()).isEqualTo(1);
	}

	@Test
	void clearsEveryFaultWhateverItIsNarrowedTo() {
		sandbox.faults().on("GET", "/v1/enterprise_connections").status(503);
		sandbox.faults().times(9).on("GET", "/nowhere").status(503);
		sandbox.faults().on("GET", "/elsewhere").clear();
		assertThat(client.get(ENTERPRISE).status()).isEqualTo(200);
	}

	private static int connections() {
		return client.get(ENTERPRISE).body().get("total_count").intValue();
	}

}
