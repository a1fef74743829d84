// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import io.github.ssoconnections.testing.GeneratedPage;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Generates the page of the properties: those of this library, and those of Spring Boot
 * that apply to it.
 */
class ConfigurationDocumentationTests {

	private static final String HEAD = """
			# Configuration

			Only credentials are required: `sso-connections.clerk.api-key`; or for Auth0 the domain, and a token or a client id with its secret. Durations are written as `500ms`, `10s` or `2m`, sizes as `512KB` or `16MB`. As environment variables, names are upper case without dashes, with `_` for dots: `SSOCONNECTIONS_CLERK_APIKEY`.

			An invalid value stops the start, with a text that names the property and never contains a key or an address. A variable that may be unset is written with a colon, as in `${CLERK_SECRET_KEY:}`: without it, the start fails while the variable is not set.

			## Properties of this library
			""";

	/** Properties of Boot by name, with what they do here. */
	private static final Map<String, String> OF_BOOT = new LinkedHashMap<>();
	static {
		OF_BOOT.put("management.endpoints.web.exposure.include",
				"Exposes the endpoint `ssoconnections`, which is not exposed by default.");
		OF_BOOT.put("management.endpoint.health.group", "Groups of contributors: `clerk`, `auth0`, `ssoCertificates`.");
		OF_BOOT.put("management.endpoint.health.show-details", "Whether the details of the contributors are shown.");
		OF_BOOT.put("management.endpoint.configprops.show-values", "Secrets are masked with every value.");
		OF_BOOT.put("management.endpoint.env.show-values", "Secrets are masked with every value.");
		OF_BOOT.put("management.observations.enable",
				"`management.observations.enable.sso.connections=false` switches the observations of operations off.");
		OF_BOOT.put("management.metrics.enable",
				"`management.metrics.enable.sso.connections=false` switches the meters off.");
		OF_BOOT.put("management.metrics.distribution.percentiles-histogram",
				"Histograms of `sso.connections.operation`, for example.");
		OF_BOOT.put("spring.http.clients.connect-timeout", "Connect timeout, unless the vendor's property is set.");
		OF_BOOT.put("spring.http.clients.read-timeout",
				"Attempt timeout, unless the vendor's `response-timeout` is set.");
		OF_BOOT.put("spring.http.clients.ssl.bundle", "SSL bundle, unless the vendor's property is set.");
		OF_BOOT.put("spring.ssl.bundle.pem", "SSL bundles, which `ssl.bundle` names.");
		OF_BOOT.put("spring.http.clients.reactive.connector",
				"Ignored: calls go through [Reactor Netty](../../explanation/transport.md).");
		OF_BOOT.put("spring.http.clients.redirects", "Ignored: redirects are not followed.");
		OF_BOOT.put("spring.reactor.context-propagation", "With `auto`, traces survive a change of threads.");
		OF_BOOT.put("spring.threads.virtual.enabled",
				"Requests of a servlet application run on virtual threads, and may block.");
	}

	/** What an account needs. */
	private static final List<String> FIRST = List.of("sso-connections.clerk.api-key", "sso-connections.auth0.domain",
			"sso-connections.auth0.client-id", "sso-connections.auth0.client-secret", "sso-connections.auth0.token");

	private static final Path PAGE = Path.of("..", "docs", "reference", "generated", "configuration.md");

	@Test
	void listsEveryProperty() throws Exception {
		GeneratedPage.checkOrUpdate(PAGE, HEAD + tables());
	}

	@Test
	void propertiesOfBootExist() throws Exception {
		Set<String> names = new TreeSet<>();
		for (URL url : Collections
			.list(getClass().getClassLoader().getResources("META-INF/spring-configuration-metadata.json"))) {
			try (InputStream in = url.openStream()) {
				JsonMapper.shared()
					.readTree(in)
					.path("properties")
					.forEach((property) -> names.add(property.path("name").asString()));
			}
		}
		assertThat(names).containsAll(OF_BOOT.keySet());
	}

	@Test
	void reportsHowToUpdate() throws Exception {
		assertThat(Files.readString(Path.of("..", "CONTRIBUTING.md"))).contains(GeneratedPage.updateCommand());
	}

	private static String tables() throws Exception {
		ConfigurationMetadata metadata = ConfigurationMetadata.read();
		StringBuilder text = new StringBuilder();
		List<String> prefixes = new ArrayList<>(metadata.roots().keySet());
		prefixes.sort(Comparator.comparingInt(ConfigurationDocumentationTests::rankOfPrefix));
		for (String prefix : prefixes) {
			append(text, prefix, metadata.propertiesOf(prefix));
		}
		text.append("\n## Properties of Spring Boot\n\n| Property | Default | What it is |\n|---|---|---|\n");
		metadata.managementProperties()
			.forEach((property) -> text.append("| `" + property.name() + "` | `" + property.defaultValue() + "` | "
					+ property.description() + " |\n"));
		OF_BOOT.forEach((name, effect) -> text.append("| `" + name + "` | | " + effect + " |\n"));
		text.append("\n`spring.jackson.*` and `spring.http.codecs.*` have no effect on the calls to the vendors.\n");
		return text.toString();
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
