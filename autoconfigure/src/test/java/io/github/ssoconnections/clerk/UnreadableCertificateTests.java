// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.certificate.CertificateText;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Rotation of certificates beside one that Clerk trusts and Java cannot read.
 */
class UnreadableCertificateTests {

	@RegisterExtension
	static final Wire wire = new Wire();

	private static final SigningCertificate UNREADABLE = unreadable();

	private static final SigningCertificate A = valid("a");

	private static final SigningCertificate B = valid("b");

	private final ClerkClient client = Clerk.client(wire);

	private final EnterpriseConnectionCertificates certificates = EnterpriseConnectionCertificates
		.create(EnterpriseConnectionService.create(this.client), this.client);

	@Test
	void listsIt() {
		trusted(A, UNREADABLE);
		StepVerifier.create(this.certificates.list("ent_1"))
			.expectNext(List.of(A, UNREADABLE))
			.expectComplete()
			.verify(Clerk.TIMEOUT);
	}

	@Test
	void sendsItBackWithItsBytes() {
		trusted(A, UNREADABLE);
		StepVerifier.create(this.certificates.add("ent_1", B))
			.expectNextCount(1)
			.expectComplete()
			.verify(Clerk.TIMEOUT);
		assertThat(written()).containsExactly(A.pem(), UNREADABLE.pem(), B.pem());
	}

	@Test
	void removesItByItsFingerprint() {
		trusted(A, UNREADABLE);
		StepVerifier.create(this.certificates.remove("ent_1", UNREADABLE.sha256()))
			.expectNextCount(1)
			.expectComplete()
			.verify(Clerk.TIMEOUT);
		assertThat(written()).containsExactly(A.pem());
	}

	@Test
	void isNeverValid() {
		trusted(A, UNREADABLE);
		rejects(this.certificates.remove("ent_1", A.sha256()), "no valid certificate would be left");
	}

	@Test
	void isNeverExpired() {
		trusted(UNREADABLE);
		StepVerifier.create(this.certificates.removeExpired("ent_1"))
			.assertNext((change) -> assertThat(change.after()).containsExactly(UNREADABLE.sha256()))
			.expectComplete()
			.verify(Clerk.TIMEOUT);
		assertThat(wire.requests()).noneMatch(UnreadableCertificateTests::isWrite);
	}

	@Test
	void countsItAmongTheFive() {
		trusted(A, UNREADABLE, valid("c"), valid("d"), valid("e"));
		rejects(this.certificates.add("ent_1", B), "the connection trusts 5 certificates, and Clerk takes 5");
	}

	@Test
	void addsNoneThatJavaCannotRead() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.certificates.add("ent_1", UNREADABLE))
			.withMessageStartingWith(
					"'certificate' must be readable. The certificate is complete, but its issuer has " + "no name");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.certificates.replace("ent_1", A.sha256(), UNREADABLE));
		assertThat(wire.requests()).isEmpty();
	}

	private static void rejects(Mono<?> change, String message) {
		StepVerifier.create(change)
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.InvalidRequest.class)
				.hasMessageContaining(message))
			.verify(Clerk.TIMEOUT);
		assertThat(wire.requests()).noneMatch(UnreadableCertificateTests::isWrite);
	}

	private static void trusted(SigningCertificate... certificates) {
		wire.respondsWith(200,
				Arrays.stream(certificates)
					.map((one) -> "{\"certificate\":\"" + one.base64() + "\"}")
					.collect(Collectors.joining(",",
							"{\"id\":\"ent_1\",\"saml_connection\":{\"id\":\"samlc_1\",\"idp_certificates\":[",
							"]}}")));
	}

	private static List<String> written() {
		LoggedRequest write = wire.requests()
			.stream()
			.filter(UnreadableCertificateTests::isWrite)
			.findFirst()
			.orElseThrow();
		List<String> texts = new ArrayList<>();
		for (JsonNode one : WireJson.mapper().readTree(write.getBodyAsString()).at("/saml/idp_certificates")) {
			texts.add(one.stringValue());
		}
		return texts;
	}

	private static boolean isWrite(LoggedRequest request) {
		return request.getMethod().getName().equals("PATCH");
	}

	private static SigningCertificate unreadable() {
		try {
			String pem = Files.readString(Path.of("src/test/resources/certificates/empty-issuer.pem"));
			return CertificateText.read(pem).certificates().get(0);
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static SigningCertificate valid(String name) {
		Instant now = Instant.now();
		return SigningCertificate.parse(TestCertificates.selfSigned(name, now.minusSeconds(60), now.plusSeconds(3600)));
	}

}
