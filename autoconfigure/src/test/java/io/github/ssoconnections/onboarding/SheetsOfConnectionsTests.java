// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.ServiceProviderDetails;
import io.github.ssoconnections.handover.HandOverSheet;
import io.github.ssoconnections.handover.IdpProduct;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sheet that {@link Onboarding#handOver} makes of connections of both vendors has
 * what every product needs.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SheetsOfConnectionsTests {

	private static final String FORMAT = "urn:oasis:names:tc:SAML:1.1:nameid-format:";

	private static final String CLAIMS = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";

	private static final List<String> AUTH0_SAML = List.of(CLAIMS + "nameidentifier", CLAIMS + "emailaddress",
			CLAIMS + "givenname", CLAIMS + "surname");

	private static final List<String> OIDC = List.of("email", "given_name", "family_name");

	private final List<Fixture> fixtures = new ArrayList<>();

	private final List<Connection> connections = new ArrayList<>();

	@BeforeAll
	void create() {
		IdpSettings metadata = IdpSettings.metadata(Fixture.METADATA);
		add("saml", new Fixture.Clerk(), metadata, List.of("mail", "givenName", "surname"));
		add("saml", new Fixture.Auth0(), metadata, AUTH0_SAML);
		add("oidc", new Fixture.Clerk(), Fixture.oidc(), OIDC);
		add("oidc", new Fixture.Auth0(), Fixture.oidc(), OIDC);
		Fixture.Auth0 auth0 = new Fixture.Auth0();
		auth0.sandbox().seed("""
				{"auth0": [{"name": "acme-adfs", "strategy": "adfs",
				  "options": {"adfs_server": "https://fs.acme.com/FederationMetadata"}}]}""");
		String id = auth0.account(WebClient.builder()).connections().listAll().blockFirst(Fixture.TIMEOUT).id();
		add("ws-federation", auth0, id, AUTH0_SAML);
	}

	private void add(String protocol, Fixture fixture, IdpSettings idp, List<String> attributes) {
		String id = fixture.onboarding().create(fixture.request(idp)).block(Fixture.TIMEOUT).connectionId();
		add(protocol, fixture, id, attributes);
	}

	private void add(String protocol, Fixture fixture, String id, List<String> attributes) {
		Onboarding onboarding = fixture.onboarding();
		ServiceProviderDetails details = onboarding.get(id).block(Fixture.TIMEOUT).serviceProvider();
		assertThat(details.protocol()).isEqualTo(protocol);
		this.fixtures.add(fixture);
		this.connections.add(new Connection(fixture.toString(), onboarding, id, details, attributes));
	}

	@AfterAll
	void close() {
		this.fixtures.forEach((fixture) -> fixture.sandbox().close());
	}

	Stream<Arguments> sheets() {
		return this.connections.stream()
			.flatMap((connection) -> Stream.of(IdpProduct.values())
				.filter((product) -> product.supports(connection.details().protocol()))
				.map((product) -> Arguments.of(connection, product)));
	}

	@Test
	void coversEveryProduct() {
		assertThat(sheets().map((arguments) -> arguments.get()[1]).distinct()).hasSize(9);
	}

	@ParameterizedTest
	@MethodSource("sheets")
	void hasEveryRequiredValueInEachFormat(Connection connection, IdpProduct product) {
		HandOverSheet sheet = connection.onboarding().handOver(connection.id(), product).block(Fixture.TIMEOUT);
		List<String> required = connection.required();
		assertThat(required).hasSizeGreaterThan(connection.isWithoutRedirectUri() ? 2 : 3)
			.allSatisfy((value) -> assertThat(value).isNotBlank());
		assertThat(sheet.toMarkdown()).contains(required);
		assertThat(sheet.toHtml()).contains(required.stream().map((value) -> ">" + value + "</code>").toList());
		assertThat(sheet.toCsv()).contains(required.stream().map((value) -> "," + value + ",").toList());
		assertThat(sheet.missing()).isEqualTo(connection.isWithoutRedirectUri() ? List.of("redirect URI") : List.of());
	}

	@ParameterizedTest
	@MethodSource("sheets")
	void hasTheNameIdFormatThatTheVendorDocuments(Connection connection, IdpProduct product) {
		HandOverSheet sheet = connection.onboarding().handOver(connection.id(), product).block(Fixture.TIMEOUT);
		String format = connection.nameIdFormat(product);
		for (String text : List.of(sheet.toMarkdown(), sheet.toHtml(), sheet.toCsv())) {
			if (format != null) {
				assertThat(text).contains(format);
			}
			else {
				assertThat(text).doesNotContain("nameid-format");
			}
		}
	}

	@ParameterizedTest
	@MethodSource("sheets")
	void namesNoOtherVendor(Connection connection, IdpProduct product) {
		HandOverSheet sheet = connection.onboarding().handOver(connection.id(), product).block(Fixture.TIMEOUT);
		String other = connection.vendor().equals("clerk") ? "auth0" : "clerk";
		assertThat(sheet.toMarkdown()).doesNotContainIgnoringCase(other);
		assertThat(sheet.toHtml()).doesNotContainIgnoringCase(other);
		assertThat(sheet.toCsv()).doesNotContainIgnoringCase(other);
	}

	@Test
	void namesTheGuidesOfTheVendor() {
		assertThat(this.connections.stream()
			.filter((connection) -> connection.vendor().equals("clerk")
					&& connection.details().protocol().equals("saml"))
			.flatMap((connection) -> Stream
				.of(IdpProduct.OKTA, IdpProduct.MICROSOFT_ENTRA_ID, IdpProduct.GOOGLE_WORKSPACE)
				.map((product) -> connection.onboarding().handOver(connection.id(), product).block(Fixture.TIMEOUT))))
			.hasSize(3)
			.allSatisfy((sheet) -> assertThat(sheet.guides())
				.anySatisfy((guide) -> assertThat(guide.url()).startsWith("https://clerk.com/docs/")));
	}

	/** A connection, and what belongs on its sheets. */
	record Connection(String vendor, Onboarding onboarding, String id, ServiceProviderDetails details,
			List<String> attributes) {

		boolean isWithoutRedirectUri() {
			return this.vendor.equals("clerk") && this.details.protocol().equals("oidc");
		}

		List<String> required() {
			List<String> required = new ArrayList<>(this.attributes);
			switch (this.details.protocol()) {
				case "saml" -> required.addAll(List.of(this.details.entityId(), this.details.acsUrl()));
				case "ws-federation" -> required.addAll(List.of(this.details.realm(), this.details.endpoint()));
				default -> {
					if (!isWithoutRedirectUri()) {
						required.add(this.details.redirectUri());
					}
				}
			}
			return required;
		}

		String nameIdFormat(IdpProduct product) {
			if (!this.details.protocol().equals("saml")) {
				return null;
			}
			if (this.vendor.equals("auth0")) {
				return FORMAT + "unspecified";
			}
			return (product == IdpProduct.GOOGLE_WORKSPACE) ? FORMAT + "emailAddress" : null;
		}

		@Override
		public String toString() {
			return this.vendor + " " + this.details.protocol();
		}

	}

}
