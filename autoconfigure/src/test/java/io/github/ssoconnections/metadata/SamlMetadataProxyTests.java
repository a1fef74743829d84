// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import java.time.Duration;
import java.util.List;

import io.github.ssoconnections.testing.RawServer;
import io.github.ssoconnections.testing.SystemProperties;
import io.github.ssoconnections.testing.TestIdp;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What a proxy that the JVM's system properties name is asked for.
 */
class SamlMetadataProxyTests {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final Names names = new Names();

	private final RawServer idp = TestIdp.start();

	private final RawServer proxy = RawServer.playing((connection) -> {
		connection.readRequest();
		connection.write("HTTP/1.1 200 Connection established\r\n\r\n");
		connection.tunnelTo(this.idp.port());
	});

	private final SystemProperties properties = new SystemProperties();

	@BeforeEach
	void setProxy() {
		this.properties.set("https.proxyHost", "127.0.0.1").set("https.proxyPort", String.valueOf(this.proxy.port()));
	}

	@AfterEach
	void clear() {
		this.properties.close();
		this.proxy.close();
		this.idp.close();
	}

	@Test
	void asksProxyForTheAddressThatWasCheckedAndNotForTheName() throws Exception {
		this.names.respond(TestIdp.HOST, "127.0.0.3").respond(TestIdp.HOST, "127.0.0.1");
		fetch(TestIdp.HOST, "127.0.0.3");
		assertThat(this.proxy.requests()).singleElement()
			.asString()
			.startsWith("CONNECT 127.0.0.3:" + this.idp.port() + " HTTP/1.1\r\n")
			.doesNotContain(TestIdp.HOST);
		assertThat(this.idp.requests()).singleElement()
			.asString()
			.containsIgnoringCase("host: " + TestIdp.HOST + ":" + this.idp.port());
		assertThat(this.names.lookups()).hasSize(1);
	}

	@Test
	void asksProxyForNothingThatIsNotExternal() throws Exception {
		this.names.respond(TestIdp.HOST, "10.0.0.1");
		for (String host : List.of(TestIdp.HOST, "169.254.169.254", "[::ffff:7f00:1]", "127.0.0.1", "localhost")) {
			this.names.respond("localhost", "127.0.0.1");
			assertThatExceptionOfType(ForbiddenAddressException.class).isThrownBy(() -> fetch(host, "127.0.0.3"));
		}
		assertThat(this.proxy.connections()).isZero();
		assertThat(this.idp.connections()).isZero();
	}

	@Test
	void saysWhatIsMissingWhenTheProxyHasAUserAndNoPassword() throws Exception {
		this.properties.set("https.proxyUser", "user");
		this.names.respond(TestIdp.HOST, "127.0.0.3");
		assertThatIllegalStateException().isThrownBy(() -> fetch(TestIdp.HOST, "127.0.0.3"))
			.withMessage("The system property 'https.proxyUser' is set, and 'https.proxyPassword' is not: "
					+ "set both, or none");
		assertThat(this.proxy.connections()).isZero();
	}

	@Test
	void leavesAnAllowedNameToTheProxy() {
		fetch(TestIdp.HOST, "127.0.0.3", TestIdp.HOST);
		assertThat(this.proxy.requests()).singleElement()
			.asString()
			.startsWith("CONNECT " + TestIdp.HOST + ":" + this.idp.port() + " HTTP/1.1\r\n");
		assertThat(this.idp.requests()).hasSize(1);
		assertThat(this.names.lookups()).isEmpty();
	}

	private void fetch(String host, String allowedAddress, String... allowedHosts) {
		SamlMetadataSettings settings = SamlMetadataSettings.defaults()
			.withTimeout(Duration.ofMinutes(1))
			.withAllowedHosts(List.of(allowedHosts));
		SamlMetadataClient client = new DefaultSamlMetadataClient(settings, ObservationRegistry.NOOP,
				new FilteredDocuments.Connectors(
						() -> SafeConnector.build((http) -> http.resolver(new FilteringResolverGroup(() -> this.names,
								new ExternalAddresses(List.of(allowedAddress)))), TestIdp.trust()),
						() -> SafeConnector.unrestricted(TestIdp.trust())));
		assertThat(client.fetch(TestIdp.url(host, this.idp, "/")).block(PATIENCE).entityId())
			.isEqualTo(TestIdp.ENTITY_ID);
	}

}
