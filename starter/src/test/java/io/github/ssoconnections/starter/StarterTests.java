// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.starter;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import reactor.core.publisher.Mono;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.ReactiveHealthContributor;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for what the one dependency brings: the services, metrics and health, and none of
 * the actuator's endpoints.
 */
class StarterTests {

	private static final String REPOSITORY = "https://github.com/ssoconnections/sso-connections";

	@Test
	void dependsOnTheFewThatItNames() throws Exception {
		assertThat(dependencies()).containsExactlyInAnyOrder("io.github.ssoconnections:sso-connections-spring-boot",
				"org.springframework.boot:spring-boot-health",
				"org.springframework.boot:spring-boot-starter-micrometer-metrics",
				"org.springframework.boot:spring-boot-starter-webclient");
	}

	@Test
	void configuresServicesAndMetrics() {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.registerShutdownHook(false)
			.run("--sso-connections.clerk.api-key=sk_test_1")) {
			assertThat(context.getBean(EnterpriseConnectionService.class)).isNotNull();
			assertThat(context.getBeansOfType(MeterRegistry.class)).isNotEmpty();
		}
	}

	@Test
	void configuresHealth() {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.registerShutdownHook(false)
			.run("--sso-connections.clerk.api-key=sk_test_1")) {
			assertThat(context.getBean("clerkHealthContributor")).isInstanceOf(ReactiveHealthContributor.class);
			assertThat(context.getBean(ReactiveHealthContributorRegistry.class).getContributor("clerk")).isNotNull();
		}
	}

	@Test
	void metersCallsWithoutActuator() {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.registerShutdownHook(false)
			.run("--sso-connections.clerk.api-key=sk_test_1", "--sso-connections.clerk.base-url=http://127.0.0.1:1/v1",
					"--sso-connections.clerk.retry.initial-backoff=0ms")) {
			context.getBean(EnterpriseConnectionService.class)
				.get("ent_1")
				.onErrorComplete()
				.block(Duration.ofSeconds(20));
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			assertThat(registry.get("sso.connections.operation").tag("exception", "Unavailable").timer().count())
				.isEqualTo(1);
			assertThat(registry.get("sso.connections.retries").counter().count()).isEqualTo(2);
			assertThat(registry.get("sso.connections.rate.limit.remaining").gauge().value()).isBetween(0.0, 5.0);
			assertThat(registry.get("sso.connections.rate.limit.wait").timer().count()).isZero();
			Timer attempts = registry.get("http.client.requests")
				.tag("uri", "/enterprise_connections/{enterprise_connection_id}")
				.timer();
			// Spring ends the last one after it has handed on its failure
			assertThat(Mono.fromSupplier(attempts::count)
				.filter((count) -> count >= 3)
				.repeatWhenEmpty((empty) -> empty.delayElements(Duration.ofMillis(5)))
				.block(Duration.ofSeconds(20))).isEqualTo(3L);
		}
	}

	@Test
	void watchesEveryVendorAndTheirCertificatesWithoutActuator() {
		try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Application.class)
			.web(WebApplicationType.NONE)
			.registerShutdownHook(false)
			.run("--sso-connections.clerk.api-key=sk_test_1", "--sso-connections.auth0.domain=acme.auth0.example",
					"--sso-connections.auth0.token=given", "--sso-connections.certificates.monitor.enabled=true",
					"--sso-connections.certificates.monitor.initial-delay=1h")) {
			ReactiveHealthContributorRegistry contributors = context.getBean(ReactiveHealthContributorRegistry.class);
			for (String name : List.of("clerk", "auth0", "ssoCertificates")) {
				assertThat(contributors.getContributor(name)).as(name).isNotNull();
			}
			MeterRegistry registry = context.getBean(MeterRegistry.class);
			for (String vendor : List.of("clerk", "auth0")) {
				for (String meter : List.of("rate.limit.remaining", "rate.limit.wait", "certificates",
						"certificate.sweep.age")) {
					assertThat(registry.get("sso.connections." + meter).tag("vendor", vendor).meters()).as(meter)
						.isNotEmpty();
				}
			}
		}
	}

	@Test
	void bringsNeitherServerNorEndpoints() {
		assertThat(jars()).anyMatch((name) -> name.startsWith("reactor-netty-http-"));
		assertThat(jars()).noneMatch((name) -> name.contains("actuator") || name.startsWith("tomcat")
				|| name.startsWith("spring-boot-webflux") || name.startsWith("spring-webmvc")
				|| name.startsWith("wiremock") || name.startsWith("sso-connections-sandbox"));
	}

	@Test
	void holdsNoCodeAndSaysSo() throws Exception {
		assertThat(Path.of("src", "main")).doesNotExist();
		assertThat(Files.readString(Path.of("pom.xml")))
			.contains("<Spring-Boot-Jar-Type>dependencies-starter</Spring-Boot-Jar-Type>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sandbox", "autoconfigure", "starter" })
	void publishesLicenceAndTheOneRepository(String module) throws Exception {
		Element pom = parse("../" + module + "/.flattened-pom.xml").getDocumentElement();
		assertThat(text((Element) pom.getElementsByTagName("license").item(0), "url"))
			.isEqualTo("https://www.apache.org/licenses/LICENSE-2.0");
		Element scm = (Element) pom.getElementsByTagName("scm").item(0);
		assertThat(text(scm, "url")).isEqualTo(REPOSITORY);
		assertThat(text(scm, "connection")).isEqualTo("scm:git:" + REPOSITORY + ".git");
		assertThat(text(scm, "developerConnection")).endsWith("/sso-connections.git");
		assertThat(text(pom, "url")).isEqualTo(REPOSITORY);
		assertThat(pom.getElementsByTagName("parent").getLength()).isZero();
	}

	private static Document parse(String file) throws Exception {
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new File(file));
	}

	private static List<String> dependencies() throws Exception {
		Document pom = parse("pom.xml");
		NodeList nodes = pom.getElementsByTagName("dependency");
		return Stream.iterate(0, (i) -> i < nodes.getLength(), (i) -> i + 1)
			.map((i) -> (Element) nodes.item(i))
			.filter((dependency) -> dependency.getElementsByTagName("scope").getLength() == 0)
			.map((dependency) -> text(dependency, "groupId") + ":" + text(dependency, "artifactId"))
			.toList();
	}

	private static String text(Element element, String name) {
		return element.getElementsByTagName(name).item(0).getTextContent();
	}

	private static List<String> jars() {
		return Arrays.stream(System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator)))
			.map((entry) -> Path.of(entry).getFileName().toString())
			.toList();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
