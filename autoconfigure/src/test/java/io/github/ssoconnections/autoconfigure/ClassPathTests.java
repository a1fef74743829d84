// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.sun.net.httpserver.HttpServer;
import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.SamlConnectionService;
import io.github.ssoconnections.clerk.account.ClerkAccounts;
import io.github.ssoconnections.fleet.EventPublication;
import io.github.ssoconnections.fleet.EventPublications;
import io.github.ssoconnections.metadata.SamlMetadataClient;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whole applications on class paths that really lack a jar, and in JVMs where nothing has
 * happened yet.
 */
class ClassPathTests {

	@Test
	void namesTheDependencyAtStartWhenReactorNettyIsMissing() throws Exception {
		List<String> analysis = IsolatedClassPath.call(Rejected.class, "reactor-netty", "netty-");
		assertThat(analysis).hasSize(2);
		assertThat(analysis.get(0)).isEqualTo("An account is configured under 'sso-connections', and Reactor Netty is "
				+ "not on the class path. No other HTTP client is supported.");
		assertThat(analysis.get(1)).startsWith("Add the dependency 'io.projectreactor.netty:reactor-netty-http'");
	}

	@Test
	void startsWithoutReactorNettyWhenNoAccountIsConfigured() throws Exception {
		assertThat(IsolatedClassPath.call(NoAccount.class, "reactor-netty", "netty-")).isEmpty();
	}

	@Test
	void fetchesNoMetadataWhenReactorNettyIsMissing() throws Exception {
		assertThat(IsolatedClassPath.call(Fetch.class, "reactor-netty", "netty-")).singleElement()
			.asString()
			.startsWith("java.lang.IllegalStateException: Fetching metadata requires Reactor Netty")
			.endsWith("add 'io.projectreactor.netty:reactor-netty-http'");
	}

	@Test
	void callsWhenMicrometersMetricsAreMissing() throws Exception {
		assertThat(IsolatedClassPath.call(Call.class, "micrometer-core", "micrometer-registry", "micrometer-jakarta9",
				"spring-boot-micrometer-metrics", "spring-boot-actuator"))
			.containsExactly("ent_1", "ReactorNetty");
	}

	@Test
	void hasMetersWhenActuatorIsMissing() throws Exception {
		assertThat(IsolatedClassPath.call(Meters.class, "spring-boot-actuator", "spring-boot-starter-actuator",
				"micrometer-registry", "micrometer-tracing"))
			.containsExactlyInAnyOrder("sso.connections.operation", "sso.connections.operation.active",
					"sso.connections.rate.limit.remaining", "sso.connections.rate.limit.wait");
	}

	@Test
	void startsWithoutServicesWhenWebClientIsMissing() throws Exception {
		assertThat(IsolatedClassPath.call(Start.class, "spring-webflux", "spring-boot-webclient")).isEmpty();
	}

	@Test
	void startsWithoutHealthWhenItIsMissing() throws Exception {
		assertThat(IsolatedClassPath.call(Watch.class, "spring-boot-health", "spring-boot-actuator",
				"spring-boot-starter-actuator"))
			.containsExactly("clerkConnectionCatalog");
	}

	@Test
	void startsWithHealthAndWithoutEndpointWhenActuatorIsMissing() throws Exception {
		assertThat(IsolatedClassPath.call(Watch.class, "spring-boot-actuator", "spring-boot-starter-actuator"))
			.containsExactlyInAnyOrder("clerkConnectionCatalog", "clerkHealthContributor");
	}

	@Test
	void watchesCertificatesWhenMetricsAndHealthAreMissing() throws Exception {
		assertThat(IsolatedClassPath.call(WatchCertificates.class, "micrometer-core", "micrometer-registry",
				"micrometer-jakarta9", "spring-boot-micrometer-metrics", "spring-boot-health", "spring-boot-actuator",
				"spring-boot-starter-actuator"))
			.containsExactly("ssoCertificateMonitor");
	}

	@Test
	void publishesInEveryInstanceWhenShedLockIsMissing() throws Exception {
		assertThat(IsolatedClassPath.call(Publish.class, "shedlock-")).containsExactly("held true", "a");
	}

	@Test
	void seesTheClassesWhenNothingIsMissing() throws Exception {
		Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
		Level before = root.getLevel();
		try {
			assertThat(new Start().call()).contains("enterpriseConnectionService");
			assertThat(new Watch().call()).containsExactlyInAnyOrder("clerkConnectionCatalog", "clerkHealthContributor",
					"ssoConnectionsEndpoint");
			assertThat(new WatchCertificates().call()).containsExactlyInAnyOrder("ssoCertificateMonitor",
					"ssoCertificateMeters", "ssoCertificatesHealthContributor");
		}
		finally {
			// The applications have switched off the log, here that of the whole JVM
			root.setLevel(before);
		}
	}

	@Test
	void createsNoThreadOrConnectionBeforeFirstUse() throws Exception {
		// A server of Reactor Netty creates threads at start
		assertThat(IsolatedClassPath.call(Idle.class, "spring-boot-reactor-netty")).isEmpty();
	}

	@Test
	void loadsNothingAtTheStartThatOnlyACallNeeds() throws Exception {
		List<String> loaded = IsolatedClassPath.call(Loaded.class, "spring-boot-actuator",
				"spring-boot-starter-actuator", "micrometer-registry", "micrometer-tracing");
		assertThat(loaded)
			.contains("io.github.ssoconnections.clerk.ClerkClient",
					"io.github.ssoconnections.health.ConnectionsHealthIndicator")
			.doesNotContain("io.github.ssoconnections.clerk.DefaultEnterpriseConnectionActivation",
					"io.github.ssoconnections.clerk.organization.DefaultClerkOrganizations");
		assertThat(loaded).filteredOn((name) -> name.startsWith("io.github.ssoconnections."))
			.hasSizeLessThanOrEqualTo(250);
		// A timer, a bucket, a loop of the transport, and what reads the vendor's records
		assertThat(loaded).noneMatch((name) -> name.equals("reactor.core.scheduler.ParallelScheduler")
				|| name.startsWith("io.github.bucket4j.local.") || name.startsWith("io.netty.channel.nio.")
				|| name.startsWith("tools.jackson.databind.deser.bean.PropertyBasedCreator"));
	}

	private static String[] accounts(String baseUrl) {
		return IntStream.rangeClosed(1, 5)
			.mapToObj((number) -> "--sso-connections.clerk.accounts.no" + number)
			.flatMap((prefix) -> Stream.of(prefix + ".api-key=sk_test_" + prefix, prefix + ".base-url=" + baseUrl))
			.toArray(String[]::new);
	}

	private static ConfigurableApplicationContext start(@Nullable String baseUrl, String... arguments) {
		SpringApplication application = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.registerShutdownHook(false)
			.build();
		return application.run(
				Stream
					.concat(Stream.of("--sso-connections.clerk.api-key=" + ((baseUrl != null) ? "sk_test_wire" : ""),
							"--sso-connections.clerk.base-url=" + baseUrl, "--logging.level.root=off",
							"--management.endpoints.web.exposure.include=*"), Stream.of(arguments))
					.toArray(String[]::new));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	static class Rejected implements Callable<List<String>> {

		@Override
		public List<String> call() {
			try {
				start("http://127.0.0.1:1/v1").close();
				return List.of();
			}
			catch (RuntimeException ex) {
				FailureAnalysis analysis = new MissingReactorNettyFailureAnalyzer().analyze(ex);
				return (analysis != null) ? List.of(analysis.getDescription(), analysis.getAction()) : List.of();
			}
		}

	}

	static class NoAccount implements Callable<List<String>> {

		@Override
		public List<String> call() {
			try (ConfigurableApplicationContext context = start(null)) {
				return List.of(context.getBeanNamesForType(EnterpriseConnectionService.class));
			}
		}

	}

	/**
	 * Makes a call and returns the result and the transport.
	 */
	static class Call implements Callable<List<String>> {

		@Override
		public List<String> call() throws Exception {
			List<String> result = new ArrayList<>();
			HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
			server.createContext("/v1/enterprise_connections/ent_1", (exchange) -> {
				byte[] body = "{\"id\":\"ent_1\"}".getBytes();
				result.add(exchange.getRequestHeaders().getFirst("User-Agent").replaceAll("/.*", ""));
				exchange.sendResponseHeaders(200, body.length);
				exchange.getResponseBody().write(body);
				exchange.close();
			});
			server.start();
			try (ConfigurableApplicationContext context = start(
					"http://127.0.0.1:" + server.getAddress().getPort() + "/v1")) {
				result.add(0,
						context.getBean(EnterpriseConnectionService.class)
							.get("ent_1")
							.block(Duration.ofSeconds(20))
							.id());
			}
			finally {
				server.stop(0);
			}
			return result;
		}

	}

	/**
	 * Fetches metadata from a forbidden address, and returns the failure.
	 */
	static class Fetch implements Callable<List<String>> {

		@Override
		public List<String> call() {
			try (ConfigurableApplicationContext context = start(null)) {
				return context.getBean(SamlMetadataClient.class)
					.fetch("https://127.0.0.1/")
					.map(SamlMetadata::toString)
					.onErrorResume((failure) -> Mono.just(failure.toString()))
					.map(List::of)
					.block(Duration.ofSeconds(20));
			}
		}

	}

	/**
	 * Makes a call and returns the names of the meters.
	 */
	static class Meters implements Callable<List<String>> {

		@Override
		public List<String> call() {
			try (ConfigurableApplicationContext context = start("http://127.0.0.1:1/v1")) {
				context.getBean(EnterpriseConnectionService.class)
					.get("ent_1")
					.contextWrite(CallOptions.maxAttempts(1))
					.onErrorComplete()
					.block(Duration.ofSeconds(20));
				return context.getBean(MeterRegistry.class)
					.getMeters()
					.stream()
					.map((meter) -> meter.getId().getName())
					.filter((name) -> name.startsWith("sso."))
					.toList();
			}
		}

	}

	/**
	 * Starts and returns the names of all service beans.
	 */
	static class Start implements Callable<List<String>> {

		@Override
		public List<String> call() {
			try (ConfigurableApplicationContext context = start("https://clerk.invalid/v1")) {
				return List.of(context.getBeanDefinitionNames())
					.stream()
					.filter((name) -> name.endsWith("ConnectionService"))
					.toList();
			}
		}

	}

	/**
	 * Starts with every endpoint exposed and returns the names of what monitors the
	 * services.
	 */
	static class Watch implements Callable<List<String>> {

		@Override
		public List<String> call() {
			Set<String> names = Set.of("clerkConnectionCatalog", "clerkHealthContributor", "ssoConnectionsEndpoint");
			try (ConfigurableApplicationContext context = start("https://clerk.invalid/v1")) {
				return List.of(context.getBeanDefinitionNames()).stream().filter(names::contains).toList();
			}
		}

	}

	/**
	 * Starts with the monitor and returns the names of its beans.
	 */
	static class WatchCertificates implements Callable<List<String>> {

		@Override
		public List<String> call() {
			Set<String> names = Set.of("ssoCertificateMonitor", "ssoCertificateMeters",
					"ssoCertificatesHealthContributor");
			try (ConfigurableApplicationContext context = start("https://clerk.invalid/v1",
					"--sso-connections.certificates.monitor.enabled=true",
					"--sso-connections.certificates.monitor.initial-delay=1d")) {
				return List.of(context.getBeanDefinitionNames()).stream().filter(names::contains).toList();
			}
		}

	}

	/**
	 * Publishes an event, and returns whether the lock is held and the event.
	 */
	static class Publish implements Callable<List<String>> {

		@Override
		public List<String> call() {
			List<String> result = new ArrayList<>();
			try (ConfigurableApplicationContext context = start(null)) {
				context.addApplicationListener((event) -> {
					if (event instanceof PayloadApplicationEvent<?> payload) {
						result.add(String.valueOf(payload.getPayload()));
					}
				});
				EventPublication publication = context.getBean(EventPublications.class)
					.forAccount(Account.ofDefault("clerk"));
				result.add("held " + publication.lock().isHeld());
				publication.publish("key", "a");
			}
			return result;
		}

	}

	/**
	 * Starts, gets the services, builds a call without subscribing, and returns the state
	 * of threads and connections.
	 */
	static class Idle implements Callable<List<String>> {

		@Override
		public List<String> call() throws Exception {
			List<String> seen = new ArrayList<>();
			try (ServerSocketChannel server = ServerSocketChannel.open()) {
				server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
				server.configureBlocking(false);
				Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
				String baseUrl = "http://127.0.0.1:" + server.socket().getLocalPort() + "/v1";
				try (ConfigurableApplicationContext context = start(baseUrl, accounts(baseUrl))) {
					context.getBean(ClerkAccounts.class)
						.names()
						.forEach((name) -> context.getBean(ClerkAccounts.class)
							.get(name)
							.enterpriseConnections()
							.get("ent_1"));
					if (context.getBean(ClerkAccounts.class).names().size() != 6) {
						seen.add("other accounts");
					}
					context.getBean(EnterpriseConnectionService.class).get("ent_1");
					context.getBean(SamlConnectionService.class).listAll();
					context.getBean(SamlMetadataClient.class)
						.fetch("https://127.0.0.1:" + server.socket().getLocalPort() + "/");
					Set<Thread> after = new HashSet<>(Thread.getAllStackTraces().keySet());
					after.removeAll(before);
					after.forEach((thread) -> seen.add(thread.getName()));
					if (server.accept() != null) {
						seen.add("connection");
					}
				}
			}
			return seen;
		}

	}

	/**
	 * Starts and returns the loaded classes.
	 */
	static class Loaded implements Callable<List<String>> {

		@Override
		public List<String> call() {
			try (ConfigurableApplicationContext context = start("https://clerk.invalid/v1")) {
				context.getBean(EnterpriseConnectionService.class);
				return List.copyOf(IsolatedClassPath.loaded(this));
			}
		}

	}

}
