// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNoException;

class SandboxTests extends AbstractSandboxTests {

	@Test
	void startsEmptyOnFreePort() {
		try (Sandbox other = Sandbox.start()) {
			assertThat(other.port()).isPositive().isNotEqualTo(sandbox.port());
			assertThat(other.clerkBaseUrl()).isEqualTo("http://127.0.0.1:" + other.port() + "/v1");
			assertThat(other.clerkApiKey()).startsWith("sk_test_");
			assertThat(new ClerkClient(other).get(ENTERPRISE).body().get("total_count").intValue()).isZero();
		}
	}

	@Test
	void rejectsToStartWhenPortIsTaken() {
		assertThatIllegalStateException().isThrownBy(() -> Sandbox.start(sandbox.port()))
			.withMessageContaining(String.valueOf(sandbox.port()));
	}

	@Test
	void startsOnGivenPortOnceItIsFree() {
		Sandbox first = Sandbox.start();
		int port = first.port();
		first.close();
		try (Sandbox second = Sandbox.start(port)) {
			assertThat(second.port()).isEqualTo(port);
		}
	}

	@Test
	void listensOnOneAddressOfLoopbackOnly() throws IOException {
		List<InetAddress> others = NetworkInterface.networkInterfaces()
			.flatMap(NetworkInterface::inetAddresses)
			.filter((address) -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
			.collect(Collectors.toCollection(ArrayList::new));
		// Who listens on every address listens on this one, also where there is no
		// network
		others.add(InetAddress.getByName("127.0.0.2"));
		for (InetAddress other : others) {
			try (Socket socket = new Socket()) {
				assertThatIOException().as("%s", other)
					.isThrownBy(() -> socket.connect(new InetSocketAddress(other, sandbox.port()), 2000));
			}
		}
	}

	@Test
	void keepsWireMocksAdminApiToItself() {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + sandbox.port() + "/__admin/mappings"));
		assertThat(client.exchange(request).statusCode()).isEqualTo(401);
	}

	@Test
	void closesTwice() {
		Sandbox other = Sandbox.start();
		other.close();
		assertThatNoException().isThrownBy(other::close);
	}

	@Test
	void sharesNothingBetweenInstances() {
		client.create("Acme");
		try (Sandbox other = Sandbox.start()) {
			assertThat(new ClerkClient(other).get(ENTERPRISE).body().get("data")).isEmpty();
		}
	}

	@Test
	void seedsConnectionsWorthLookingAt() {
		sandbox.seed();
		ApiResponse all = client.get(ENTERPRISE + "?limit=100");
		assertThat(all.body().get("total_count").intValue()).isEqualTo(8);
		assertThat(all.body().findValuesAsText("provider")).contains("saml_okta", "saml_microsoft", "saml_google",
				"saml_custom", "oidc_custom");
		assertThat(all.body().get("data")).extracting((connection) -> connection.get("active").booleanValue())
			.contains(true, false);
		assertThat(all.body().get("data")).extracting((connection) -> connection.get("organization_id").isNull())
			.contains(true, false);
		assertThat(all.body().get("data"))
			.filteredOn((connection) -> connection.get("domains").toString().contains("\"acme.example\""))
			.hasSize(2);
	}

	@Test
	void seedsCertificatesThatExpireRelativeToNow() {
		sandbox.seed();
		long now = System.currentTimeMillis();
		long month = 30L * 24 * 60 * 60 * 1000;
		List<Long> expiries = client.get(SAML + "?limit=100")
			.body()
			.findValues("idp_certificate_expires_at")
			.stream()
			.filter((expiry) -> !expiry.isNull())
			.map((expiry) -> expiry.longValue() - now)
			.toList();
		assertThat(expiries).anyMatch((left) -> left < 0)
			.anyMatch((left) -> left > 0 && left < month)
			.anyMatch((left) -> left > 12 * month);
	}

	@Test
	void seedsRotationCustomAttributesAndLoginHint() {
		sandbox.seed();
		assertThat(client.get(SAML + "?limit=100").body().get("data"))
			.anyMatch((connection) -> connection.get("idp_certificates").size() > 1)
			.anyMatch((connection) -> connection.at("/login_hint/mode").asText().equals("custom_attribute"));
		assertThat(client.get(ENTERPRISE).body().get("data"))
			.anyMatch((connection) -> !connection.get("custom_attributes").isEmpty());
	}

	@Test
	void seedsWhateverTheLimit() {
		sandbox.connectionLimit(1).seed();
		assertThat(client.get(ENTERPRISE).body().get("total_count").intValue()).isEqualTo(8);
		assertRejected(client.createEnterprise(""), 403, "quota_exceeded", null);
	}

	@Test
	void resetsToStart() {
		sandbox.seed().removeSamlApi().connectionLimit(0).addVerifiedOrganizationDomain("acme.example");
		sandbox.publishMetadata("https://idp.example/metadata", "<broken");
		sandbox.faults().status(503);
		client.get(ENTERPRISE);
		sandbox.reset();
		assertThat(sandbox.requests()).isEmpty();
		assertThat(sandbox.faults().fired()).isZero();
		assertThat(sandbox.verifiedOrganizationDomains()).isEmpty();
		assertThat(client.get(SAML).body().get("total_count").intValue()).isZero();
		assertThat(client.createEnterprise("'saml': {'idp_metadata_url': 'https://idp.example/metadata'}").status())
			.isEqualTo(201);
	}

	@Test
	void recordsRequestsInOrder() {
		client.get(ENTERPRISE + "?limit=5&a=%2B");
		client.createEnterprise("");
		assertThat(sandbox.requests()).extracting(RecordedRequest::method).containsExactly("GET", "POST");
		RecordedRequest list = sandbox.requests().get(0);
		assertThat(list.url()).isEqualTo("/v1/enterprise_connections?limit=5&a=%2B");
		assertThat(list.header("authorization")).isEqualTo("Bearer " + sandbox.clerkApiKey());
		assertThat(list.header("X-Absent")).isNull();
		assertThat(list.body()).isEmpty();
		assertThat(sandbox.requests().get(1).body()).contains("\"provider\"");
	}

	@Test
	void masksSecretsWhenRecordedRequestIsPrinted() {
		client.createEnterprise("'provider': 'oidc_custom', 'oidc': {'client_secret': 'hush'}");
		assertThat(sandbox.requests().toString()).contains("POST", "Authorization", "******")
			.doesNotContain(sandbox.clerkApiKey())
			.doesNotContain("hush");
	}

	@Test
	void recordsRequestThatMeetsFault() {
		sandbox.faults().status(500);
		client.get(ENTERPRISE);
		assertThat(sandbox.requests()).hasSize(1);
	}

}
