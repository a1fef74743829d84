// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.http.ApiMeter;
import io.github.ssoconnections.http.ApiObservation;
import io.github.ssoconnections.http.ApiOperation;
import io.github.ssoconnections.monitor.CertificateMeter;
import io.github.ssoconnections.monitor.CertificateState;
import io.github.ssoconnections.testing.Scrape;
import io.github.ssoconnections.testing.Wire;
import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.docs.MeterDocumentation;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that {@code docs/observability.md}, the dashboard and the alerts say what the
 * code does.
 */
@ExtendWith(OutputCaptureExtension.class)
class ObservabilityDocumentationTests {

	private static final Path DOCS = Path.of("..", "docs");

	private static final Path OBSERVABILITY = DOCS.resolve("observability.md");

	private static final Path CERTIFICATES = DOCS.resolve("certificates.md");

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	private static final Pattern METRIC = Pattern.compile("\\b(?:sso_connections|http_client)_\\w+");

	private static final Pattern LABELS = Pattern.compile("\\bby \\(([^)]*)\\)|(\\w+)(?:=~|!~|!=|=)\"");

	@RegisterExtension
	static final Wire wire = new Wire();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withPropertyValues("sso-connections.clerk.api-key=sk_test_wire",
				"sso-connections.clerk.base-url=" + wire.baseUrl(), "sso-connections.clerk.rate-limit.max-pause=0ms",
				"sso-connections.clerk.retry.initial-backoff=0ms");

	@Test
	void listsKeysAndTheirValues() throws IOException {
		Map<String, List<String>> rows = rows(OBSERVABILITY, "keys of ApiObservation");
		Set<String> exceptions = Stream.of(SsoApiException.class.getPermittedSubclasses())
			.map(Class::getSimpleName)
			.collect(Collectors.toSet());
		exceptions.addAll(Set.of("none", "Other"));
		assertThat(rows.keySet()).containsExactly(names(ApiObservation.Keys.values()));
		assertThat(codes(rows.get("vendor").get(0))).containsExactly("clerk", "auth0");
		assertThat(codes(rows.get("operation").get(0))).containsExactlyElementsOf(Scrape.OPERATIONS);
		assertThat(codes(rows.get("outcome").get(0))).containsExactly("success", "failure", "cancelled");
		assertThat(codes(rows.get("exception").get(0))).containsExactlyInAnyOrderElementsOf(exceptions);
	}

	@Test
	void listsOperationsOfAuth0() throws Exception {
		String page = page();
		String table = page.substring(page.indexOf("<!-- operations of Auth0 -->"),
				page.indexOf("<!-- end of operations -->"));
		Set<String> operations = new TreeSet<>();
		for (JavaClass type : new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
			.importPackages(Auth0Client.class.getPackageName())) {
			for (Field field : type.reflect().getDeclaredFields()) {
				if (field.getType() == ApiOperation.class) {
					field.setAccessible(true);
					operations.add(((ApiOperation<?>) field.get(null)).name());
				}
			}
		}
		assertThat(codes(table)).containsExactlyInAnyOrderElementsOf(operations).hasSizeGreaterThan(30);
	}

	@Test
	void listsMeters() throws IOException {
		listsMeters(rows(OBSERVABILITY, "meters of ApiMeter"), ApiMeter.values());
		listsMeters(rows(CERTIFICATES, "meters of CertificateMeter"), CertificateMeter.values());
	}

	private static void listsMeters(Map<String, List<String>> rows, MeterDocumentation[] meters) {
		assertThat(rows.keySet())
			.containsExactly(Stream.of(meters).map(MeterDocumentation::getName).toArray(String[]::new));
		for (MeterDocumentation meter : meters) {
			List<String> row = rows.get(meter.getName());
			assertThat(row.get(0)).isEqualTo(meter.getType().name().toLowerCase(Locale.ROOT));
			assertThat(codes(row.get(1))).containsExactly(names(meter.getKeyNames()));
			assertThat(row.get(2)).endsWith(".");
		}
	}

	@Test
	void listsStatesOfCertificates() throws IOException {
		assertThat(rows(CERTIFICATES, "states of CertificateState").keySet())
			.containsExactly(Stream.of(CertificateState.values()).map(Enum::toString).toArray(String[]::new));
	}

	@Test
	void statesHowManySeriesThereAreAtMost() throws IOException {
		int operations = Scrape.OPERATIONS.size();
		int failures = SsoApiException.class.getPermittedSubclasses().length + 1;
		int most = operations * (6 + failures * 3) + operations * 4 + 4;
		assertThat(page()).contains("with " + operations + " operations, and each of them having failed in all "
				+ failures + " ways, that is " + operations + " × (6 + " + failures + " × 3) + " + operations
				+ " × 4 + 4 = " + most + " series");
		int states = CertificateState.values().length;
		assertThat(CERTIFICATES).content()
			.contains("100 + 2 × (2 × " + states + " + 1) = " + (100 + 2 * (2 * states + 1)) + " series");
	}

	@Test
	void dashboardAndAlertsUseWhatAScrapeHolds() throws IOException {
		Set<String> used = new TreeSet<>();
		Set<String> labelsUsed = new TreeSet<>();
		for (String expression : expressions()) {
			METRIC.matcher(expression).results().forEach((metric) -> used.add(metric.group()));
			LABELS.matcher(expression)
				.results()
				.flatMap((labels) -> Stream
					.of(((labels.group(1) != null) ? labels.group(1) : labels.group(2)).split(",")))
				.forEach((label) -> labelsUsed.add(label.strip()));
		}
		assertThat(used).hasSizeGreaterThan(10);
		wire.answers(200,
				"""
						{"data":[{"id":"ent_1","saml_connection":{"idp_certificate_expires_at":1800000000000}}],"total_count":1}""");
		this.contextRunner
			.withPropertyValues("sso-connections.certificates.monitor.enabled=true",
					"sso-connections.certificates.monitor.initial-delay=0ms")
			.run((context) -> {
				Scrape.awaitSweep(context);
				Scrape.exercise(context, wire);
				List<Scrape.Series> series = Scrape.series(context.getBean(PrometheusMeterRegistry.class).scrape(), "");
				assertThat(series.stream().map(Scrape.Series::name).collect(Collectors.toSet())).containsAll(used);
				Set<String> labels = series.stream()
					.filter((one) -> used.contains(one.name()))
					.flatMap((one) -> one.labels().keySet().stream())
					.collect(Collectors.toSet());
				labels.add("instance");
				assertThat(labels).containsAll(labelsUsed);
			});
	}

	@Test
	void alertsAreNamedAndComplete() throws IOException {
		assertThat(rules()).hasSizeGreaterThan(5).allSatisfy((rule) -> {
			assertThat(rule).containsKeys("alert", "expr", "labels", "annotations");
			assertThat(String.valueOf(rule.get("annotations"))).contains("summary=");
		});
		assertThat(rules()).extracting((rule) -> rule.get("alert")).doesNotHaveDuplicates();
	}

	@Test
	void auditTrailTellsOfChange(CapturedOutput output) {
		wire.answers(200, "{\"id\":\"ent_1\"}");
		this.contextRunner.withBean(ObservabilityExamples.AuditTrail.class).run((context) -> {
			Scrape.service(context)
				.update("ent_1", new EnterpriseConnectionPatch().active(true))
				.block(Duration.ofSeconds(20));
			assertThat(output).contains("clerk enterprise_connections.update of ent_1: [active] at ");
		});
	}

	private static List<String> expressions() throws IOException {
		JsonNode dashboard = new JsonMapper().readTree(Files.readString(DOCS.resolve("grafana-dashboard.json")));
		List<String> expressions = new ArrayList<>(dashboard.path("panels").findValuesAsString("expr"));
		assertThat(expressions).hasSizeGreaterThan(8);
		rules().forEach((rule) -> expressions.add((String) rule.get("expr")));
		return expressions;
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> rules() throws IOException {
		Map<String, List<Map<String, Object>>> alerts = new Yaml()
			.load(Files.readString(DOCS.resolve("prometheus-alerts.yml")));
		return alerts.get("groups")
			.stream()
			.flatMap((group) -> ((List<Map<String, Object>>) group.get("rules")).stream())
			.toList();
	}

	private static Map<String, List<String>> rows(Path file, String marker) throws IOException {
		String page = Files.readString(file);
		String table = page.substring(page.indexOf("<!-- " + marker + " -->"));
		Map<String, List<String>> rows = new LinkedHashMap<>();
		table.substring(0, table.indexOf("<!-- end of"))
			.lines()
			.filter((line) -> line.startsWith("| `"))
			.map((line) -> Arrays.stream(line.split("\\|"))
				.map(String::strip)
				.filter((cell) -> !cell.isEmpty())
				.toList())
			.forEach((cells) -> rows.put(codes(cells.get(0)).get(0), cells.subList(1, cells.size())));
		return rows;
	}

	private static String page() throws IOException {
		return Files.readString(OBSERVABILITY);
	}

	private static List<String> codes(String text) {
		return CODE.matcher(text).results().map((code) -> code.group(1)).toList();
	}

	private static String[] names(KeyName[] keys) {
		return Stream.of(keys).map(KeyName::asString).toArray(String[]::new);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
