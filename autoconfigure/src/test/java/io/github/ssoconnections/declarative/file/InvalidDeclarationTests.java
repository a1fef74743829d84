// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative.file;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.declarative.Declaration;
import io.github.ssoconnections.declarative.InvalidDeclarationException;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link DeclarationFile}: what it rejects, with file, line and what to do, and
 * without a value that may be secret.
 */
class InvalidDeclarationTests {

	private static final String VALUE = "CANARYdeclared";

	private final DeclarationFile file = DeclarationFile.forVendors("clerk", "auth0");

	private final List<String> lookedUp = new ArrayList<>();

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					vendor: okta; connections: []                  | 1 | the vendor 'okta' is unknown: use auth0 or clerk
					connections: []                                | 1 | 'vendor' is missing: write auth0 or clerk
					vendor: clerk                                  | 1 | 'connections' is missing
					vendor: clerk; connections:                    | 2 | 'connections' has no value
					vendor: clerk; connections: {}                 | 2 | 'connections' must be a list
					vendor: clerk; connections: []; acount: x      | 3 | a declaration has no field 'acount': use vendor, connections
					vendor: clerk; vendor: auth0                   | 2 | 'vendor' stands here and in line 1 already
					vendor: [clerk]                                | 1 | 'vendor' must be a text
					- vendor                                       | 1 | a declaration must have fields: vendor, connections
					text                                           | 1 | a declaration must have fields
					vendor: clerk; ---; vendor: auth0              | 2 | a second document begins here
					%YAML 1.1; ---; vendor: clerk                  | 1 | directives such as %YAML are not supported
					%TAG !e! tag:e,2000:; ---; vendor: clerk       | 1 | directives such as %YAML are not supported
					vendor: !!str clerk                            | 1 | tags (!) are not supported
					vendor: !java.net.URL clerk                    | 1 | tags (!) are not supported
					vendor: clerk; connections: !!set {}           | 2 | tags (!) are not supported
					vendor: &v clerk                               | 1 | anchors (&) and aliases (*) are not supported
					vendor: clerk; connections: *v                 | 2 | anchors (&) and aliases (*) are not supported
					vendor: clerk; <<: {}                          | 2 | merge keys (<<) are not supported
					? [vendor]; : clerk                            | 1 | a name must be a text
					vendor: clerk; 12: x                           | 2 | the name '12' must be a text: put it into quotes
					vendor: clerk; true: x                         | 2 | the name 'true' must be a text
					vendor: clerk; ~: x                            | 2 | the name '~' must be a text
					vendor: clerk; yes: x                          | 2 | a declaration has no field 'yes'
					vendor: "clerk                                 | 1 | it is not valid YAML: found unexpected end of stream
					vendor: clerk;  connections: []                | 2 | it is not valid YAML
					""")
	void namesFileLineAndWhatToDo(String yaml, int line, String message) {
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> read(yaml.replace(";", "\n").replace("\n ", "\n")))
			.withMessageStartingWith("connections.yml, line " + line + ": " + message);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					id: ent_1                             | 3 | 'name' is missing: each connection needs one
					name: ""                              | 3 | 'name' must not be blank
					name: ~                               | 3 | 'name' has no value
					name: [a]                             | 3 | 'name' must be a text
					name: a; domain: a.com                | 4 | a connection has no field 'domain': use name, id, provider
					name: a; domains: a.com               | 4 | 'domains' must be a list
					name: a; domains: [~]                 | 4 | 'domains' must not be blank
					name: a; domains:                     | 4 | 'domains' has no value
					name: a; active: yes                  | 4 | 'active' must be true or false
					name: a; active: "true"               | 4 | 'active' must be true or false
					name: ${HOME}                         | 3 | 'name' contains ${, and only a secret field can be a reference
					name: a; domains: [b, "x${SSO_A}"]    | 4 | 'domains' contains ${
					name: a; idp: x                       | 4 | 'idp' must have fields
					name: a; idp: {}                      | 4 | 'idp' is empty: use one of
					name: a; idp: {metadata: x, issuer: y} | 4 | 'idp' mixes ways to declare an IdP
					name: a; idp: {metadata-uri: x}       | 4 | 'idp' has no field 'metadata-uri'
					name: a; idp: {issuer: x}             | 4 | 'client-id' is missing
					name: a; idp: {entity-id: x, sso-url: y} | 4 | 'certificates' is missing or empty
					name: a; idp: {entity-id: x, sso-url: y, certificates: [z]} | 4 | 'certificates' has no certificate that can be read
					name: a; idp: {metadata: x}           | 4 | 'metadata' is no SAML metadata that can be read
					name: a; idp: {metadata-file: x.xml}  | 4 | other files can be named in a declaration that is a file itself only
					name: a; settings: x                  | 4 | 'settings' must have fields
					name: a; settings: {sync: yes}        | 4 | 'sync' is yes, which versions of YAML read differently
					name: a; settings: {n: 010}           | 4 | 'n' is 010, which versions of YAML read differently
					name: a; settings: {n: 1e3}           | 4 | 'n' is 1e3, which versions
					name: a; settings: {n: 1_000}         | 4 | 'n' is 1_000, which versions
					name: a; settings: {n: 190:20:30}     | 4 | 'n' is 190:20:30, which versions
					name: a; settings: {n: .nan}          | 4 | 'n' is .nan, which versions
					name: a; settings: {a: "${HOME}"}     | 4 | 'a' contains ${
					name: a; settings: {"${HOME}": a}     | 4 | a name contains ${
					name: a; settings: {a: {a: 1, a: 2}}  | 4 | 'a' stands here and in line 4 already
					""")
	void namesFileAndLineWithinConnection(String yaml, int line, String message) {
		String fields = yaml.replace("; -", "\n-").replace("; ", "\n  ");
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> read("vendor: clerk\nconnections:\n- " + fields))
			.withMessageStartingWith("connections.yml, line " + line + ": " + message);
		assertThat(this.lookedUp).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					client_secret: CANARYdeclared            | 'client_secret' is a secret field: write it as ${SSO_…}
					client_secret: 12345678                  | 'client_secret' is a secret field
					client_secret: yes                       | 'client_secret' is a secret field
					client_secret: ""                        | 'client_secret' is a secret field
					clientSecret: "x${SSO_A}"                | 'clientSecret' is a secret field
					oidc: {client_secret: [CANARYdeclared]}  | 'client_secret' is a secret field
					configuration: {a: {b: CANARYdeclared}}  | 'b' is a secret field
					password: "$${SSO_A}"                    | 'password' is a secret field
					client_secret: "${SSO_A:CANARYdeclared}" | 'client_secret' must be ${SSO_…} with a name
					client_secret: "${}"                     | 'client_secret' must be ${SSO_…} with a name
					client_secret: "${HOME}"                 | 'client_secret' refers to HOME, and the name must begin with SSO_
					client_secret: "${sso_a}"                | 'client_secret' refers to sso_a, and the name must begin with SSO_
					client_secret: "${SSO_CONNECTIONS_CLERK_APIKEY}" | 'client_secret' refers to SSO_CONNECTIONS_CLERK_APIKEY, and the name
					client_secret: "${SSO_MISSING}"          | 'client_secret' refers to SSO_MISSING, which is not set or is blank: set that variable
					client_secret: "${SSO_BLANK}"            | 'client_secret' refers to SSO_BLANK, which is not set or is blank
					""")
	void showsNoSecret(String settings, String message) {
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> read("vendor: clerk\nconnections:\n- name: a\n  settings:\n    " + settings))
			.withMessageStartingWith("connections.yml, line 5: " + message)
			.withNoCause()
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain(VALUE, "12345678"));
		assertThat(this.lookedUp).isSubsetOf("SSO_MISSING", "SSO_BLANK");
	}

	@ParameterizedTest
	@ValueSource(strings = { "CANARYdeclared", "\"${HOME}\"", "\"${SSO_MISSING}\"", "[CANARYdeclared]" })
	void rejectsSecretsOfAnIdpThatAreNoReferences(String value) {
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> read("vendor: clerk\nconnections:\n- name: a\n  idp:\n    issuer: https://a.com\n"
					+ "    client-id: b\n    client-secret: " + value))
			.withMessageStartingWith("connections.yml, line 7: 'client-secret'")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain(VALUE));
	}

	@ParameterizedTest
	@ValueSource(strings = { "settings: {client_secret: \"CANARYdeclared}", "settings: {client_secret: CANARYdeclared",
			"settings: {client_secret: \"CANARYdeclared\\q\"}", "client_secret: @CANARYdeclared",
			"settings: {client_secret: CANARYdeclared: x}" })
	void showsNothingOfWhatIsNoYaml(String yaml) {
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> read("vendor: clerk\nconnections:\n- name: a\n  " + yaml))
			.withMessageContaining("line ")
			.withNoCause()
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain(VALUE));
	}

	@Test
	void rejectsEmptyFiles() {
		assertThatExceptionOfType(InvalidDeclarationException.class).isThrownBy(() -> read(""))
			.withMessage("connections.yml: it is empty: declare 'vendor' and 'connections'");
		assertThatExceptionOfType(InvalidDeclarationException.class).isThrownBy(() -> read("# nothing\n"))
			.withMessageContaining("it is empty");
	}

	@Test
	void rejectsDeepNestingWithoutExhaustingTheStack() {
		String deep = "[".repeat(200_000);
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> read("vendor: clerk\nconnections: " + deep))
			.withMessage("connections.yml, line 2: it is nested deeper than 50 levels");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0x1B, 0x7F, 0x0, 0xD800, 0xFFFE })
	void rejectsCharactersThatAreNotPrintable(int character) {
		String text = String.valueOf((char) character);
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> read("vendor: clerk\n\nconnections: " + text))
			.withMessageStartingWith(
					String.format("connections.yml, line 3: it contains the character U+%04X", character));
	}

	@Test
	void quotesNamesWithoutCharactersThatHideOthers() {
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> read("vendor: clerk\n\"a\\u202E\\n\\e[31m\": b"))
			.withMessageStartingWith("connections.yml, line 2: a declaration has no field 'a???[31m'");
	}

	@Test
	void readsNoFileOutsideOfTheFolder() throws IOException {
		Path inside = Files.createDirectory(this.folder.resolve("inside"));
		Path outside = Files.writeString(this.folder.resolve("outside.xml"), VALUE);
		Files.createSymbolicLink(inside.resolve("link.xml"), outside);
		for (String name : List.of("../outside.xml", outside.toString(), "link.xml")) {
			assertThatExceptionOfType(InvalidDeclarationException.class)
				.isThrownBy(() -> readFile(inside, "metadata-file: " + name))
				.withMessageStartingWith("connections.yml, line 5: ")
				.withMessageContaining("is outside of the folder of the declaration");
		}
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> readFile(inside, "metadata-file: missing.xml"))
			.withMessageContaining("'missing.xml' cannot be read: name a file relative to the folder");
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> readFile(inside, "metadata-file: \"a\\0b\""))
			.withMessageContaining("cannot be read");
	}

	@Test
	void takesCertificatesAndNothingElseFromFiles() throws IOException {
		Files.writeString(this.folder.resolve("x.pem"),
				"-----BEGIN PRIVATE KEY-----\n" + VALUE + "\n-----END PRIVATE KEY-----\n"
						+ TestCertificates.selfSigned("a", Instant.EPOCH, Instant.EPOCH.plus(Duration.ofDays(1))));
		assertThatExceptionOfType(InvalidDeclarationException.class)
			.isThrownBy(() -> readFile(this.folder, "entity-id: a\n    sso-url: b\n    certificate-files: [x.pem]"))
			.withMessageStartingWith("connections.yml, line 7: 'certificate-files' has no certificate that can be read")
			.satisfies((ex) -> assertThat(ex.getMessage()).doesNotContain(VALUE));
	}

	private void readFile(Path folder, String idp) throws IOException {
		this.file.read(Files.writeString(folder.resolve("connections.yml"),
				"vendor: clerk\nconnections:\n- name: a\n  idp:\n    " + idp), secrets());
	}

	private Declaration read(String yaml) {
		return this.file.read("connections.yml", new StringReader(yaml), secrets());
	}

	private SecretReferences secrets() {
		Map<String, String> values = Map.of("SSO_A", VALUE, "SSO_BLANK", " ", "HOME", VALUE,
				"SSO_CONNECTIONS_CLERK_APIKEY", VALUE, "sso_a", VALUE);
		return SecretReferences.of("SSO_", (name) -> {
			this.lookedUp.add(name);
			return values.get(name);
		});
	}

}
