// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.certificate.InvalidMetadataException;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.testing.RawServer;
import io.github.ssoconnections.testing.TestIdp;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.netty.http.client.HttpClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * One entity out of the metadata of a federation, for URLs that the settings name.
 */
class FederationTests {

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private static final String ENTITY_ID = "https://idp7.example.org/idp";

	private static final String ENTITY = TestIdp.METADATA.replaceFirst("(?s)^\\s*<\\?xml[^>]*>", "");

	/** 1200 entities of 1.5 KB and more. */
	private static final String FEDERATION = federation(IntStream.range(0, 1200)
		.mapToObj((number) -> ENTITY.replace(TestIdp.ENTITY_ID, "https://idp" + number + ".example.org/idp") + "<!-- "
				+ "x".repeat(500) + " -->")
		.collect(Collectors.joining()));

	private final Names names = new Names();

	@BeforeEach
	void resolve() throws Exception {
		this.names.respond(TestIdp.HOST, "127.0.0.1");
	}

	private static String federation(String entities) {
		return "<EntitiesDescriptor xmlns='urn:oasis:names:tc:SAML:2.0:metadata'>" + entities + "</EntitiesDescriptor>";
	}

	@Test
	void fetchesOneEntityOutOfMany() {
		assertThat(FEDERATION).hasSizeGreaterThan(1024 * 1024);
		try (RawServer server = TestIdp.publishing(FEDERATION)) {
			SamlMetadata metadata = client(server, "/federation").fetch(url(server, "/federation"), ENTITY_ID)
				.block(PATIENCE);
			assertThat(metadata.entityId()).isEqualTo(ENTITY_ID);
			assertThat(metadata.signingCertificates()).hasSize(1);
			assertThat(metadata.findings()).isEmpty();
		}
	}

	@Test
	void takesNoOtherUrlForFederation() {
		try (RawServer server = TestIdp.publishing(FEDERATION)) {
			for (SamlMetadataClient client : List.of(client(server), client(server, "/federation"))) {
				assertThatExceptionOfType(SsoApiException.MalformedResponse.class)
					.isThrownBy(() -> client.fetch(url(server, "/federation?all"), ENTITY_ID).block(PATIENCE))
					.satisfies((failure) -> assertThat(failure.isTooLarge()).isTrue());
			}
		}
		assertThat(SamlMetadataSettings.defaults().federations()).isEmpty();
	}

	@Test
	void needsToKnowWhichEntity() {
		try (RawServer server = TestIdp.publishing(FEDERATION)) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> client(server, "/federation").fetch(url(server, "/federation")))
				.withMessage("'entityId' must be given to fetch from a federation");
			assertThat(server.connections()).isZero();
		}
		assertThatIllegalArgumentException().isThrownBy(
				() -> SamlMetadataSettings.defaults().withFederations(List.of("http://federation.example.org/")));
	}

	@Test
	void readsToTheEnd() {
		String twice = FEDERATION.replace("https://idp1199.example.org/idp", ENTITY_ID);
		fails(twice, "There is more than one entity with the entity ID '" + ENTITY_ID + "'");
		fails(FEDERATION.replace("</EntitiesDescriptor>", "</EntitiesDescriptor><a/>"), "This is not well-formed XML");
		fails(FEDERATION.substring(0, FEDERATION.length() - 10), "This is not well-formed XML");
		fails(FEDERATION.replace(ENTITY_ID, "https://elsewhere.example.org"),
				"There is no entity with the entity ID '" + ENTITY_ID + "' in this metadata");
	}

	@Test
	void keepsEveryOtherBound() {
		fails("<!DOCTYPE a>" + FEDERATION, "There is a DOCTYPE, which metadata must not have (line 1, column 1)");
		String namespaces = IntStream.range(0, 101)
			.mapToObj((i) -> " xmlns:a" + i + "='a'")
			.collect(Collectors.joining());
		fails(FEDERATION.replace("</EntitiesDescriptor>", "<a" + namespaces + "/></EntitiesDescriptor>"),
				"An element has more than 100 attributes and namespaces");
		fails(FEDERATION.replace("entityID=\"" + ENTITY_ID + "\">",
				"entityID=\"" + ENTITY_ID + "\">" + "<Extensions>x</Extensions>".repeat(50_000)),
				"The entity is larger than 1 MiB");
	}

	private void fails(String document, String message) {
		assertThat(document).isNotEqualTo(FEDERATION);
		try (RawServer server = TestIdp.publishing(document)) {
			assertThatExceptionOfType(InvalidMetadataException.class).isThrownBy(
					() -> client(server, "/federation").fetch(url(server, "/federation"), ENTITY_ID).block(PATIENCE))
				.withMessageStartingWith(message);
		}
	}

	private static String url(RawServer server, String path) {
		return TestIdp.url(TestIdp.HOST, server, path);
	}

	private SamlMetadataClient client(RawServer server, String... federations) {
		List<String> urls = List.of(federations).stream().map((path) -> url(server, path)).toList();
		urls.forEach((url) -> assertThat(URI.create(url)).hasScheme("https"));
		SamlMetadataSettings settings = SamlMetadataSettings.defaults().withTimeout(PATIENCE).withFederations(urls);
		UnaryOperator<HttpClient> resolving = (client) -> client
			.resolver(new FilteringResolverGroup(() -> this.names, new ExternalAddresses(List.of("127.0.0.1"))));
		return new DefaultSamlMetadataClient(settings, ObservationRegistry.NOOP,
				new FilteredDocuments.Connectors(() -> SafeConnector.build(resolving, TestIdp.trust()),
						() -> SafeConnector.unrestricted(TestIdp.trust())));
	}

}
