// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.Secret;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What a request may consist of. It is checked when the request is created, hence before
 * anything is sent.
 */
class VendorRequestTests {

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "organizations", "/", "//evil.example/x", "/\\evil.example", "\\\\evil.example",
			"https://evil.example/x", "/a//b", "/a/", "/..", "/../x", "/a/../b", "/a/..", "/.", "/a/./b", "/a\\..\\b",
			"/%2e%2e/b", "/a/%2E%2e/b", "/a%2fb", "/a%5cb", "/a?b=c", "/a#b", "/a;b", "/a b", "/a\nb", "/a\r\nX: y",
			"/{id", "/id}", "/{a b}", "/{}", "/x{id}", "/é", "/a\u0000", "/@evil.example:80/..", "/{+path}" })
	void rejectsPathsThatAreNotRelative(@Nullable String path) {
		assertRejected(() -> VendorRequest.get(path), "'path' must be relative to the base URL");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a", "/organizations/{id}", "/users/{user_id}/x-y_z~1.2", "/a:b", "/{userId}/{b}", "/...",
			"/.well-known/x" })
	void acceptsRelativePaths(String path) {
		Object[] variables = path.chars().filter((character) -> character == '{').mapToObj((one) -> "v").toArray();
		assertThat(VendorRequest.get(path, variables)).hasToString("GET " + path);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "..", "../x", "a/../b", "a/..", "..\\x", "a\\..\\b", "/x", "//evil.example",
			"a//b", "a/", "%2e%2e", "%2E.", ".%2e/x", "%252e%252e", "%2f%2fevil.example", "a%2f..%2fb", "a%5c..%5cb",
			"a\nb", "a\u0000", "\u0085", "%0a", "%2525252e.", "..%2f%", "%2e%2e/%", "%2e%2e%2f..%2fusers%zz", "..;",
			"..;a=b", "a/..;x/b", ".;/x", ";", "%2e%2e%3b", "%252e%252e%253bx" })
	void rejectsVariablesThatChangeThePath(String variable) {
		assertRejected(() -> VendorRequest.get("/a/{id}/b", variable), "'variables' must have");
	}

	@Test
	void rejectsSecretsInTheUrl() {
		assertRejected(() -> VendorRequest.get("/a/{id}", Secret.of("canary")), "a secret must not be part of the URL");
		assertRejected(() -> VendorRequest.get("/a").query("q", Secret.of("canary")),
				"a secret must not be part of the URL");
		assertRejected(() -> VendorRequest.get("/a").query("q", (Object[]) null), "'values' must not be null");
	}

	@Test
	void rejectsVariablesThatAreMissingOrTooLong() {
		assertRejected(() -> VendorRequest.get("/a/{id}"), "'/a/{id}' takes 1 ids");
		assertRejected(() -> VendorRequest.get("/a", "1"), "'/a' takes 0 ids");
		assertRejected(() -> VendorRequest.get("/a/{id}", (Object) null), "'variables' must not contain null");
		assertRejected(() -> VendorRequest.get("/a/{id}", (Object[]) null), "'variables' must not be null");
		assertRejected(() -> VendorRequest.get("/a/{id}", "a".repeat(1025)), "'variables' must have");
		assertThat(uri(VendorRequest.get("/a/{id}", "a".repeat(1024)))).hasToString("/a/" + "a".repeat(1024));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ' ', textBlock = """
			org_1 org_1
			auth0|abc auth0%7Cabc
			jdoe@acme.example jdoe%40acme.example
			a/b a%2Fb
			DOMAIN\\user DOMAIN%5Cuser
			a?b=c&d a%3Fb%3Dc%26d
			a#b a%23b
			a;b a%3Bb
			100% 100%25
			a%2fb a%252fb
			... ...
			a..b a..b
			é %C3%A9
			{id} %7Bid%7D
			%E2%80%99 %25E2%2580%2599
			a..;b a..%3Bb
			""")
	void encodesAVariableAsOneSegment(String variable, String segment) {
		assertThat(uri(VendorRequest.get("/a/{id}/b/{other}", variable, 1))).hasToString("/a/" + segment + "/b/1");
	}

	@Test
	void encodesTheQuery() {
		VendorRequest request = VendorRequest.get("/a")
			.query("q", "type:f AND x&y")
			.query("id", 1, "+2")
			.query("q", "é");
		assertThat(uri(request)).hasToString("/a?q=type%3Af%20AND%20x%26y&id=1&id=%2B2&q=%C3%A9");
		assertRejected(() -> VendorRequest.get("/a").query(" ", "b"), "'name' must not be empty");
		assertRejected(() -> VendorRequest.get("/a").query("b", (Object) null), "'values' must not contain null");
	}

	@ParameterizedTest
	@ValueSource(strings = { "Authorization", "authorization", "Host", "Cookie", "Content-Length", "Transfer-Encoding",
			"TRANSFER-ENCODING", "Content-Type", "Accept-Encoding", "Connection", "Upgrade", "Proxy-Authorization",
			"X-HTTP-Method-Override" })
	void rejectsHeadersOfTheClient(String name) {
		assertRejected(() -> VendorRequest.get("/a").header(name, "x"), "the header '" + name + "' is set by");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "Host ", "Ho\nst", "X-é", "X:y" })
	void rejectsNamesThatAreNoHeader(String name) {
		assertRejected(() -> VendorRequest.get("/a").header(name, "x"), "'name' must be the name of a header");
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "a\r\nAuthorization: x", "a\nb", "é", "\u0000" })
	void rejectsValuesThatAreNoHeader(@Nullable String value) {
		assertRejected(() -> VendorRequest.get("/a").header("X-Test", value), "'value' must be");
	}

	@Test
	void rejectsBodiesThatAreNoJsonObject() {
		assertRejected(() -> VendorRequest.post("/a").body(null), "'body' must not be null");
		assertRejected(() -> VendorRequest.post("/a").body("text"), "'body' must be a JSON object or array");
		assertRejected(() -> VendorRequest.post("/a").body(1), "'body' must be a JSON object or array");
		List<Object> endless = new ArrayList<>();
		endless.add(endless);
		assertRejected(() -> VendorRequest.post("/a").body(endless), "'body' contains a value");
		assertRejected(() -> VendorRequest.get("/a").body(Map.of()), "'body' must not be set for a GET");
	}

	@Test
	void isNotChangedByFurtherSettings() {
		VendorRequest request = VendorRequest.post("/a");
		request.query("b", 1).header("X-Test", "c").body(List.of());
		assertThat(request.query()).isEmpty();
		assertThat(request.headers()).isEmpty();
		assertThat(request.body()).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "GET,READ", "DELETE,DELETE", "POST,CREATE", "PUT,PATCH", "PATCH,PATCH" })
	void hasTheEffectOfItsMethod(String method, Effect effect) {
		VendorRequest request = switch (method) {
			case "GET" -> VendorRequest.get("/a");
			case "DELETE" -> VendorRequest.delete("/a");
			case "POST" -> VendorRequest.post("/a");
			case "PUT" -> VendorRequest.put("/a");
			default -> VendorRequest.patch("/a");
		};
		assertThat(request.effect()).isEqualTo(effect);
		assertThat(request.method().name()).isEqualTo(method);
	}

	@Test
	void showsNoValues() {
		assertThat(VendorRequest.post("/a/{id}", "secret")
			.query("q", "secret")
			.header("X-Test", "secret")
			.body(Map.of("a", "secret"))).hasToString("POST /a/{id}");
	}

	@Test
	void limitsTheNumberOfNames() {
		OperationNames names = new OperationNames();
		IntStream.range(0, 200).forEach((i) -> assertThat(names.of("GET /" + i)).isEqualTo("GET /" + i));
		assertThat(names.of("GET /200")).isEqualTo("other");
		assertThat(names.of("GET /0")).isEqualTo("GET /0");
	}

	private static URI uri(VendorRequest request) {
		return request.path().expand("", request.variables(), request.query());
	}

	private static void assertRejected(ThrowingCallable call, String message) {
		assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(call).withMessageStartingWith(message);
	}

}
