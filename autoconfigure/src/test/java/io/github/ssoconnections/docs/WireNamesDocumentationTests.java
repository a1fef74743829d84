// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.testing.GeneratedPage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Generates the index of the names that the vendors' documents use for fields, with what
 * they are here.
 */
class WireNamesDocumentationTests {

	private static final Path PAGE = Pages.GENERATED.resolve("wire-names.md");

	private static final Path SOURCES = Pages.ROOT.resolve("autoconfigure/src/main/java/io/github/ssoconnections");

	private static final Pattern OPTION = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*public static final "
			+ "ConnectionOption<[^;]*?\\s(\\w+)\\s*=\\s*DECLARED\\s*\\.\\w+\\(\"([^\"]+)\"", Pattern.DOTALL);

	private static final String HEAD = """
			# Fields by the vendors' names

			What a field of the vendors' documents is here. For names that have no counterpart, see [names of the vendors](../vendor-names.md).

			In requests, the setter has the name of the component: `domains(…)` for `domains`. In general, `idp_entity_id` is `idpEntityId`.
			""";

	@Test
	void listsEveryField() throws IOException {
		StringBuilder text = new StringBuilder(HEAD);
		append(text, "Clerk", fields("clerk"));
		append(text, "Auth0", fields("auth0"));
		append(text, "Options of connections at Auth0", options());
		GeneratedPage.checkOrUpdate(PAGE, text.toString());
	}

	@Test
	void readsNamesAndTexts() {
		assertThat(fields("clerk")).containsEntry("saml_connection", "`EnterpriseConnection.saml`")
			.containsKey("idp_certificates");
		assertThat(fields("auth0")).containsKey("enabled_clients");
		assertThat(options()).containsKey("signingCert").hasSizeGreaterThan(60);
		assertThat(JavadocText.of(EnterpriseConnection.class).params()).containsKey("saml");
		assertThat(JavadocText.of(Auth0Connection.class).params().get("realms"))
			.isEqualTo("the realms, by default the name");
	}

	private static void append(StringBuilder text, String title, Map<String, String> rows) {
		text.append("\n## ").append(title).append("\n\n| Name | Here |\n|---|---|\n");
		rows.forEach((name, here) -> text.append("| `").append(name).append("` | ").append(here).append(" |\n"));
	}

	private static Map<String, String> fields(String vendor) {
		Map<String, String> fields = new TreeMap<>();
		Pages.find(SOURCES.resolve(vendor), ".java")
			.map(WireNamesDocumentationTests::type)
			.filter((type) -> type.isRecord() && Arrays.stream(type.getRecordComponents())
				.anyMatch((component) -> component.getName().equals("unknownFields")))
			.forEach((type) -> {
				append(fields, type);
				Arrays.stream(type.getDeclaredClasses())
					.filter(Class::isRecord)
					.forEach((part) -> append(fields, part));
			});
		return fields;
	}

	private static Class<?> type(Path source) {
		String name = Pages.ROOT.resolve("autoconfigure/src/main/java").relativize(source).toString();
		try {
			return Class.forName(name.replace(".java", "").replace('/', '.'), false,
					WireNamesDocumentationTests.class.getClassLoader());
		}
		catch (ClassNotFoundException | NoClassDefFoundError ex) {
			return Object.class;
		}
	}

	private static void append(Map<String, String> fields, Class<?> type) {
		String owner = (type.getEnclosingClass() != null) ? type.getEnclosingClass().getSimpleName() + "." : "";
		for (RecordComponent component : type.getRecordComponents()) {
			if (!component.getName().equals("unknownFields")) {
				fields.merge(name(component), "`" + owner + type.getSimpleName() + "." + component.getName() + "`",
						(before, another) -> before + ", " + another);
			}
		}
	}

	private static String name(RecordComponent component) {
		JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
		return (named != null) ? named.value()
				: component.getName().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
	}

	private static Map<String, String> options() {
		Map<String, String> options = new TreeMap<>();
		Pages.find(SOURCES.resolve("auth0/options"), ".java").forEach((source) -> {
			Matcher option = OPTION.matcher(Pages.read(source));
			while (option.find()) {
				String text = JavadocText.plain(option.group(1)).replaceFirst("^`[^`]+`: ", "");
				options.merge(option.group(3), "`" + source.getFileName().toString().replace(".java", "") + "."
						+ option.group(2) + "`: " + text, (before, another) -> before + "<br>" + another);
			}
		});
		return options;
	}

}
