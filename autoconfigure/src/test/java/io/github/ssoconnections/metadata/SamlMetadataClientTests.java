// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

import com.sun.management.UnixOperatingSystemMXBean;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.certificate.InvalidMetadataException;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SeveralIdpsException;
import io.github.ssoconnections.sandbox.idp.TestMetadata;
import io.github.ssoconnections.testing.RawServer;
import io.github.ssoconnections.testing.ServerCertificate;
import io.github.ssoconnections.testing.TestIdp;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.netty.http.client.HttpClient;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Fetches over TLS from loopback, which is "external" where a test allows it, and what is
 * not to be reached where it does not.
 */
class SamlMetadataClientTests {

	/** As much as a busy machine may need. */
	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final SamlMetadataSettings SETTINGS = SamlMetadataSettings.defaults().withTimeout(PATIENCE);

	private final Names names = new Names();

	@Test
	void fetchesMetadata() throws Exception {
		this.names.respond(TestIdp.HOST, "127.0.0.1");
		try (RawServer server = TestIdp.start()) {
			SamlMetadata metadata = fetch(client("127.0.0.1"), server, "/metadata?token=t0ken");
			assertThat(metadata.entityId()).isEqualTo(TestIdp.ENTITY_ID);
			assertThat(metadata.signingCertificates()).hasSize(1);
			List<String> request = server.requests().get(0).strip().lines().toList();
			assertThat(request.get(0)).isEqualTo("GET /metadata?token=t0ken HTTP/1.1");
			assertThat(request.subList(1, request.size())).map((line) -> line.toLowerCase(Locale.ROOT))
				.containsExactlyInAnyOrder("host: idp.example.com:" + server.port(), "user-agent: sso-connections",
						"accept: application/samlmetadata+xml, application/xml;q=0.9, text/xml;q=0.9, */*;q=0.1");
		}
	}

	@Test
	void keepsNoConnection() throws Exception {
		this.names.respond(TestIdp.HOST, "127.0.0.1");
		try (RawServer server = TestIdp.start()) {
			SamlMetadataClient client = client("127.0.0.1");
			fetch(client, server, "/");
			server.awaitHangUp();
			fetch(client, server, "/");
			server.awaitHangUp();
			assertThat(server.connections()).isEqualTo(2);
		}
	}

	@Test
	void choosesOneOfSeveralIdps() throws Exception {
		this.names.respond(TestIdp.HOST, "127.0.0.1");
		String other = TestMetadata.xml("urn:other", "https://other.example.com/sso");
		String both = "<EntitiesDescriptor xmlns=\"urn:oasis:names:tc:SAML:2.0:metadata\">"
				+ (TestIdp.METADATA + other).replaceAll("<\\?xml[^>]*>", "") + "</EntitiesDescriptor>";
		try (RawServer server = TestIdp.publishing(both)) {
			SamlMetadataClient client = client("127.0.0.1");
			assertThatExceptionOfType(SeveralIdpsException.class).isThrownBy(() -> fetch(client, server, "/"))
				.satisfies(
						(failure) -> assertThat(failure.entityIds()).containsExactly(TestIdp.ENTITY_ID, "urn:other"));
			assertThat(client.fetch(TestIdp.url(TestIdp.HOST, server, "/"), "urn:other").block(PATIENCE).ssoUrls())
				.singleElement()
				.hasFieldOrPropertyWithValue("location", "https://other.example.com/sso");
		}
		assertThatIllegalArgumentException().isThrownBy(() -> client().fetch("https://idp.example.com/", " "));
	}

	@Test
	void saysWhatIsWrongWithMetadata() throws Exception {
		this.names.respond(TestIdp.HOST, "127.0.0.1");
		try (RawServer server = TestIdp.publishing("<html>")) {
			assertThatExceptionOfType(InvalidMetadataException.class)
				.isThrownBy(() -> fetch(client("127.0.0.1"), server, "/"));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127.8.8.8", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[::127.0.0.1]",
			"[::1]", "[::]", "0.0.0.0", "169.254.169.254", "10.0.0.1", "172.16.0.1", "192.168.0.1", "100.64.0.1",
			"[fd00:ec2::254]", "[fe80::1]", "[ff02::1]", "224.0.0.1", "[64:ff9b::a00:1]", "[2002:7f00:1::]",
			"[::ffff:0:7f00:1]", "255.255.255.255" })
	void rejectsAddressesThatAreNotExternal(String host) {
		try (RawServer server = TestIdp.start()) {
			assertThatExceptionOfType(ForbiddenAddressException.class)
				.isThrownBy(() -> client().fetch(TestIdp.url(host, server, "/?token=t0ken")).block(PATIENCE))
				.withMessageContaining("has no external address")
				.withMessageNotContaining("t0ken");
			assertThat(server.connections()).isZero();
		}
	}

	@ParameterizedTest
	@ValueSource(
			strings = { "127.0.0.1", "::1", "::ffff:127.0.0.1", "0.0.0.0", "169.254.169.254", "10.1.2.3", "172.31.0.1",
					"192.168.1.1", "100.64.0.1", "fd00::1", "fe80::1", "ff02::1", "64:ff9b::a00:1", "2002:a00:1::1" })
	void rejectsNamesOfSuchAddresses(String address) throws Exception {
		try (RawServer server = TestIdp.start()) {
			for (String name : List.of(TestIdp.HOST, TestIdp.HOST + ".", "localhost", "metadata.google.internal")) {
				String sent = name.replaceFirst("\\.$", "");
				this.names.respond(sent, address);
				assertThatExceptionOfType(ForbiddenAddressException.class)
					.isThrownBy(() -> client().fetch(TestIdp.url(name, server, "/")).block(PATIENCE))
					.withMessageNotContaining(address)
					.satisfies((failure) -> assertThat(failure.host()).isEqualTo(sent));
			}
			assertThat(server.connections()).isZero();
		}
	}

	@Test
	void connectsToNothingForAnAttack() throws Exception {
		for (AttackUrls.AttackUrl attack : AttackUrls.all()) {
			if (attack.kind() == 'N') {
				this.names.respond(attack.expected(), "127.0.0.1");
			}
			assertThatThrownBy(() -> client().fetch(attack.url()).block(PATIENCE)).as(attack.line())
				.isInstanceOf((attack.kind() != 'R') ? ForbiddenAddressException.class : IllegalArgumentException.class)
				.isNotInstanceOf(
						(attack.kind() != 'R') ? UnverifiableHostException.class : ForbiddenAddressException.class);
		}
	}

	@Test
	void fetchesFromAnInternationalizedHostUnderItsNameInTheDns() throws Exception {
		String name = "xn--bcher-kva.example";
		this.names.respond(name, "127.0.0.1");
		ServerCertificate certificate = ServerCertificate.of(name);
		byte[] response = RawServer.respond(200, "application/xml", TestIdp.METADATA.getBytes(StandardCharsets.UTF_8));
		SslBundle trust = SslBundle
			.of(new PemSslStoreBundle(null, PemSslStoreDetails.forCertificate(certificate.pem())));
		try (RawServer server = RawServer.playing(certificate, (connection) -> {
			while (connection.readRequest()) {
				connection.write(response);
			}
		})) {
			client(trust, "127.0.0.1").fetch(TestIdp.url("bücher.example", server, "/a b|{c}?d=é")).block(PATIENCE);
			assertThat(server.requests()).singleElement()
				.asString()
				.startsWith("GET /a%20b%7C%7Bc%7D?d=%C3%A9 HTTP/1.1")
				.containsIgnoringCase("host: " + name + ":" + server.port());
			assertThat(this.names.lookups()).containsExactly(name);
		}
	}

	@Test
	void rejectsLocalhostAsTheSystemKnowsIt() {
		SamlMetadataClient client = SamlMetadataClient.create(SETTINGS);
		try (RawServer server = TestIdp.start()) {
			assertThatExceptionOfType(ForbiddenAddressException.class)
				.isThrownBy(() -> client.fetch(TestIdp.url("localhost", server, "/")).block(PATIENCE));
			assertThatExceptionOfType(ForbiddenAddressException.class)
				.isThrownBy(() -> client.fetch(TestIdp.url("127.0.0.1", server, "/")).block(PATIENCE));
			assertThat(server.connections()).isZero();
		}
	}

	/**
	 * The name leads to an address that passes when it is asked for first, and to this
	 * machine from then on. Nobody listens at the former.
	 */
	@Test
	void connectsToTheAddressThatWasCheckedWhenTheNameIsReboundMeanwhile() throws Exception {
		this.names.respond(TestIdp.HOST, "127.0.0.2").respond(TestIdp.HOST, "127.0.0.1");
		try (RawServer server = TestIdp.start()) {
			assertThatExceptionOfType(SsoApiException.Unavailable.class)
				.isThrownBy(() -> fetch(client("127.0.0.2"), server, "/"));
			assertThat(this.names.lookups()).containsExactly(TestIdp.HOST);
			assertThat(server.connections()).isZero();
		}
	}

	@Test
	void checksAnewWhenTheNameIsReboundBetweenFetches() throws Exception {
		this.names.respond(TestIdp.HOST, "127.0.0.1").respond(TestIdp.HOST, "127.0.0.2");
		try (RawServer server = TestIdp.start()) {
			SamlMetadataClient client = client("127.0.0.1");
			fetch(client, server, "/");
			assertThatExceptionOfType(ForbiddenAddressException.class).isThrownBy(() -> fetch(client, server, "/"));
			assertThat(this.names.lookups()).hasSize(2);
			assertThat(server.connections()).isEqualTo(1);
		}
	}

	@Test
	void connectsToTheOneAddressOfSeveralThatPasses() throws Exception {
		this.names.respond(TestIdp.HOST, "10.0.0.1", "::1", "127.0.0.1", "169.254.169.254");
		try (RawServer server = TestIdp.start()) {
			fetch(client("127.0.0.1"), server, "/");
			assertThat(server.connections()).isEqualTo(1);
		}
	}

	@Test
	void connectsToAnAllowedHostWhateverItsAddress() {
		SamlMetadataSettings settings = SETTINGS.withAllowedHosts(List.of("LocalHost.")).withSslBundle(TestIdp.trust());
		try (RawServer server = TestIdp.start()) {
			SamlMetadataClient client = SamlMetadataClient.create(settings);
			assertThat(client.fetch(TestIdp.url("localhost", server, "/")).block(PATIENCE).entityId()).isNotNull();
			assertThatExceptionOfType(ForbiddenAddressException.class)
				.isThrownBy(() -> client.fetch(TestIdp.url("127.0.0.1", server, "/")).block(PATIENCE));
			assertThat(server.connections()).isEqualTo(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://localhost:%d/", "https://127.0.0.1:%d/", "http://169.254.169.254/latest" })
	void doesNotFollowRedirects(String target) throws Exception {
		this.names.respond(TestIdp.HOST, "127.0.0.1");
		try (RawServer elsewhere = TestIdp.start();
				RawServer server = RawServer.playing(TestIdp.CERTIFICATE, (connection) -> {
					connection.readRequest();
					connection.write("HTTP/1.1 302 Found\r\nLocation: " + target.formatted(elsewhere.port())
							+ "?token=t0ken\r\nContent-Length: 0\r\n\r\n");
				})) {
			assertThatExceptionOfType(SsoApiException.MalformedResponse.class)
				.isThrownBy(() -> fetch(client("127.0.0.0/8"), server, "/metadata"))
				.withMessage("idp metadata.fetch: 302 from " + TestIdp.url(TestIdp.HOST, server, "/metadata")
						+ ": redirects are not followed, and the location is " + target.formatted(elsewhere.port())
						+ "?******");
			assertThat(elsewhere.connections()).isZero();
		}
	}

	@Test
	void trustsOnlyWhomTheBundleTrustsAndOnlyUnderTheirNames() throws Exception {
		this.names.respond(TestIdp.HOST, "127.0.0.1").respond("other.example.com", "127.0.0.1");
		try (RawServer server = TestIdp.start()) {
			assertThatExceptionOfType(SsoApiException.Unavailable.class)
				.isThrownBy(
						() -> client("127.0.0.1").fetch(TestIdp.url("other.example.com", server, "/")).block(PATIENCE))
				.withMessageContaining("other.example.com");
			assertThatExceptionOfType(SsoApiException.Unavailable.class)
				.isThrownBy(() -> fetch(client((SslBundle) null, "127.0.0.1"), server, "/"))
				.withMessageContaining("unable to find valid certification path");
			assertThat(server.requests()).isEmpty();
		}
	}

	@Test
	void hangsUpWhenNobodyWaits() throws Exception {
		this.names.respond(TestIdp.HOST, "127.0.0.1");
		try (RawServer server = RawServer.playing(TestIdp.CERTIFICATE, (connection) -> {
			connection.readRequest();
			connection.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n<");
			connection.fault();
			connection.awaitHangUp();
		})) {
			Disposable fetch = client("127.0.0.1").fetch(TestIdp.url(TestIdp.HOST, server, "/")).subscribe();
			server.awaitFault();
			fetch.dispose();
			server.awaitHangUp();
		}
	}

	@Test
	void takesOneMegabyteAtMost() throws Exception {
		this.names.respond(TestIdp.HOST, "127.0.0.1");
		String padding = " ".repeat(1024 * 1024 - TestIdp.METADATA.length());
		try (RawServer server = TestIdp.publishing(TestIdp.METADATA + padding)) {
			assertThat(fetch(client("127.0.0.1"), server, "/").entityId()).isNotNull();
		}
		try (RawServer server = TestIdp.publishing(TestIdp.METADATA + padding + " ")) {
			assertThatExceptionOfType(SsoApiException.MalformedResponse.class)
				.isThrownBy(() -> fetch(client("127.0.0.1"), server, "/"))
				.satisfies((failure) -> assertThat(failure.isTooLarge()).isTrue());
		}
	}

	@Test
	void leavesNothingOpenWhenItRejects() throws Exception {
		assumeThat(ManagementFactory.getOperatingSystemMXBean()).isInstanceOf(UnixOperatingSystemMXBean.class);
		UnixOperatingSystemMXBean system = (UnixOperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
		this.names.respond(TestIdp.HOST, "10.0.0.1");
		SamlMetadataClient client = client();
		reject(client, 5);
		long before = system.getOpenFileDescriptorCount();
		reject(client, 50);
		assertThat(system.getOpenFileDescriptorCount()).isLessThan(before + 50);
	}

	private static void reject(SamlMetadataClient client, int times) {
		for (int i = 0; i < times; i++) {
			for (String host : List.of(TestIdp.HOST, "10.0.0.1")) {
				assertThatThrownBy(() -> client.fetch("https://" + host + "/").block(PATIENCE))
					.isInstanceOf(ForbiddenAddressException.class);
			}
		}
	}

	private static SamlMetadata fetch(SamlMetadataClient client, RawServer server, String path) {
		return client.fetch(TestIdp.url(TestIdp.HOST, server, path)).block(PATIENCE);
	}

	private SamlMetadataClient client(String... allowed) {
		return client(TestIdp.trust(), allowed);
	}

	private SamlMetadataClient client(SslBundle trust, String... allowed) {
		UnaryOperator<HttpClient> resolving = (client) -> client
			.resolver(new FilteringResolverGroup(() -> this.names, new ExternalAddresses(List.of(allowed))));
		return new DefaultSamlMetadataClient(SETTINGS, ObservationRegistry.NOOP, new FilteredDocuments.Connectors(
				() -> SafeConnector.build(resolving, trust), () -> SafeConnector.unrestricted(trust)));
	}

}
