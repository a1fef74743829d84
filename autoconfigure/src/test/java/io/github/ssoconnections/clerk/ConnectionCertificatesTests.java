// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.client.ApiClient;
import io.github.ssoconnections.client.ApiClientListener;
import io.github.ssoconnections.client.ApiClientSettings;
import io.github.ssoconnections.client.CreateOrFind;
import io.github.ssoconnections.client.ratelimit.RateLimitSettings;
import io.github.ssoconnections.sandbox.Fault;
import io.github.ssoconnections.sandbox.Faults;
import io.github.ssoconnections.sandbox.RecordedRequest;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.sandbox.idp.TestMetadata;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.test.StepVerifier;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Rotation over an account that behaves as the vendor's does, and loses what it is told
 * to lose.
 */
class ConnectionCertificatesTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final String ENTERPRISE = "/v1/enterprise_connections/*";

	private static final String METADATA_URL = "https://idp.acme.example/metadata";

	private static final SigningCertificate A = valid("a");

	private static final SigningCertificate B = valid("b");

	private static final SigningCertificate C = valid("c");

	private static final SigningCertificate D = valid("d");

	private static final SigningCertificate E = valid("e");

	private static final SigningCertificate EXPIRED = certificate("expired", -300, -1);

	private static final SigningCertificate NEXT = certificate("next", 10, 300);

	private static Sandbox sandbox;

	private final List<ConnectionChanged> changes = new ArrayList<>();

	private final ClerkClient client = client(Duration.ofSeconds(10), new ApiClientListener() {
		@Override
		public void onChange(ConnectionChanged change) {
			ConnectionCertificatesTests.this.changes.add(change);
		}
	});

	private final EnterpriseConnectionService service = EnterpriseConnectionService.create(this.client);

	private final EnterpriseConnectionCertificates certificates = EnterpriseConnectionCertificates.create(this.service,
			this.client);

	@BeforeAll
	static void start() {
		sandbox = Sandbox.start();
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@BeforeEach
	void reset() {
		sandbox.reset();
	}

	@Test
	void listsPrimaryOneFirst() {
		String id = connection(EXPIRED, A, NEXT);
		assertThat(this.certificates.list(id).block(LIMIT)).containsExactly(A, EXPIRED, NEXT);
	}

	@Test
	void addsBesideTheOthers() {
		String id = connection(A, EXPIRED);
		CertificateChange change = this.certificates.add(id, NEXT).block(LIMIT);
		assertThat(change).isEqualTo(new CertificateChange(id, sha256(A, EXPIRED), sha256(A, EXPIRED, NEXT),
				sha256(NEXT), List.of(), List.of(), List.of(), true));
		assertThat(change.isComplete()).isTrue();
		assertThat(patches()).singleElement().extracting(RecordedRequest::body).isEqualTo(written(A, EXPIRED, NEXT));
		assertThat(trusted(id)).containsExactly(A, EXPIRED, NEXT);
	}

	@Test
	void readsTheConnectionBeforeAndAfterTheWriteOnly() {
		String id = connection(A);
		int before = sandbox.requests().size();
		this.certificates.add(id, B).block(LIMIT);
		assertThat(sandbox.requests().stream().skip(before)).extracting(RecordedRequest::method)
			.containsExactly("GET", "PATCH", "GET");
	}

	@Test
	void notifiesListenersOfCertificatesBeforeTheChange() {
		String id = connection(A);
		this.certificates.add(id, B).block(LIMIT);
		assertThat(this.changes).last().satisfies((change) -> {
			assertThat(change.connectionId()).isEqualTo(id);
			assertThat(change.changedFields()).containsExactly("saml.idp_certificates");
			assertThat(change.certificatesBefore()).isEqualTo(sha256(A));
			assertThat(change.certificatesAfter()).isEqualTo(sha256(A, B));
		});
	}

	@Test
	void writesNothingWithoutChanges() {
		String id = connection(A, B);
		assertThat(this.certificates.add(id, B).block(LIMIT)).isEqualTo(CertificateChange.none(id, sha256(A, B)));
		assertThat(this.certificates.remove(id, C.sha256()).block(LIMIT).after()).isEqualTo(sha256(A, B));
		assertThat(this.certificates.removeExpired(id).block(LIMIT).after()).isEqualTo(sha256(A, B));
		assertThat(this.certificates.replace(id, C.sha256(), B).block(LIMIT).isComplete()).isTrue();
		assertThat(patches()).isEmpty();
	}

	@Test
	void rejectsTheSixth() {
		String id = connection(A, B, C, D, E);
		rejects(this.certificates.add(id, NEXT),
				"clerk enterprise_connections.update: not sent: the connection trusts 5 certificates, and Clerk takes 5; "
						+ "remove certificates that have expired or that the IdP no longer signs with, or replace one");
		CertificateChange change = this.certificates.replace(id, E.sha256(), NEXT).block(LIMIT);
		assertThat(change.added()).isEqualTo(sha256(NEXT));
		assertThat(change.removed()).isEqualTo(sha256(E));
		assertThat(trusted(id)).containsExactly(A, B, C, D, NEXT);
	}

	@Test
	void removesByFingerprintInAnyFormat() {
		String id = connection(A, B, C, EXPIRED);
		String colons = B.sha256().toUpperCase(Locale.ROOT).replaceAll("..(?!$)", "$0:");
		CertificateChange change = this.certificates.remove(id, colons, C.sha256(), D.sha256()).block(LIMIT);
		assertThat(change.removed()).isEqualTo(sha256(B, C));
		assertThat(change.after()).isEqualTo(sha256(A, EXPIRED));
		assertThat(this.certificates.removeExpired(id).block(LIMIT).removed()).isEqualTo(sha256(EXPIRED));
		assertThat(trusted(id)).containsExactly(A);
	}

	@Test
	void keepsOneThatIsValid() {
		String id = connection(A, EXPIRED, NEXT);
		String reason = "no valid certificate would be left";
		rejects(this.certificates.remove(id, A.sha256()), reason);
		rejects(this.certificates.replace(id, A.sha256(), EXPIRED), reason);
		rejects(this.certificates.remove(id, A.sha256(), EXPIRED.sha256(), NEXT.sha256()), reason);
		String expired = connection(EXPIRED);
		rejects(this.certificates.removeExpired(expired), reason);
		assertThat(this.certificates.replace(expired, EXPIRED.sha256(), NEXT).block(LIMIT).isComplete()).isTrue();
	}

	@Test
	void rejectsConnectionsThatAreNotSaml() {
		String id = this.service
			.create(new NewEnterpriseConnection().name("Acme")
				.provider(ConnectionProvider.OIDC_CUSTOM)
				.domains("acme.example")
				.oidc(new OidcSettings().clientId("id").discoveryUrl("https://idp.acme.example/oidc")))
			.block(LIMIT)
			.id();
		rejects(this.certificates.add(id, A), "only SAML connections have signing certificates");
	}

	@Test
	void rejectsArgumentsAtTheCall() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.certificates.list("../users"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.certificates.add("../users", A));
		assertThatIllegalArgumentException().isThrownBy(() -> this.certificates.add("ent_1", null))
			.withMessage("'certificate' must not be null");
		assertThatIllegalArgumentException().isThrownBy(() -> this.certificates.remove("ent_1"));
		assertThatIllegalArgumentException().isThrownBy(() -> this.certificates.remove("ent_1", "ab:cd"))
			.withMessage("'sha256' must be 64 hexadecimal digits");
		assertThatIllegalArgumentException().isThrownBy(() -> this.certificates.replace("ent_1", A.sha256(), A));
		assertThat(sandbox.requests()).isEmpty();
	}

	@Test
	void losesNothingInConcurrentUpdates() {
		SamlConnectionService saml = SamlConnectionService.create(this.client);
		ConnectionCertificates other = SamlConnectionCertificates.create(saml, this.client);
		List<SigningCertificate> first = List.of(A, B, C, D, E);
		String id = connection(first.toArray(new SigningCertificate[0]));
		String samlId = this.service.get(id).block(LIMIT).saml().id();
		Fault slow = sandbox.faults().on("PATCH", "/v1/*/*").delay(Duration.ofMillis(5));
		List<SigningCertificate> last = new ArrayList<>();
		List<Mono<CertificateChange>> changes = new ArrayList<>();
		for (int i = 0; i < first.size(); i++) {
			SigningCertificate present = first.get(i);
			for (int j = 0; j < 5; j++) {
				SigningCertificate next = valid(i + "." + j);
				String replaced = present.sha256();
				changes.add(((i + j) % 2 == 0) ? this.certificates.replace(id, replaced, next)
						: other.replace(samlId, replaced, next));
				present = next;
			}
			last.add(present);
		}
		// Each chain in its order, all chains at the same time
		List<CertificateChange> made = Flux.range(0, 5)
			.flatMap((chain) -> Flux.concat(changes.subList(chain * 5, chain * 5 + 5)), 5)
			.collectList()
			.block(LIMIT);
		assertThat(made).hasSize(25).allSatisfy((change) -> {
			assertThat(change.isComplete()).isTrue();
			assertThat(change.verified()).isTrue();
			assertThat(change.added()).hasSize(1);
			assertThat(change.removed()).hasSize(1);
		});
		assertThat(slow.fired()).isEqualTo(25);
		assertThat(trusted(id)).containsExactlyInAnyOrderElementsOf(last);
	}

	@Test
	void reportsWhatAnotherProcessHasOverwritten() {
		String id = connection(A);
		ClerkClient elsewhere = client(Duration.ofSeconds(10), ApiClientListener.NONE);
		ConnectionCertificates other = EnterpriseConnectionCertificates
			.create(EnterpriseConnectionService.create(elsewhere), elsewhere);
		Fault late = sandbox.faults().on("PATCH", ENTERPRISE).times(1).delay(LIMIT);
		Mono<CertificateChange> theirs = other.add(id, C).cache();
		Disposable running = theirs.subscribe();
		awaitFired(late);
		// They have read before our write, and write before our look at it
		Fault slow = sandbox.faults().on("PATCH", ENTERPRISE).times(1).afterCommit().delay(LIMIT);
		Mono<CertificateChange> ours = this.certificates.add(id, B).cache();
		running = (running.isDisposed()) ? running : ours.subscribe();
		awaitFired(slow);
		late.clear();
		assertThat(theirs.block(LIMIT).isComplete()).isTrue();
		slow.clear();
		assertThat(ours.block(LIMIT)).isEqualTo(
				new CertificateChange(id, sha256(A), sha256(A, C), sha256(C), List.of(), sha256(B), List.of(), true));
		assertThat(this.certificates.add(id, B).block(LIMIT).after()).isEqualTo(sha256(A, C, B));
	}

	@Test
	void reportsWhatAnotherProcessHasRestored() {
		String id = connection(A, B);
		ClerkClient elsewhere = client(Duration.ofSeconds(10), ApiClientListener.NONE);
		EnterpriseConnectionService other = EnterpriseConnectionService.create(elsewhere);
		Fault slow = sandbox.faults().on("PATCH", ENTERPRISE).times(1).afterCommit().delay(LIMIT);
		Mono<CertificateChange> ours = this.certificates.remove(id, B.sha256()).cache();
		ours.subscribe();
		awaitFired(slow);
		other.update(id, patch(A, B)).block(LIMIT);
		slow.clear();
		assertThat(ours.block(LIMIT).returned()).isEqualTo(sha256(B));
		assertThat(ours.block(LIMIT).isComplete()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "502", "reset", "truncate" })
	void succeedsWhenTheResponseIsLostAndTheWriteIsNot(String loss) {
		String id = connection(A);
		Fault fault = lose(sandbox.faults().on("PATCH", ENTERPRISE).times(1).afterCommit(), loss);
		CertificateChange change = this.certificates.add(id, B).block(LIMIT);
		assertThat(fault.fired()).isEqualTo(1);
		assertThat(change.added()).isEqualTo(sha256(B));
		assertThat(change.isComplete() && change.verified()).isTrue();
		assertThat(patches()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "502", "reset", "truncate" })
	void reportsUnknownOutcomeWhenTheWriteIsLost(String loss) {
		String id = connection(A, B);
		ClerkClient impatient = client(Duration.ofMillis(500), ApiClientListener.NONE);
		ConnectionCertificates certificates = EnterpriseConnectionCertificates
			.create(EnterpriseConnectionService.create(impatient), impatient);
		Fault fault = lose(sandbox.faults().on("PATCH", ENTERPRISE).times(1), loss);
		StepVerifier.create(certificates.add(id, C)).expectErrorSatisfies((failure) -> {
			assertThat(CreateOrFind.isResponseLost(failure)).isTrue();
			assertThat(failure).hasMessageStartingWith("clerk enterprise_connections.update");
		}).verify(LIMIT);
		assertThat(fault.fired()).isEqualTo(1);
		assertThat(patches()).hasSize(1);
		assertThat(trusted(id)).containsExactly(A, B);
	}

	@Test
	void alwaysWritesTheCompleteList() {
		String id = connection(A, B);
		this.certificates.add(id, C).block(LIMIT);
		this.certificates.replace(id, C.sha256(), D).block(LIMIT);
		this.certificates.remove(id, D.sha256()).block(LIMIT);
		// A crash after any of them, or before, leaves what was trusted throughout
		assertThat(patches()).map(RecordedRequest::body)
			.containsExactly(written(A, B, C), written(A, B, D), written(A, B));
	}

	@Test
	void writesNothingWhenCancelledBeforeTheWrite() {
		String id = connection(A);
		Fault slow = sandbox.faults().on("GET", ENTERPRISE).times(1).delay(LIMIT);
		Disposable running = this.certificates.add(id, B).subscribe();
		awaitFired(slow);
		running.dispose();
		slow.clear();
		assertThat(this.certificates.add(id, C).block(LIMIT).after()).isEqualTo(sha256(A, C));
		assertThat(patches()).singleElement().extracting(RecordedRequest::body).isEqualTo(written(A, C));
	}

	@Test
	void nextUpdateWaitsForCancelledUpdateThatIsBeingWritten() {
		String id = connection(A);
		Fault late = sandbox.faults().on("PATCH", ENTERPRISE).times(1).delay(LIMIT);
		Disposable running = this.certificates.add(id, B).subscribe();
		awaitFired(late);
		running.dispose();
		Mono<CertificateChange> next = this.certificates.add(id, C).cache();
		next.subscribe();
		late.clear();
		assertThat(next.block(LIMIT).before()).isEqualTo(sha256(A, B));
		assertThat(trusted(id)).containsExactly(A, B, C);
	}

	@Test
	void reportsThatTheReadAfterTheWriteFailed() {
		String id = connection(A);
		Fault slow = sandbox.faults().on("PATCH", ENTERPRISE).times(1).afterCommit().delay(LIMIT);
		Mono<CertificateChange> change = this.certificates.add(id, B).cache();
		change.subscribe();
		awaitFired(slow);
		Fault rejected = sandbox.faults().on("GET", ENTERPRISE).times(1).status(403);
		slow.clear();
		assertThat(change.block(LIMIT).verified()).isFalse();
		assertThat(change.block(LIMIT).after()).isEqualTo(sha256(A, B));
		assertThat(rejected.fired()).isEqualTo(1);
	}

	@Test
	void refreshesMetadata() {
		String id = connectionWithMetadata(A);
		sandbox.publishMetadata(METADATA_URL, metadata(B));
		assertThat(this.certificates.refreshMetadata(id).block(LIMIT)).isEqualTo(
				new CertificateChange(id, sha256(A), sha256(B), sha256(B), sha256(A), List.of(), List.of(), true));
		assertThat(patches()).singleElement()
			.extracting(RecordedRequest::body)
			.isEqualTo("{\"saml\":{\"idp_metadata_url\":\"" + METADATA_URL + "\"}}");
		Fault lost = sandbox.faults().on("PATCH", ENTERPRISE).times(1).afterCommit().reset();
		sandbox.publishMetadata(METADATA_URL, metadata(C));
		assertThat(this.certificates.refreshMetadata(id).block(LIMIT).after()).isEqualTo(sha256(C));
		assertThat(lost.fired()).isEqualTo(1);
	}

	@Test
	void rejectsToRefreshWithoutMetadataUrl() {
		rejects(this.certificates.refreshMetadata(connection(A)), "the connection has no metadata URL");
	}

	@Test
	void checksMetadataBeforeRefreshing() {
		String id = connectionWithMetadata(A);
		sandbox.publishMetadata(METADATA_URL, metadata(B));
		List<String> fetched = new ArrayList<>();
		assertThat(this.certificates.refreshMetadata(id, (url) -> {
			fetched.add(url);
			return Mono.just(SamlMetadata.parse(metadata(B)));
		}).block(LIMIT).after()).isEqualTo(sha256(B));
		assertThat(fetched).containsExactly(METADATA_URL);
	}

	@Test
	void rejectsToRefreshFromMetadataWithoutReadableCertificate() {
		String id = connectionWithMetadata(A);
		String unfit = metadata(B).replaceAll("(?s)<(\\w+:)?X509Certificate>.*?</", "<$1X509Certificate>MIIB</");
		int before = patches().size();
		rejects(this.certificates.refreshMetadata(id, (url) -> Mono.fromCallable(() -> SamlMetadata.parse(unfit))),
				"the metadata has no readable signing certificate");
		assertThat(patches()).hasSize(before);
		StepVerifier
			.create(this.certificates.refreshMetadata(id,
					(url) -> Mono.error(new IllegalStateException("unreachable"))))
			.expectErrorMessage("unreachable")
			.verify(LIMIT);
		assertThat(patches()).hasSize(before);
		assertThat(trusted(id)).containsExactly(A);
	}

	@Test
	void passesOnThatMetadataCannotBeRead() {
		String id = connectionWithMetadata(A);
		sandbox.publishMetadata(METADATA_URL, "<html/>");
		StepVerifier.create(this.certificates.refreshMetadata(id))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.InvalidRequest.class)
				.extracting((reason) -> ((SsoApiException) reason).code())
				.isEqualTo("saml_failed_to_parse_idp_metadata"))
			.verify(LIMIT);
		assertThat(trusted(id)).containsExactly(A);
	}

	@Test
	void doesTheSameForSamlConnections() {
		String id = this.service.get(connection(A)).block(LIMIT).saml().id();
		SamlConnectionCertificates certificates = SamlConnectionCertificates
			.create(SamlConnectionService.create(this.client), this.client);
		assertThat(certificates.list(id).block(LIMIT)).containsExactly(A);
		assertThat(certificates.add(id, B).block(LIMIT).added()).isEqualTo(sha256(B));
		assertThat(certificates.remove(id, A.sha256()).block(LIMIT).after()).isEqualTo(sha256(B));
		assertThat(patches()).map(RecordedRequest::body)
			.containsExactly(written(A, B).replaceAll("^\\{\"saml\":|}$", ""),
					written(B).replaceAll("^\\{\"saml\":|}$", ""));
		StepVerifier.create(certificates.refreshMetadata(id))
			.expectErrorMessage("clerk saml_connections.update: not sent: the connection has no metadata URL")
			.verify(LIMIT);
	}

	private static ClerkClient client(Duration responseTimeout, ApiClientListener listener) {
		HttpClient http = HttpClient.create().disableRetry(true);
		return ClerkClient.create(WebClient.builder().clientConnector(new ReactorClientHttpConnector(http)),
				ClerkConnectionDetails.of(sandbox.clerkApiKey(), sandbox.clerkBaseUrl()),
				ClerkSettings.defaults()
					.withClient(ApiClientSettings.defaults()
						.withTimeouts(responseTimeout, Duration.ofSeconds(20))
						.withRateLimit(RateLimitSettings.disabled())),
				new ApiClient.Instruments(ObservationRegistry.NOOP, listener));
	}

	private String connection(SigningCertificate... certificates) {
		return create(new NewEnterpriseConnection.Saml().idpEntityId("https://idp.acme.example")
			.idpSsoUrl("https://idp.acme.example/sso")
			.idpCertificates(Stream.of(certificates).map(SigningCertificate::pem).toList()));
	}

	private String connectionWithMetadata(SigningCertificate certificate) {
		sandbox.publishMetadata(METADATA_URL, metadata(certificate));
		return create(new NewEnterpriseConnection.Saml().idpMetadataUrl(METADATA_URL));
	}

	private String create(NewEnterpriseConnection.Saml saml) {
		return this.service
			.create(new NewEnterpriseConnection().name("Acme")
				.provider(ConnectionProvider.SAML_OKTA)
				.domains("acme.example")
				.saml(saml))
			.block(LIMIT)
			.id();
	}

	private static EnterpriseConnectionPatch patch(SigningCertificate... certificates) {
		return new EnterpriseConnectionPatch().saml(new EnterpriseConnectionPatch.Saml()
			.idpCertificates(Stream.of(certificates).map(SigningCertificate::pem).toList()));
	}

	private static void rejects(Mono<CertificateChange> change, String reason) {
		int before = patches().size();
		StepVerifier.create(change)
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.InvalidRequest.class)
				.hasMessageContaining(reason))
			.verify(LIMIT);
		assertThat(patches()).hasSize(before);
	}

	private static Fault lose(Faults faults, String loss) {
		return switch (loss) {
			case "reset" -> faults.reset();
			case "truncate" -> faults.truncate();
			default -> faults.status(Integer.parseInt(loss));
		};
	}

	private static void awaitFired(Fault fault) {
		Flux.interval(Duration.ZERO, Duration.ofMillis(2)).filter((tick) -> fault.fired() > 0).blockFirst(LIMIT);
	}

	private static List<RecordedRequest> patches() {
		return sandbox.requests().stream().filter((request) -> request.method().equals("PATCH")).toList();
	}

	private List<SigningCertificate> trusted(String id) {
		return this.certificates.list(id).block(LIMIT);
	}

	private static String written(SigningCertificate... certificates) {
		return "{\"saml\":{\"idp_certificates\":["
				+ String.join(",",
						Stream.of(certificates).map((one) -> "\"" + one.pem().replace("\n", "\\n") + "\"").toList())
				+ "]}}";
	}

	private static List<String> sha256(SigningCertificate... certificates) {
		return Stream.of(certificates).map(SigningCertificate::sha256).toList();
	}

	private static String metadata(SigningCertificate certificate) {
		return TestMetadata.xml("https://idp.acme.example", "https://idp.acme.example/sso", certificate.pem());
	}

	private static SigningCertificate valid(String name) {
		return certificate(name, -1, 300);
	}

	private static SigningCertificate certificate(String name, int fromDay, int toDay) {
		Instant now = Instant.now();
		return SigningCertificate.parse(TestCertificates.selfSigned(name, now.plus(Duration.ofDays(fromDay)),
				now.plus(Duration.ofDays(toDay))));
	}

}
