// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.client.ApiClientListener;
import io.github.ssoconnections.client.ApiMeter;
import io.github.ssoconnections.client.ApiObservation;
import io.github.ssoconnections.declarative.DesiredConnections;
import io.github.ssoconnections.declarative.DriftMeter;
import io.github.ssoconnections.monitor.CertificateMeter;
import io.github.ssoconnections.testing.GeneratedPage;
import io.github.ssoconnections.testing.Scrape;
import io.github.ssoconnections.testing.Wire;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * Generates the page of the meters from the enums that document them, and holds these
 * against the meters of an application.
 */
class MetersDocumentationTests {

	private static final Path PAGE = Pages.GENERATED.resolve("meters.md");

	private static final String PREFIX = "sso.connections.";

	private static final Pattern NAME = Pattern.compile("\"(sso\\.connections\\.[a-z.]+)\"");

	private static final String ACTIVE = ApiObservation.OPERATION_NAME + ".active";

	private static final List<ApiObservation.Keys> ACTIVE_KEYS = List.of(ApiObservation.Keys.VENDOR,
			ApiObservation.Keys.ACCOUNT, ApiObservation.Keys.OPERATION);

	private static final String HEAD = """
			# Meters

			The names are those of Micrometer. Prometheus has `sso_connections_…`, with the unit at the end. [Observability](../observability.md) says how to switch them off, and how many series there are.
			""";

	@RegisterExtension
	static final Wire wire = new Wire();

	@Test
	void listsEveryMeter() throws IOException {
		StringBuilder text = new StringBuilder(HEAD);
		rows("Clients", clients()).forEach(text::append);
		rows("Certificates, with the monitor on", meters(CertificateMeter.values())).forEach(text::append);
		rows("Declared connections, with a `DesiredConnections` bean", meters(DriftMeter.values()))
			.forEach(text::append);
		text.append("\n## Keys\n\n| Key | Value |\n|---|---|\n");
		keys().forEach((key, what) -> text.append("| `").append(key).append("` | ").append(what).append(" |\n"));
		GeneratedPage.checkOrUpdate(PAGE, text.toString());
	}

	@Test
	void listsEveryNameOfTheCode() {
		String page = Pages.read(PAGE);
		Set<String> names = Pages.find(Pages.ROOT.resolve("autoconfigure/src/main/java"), ".java")
			.flatMap((source) -> NAME.matcher(Pages.read(source)).results())
			.map((MatchResult name) -> name.group(1))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(names).hasSizeGreaterThan(8).allSatisfy((name) -> assertThat(page).contains("| `" + name + "` |"));
	}

	@Test
	void describesTheMetersOfAnApplication() {
		wire.respondsWith(200, """
				{"data":[{"id":"ent_1","saml_connection":{"idp_certificate_expires_at":1800000000000}}],"total_count":1,
				"connections":[{"id":"con_2","strategy":"oidc",
				"metadata":{"sso_connections_oidc_secret_expires_at":"2027-01-31T00:00:00Z"}}]}""");
		Map<String, Documented> documented = new LinkedHashMap<>();
		all().forEach((meter) -> documented.put(meter.name(), meter));
		new ApplicationContextRunner().withUserConfiguration(Application.class)
			.withBean(DesiredConnections.class, () -> (account) -> Mono.just(List.of()))
			.withPropertyValues("management.prometheus.metrics.export.enabled=false",
					"sso-connections.clerk.api-key=sk_test_wire", "sso-connections.clerk.base-url=" + wire.baseUrl(),
					"sso-connections.auth0.token=given", "sso-connections.auth0.base-url=" + wire.server().baseUrl(),
					"sso-connections.auth0.rate-limit.enabled=false",
					"sso-connections.certificates.monitor.enabled=true",
					"sso-connections.certificates.monitor.initial-delay=0ms")
			.run((context) -> {
				Scrape.awaitSweep(context);
				context.getBeanProvider(ApiClientListener.class).forEach((listener) -> {
					Account account = Account.ofDefault("clerk");
					listener.onRetry(account, "enterprise_connections.get", mock(SsoApiException.NotFound.class));
					listener.onUnexpectedStructure(account, "enterprise_connections.get", 1, 0);
				});
				List<Meter.Id> ids = context.getBean(MeterRegistry.class)
					.getMeters()
					.stream()
					.map(Meter::getId)
					.filter((id) -> id.getName().startsWith(PREFIX))
					.toList();
				assertThat(ids.stream().map(Meter.Id::getName).distinct())
					.containsExactlyInAnyOrderElementsOf(documented.keySet());
				assertThat(ids).allSatisfy((id) -> describes(documented.get(id.getName()), id));
			});
	}

	private static void describes(Documented documented, Meter.Id id) {
		Set<String> keys = new LinkedHashSet<>(documented.keys());
		if (id.getName().equals(ApiObservation.OPERATION_NAME)) {
			// Micrometer's own
			keys.add("error");
		}
		assertThat(id.getTags()).extracting(Tag::getKey).containsExactlyInAnyOrderElementsOf(keys);
		assertThat(id.getType()).isEqualTo(documented.type());
		assertThat(unit(id.getType(), id.getBaseUnit())).isEqualTo(documented.unit());
		if (id.getDescription() != null) {
			assertThat(documented.text()).startsWith(id.getDescription() + ".");
		}
	}

	private static Stream<Documented> all() {
		return Stream.of(clients(), meters(CertificateMeter.values()), meters(DriftMeter.values()))
			.flatMap((meters) -> meters);
	}

	private static Stream<Documented> clients() {
		String operation = text(ApiObservation.OPERATION);
		return Stream.concat(
				Stream.of(
						new Documented(ApiObservation.OPERATION_NAME, Meter.Type.TIMER, "seconds",
								names(ApiObservation.Keys.values()), operation),
						new Documented(ACTIVE, Meter.Type.LONG_TASK_TIMER, "seconds",
								names(ACTIVE_KEYS.toArray(KeyName[]::new)), "Operations in progress.")),
				meters(ApiMeter.values()));
	}

	private static Stream<Documented> meters(MeterDocumentation[] meters) {
		return Stream.of(meters)
			.map((meter) -> new Documented(meter.getName(), meter.getType(), unit(meter.getType(), meter.getBaseUnit()),
					names(meter.getKeyNames()), text((Enum<?>) meter)));
	}

	private static String unit(Meter.Type type, String baseUnit) {
		boolean timer = type == Meter.Type.TIMER || type == Meter.Type.LONG_TASK_TIMER;
		return timer ? "seconds" : (baseUnit != null) ? baseUnit : "";
	}

	private static List<String> names(KeyName[] keys) {
		return Stream.of(keys).map(KeyName::asString).toList();
	}

	private static Stream<String> rows(String title, Stream<Documented> meters) {
		return Stream.concat(
				Stream.of("\n## " + title + "\n\n| Meter | Type | Unit | Keys | What it is |\n|---|---|---|---|---|\n"),
				meters.map(Documented::row));
	}

	private static Map<String, String> keys() {
		Map<String, String> keys = new LinkedHashMap<>();
		for (ApiObservation.Keys key : ApiObservation.Keys.values()) {
			keys.put(key.asString(), text(key));
		}
		for (CertificateMeter.Keys key : CertificateMeter.Keys.values()) {
			keys.putIfAbsent(key.asString(), text(key));
		}
		keys.merge("state", " With declared connections: " + text(DriftMeter.Keys.STATE), String::concat);
		return keys;
	}

	// The Javadoc of a constant, which stands in front of it
	private static String text(Enum<?> constant) {
		Class<?> type = constant.getDeclaringClass();
		Class<?> top = (type.getEnclosingClass() != null) ? type.getEnclosingClass() : type;
		String source = Pages
			.read(Pages.ROOT.resolve("autoconfigure/src/main/java/" + top.getName().replace('.', '/') + ".java"));
		Matcher javadoc = Pattern.compile("/\\*\\*((?:(?!\\*/).)*)\\*/\\s*" + constant.name() + "\\b", Pattern.DOTALL)
			.matcher(source.substring(source.indexOf("enum " + type.getSimpleName() + " ")));
		assertThat(javadoc.find()).as("Javadoc of %s", constant).isTrue();
		return JavadocText.plain(javadoc.group(1));
	}

	/**
	 * A meter as it is documented.
	 *
	 * @param name the name
	 * @param type the type
	 * @param unit the base unit, empty without one
	 * @param keys the keys of its tags
	 * @param text what it is
	 */
	private record Documented(String name, Meter.Type type, String unit, List<String> keys, String text) {

		String row() {
			String type = this.type.name().toLowerCase(Locale.ROOT).replace('_', ' ');
			return Stream
				.of("`" + this.name + "`", type, this.unit, "`" + String.join("`, `", this.keys) + "`", this.text)
				.map((cell) -> cell.isEmpty() ? "|" : "| " + cell)
				.collect(Collectors.joining(" ", "", " |\n"));
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
