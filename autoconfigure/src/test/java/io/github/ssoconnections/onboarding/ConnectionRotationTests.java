// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.auth0.ConnectionStrategy;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.auth0.account.Auth0Account;
import io.github.ssoconnections.auth0.options.OidcIdpOptions;
import io.github.ssoconnections.auth0.options.OidcOptions;
import io.github.ssoconnections.auth0.options.SamlIdpOptions;
import io.github.ssoconnections.auth0.options.SamlpOptions;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.sandbox.idp.TestMetadata;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ConnectionRotation}. The rules are proved at the services of the
 * vendors.
 */
class ConnectionRotationTests {

	private static final String NEXT = pem(300);

	private final Fixture clerk = new Fixture.Clerk();

	private final Fixture auth0 = new Fixture.Auth0();

	@AfterEach
	void close() {
		this.clerk.sandbox().close();
		this.auth0.sandbox().close();
	}

	@Test
	void readsCertificatesWithDaysLeftAndFindings() {
		for (Fixture fixture : List.of(this.clerk, this.auth0)) {
			RotationState state = get(fixture, create(fixture, byHand(10)));
			assertThat(state.certificates()).hasSize(1);
			assertThat(state.certificates().get(0).daysLeft()).isEqualTo(9);
			assertThat(state.findings()).extracting(Finding::code).contains("certificate_expiring");
			assertThat(state.metadataUrl()).isNull();
		}
	}

	@Test
	void countsDaysOfExpiredCertificatesBackwards() {
		assertThat(get(this.clerk, create(this.clerk, byHand(-2))).certificates().get(0).daysLeft()).isEqualTo(-3);
	}

	@Test
	void saysWhatEachConnectionSupports() {
		assertThat(get(this.clerk, create(this.clerk, byHand(100))).unsupported())
			.containsOnlyKeys(RotationAction.REFRESH);
		assertThat(get(this.auth0, create(this.auth0, byHand(100))).unsupported()).containsOnlyKeys(RotationAction.ADD,
				RotationAction.REMOVE, RotationAction.REFRESH);
	}

	@Test
	void supportsRefreshWithMetadataUrl() {
		RotationState state = get(this.clerk, create(this.clerk, IdpSettings.metadataUrl(Fixture.METADATA_URL)));
		assertThat(state.unsupported()).isEmpty();
		assertThat(state.metadataUrl()).isEqualTo(Fixture.METADATA_URL);
		assertThat(get(this.auth0, create(this.auth0, IdpSettings.metadataUrl(Fixture.METADATA_URL))).unsupported())
			.containsOnlyKeys(RotationAction.ADD, RotationAction.REMOVE);
	}

	@Test
	void supportsNothingForOidc() {
		for (Fixture fixture : List.of(this.clerk, this.auth0)) {
			RotationState state = get(fixture, create(fixture, Fixture.oidc()));
			assertThat(state.unsupported()).containsOnlyKeys(RotationAction.values());
			assertThat(state.certificates()).isEmpty();
		}
	}

	@Test
	void addsAndRemovesAtClerk() {
		String id = create(this.clerk, byHand(10));
		ConnectionRotation rotation = this.clerk.onboarding().rotation();
		SigningCertificate next = SigningCertificate.parse(NEXT);
		RotationResult added = rotation.add(id, next).block(Fixture.TIMEOUT);
		assertThat(added.added()).containsExactly(next.sha256());
		assertThat(added.removed()).isEmpty();
		assertThat(added.isComplete()).isTrue();
		assertThat(added.isVerified()).isTrue();
		String old = added.before().get(0);
		assertThatExceptionOfType(SsoApiException.InvalidRequest.class)
			.isThrownBy(() -> rotation.replace(id, CertificateReplacement.of(SigningCertificate.parse(pem(200))))
				.block(Fixture.TIMEOUT))
			.withMessageContaining("name the one to replace");
		RotationResult removed = rotation.remove(id, old).block(Fixture.TIMEOUT);
		assertThat(removed.removed()).containsExactly(old);
		assertThat(get(this.clerk, id).certificates()).hasSize(1);
	}

	@Test
	void rejectsAddAndRemoveAtAuth0BeforeAnyRequest() {
		String id = create(this.auth0, byHand(10));
		ConnectionRotation rotation = this.auth0.onboarding().rotation();
		int requests = this.auth0.sandbox().requests().size();
		for (Mono<RotationResult> change : List.of(rotation.add(id, SigningCertificate.parse(NEXT)),
				rotation.remove(id, "ab"))) {
			assertThatExceptionOfType(SsoApiException.InvalidRequest.class)
				.isThrownBy(() -> change.block(Fixture.TIMEOUT))
				.withMessageContaining("not sent: a connection at Auth0 uses one certificate: replace it");
		}
		assertThat(this.auth0.sandbox().requests()).hasSize(requests);
	}

	@Test
	void replacesTheOnlyCertificate() {
		SigningCertificate next = SigningCertificate.parse(NEXT);
		for (Fixture fixture : List.of(this.clerk, this.auth0)) {
			String id = create(fixture, byHand(10));
			RotationResult result = fixture.onboarding()
				.rotation()
				.replace(id, CertificateReplacement.of(next))
				.block(Fixture.TIMEOUT);
			assertThat(result.after()).containsExactly(next.sha256());
			assertThat(result.removed()).hasSize(1);
			assertThat(result.isComplete()).isTrue();
			assertThat(result.notes()).isEmpty();
			assertThat(fixture.onboarding()
				.rotation()
				.replace(id, CertificateReplacement.of(next))
				.block(Fixture.TIMEOUT)
				.added()).isEmpty();
		}
	}

	@Test
	void replacesTheNamedCertificateAtClerk() {
		String id = create(this.clerk, byHand(10));
		ConnectionRotation rotation = this.clerk.onboarding().rotation();
		String old = rotation.add(id, SigningCertificate.parse(NEXT)).block(Fixture.TIMEOUT).before().get(0);
		SigningCertificate third = SigningCertificate.parse(pem(200));
		RotationResult result = rotation.replace(id, CertificateReplacement.of(third).replacing(old))
			.block(Fixture.TIMEOUT);
		assertThat(result.removed()).containsExactly(old);
		assertThat(result.added()).containsExactly(third.sha256());
	}

	@Test
	void keepsTheMetadataUrlAtAuth0UnlessItIsGivenUp() {
		String id = create(this.auth0, IdpSettings.metadataUrl(Fixture.METADATA_URL));
		ConnectionRotation rotation = this.auth0.onboarding().rotation();
		CertificateReplacement replacement = CertificateReplacement.of(SigningCertificate.parse(NEXT));
		assertThatExceptionOfType(SsoApiException.InvalidRequest.class)
			.isThrownBy(() -> rotation.replace(id, replacement).block(Fixture.TIMEOUT));
		assertThat(rotation.replace(id, replacement.givingUpMetadataUrl()).block(Fixture.TIMEOUT).isComplete())
			.isTrue();
		assertThat(get(this.auth0, id).metadataUrl()).isNull();
	}

	@Test
	void refreshesFromMetadata() {
		String metadata = TestMetadata.xml("https://idp.acme.com", "https://idp.acme.com/sso2", NEXT);
		String next = SigningCertificate.parse(NEXT).sha256();
		for (Fixture fixture : List.of(this.clerk, this.auth0)) {
			String id = create(fixture, IdpSettings.metadataUrl(Fixture.METADATA_URL));
			ConnectionRotation rotation = fixture.onboarding().rotation();
			fixture.sandbox().publishMetadata(Fixture.METADATA_URL, metadata);
			assertThatExceptionOfType(
					SsoApiException.InvalidRequest.class)
				.isThrownBy(() -> rotation
					.refresh(id,
							(url) -> Mono.just(SamlMetadata
								.parse(metadata.replaceAll("(?s)<[a-z:]*KeyDescriptor.*KeyDescriptor>", ""))))
					.block(Fixture.TIMEOUT));
			RotationResult result = rotation.refresh(id, (url) -> Mono.just(SamlMetadata.parse(metadata)))
				.block(Fixture.TIMEOUT);
			assertThat(result.added()).containsExactly(next);
			assertThat(rotation.refresh(id).block(Fixture.TIMEOUT).added()).isEmpty();
		}
		assertThat(this.auth0.sandbox().requests()).isNotEmpty();
	}

	@Test
	void describesResults() {
		RotationResult result = new RotationResult("id", List.of("a", "b"), List.of("b", "c"), true, true, List.of());
		assertThat(Map.of("added", result.added(), "removed", result.removed()))
			.isEqualTo(Map.of("added", List.of("c"), "removed", List.of("a")));
	}

	private static IdpSettings byHand(int days) {
		return IdpSettings.saml("https://idp.acme.com", "https://idp.acme.com/sso", pem(days));
	}

	private static String pem(int days) {
		Instant now = Instant.now();
		return TestCertificates.selfSigned("idp " + days, now.minus(Duration.ofDays(400)),
				now.plus(Duration.ofDays(days)).minusSeconds(3600));
	}

	// Without the search that a safe creation begins with
	private static String create(Fixture fixture, IdpSettings idp) {
		if (fixture instanceof Fixture.Auth0) {
			fixture.sandbox().seed("{\"auth0\": [" + WireJson.mapper().writeValueAsString(auth0(idp)) + "]}");
			Auth0ConnectionDetails details = Auth0ConnectionDetails.ofToken(fixture.sandbox().auth0().baseUrl(),
					fixture.sandbox().auth0().audience(), fixture.sandbox().auth0().token());
			return Auth0Account.of(Auth0Client.create(WebClient.builder(), details))
				.connections()
				.listAll()
				.map(Auth0Connection::id)
				.blockFirst(Fixture.TIMEOUT);
		}
		OnboardingState state = fixture.onboarding().create(fixture.request(idp)).block(Fixture.TIMEOUT);
		return Objects.requireNonNull(state.connectionId());
	}

	private static NewAuth0Connection auth0(IdpSettings idp) {
		NewAuth0Connection connection = new NewAuth0Connection().name("acme").strategy(ConnectionStrategy.SAMLP);
		if (idp instanceof IdpSettings.MetadataUrl url) {
			return connection.options(new SamlpOptions().set(SamlpOptions.METADATA_URL, url.url()));
		}
		if (idp instanceof IdpSettings.Saml saml) {
			return connection.options(new SamlpOptions().set(SamlIdpOptions.SIGN_IN_ENDPOINT, saml.ssoUrl())
				.set(SamlIdpOptions.SIGNING_CERT, saml.certificates().get(0)));
		}
		IdpSettings.Oidc oidc = (IdpSettings.Oidc) idp;
		return connection.strategy(ConnectionStrategy.OIDC)
			.options(new OidcOptions().set(OidcIdpOptions.CLIENT_ID, oidc.clientId())
				.set(OidcOptions.DISCOVERY_URL, oidc.issuer())
				.set(OidcIdpOptions.TYPE, "front_channel"));
	}

	private static RotationState get(Fixture fixture, String id) {
		return fixture.onboarding().rotation().get(id).block(Fixture.TIMEOUT);
	}

}
