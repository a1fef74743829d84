// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.ssoconnections.testing.GeneratedPage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that the page about the properties says what the code says. The tables of the
 * page are generated, the text around them is not.
 */
class ConfigurationDocumentationTests {

	private static final String BEGIN = "<!-- generated from the code: properties -->\n";

	private static final String END = "<!-- end of the generated part -->\n";

	/** What an account needs. */
	private static final List<String> FIRST = List.of("sso-connections.clerk.api-key", "sso-connections.auth0.domain",
			"sso-connections.auth0.client-id", "sso-connections.auth0.client-secret", "sso-connections.auth0.token");

	private static final Path PAGE = Path.of("..", "docs", "reference", "generated", "configuration.md");

	@Test
	void listsEveryProperty() throws Exception {
		String page = Files.readString(PAGE);
		assertThat(page).as("The markers of the generated part").contains(BEGIN, END);
		String expected = page.substring(0, page.indexOf(BEGIN) + BEGIN.length()) + tables()
				+ page.substring(page.indexOf(END));
		GeneratedPage.checkOrUpdate(PAGE, expected, getClass());
	}

	@Test
	void reportsHowToUpdate() throws Exception {
		assertThat(Files.readString(Path.of("..", "CONTRIBUTING.md")))
			.contains(GeneratedPage.updateCommand(getClass()));
	}

	private static String tables() throws Exception {
		ConfigurationMetadata metadata = ConfigurationMetadata.read();
		StringBuilder text = new StringBuilder();
		List<String> prefixes = new ArrayList<>(metadata.roots().keySet());
		prefixes.sort(Comparator.comparingInt(ConfigurationDocumentationTests::rankOfPrefix));
		for (String prefix : prefixes) {
			append(text, prefix, metadata.propertiesOf(prefix));
		}
		append(text, "management", metadata.managementProperties());
		return text.append('\n').toString();
	}

	// The accounts come before what works on them
	private static int rankOfPrefix(String prefix) {
		return prefix.equals("sso-connections.clerk") ? 0 : prefix.equals("sso-connections.auth0") ? 1 : 2;
	}

	private static int rank(ConfigurationMetadata.Property property) {
		int index = FIRST.indexOf(property.name());
		return (index < 0) ? FIRST.size() : index;
	}

	private static void append(StringBuilder text, String prefix, List<ConfigurationMetadata.Property> properties) {
		text.append("\n### `").append(prefix).append(".*`\n\n");
		text.append("| Property | Type | Default | What it is |\n|---|---|---|---|\n");
		properties.stream()
			.sorted(Comparator.comparingInt(ConfigurationDocumentationTests::rank))
			.forEach((property) -> text.append(row(property)));
	}

	private static String row(ConfigurationMetadata.Property property) {
		String type = property.type().replaceAll("[\\w.]+[.$](?=\\w)", "").replace("<", "&lt;").replace(">", "&gt;");
		String defaultValue = property.defaultValue().isEmpty() ? "" : "`" + property.defaultValue() + "`";
		String description = property.description().replace("|", "\\|").replaceAll("'([^' ]+)'", "`$1`");
		if (type.startsWith("Map&lt;") && property.name().endsWith(".accounts")) {
			return "| `" + property.name() + ".<name>.*` | | | " + description + " |\n";
		}
		return "| `" + property.name() + "` | " + type + " | " + defaultValue + " | " + description + " |\n";
	}

}
