// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which certificates a connection has, given responses of all shapes.
 */
class TrustedIdpTests {

	@RegisterExtension
	static final Wire wire = new Wire();

	private static final SigningCertificate A = certificate();

	private static final SigningCertificate B = certificate();

	@Test
	void returnsThePrimaryCertificateWhenThereIsNoList() {
		assertThat(certificates(A.base64(), (List<IdpCertificate>) null)).containsExactly(A);
		assertThat(certificates(A.pem(), List.of())).containsExactly(A);
	}

	@Test
	void returnsEachCertificateOnceThePrimaryOneFirst() {
		assertThat(certificates(B.base64(), listed(A.base64(), B.base64()))).containsExactly(B, A);
		assertThat(certificates(null, listed(A.base64(), B.base64()))).containsExactly(A, B);
	}

	@Test
	void hasNoneWhenResponseHasNone() {
		assertThat(certificates(null, (List<IdpCertificate>) null)).isEmpty();
	}

	@Test
	void failsWhenOneCannotBeRead() {
		for (String unreadable : Arrays.asList("AAAA", "see attachment", null)) {
			assertThatExceptionOfType(SsoApiException.MalformedResponse.class)
				.isThrownBy(() -> certificates(A.base64(), listed(A.base64(), unreadable)))
				.withMessageStartingWith(
						"clerk saml_connections.update: the certificates of the connection samlc_1 cannot be read.");
		}
	}

	@Test
	void ignoresEmptyCertificates() {
		assertThat(certificates("", listed("", " "))).isEmpty();
		assertThat(certificates("", listed(A.base64(), ""))).containsExactly(A);
	}

	@Test
	void knowsWhatJavaCannotReadByItsBytes() {
		byte[] der = A.der();
		byte[] cutOff = Arrays.copyOf(der, 200);
		String text = Base64.getEncoder().encodeToString(cutOff);
		assertThat(certificates(A.base64(), listed(A.base64(), text))).hasSize(2).last().satisfies((one) -> {
			assertThat(one.isReadable()).isFalse();
			assertThat(one.der()).isEqualTo(cutOff);
		});
	}

	@Test
	void addsTheFirstCertificateToDraft() throws IOException {
		try (InputStream draft = getClass().getResourceAsStream("/clerk/empty-primary-certificate.json")) {
			wire.respondsWith(200, new String(draft.readAllBytes(), StandardCharsets.UTF_8));
		}
		ClerkClient client = Clerk.client(wire);
		EnterpriseConnectionCertificates certificates = EnterpriseConnectionCertificates
			.create(EnterpriseConnectionService.create(client), client);
		StepVerifier.create(certificates.list("ent_1")).expectNext(List.of()).expectComplete().verify(Clerk.TIMEOUT);
		StepVerifier.create(certificates.add("ent_1", A))
			.assertNext((change) -> assertThat(change.before()).isEmpty())
			.expectComplete()
			.verify(Clerk.TIMEOUT);
		assertThat(wire.requests()).map((request) -> request.getMethod().getName()).contains("PATCH");
	}

	@Test
	void nothingIsWrittenWhenOneCannotBeRead() {
		wire.respondsWith(200,
				"{\"id\":\"ent_1\",\"saml_connection\":{\"id\":\"samlc_1\",\"idp_certificate\":\"AAAA\"}}");
		ClerkClient client = Clerk.client(wire);
		StepVerifier
			.create(EnterpriseConnectionCertificates.create(EnterpriseConnectionService.create(client), client)
				.add("ent_1", A))
			.expectError(SsoApiException.MalformedResponse.class)
			.verify(Clerk.TIMEOUT);
		assertThat(wire.requests()).allMatch((request) -> request.getMethod().getName().equals("GET"));
	}

	private static List<SigningCertificate> certificates(String primary, List<IdpCertificate> all) {
		return TrustedIdp.of(Account.ofDefault("clerk"), "saml_connections.update", "samlc_1", all, primary, null, null)
			.certificates();
	}

	private static List<IdpCertificate> listed(String... certificates) {
		return Arrays.stream(certificates)
			.map((certificate) -> new IdpCertificate(certificate, null, null, Map.of()))
			.toList();
	}

	private static SigningCertificate certificate() {
		Instant now = Instant.now();
		return SigningCertificate.parse(TestCertificates.selfSigned("idp", now, now.plus(Duration.ofDays(1))));
	}

}
