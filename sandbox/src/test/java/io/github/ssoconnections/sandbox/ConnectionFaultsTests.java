// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Faults of the connection, seen from the client's end of it.
 */
class ConnectionFaultsTests extends AbstractSandboxTests {

	private static final String BODY = "{\"name\":\"A\",\"provider\":\"saml_okta\",\"domains\":[\"a.example\"]}";

	private static final Duration LONG = Duration.ofMinutes(10);

	@Test
	void resetsConnectionBeforeCommit() {
		Fault fault = sandbox.faults().times(1).reset();
		assertThatExceptionOfType(SocketException.class).isThrownBy(() -> raw(5_000)).withMessage("Connection reset");
		assertThat(fault.fired()).isEqualTo(1);
		assertThat(connections()).isZero();
	}

	@Test
	void resetsConnectionAfterCommit() {
		Fault fault = sandbox.faults().times(1).afterCommit().reset();
		assertThatExceptionOfType(SocketException.class).isThrownBy(() -> raw(5_000)).withMessage("Connection reset");
		assertThat(fault.fired()).isEqualTo(1);
		assertThat(connections()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(booleans = { false, true })
	void announcesMoreThanItSends(boolean afterCommit) throws IOException {
		Faults once = sandbox.faults().times(1);
		Fault fault = (afterCommit ? once.afterCommit() : once).truncate();
		String response = raw(5_000);
		String body = response.substring(response.indexOf("\r\n\r\n") + 4);
		int announced = Integer.parseInt(response.replaceFirst("(?s).*Content-Length: (\\d+).*", "$1"));
		assertThat(body).isNotEmpty().hasSizeLessThan(announced).startsWith("{\"o");
		assertThat(fault.fired()).isEqualTo(1);
		assertThat(connections()).isEqualTo(afterCommit ? 1 : 0);
	}

	@Test
	void failsHttpClientByTruncation() {
		sandbox.faults().truncate();
		assertThatExceptionOfType(CompletionException.class)
			.isThrownBy(() -> client.exchange(client.request("GET", ENTERPRISE, null)))
			.withRootCauseInstanceOf(IOException.class);
	}

	@Test
	void delaysRequestBeforeCommit() {
		Fault fault = sandbox.faults().times(1).delay(LONG);
		CompletableFuture<HttpResponse<String>> response = sendCreate();
		awaitFired(fault);
		assertThat(connections()).isZero();
		assertThat(response).isNotDone();
		fault.clear();
		assertThat(response.join().statusCode()).isEqualTo(201);
		assertThat(connections()).isEqualTo(1);
	}

	@Test
	void delaysResponseAfterCommit() {
		Fault fault = creates().afterCommit().delay(LONG);
		CompletableFuture<HttpResponse<String>> response = sendCreate();
		await(() -> connections() == 1);
		assertThat(response).isNotDone();
		fault.clear();
		assertThat(response.join().statusCode()).isEqualTo(201);
	}

	@Test
	void delaysForGivenTime() {
		sandbox.faults().times(1).delay(Duration.ofMillis(150));
		long start = System.nanoTime();
		assertThat(client.get(ENTERPRISE).status()).isEqualTo(200);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(150));
	}

	@Test
	void doesNotHoldUpOthersWhileOneIsDelayed() {
		Fault fault = creates().delay(LONG);
		for (int i = 0; i < 20; i++) {
			sendCreate();
		}
		await(() -> fault.fired() == 20);
		assertThat(client.get(ENTERPRISE).status()).isEqualTo(200);
		fault.clear();
	}

	@Test
	void hangsUntilCleared() {
		Fault fault = sandbox.faults().times(1).hang();
		assertThatExceptionOfType(SocketTimeoutException.class).isThrownBy(() -> raw(100));
		awaitFired(fault);
		assertThat(connections()).isZero();
		CompletableFuture<HttpResponse<String>> second = hang();
		sandbox.faults().clear();
		assertThat(second).failsWithin(Duration.ofSeconds(20));
	}

	@Test
	void hangsAfterCommit() {
		creates().afterCommit().hang();
		sendCreate();
		await(() -> connections() == 1);
	}

	@Test
	void closesWhileRequestsHang() {
		Sandbox other = Sandbox.start();
		ClerkClient otherClient = new ClerkClient(other);
		Fault fault = other.faults().hang();
		// The JDK's client sends a GET again by itself, a POST never
		CompletableFuture<HttpResponse<String>> response = otherClient
			.sendAsync(otherClient.request("POST", ENTERPRISE, BODY));
		awaitFired(fault);
		other.close();
		assertThat(response).failsWithin(Duration.ofSeconds(20));
	}

	private static CompletableFuture<HttpResponse<String>> hang() {
		Fault fault = sandbox.faults().times(1).hang();
		CompletableFuture<HttpResponse<String>> response = sendCreate();
		awaitFired(fault);
		return response;
	}

	private static Faults creates() {
		return sandbox.faults().on("POST", "/v1/enterprise_connections");
	}

	private static CompletableFuture<HttpResponse<String>> sendCreate() {
		return client.sendAsync(client.request("POST", ENTERPRISE, BODY).header("Content-Type", "application/json"));
	}

	private static int connections() {
		ApiResponse response = client.get(ENTERPRISE);
		return response.body().get("total_count").intValue();
	}

	private static void awaitFired(Fault fault) {
		await(() -> fault.fired() > 0);
	}

	private static void await(BooleanSupplier condition) {
		long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime()).as("deadline").isLessThan(deadline);
			Thread.onSpinWait();
		}
	}

	private static String raw(int timeoutInMillis) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", sandbox.port())) {
			socket.setSoTimeout(timeoutInMillis);
			String request = "POST /v1/enterprise_connections HTTP/1.1\r\nHost: localhost\r\n"
					+ "Authorization: Bearer sk_test_x\r\nContent-Type: application/json\r\nContent-Length: "
					+ BODY.length() + "\r\n\r\n" + BODY;
			socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
			InputStream in = socket.getInputStream();
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
