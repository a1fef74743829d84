// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.ssoconnections.FailureReason;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.autoconfigure.CertificateProperties;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.monitor.CertificateState;
import io.github.ssoconnections.testing.Scrape;
import io.github.ssoconnections.testing.Wire;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that {@code docs/reference/observability.md}, the dashboard and the alerts say
 * what the code does.
 */
@ExtendWith(OutputCaptureExtension.class)
class ObservabilityDocumentationTests {

	private static final Path DOCS = Path.of("..", "docs");

	private static final Path OBSERVABILITY = DOCS.resolve("reference/observability.md");

	private static final Path CERTIFICATES = DOCS.resolve("explanation/certificates.md");

	private static final Path HEALTH = DOCS.resolve("reference/health.md");

	/** What both vendors take for a page. */
	private static final String CONNECTIONS = """
			{"data":[{"id":"ent_1","saml_connection":{"idp_certificate_expires_at":1800000000000}}],"total_count":1,
			"connections":[{"id":"con_1","strategy":"samlp"},{"id":"con_2","strategy":"oidc",
			"metadata":{"sso_connections_oidc_secret_expires_at":"2027-01-31T00:00:00Z"}}]}""";

	private static final Pattern CODE = Pattern.compile("`([^`]+)`");

	private static final Pattern METRIC = Pattern.compile("\\b(?:sso_connections|http_client)_\\w+");

	private static final Pattern URIS = Pattern.compile("uri=~\"([^\"]+)\"");

	private static final Pattern COMPARISON = Pattern.compile("([<>]=?) (\\d+)(?: \\* (\\d+))?");

	private static final Pattern LABELS = Pattern.compile("\\bby \\(([^)]*)\\)|(\\w+)(?:=~|!~|!=|=)\"");

	@RegisterExtension
	static final Wire wire = new Wire();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withUserConfiguration(Application.class)
		.withPropertyValues("sso-connections.clerk.api-key=sk_test_wire",
				"sso-connections.clerk.base-url=" + wire.baseUrl(), "sso-connections.clerk.rate-limit.max-pause=0ms",
				"sso-connections.clerk.rate-limit.limit=100000", "sso-connections.clerk.retry.initial-backoff=0ms");

	@Test
	void listsStatesOfCertificates() throws IOException {
		assertThat(table(CERTIFICATES, "states of CertificateState").map((cells) -> codes(cells.get(0)).get(0)))
			.containsExactly(Stream.of(CertificateState.values()).map(Enum::toString).toArray(String[]::new));
	}

	@Test
	void statesHowManySeriesThereAreAtMost() throws IOException {
		int failures = SsoApiException.class.getPermittedSubclasses().length + 1;
		assertThat(page()).contains("calls 12 operations of an account, each of which has failed in all " + failures
				+ " ways, has " + mostSeries(12, failures));
		int states = CertificateState.values().length;
		assertThat(page())
			.contains("2 × 100 + 2 × (2 × " + states + " + 1) = " + (2 * 100 + 2 * (2 * states + 1)) + " series");
	}

	private static String mostSeries(int operations, int failures) {
		return operations + " × (6 + " + failures + " × 3) + " + operations + " × 4 + 4 = "
				+ (operations * (6 + failures * 3) + operations * 4 + 4) + " series";
	}

	@Test
	void listsReasonsOfHealth() throws IOException {
		List<String> reasons = table(HEALTH, "reasons of FailureReason").map((cells) -> cells.get(1))
			.filter((cell) -> cell.startsWith("`"))
			.distinct()
			.toList();
		assertThat(reasons).containsExactlyInAnyOrderElementsOf(
				Stream.of(FailureReason.values()).map((reason) -> "`" + reason + "`").toList());
	}

	@Test
	void listsDetailsOfHealth() throws IOException {
		JsonNode vendor = shown("/components/europe/details");
		JsonNode certificates = shown("/details");
		wire.respondsWith(200, CONNECTIONS);
		withMonitor().run((context) -> {
			Scrape.awaitSweep(context);
			wire.respondsWith(401, "{}");
			assertThat(details(context, "clerk")).containsExactlyElementsOf(vendor.propertyNames());
			assertThat(details(context, "auth0")).containsExactlyElementsOf(vendor.propertyNames());
			assertThat(details(context, "ssoCertificates")).containsExactlyElementsOf(certificates.propertyNames());
		});
	}

	// What the only block of JSON with this pointer has there
	private static JsonNode shown(String pointer) {
		List<JsonNode> blocks = Snippet.blocks(HEALTH, "json")
			.stream()
			.map((block) -> JsonMapper.shared().readTree(block.code()).at(pointer))
			.filter(JsonNode::isObject)
			.toList();
		assertThat(blocks).hasSize(1);
		return blocks.get(0);
	}

	private ApplicationContextRunner withMonitor() {
		return this.contextRunner.withPropertyValues("sso-connections.auth0.token=given",
				"sso-connections.auth0.base-url=" + wire.server().baseUrl(),
				"sso-connections.auth0.rate-limit.enabled=false", "sso-connections.certificates.monitor.enabled=true",
				"sso-connections.certificates.monitor.initial-delay=0ms");
	}

	private static Set<String> details(ApplicationContext context, String contributor) {
		return context.getBean(contributor + "HealthContributor", ReactiveHealthIndicator.class)
			.health(true)
			.block(Duration.ofSeconds(20))
			.getDetails()
			.keySet();
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
		Matcher uris = URIS.matcher(String.join("\n", expressions()));
		assertThat(uris.find()).isTrue();
		wire.respondsWith(200, CONNECTIONS);
		withMonitor().run((context) -> {
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
			assertThat(series.stream()
				.filter((one) -> one.name().equals("http_client_requests_seconds_count"))
				.map((one) -> one.labels().get("uri"))
				.distinct()).contains("/connections", "/saml_connections/{saml_connection_id}")
				.allMatch((uri) -> uri.matches(uris.group(1)));
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
	void alertsOnCertificatesNameTheConnectionAndThePageToFollow() throws IOException {
		List<Map<String, Object>> alerts = rules().stream()
			.filter((rule) -> String.valueOf(rule.get("alert")).startsWith("SsoConnectionsCertificateExpir"))
			.toList();
		assertThat(alerts).hasSize(3).allSatisfy((rule) -> {
			assertThat(String.valueOf(rule.get("expr"))).startsWith("min by (vendor, account, connection_id)");
			assertThat(String.valueOf(rule.get("annotations"))).contains("{{ $labels.connection_id }}")
				.contains("rotate-a-certificate.md");
		});
		assertThat(alerts).extracting((rule) -> rule.get("labels"))
			.containsExactly(Map.of("severity", "warning"), Map.of("severity", "critical"),
					Map.of("severity", "critical"));
		Pattern runbook = Pattern.compile("runbook_url=\\S+/blob/main/docs/([^,}]+)");
		assertThat(rules().stream().flatMap((rule) -> runbook.matcher(rule.toString()).results())).hasSize(5)
			.allSatisfy((page) -> assertThat(DOCS.resolve(page.group(1))).exists());
	}

	@Test
	void alertsOnCertificatesCoverEachStateOnceWithTheDefaultThresholds() throws IOException {
		long warning = new CertificateProperties().getWarningThreshold().toDays();
		long critical = new CertificateProperties().getCriticalThreshold().toDays();
		for (double days : new double[] { -1, 0, 0.5, critical - 0.5, critical, critical + 0.5, warning - 0.5, warning,
				warning + 1 }) {
			String alert = (days <= 0) ? "SsoConnectionsCertificateExpired"
					: (days < critical) ? "SsoConnectionsCertificateExpiresSoon"
							: (days < warning) ? "SsoConnectionsCertificateExpiring" : null;
			assertThat(firing(days * 86400)).as("%s days", days)
				.containsExactlyElementsOf((alert != null) ? List.of(alert) : List.of());
		}
	}

	// The rules are comparisons of one gauge with a number of days, joined by "and"
	private static List<String> firing(double seconds) throws IOException {
		List<String> firing = new ArrayList<>();
		for (Map<String, Object> rule : rules()) {
			String expression = String.valueOf(rule.get("expr"));
			if (expression.contains("sso_connections_certificate_expiry_seconds")) {
				List<MatchResult> comparisons = COMPARISON.matcher(expression).results().toList();
				assertThat(comparisons).hasSize(expression.split("\\band\\b").length);
				if (comparisons.stream().allMatch((comparison) -> isTrue(comparison, seconds))) {
					firing.add(String.valueOf(rule.get("alert")));
				}
			}
		}
		return firing;
	}

	private static boolean isTrue(MatchResult comparison, double seconds) {
		double limit = Double.parseDouble(comparison.group(2))
				* ((comparison.group(3) != null) ? Double.parseDouble(comparison.group(3)) : 1);
		return switch (comparison.group(1)) {
			case "<" -> seconds < limit;
			case "<=" -> seconds <= limit;
			case ">" -> seconds > limit;
			default -> seconds >= limit;
		};
	}

	@Test
	void auditTrailTellsOfChange(CapturedOutput output) {
		wire.respondsWith(200, "{\"id\":\"ent_1\"}");
		this.contextRunner.withBean(ObservabilityExamples.AuditTrail.class).run((context) -> {
			Scrape.service(context)
				.update("ent_1", new EnterpriseConnectionPatch().active(true))
				.block(Duration.ofSeconds(20));
			assertThat(output).contains("clerk enterprise_connections.update of ent_1: [active] at ");
		});
	}

	private static List<String> expressions() throws IOException {
		JsonNode dashboard = new JsonMapper().readTree(Files.readString(DOCS.resolve("how-to/grafana-dashboard.json")));
		List<String> expressions = new ArrayList<>(dashboard.path("panels").findValuesAsString("expr"));
		expressions.addAll(dashboard.path("templating").findValuesAsString("definition"));
		assertThat(expressions).hasSizeGreaterThan(8);
		rules().forEach((rule) -> expressions.add((String) rule.get("expr")));
		return expressions;
	}

	@SuppressWarnings("unchecked")
	private static List<Map<String, Object>> rules() throws IOException {
		Map<String, List<Map<String, Object>>> alerts = new Yaml()
			.load(Files.readString(DOCS.resolve("how-to/prometheus-alerts.yml")));
		return alerts.get("groups")
			.stream()
			.flatMap((group) -> ((List<Map<String, Object>>) group.get("rules")).stream())
			.toList();
	}

	private static Stream<List<String>> table(Path file, String marker) throws IOException {
		String page = Files.readString(file);
		String table = page.substring(page.indexOf("<!-- " + marker + " -->"));
		return table.substring(0, table.indexOf("<!-- end of"))
			.lines()
			.filter((line) -> line.startsWith("| `"))
			.map((line) -> Arrays.stream(line.split("\\|"))
				.map(String::strip)
				.filter((cell) -> !cell.isEmpty())
				.toList());
	}

	private static String page() throws IOException {
		return Files.readString(OBSERVABILITY);
	}

	private static List<String> codes(String text) {
		return CODE.matcher(text).results().map((code) -> code.group(1)).toList();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
