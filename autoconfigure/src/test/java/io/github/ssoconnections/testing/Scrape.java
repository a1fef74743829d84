// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.EnterpriseConnectionQuery;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.clerk.NewSamlConnection;
import io.github.ssoconnections.clerk.SamlConnectionPatch;
import io.github.ssoconnections.clerk.SamlConnectionService;
import io.github.ssoconnections.clerk.TestRunQuery;
import io.github.ssoconnections.monitor.CertificateMeter;
import io.github.ssoconnections.monitor.CertificateMonitor;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.context.ApplicationContext;

/**
 * Makes every operation end in every way, and reads what Prometheus then reads.
 */
public final class Scrape {

	/**
	 * The names of all operations.
	 */
	public static final List<String> OPERATIONS = List.of("enterprise_connections.list",
			"enterprise_connections.create", "enterprise_connections.get", "enterprise_connections.update",
			"enterprise_connections.delete", "enterprise_connections.list_test_runs",
			"enterprise_connections.create_test_run", "saml_connections.list", "saml_connections.create",
			"saml_connections.get", "saml_connections.update", "saml_connections.delete");

	private static final Pattern LINE = Pattern.compile("(\\w+)(?:\\{(.*)})? \\S+");

	private static final Pattern LABEL = Pattern.compile("(\\w+)=\"([^\"]*)\"");

	private Scrape() {
	}

	/**
	 * Return the service.
	 */
	public static EnterpriseConnectionService service(ApplicationContext context) {
		return context.getBean(EnterpriseConnectionService.class);
	}

	/**
	 * Wait for the first sweep over the certificates of each account, and for its meters.
	 */
	public static void awaitSweep(ApplicationContext context) {
		MeterRegistry registry = context.getBean(MeterRegistry.class);
		CertificateMonitor monitor = context.getBean(CertificateMonitor.class);
		Flux.interval(Duration.ofMillis(10))
			.filter((tick) -> monitor.report().refreshedAt() != null)
			.filter((tick) -> registry.find(CertificateMeter.EXPIRY.getName()).gauge() != null)
			.blockFirst(Duration.ofSeconds(20));
	}

	/**
	 * Make every operation succeed, fail in every way, and be cancelled.
	 */
	public static void exercise(ApplicationContext context, Wire wire) {
		for (int status : new int[] { 200, 302, 400, 401, 403, 404, 409, 410, 429, 503 }) {
			wire.server().resetAll();
			wire.respondsWith(status, "{\"id\":\"id_1\"}");
			for (Mono<?> operation : operations(context)) {
				operation.onErrorResume((ex) -> Mono.empty()).block(Duration.ofSeconds(20));
			}
		}
		wire.server().resetAll();
		wire.respondsWith(WireMock.aResponse().withFixedDelay(500).withBody("{}"));
		for (Mono<?> operation : operations(context)) {
			StepVerifier.create(operation).expectSubscription().thenCancel().verify(Duration.ofSeconds(20));
		}
	}

	private static List<Mono<?>> operations(ApplicationContext context) {
		EnterpriseConnectionService service = service(context);
		SamlConnectionService saml = context.getBean(SamlConnectionService.class);
		return List.of(service.list(new EnterpriseConnectionQuery()), service.create(new NewEnterpriseConnection()),
				service.get("ent_1"), service.update("ent_1", new EnterpriseConnectionPatch()), service.delete("ent_1"),
				service.listTestRuns("ent_1", new TestRunQuery()), service.createTestRun("ent_1"), saml.list(),
				saml.create(new NewSamlConnection()), saml.get("samlc_1"),
				saml.update("samlc_1", new SamlConnectionPatch()), saml.delete("samlc_1"));
	}

	/**
	 * Return the series whose names start with the prefix.
	 */
	public static List<Series> series(String scrape, String prefix) {
		List<Series> series = new ArrayList<>();
		scrape.lines().filter((line) -> !line.startsWith("#") && line.startsWith(prefix)).forEach((line) -> {
			Matcher matcher = LINE.matcher(line);
			if (!matcher.matches()) {
				throw new IllegalStateException(line);
			}
			Map<String, String> labels = new TreeMap<>();
			if (matcher.group(2) != null) {
				Matcher label = LABEL.matcher(matcher.group(2));
				while (label.find()) {
					labels.put(label.group(1), label.group(2));
				}
			}
			series.add(new Series(matcher.group(1), labels));
		});
		return series;
	}

	/**
	 * A series of a scrape.
	 */
	public record Series(String name, Map<String, String> labels) {
	}

}
