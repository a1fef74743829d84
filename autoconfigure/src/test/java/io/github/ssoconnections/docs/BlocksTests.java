// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.io.StringReader;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.xml.sax.InputSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every block of the documentation names its language, and can be read as what it is.
 * {@link DocumentationTests} compiles Java and Kotlin; SQL runs in the tests of the
 * examples.
 */
class BlocksTests {

	private static final Set<String> LANGUAGES = Set.of("java", "kotlin", "yaml", "json", "xml", "sql", "csv",
			"properties", "shell", "text");

	/** One form of a variable that may be unset: with a colon, the start goes on. */
	private static final Pattern VARIABLE_WITHOUT_DEFAULT = Pattern.compile("\\$\\{[A-Z0-9_]+}");

	/** The exception: with an empty client id, Boot does not start. */
	private static final Pattern REQUIRED = Pattern
		.compile("(?m)^ +registration\\.[a-z0-9]+:\\R( +client-(id|secret): \\$\\{[A-Z0-9_]+}(\\R|$)){2}");

	private static final Pattern EMPTY_CLIENT = Pattern
		.compile("(?m)registration\\.[a-z0-9]+:\\R.*client-(id|secret): \\$\\{[A-Z0-9_]+:}");

	@TestFactory
	Stream<DynamicTest> nameTheirLanguage() {
		return each(Pages.written().stream().flatMap((page) -> Snippet.blocks(page).stream()),
				(block) -> assertThat(LANGUAGES).contains(block.language()));
	}

	@TestFactory
	Stream<DynamicTest> ofYamlBindToProperties() {
		return each(blocks("yaml"), (block) -> {
			Map<?, ?> document = new Yaml().load(block.code());
			if (KnownProperties.isConfiguration(document)) {
				assertThat(REQUIRED.matcher(block.code()).replaceAll(""))
					.doesNotContainPattern(VARIABLE_WITHOUT_DEFAULT);
				assertThat(block.code()).doesNotContainPattern(EMPTY_CLIENT);
				assertThat(KnownProperties.unknownIn(document)).isEmpty();
			}
		});
	}

	@TestFactory
	Stream<DynamicTest> ofJsonAreJson() {
		return each(blocks("json"), (block) -> assertThat(JsonMapper.shared().readTree(block.code())).isNotNull());
	}

	@TestFactory
	Stream<DynamicTest> ofXmlAreXmlWithTheVersionsOfTheBuild() throws Exception {
		String pom = Files.readString(Pages.ROOT.resolve("pom.xml"));
		String boot = first(pom, "<spring-boot.version>([^<]+)<");
		String version = first(pom, "<artifactId>sso-connections</artifactId>\\s*<version>([^<]+)<");
		return each(blocks("xml"), (block) -> {
			String document = block.code().strip().startsWith("<?xml") ? block.code().strip()
					: "<all>" + block.code() + "</all>";
			parse(document);
			Pattern.compile(
					"<artifactId>(spring-boot-starter-parent|sso-connections[a-z-]*)</artifactId>\\s*<version>([^<]+)<")
				.matcher(block.code())
				.results()
				.forEach((named) -> assertThat(named.group(2))
					.isEqualTo(named.group(1).startsWith("sso") ? version : boot));
		});
	}

	@TestFactory
	Stream<DynamicTest> ofPropertiesAreProperties() {
		return each(blocks("properties"), (block) -> {
			Properties properties = new Properties();
			try {
				properties.load(new StringReader(block.code()));
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
			assertThat(properties).hasSize((int) block.code().strip().lines().count());
		});
	}

	@TestFactory
	Stream<DynamicTest> ofShellCallWhatThereIs() {
		return each(blocks("shell"), (block) -> assertThat(ShellCommands.problemsOf(block.code())).isEmpty());
	}

	@Test
	void findsWhatIsWrong() {
		assertThat(KnownProperties.unknownIn(new Yaml().load("""
				sso-connections:
				  clerk:
				    api-key: a
				    api-kee: b
				    accounts:
				      europe: { api-key: c, rate-limit.limit: 1, rate-limit.limt: 2 }
				    webhooks: { secrets: [ a, b ] }
				  index: { sign-in-pages: { main: clerk/default } }
				management: { endpoint: { health: { group: { a: { include: clerk } } } }, endpoit: 1 }
				customers: { own: 1 }
				"""))).containsExactly("sso-connections.clerk.api-kee",
				"sso-connections.clerk.accounts.europe.rate-limit.limt", "management.endpoit");
		assertThat(ShellCommands.problemsOf("""
				mvn -Pnone -pl nowhere verify
				curl -X DELETE http://127.0.0.1:8080/api/nothing
				src/build/none
				rm -rf /
				""")).containsExactly("no profile none", "no module nowhere", "no request DELETE /api/nothing",
				"no file src/build/none", "unknown command rm");
		assertThat(ShellCommands.problemsOf("""
				mvn -Psoak -pl sandbox,autoconfigure -am verify
				ID=1
				curl -X POST -H 'A: b' http://127.0.0.1:8080/api/auth0/connections/$ID/refresh-metadata
				curl -H 'A: b' --data-binary @x http://127.0.0.1:8080/api/saml/metadata
				A=b java -jar app.jar
				""")).isEmpty();
	}

	private static Stream<Snippet> blocks(String language) {
		return Pages.all().stream().flatMap((page) -> Snippet.blocks(page, language).stream());
	}

	private static Stream<DynamicTest> each(Stream<Snippet> blocks, Consumer<Snippet> check) {
		List<Snippet> all = blocks.toList();
		assertThat(all).isNotEmpty();
		return all.stream().map((block) -> DynamicTest.dynamicTest(block.toString(), () -> check.accept(block)));
	}

	private static String first(String text, String regex) {
		return Pattern.compile(regex).matcher(text).results().findFirst().orElseThrow().group(1);
	}

	private static void parse(String document) {
		try {
			DocumentBuilderFactory.newInstance()
				.newDocumentBuilder()
				.parse(new InputSource(new StringReader(document)));
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
