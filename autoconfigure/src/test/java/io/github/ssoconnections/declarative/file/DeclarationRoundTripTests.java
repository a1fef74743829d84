// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative.file;

import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.declarative.Declaration;
import io.github.ssoconnections.declarative.DesiredConnection;
import io.github.ssoconnections.declarative.ExportedConnections;
import io.github.ssoconnections.declarative.InvalidDeclarationException;
import io.github.ssoconnections.declarative.SecretReference;
import io.github.ssoconnections.onboarding.IdpSettings;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.sandbox.idp.TestMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DeclarationFile}: what is written reads back equal.
 */
class DeclarationRoundTripTests {

	private static final String CERTIFICATE = TestCertificates.selfSigned("idp", Instant.EPOCH,
			Instant.EPOCH.plus(Duration.ofDays(900)));

	private static final List<String> TEXTS = List.of("Acme", "a: b", "a #b", "#a", "'", "\"", "\\", "a\nb", "a\n",
			"\n", "a\n\n", "\na", " a", "a ", "\ta", "a\n  b", "a\r\nb", "a\u0085b", "a\u2028b", "\u202Eabc\u202C",
			"\u200B", "\uFEFF", "\u0000", "\u001B[31m", "no", "Yes", "off", "y", "true", "null", "~", "", " ", "1e3",
			"0x1F", "007", "0o17", "0b1", "1_000", "12:30", "1.5", ".inf", "-", "- a", "? a", ": a", "a:", "[a]", "{a}",
			"&a", "*a", "!a", "%a", "@a", "`a", "|", ">", "---", "...", "<<", "=", "2026-11-01", "2026-11-01T10:00:00Z",
			"Größe", "名前", "\uD83D\uDE00", "a\u00A0b", "${HOME}", "$${HOME}", "$$${a}${b}", "$", "{", "a,b", "a, b",
			"https://idp.acme.com/x?y=z#w", "C:\\x", "x".repeat(3000), CERTIFICATE, "a\nb: c\n# d\n", "a\n\nb\n",
			"a\n \nb", "a \nb", "key: |\n  text");

	private final DeclarationFile file = DeclarationFile.forVendors("clerk", "auth0");

	static IntStream seeds() {
		return IntStream.range(0, 300);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void readsBackEqual(int seed) {
		Declaration declaration = new Generator(new Random(seed)).declaration();
		String yaml = this.file.write(declaration);
		assertThat(withoutOrigin(read(yaml))).isEqualTo(declaration);
		assertThat(this.file.write(read(yaml))).as("Stable").isEqualTo(yaml);
	}

	@Test
	void readsBackEachTextAsNameAndAsValue() {
		for (String text : TEXTS) {
			Map<String, Object> settings = Map.of(text, text, "list", List.of(text, List.of(text)), "map",
					Map.of("x", text));
			DesiredConnection connection = DesiredConnection.of("name" + text)
				.withProvider("p" + text)
				.withSettings(settings);
			Declaration declaration = new Declaration("clerk", List.of(connection));
			String yaml = this.file.write(declaration);
			assertThat(withoutOrigin(read(yaml))).as(yaml).isEqualTo(declaration);
		}
	}

	@Test
	void writesNothingThatHidesOrReordersText() {
		DesiredConnection connection = DesiredConnection.of("a\u202Eb\u0000\u2028\u00A0")
			.withSettings(Map.of("a\u200Bb", "\uFEFF"));
		assertThat(this.file.write(exported(connection, "x\n\u202E: y"))).isEqualTo("""
				vendor: clerk
				connections:
				  - name: "a\\u202Eb\\u0000\\u2028\\u00A0"
				    settings:
				      "a\\u200Bb": "\\uFEFF"
				    # x\\n\\u202E: y
				""");
	}

	@Test
	void writesReadableFiles() {
		Map<String, Object> saml = new LinkedHashMap<>();
		saml.put("idp_certificates", List.of("-----BEGIN\nabc\n-----END\n"));
		saml.put("force_authn", null);
		saml.put("acs", Map.of());
		DesiredConnection connection = DesiredConnection.of("Acme Inc")
			.withId("ent_1")
			.withProvider("saml_okta")
			.withDomains("acme.com")
			.withActive(false)
			.withOrganizations(List.of())
			.withSettings(Map.of("saml", saml, "oidc", Map.of("client_secret", new SecretReference("SSO_ACME"))));
		assertThat(this.file.write(exported(connection, "saml.idp_metadata is not returned"))).isEqualTo("""
				vendor: clerk
				connections:
				  - name: Acme Inc
				    id: ent_1
				    provider: saml_okta
				    domains:
				      - acme.com
				    active: false
				    organizations: []
				    settings:
				      oidc:
				        client_secret: ${SSO_ACME}
				      saml:
				        acs: {}
				        force_authn: null
				        idp_certificates:
				          - |
				            -----BEGIN
				            abc
				            -----END
				    # saml.idp_metadata is not returned
				""");
		assertThat(this.file.write(new Declaration("auth0", List.of()))).isEqualTo("vendor: auth0\nconnections: []\n");
	}

	@Test
	void writesNoValueOfASecret() {
		for (DesiredConnection connection : List.of(
				DesiredConnection.of("a").withSettings(Map.of("x", List.of(Map.of("client_secret", "CANARYwritten")))),
				DesiredConnection.of("a")
					.withIdp(IdpSettings.oidc("https://a.com", "b", Secret.of("CANARYwritten"))))) {
			assertThatExceptionOfType(InvalidDeclarationException.class)
				.isThrownBy(() -> this.file.write(new Declaration("clerk", List.of(connection))))
				.withMessageContaining("has the value of a secret: use a SecretReference")
				.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain("CANARYwritten"));
		}
	}

	@ParameterizedTest
	@ValueSource(doubles = { Double.NaN, Double.POSITIVE_INFINITY })
	void writesNoNumberThatCannotBeSent(double number) {
		assertThatExceptionOfType(InvalidDeclarationException.class).isThrownBy(() -> writeSetting(number))
			.withMessage("Connection 'a': the field 'x' is no number that can be sent");
	}

	@Test
	void writesNothingThatCannotBeRead() {
		assertThatExceptionOfType(InvalidDeclarationException.class).isThrownBy(() -> writeSetting(Duration.ZERO))
			.withMessageContaining("has a value of the type java.time.Duration");
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> writeSetting("x".repeat(YamlParser.MAX_SIZE)))
			.withMessageContaining("larger than 5 MiB");
		assertThat(this.file.write(nested(46))).isNotEmpty();
		assertThat(withoutOrigin(read(this.file.write(nested(46))))).isEqualTo(nested(46));
		assertThatExceptionOfType(InvalidDeclarationException.class).isThrownBy(() -> this.file.write(nested(47)))
			.withMessageContaining("nested deeper than 50 levels");
	}

	private static Declaration nested(int levels) {
		Object value = "x";
		for (int i = 0; i < levels; i++) {
			value = List.of(value);
		}
		return new Declaration("clerk", List.of(DesiredConnection.of("a").withSettings(Map.of("x", value))));
	}

	private String writeSetting(Object value) {
		return this.file
			.write(new Declaration("clerk", List.of(DesiredConnection.of("a").withSettings(Map.of("x", value)))));
	}

	private static ExportedConnections exported(DesiredConnection connection, String hidden) {
		return new ExportedConnections("clerk", List.of(new ExportedConnections.Exported(connection, List.of(hidden))));
	}

	private Declaration read(String yaml) {
		return this.file.read("x.yml", new StringReader(yaml), SecretReferences.unresolved("SSO_"));
	}

	private static Declaration withoutOrigin(Declaration declaration) {
		return new Declaration(declaration.vendor(),
				declaration.connections().stream().map((connection) -> connection.withOrigin(null)).toList());
	}

	/**
	 * Declarations at random.
	 */
	private static final class Generator {

		private final Random random;

		private Generator(Random random) {
			this.random = random;
		}

		private Declaration declaration() {
			List<DesiredConnection> connections = new ArrayList<>();
			for (int i = this.random.nextInt(4); i >= 0; i--) {
				connections.add(connection(i));
			}
			return new Declaration(this.random.nextBoolean() ? "clerk" : "auth0", connections);
		}

		private DesiredConnection connection(int number) {
			return DesiredConnection.of(number + text())
				.withId(this.random.nextBoolean() ? "id" + number + text() : null)
				.withProvider(this.random.nextBoolean() ? "p" + text() : null)
				.withDomains(texts())
				.withActive(this.random.nextBoolean() ? this.random.nextBoolean() : null)
				.withOrganizations(texts())
				.withIdp(idp())
				.withSettings(settings(0));
		}

		private List<String> texts() {
			return this.random.nextBoolean()
					? IntStream.range(0, this.random.nextInt(3)).mapToObj((i) -> "x" + text()).toList() : null;
		}

		private IdpSettings idp() {
			return switch (this.random.nextInt(5)) {
				case 0 -> IdpSettings.metadataUrl("https://" + text());
				case 1 -> IdpSettings.saml("e" + text(), "s" + text(), CERTIFICATE);
				case 2 -> IdpSettings.oidc("i" + text(), "c" + text(), null);
				case 3 -> IdpSettings.metadata(TestMetadata.xml("urn:idp", "https://idp.acme.com/sso", CERTIFICATE));
				default -> null;
			};
		}

		private Map<String, Object> settings(int depth) {
			Map<String, Object> settings = new HashMap<>();
			for (int i = this.random.nextInt(5); i > 0; i--) {
				settings.put(text(), value(depth));
			}
			if (this.random.nextBoolean()) {
				settings.put("client_secret", new SecretReference("SSO_S" + this.random.nextInt(9)));
			}
			return settings;
		}

		private Object value(int depth) {
			return switch (this.random.nextInt((depth < 4) ? 9 : 7)) {
				case 0 -> this.random.nextInt();
				case 1 -> this.random.nextLong() | 1L << 40;
				case 2 -> new BigInteger(80 + this.random.nextInt(200), this.random).setBit(79);
				case 3 -> new BigDecimal(new BigInteger(60, this.random), this.random.nextInt(-30, 30));
				case 4 -> this.random.nextBoolean();
				case 5 -> null;
				case 6 -> text();
				case 7 -> settings(depth + 1);
				default -> IntStream.range(0, this.random.nextInt(3)).mapToObj((i) -> text()).toList();
			};
		}

		private String text() {
			String text = TEXTS.get(this.random.nextInt(TEXTS.size()));
			return (this.random.nextInt(4) != 0) ? text : text + noise();
		}

		private String noise() {
			StringBuilder noise = new StringBuilder();
			for (int i = this.random.nextInt(12); i > 0; i--) {
				int limit = this.random.nextBoolean() ? 0x80 : Character.MAX_CODE_POINT + 1;
				int character = this.random.nextInt(limit);
				boolean whole = Character.getType(character) != Character.SURROGATE;
				noise.appendCodePoint(whole ? character : ':');
			}
			return noise.toString();
		}

	}

}
