// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.net.http.HttpRequest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClerkProtocolTests extends AbstractSandboxTests {

	@ParameterizedTest
	@ValueSource(
			strings = { "", "Bearer", "Bearer sk_live_abc", "Bearer pk_test_abc", "Basic sk_test_abc", "sk_test_abc" })
	void rejectsKey(String authorization) {
		HttpRequest.Builder request = client.request("GET", ENTERPRISE, null).setHeader("Authorization", authorization);
		assertRejected(client.checked("GET", ENTERPRISE, client.exchange(request)), 401, "authentication_invalid",
				null);
	}

	@Test
	void acceptsAnyTestKey() {
		HttpRequest.Builder request = client.request("GET", ENTERPRISE, null)
			.setHeader("Authorization", "Bearer sk_test_anything");
		assertThat(client.exchange(request).statusCode()).isEqualTo(200);
	}

	@Test
	void checksKeyFirst() {
		HttpRequest.Builder request = client.request("POST", "nowhere", "not json").setHeader("Authorization", "none");
		assertThat(client.exchange(request).statusCode()).isEqualTo(401);
	}

	@ParameterizedTest
	@CsvSource({ "GET,nowhere", "GET,enterprise_connections/", "PUT,enterprise_connections/ent_1",
			"GET,enterprise_connections/ent_1", "PATCH,enterprise_connections/ent_1",
			"DELETE,enterprise_connections/ent_1", "GET,enterprise_connections/ent_1/test_runs",
			"POST,enterprise_connections/ent_1/test_runs", "GET,saml_connections/samlc_1",
			"PATCH,saml_connections/samlc_1", "DELETE,saml_connections/samlc_1",
			"GET,saml_connections/samlc_1/test_runs" })
	void returnsNotFound(String method, String path) {
		assertRejected(client.send(method, path, method.equals("PATCH") ? "{}" : null), 404, "resource_not_found",
				null);
	}

	@Test
	void sendsTraceIdWithErrors() {
		ApiResponse response = client.get("nowhere");
		assertThat(response.text("/clerk_trace_id")).isNotBlank().isEqualTo(response.header("Clerk-Trace-Id"));
		assertThat(response.text("/errors/0/long_message")).isNotBlank();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "null", "'text'", "{} {}" })
	void rejectsBodyThatIsNotAnObject(String body) {
		assertRejected(client.post(ENTERPRISE, body), 400, "request_body_invalid", null);
		assertRejected(client.post(SAML, body), 400, "request_body_invalid", null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "application/jsonp" })
	void rejectsContentType(String contentType) {
		HttpRequest.Builder request = client.request("POST", ENTERPRISE, "{}").header("Content-Type", contentType);
		ApiResponse response = client.checked("POST", ENTERPRISE, client.exchange(request));
		assertRejected(response, 415, "unsupported_content_type", null);
	}

	@Test
	void rejectsMissingContentType() {
		HttpRequest.Builder request = client.request("POST", ENTERPRISE, "{}");
		assertThat(client.exchange(request).statusCode()).isEqualTo(415);
	}

	@Test
	void acceptsContentTypeWithCharset() {
		HttpRequest.Builder request = client
			.request("POST", ENTERPRISE, "{'name': 'A', 'provider': 'saml_okta', 'domains': ['a.example']}")
			.header("Content-Type", "Application/JSON; charset=utf-8");
		assertThat(client.exchange(request).statusCode()).isEqualTo(201);
	}

	@Test
	void rejectsBodyOverOneMebibyte() {
		String filler = "x".repeat(1024 * 1024 - 8);
		assertThat(client.patch(ENTERPRISE + "/" + client.create("Acme"), "{'a':'" + filler + "'}").status())
			.isEqualTo(422);
		assertRejected(client.post(ENTERPRISE, "{'a':'" + filler + "x'}"), 413, "request_body_too_large", null);
	}

	@Test
	void ignoresUnknownQueryParameters() {
		client.create("Acme");
		ApiResponse response = client.get(ENTERPRISE + "?unknown=1&order_by=nonsense&query=nobody");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.body().get("total_count").intValue()).isEqualTo(1);
	}

	@Test
	void reportsEveryErrorAtOnce() {
		ApiResponse response = client.post(ENTERPRISE,
				"{'nmae': 'Acme', 'provider': 'saml_nobody', 'domains': 'acme.example'}");
		assertThat(response.body().findValuesAsText("param_name")).containsExactlyInAnyOrder("nmae", "name", "provider",
				"domains");
	}

	@Test
	void returnsGoneWhenSamlApiIsRemoved() {
		String samlId = client.get(ENTERPRISE + "/" + client.create("Acme")).samlId();
		sandbox.removeSamlApi();
		assertRejected(client.get(SAML), 410, "operation_deprecated", null);
		assertRejected(client.post(SAML, "{}"), 410, "operation_deprecated", null);
		assertRejected(client.get(SAML + "/" + samlId), 410, "operation_deprecated", null);
		assertRejected(client.patch(SAML + "/" + samlId, "{}"), 410, "operation_deprecated", null);
		assertRejected(client.delete(SAML + "/" + samlId), 410, "operation_deprecated", null);
		assertThat(client.get(ENTERPRISE).status()).isEqualTo(200);
	}

}
