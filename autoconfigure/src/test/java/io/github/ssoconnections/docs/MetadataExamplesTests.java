// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Duration;
import java.util.List;

import io.github.ssoconnections.metadata.SamlMetadataClient;
import io.github.ssoconnections.metadata.SamlMetadataSettings;
import io.github.ssoconnections.testing.RawServer;
import io.github.ssoconnections.testing.TestIdp;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class MetadataExamplesTests {

	private final MetadataExamples.MetadataCheck examples = new MetadataExamples.MetadataCheck(
			SamlMetadataClient.create(SamlMetadataSettings.defaults()
				.withTimeout(Duration.ofMinutes(1))
				.withAllowedHosts(List.of("localhost"))
				.withSslBundle(TestIdp.trust())));

	@Test
	void reportsWhatItFinds() {
		try (RawServer idp = TestIdp.start()) {
			assertThat(look(TestIdp.url("localhost", idp, "/"))).isEqualTo("Signs with 1 certificate(s)");
			assertThat(look(TestIdp.url("127.0.0.1", idp, "/")))
				.startsWith("Not this one: '127.0.0.1' has no external address");
			assertThat(look("http://localhost/")).startsWith("Not this one: metadata URL must start with 'https://'");
		}
		try (RawServer idp = RawServer.playing(TestIdp.CERTIFICATE, (connection) -> {
			connection.readRequest();
			connection.write(RawServer.respond(404, "", new byte[0]));
		})) {
			assertThat(look(TestIdp.url("localhost", idp, "/")))
				.isEqualTo("Not there: idp metadata.fetch: 404 from " + TestIdp.url("localhost", idp, "/"));
		}
	}

	private String look(String url) {
		return this.examples.check(url).block(Duration.ofMinutes(1));
	}

}
