// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import io.github.bucket4j.distributed.proxy.AsyncProxyManager;
import io.github.ssoconnections.account.NoSuchAccountException;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.account.Auth0Account;
import io.github.ssoconnections.auth0.account.Auth0Accounts;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.account.ClerkAccounts;
import io.github.ssoconnections.monitor.CertificateMonitor;
import io.github.ssoconnections.sandbox.RecordedRequest;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.mockito.Mockito.mock;

/**
 * Tests of named accounts: beans by qualifier, the registry, and what an account
 * inherits.
 */
class NamedAccountTests {

	private static final Sandbox sandbox = Sandbox.start();

	private static final String YAML = """
			sso-connections:
			  clerk:
			    api-key: ${CLERK_SECRET_KEY:}
			    call-timeout: 20s
			    base-url: %1$s
			    accounts:
			      europe: { api-key: "${CLERK_EU_KEY:}", rate-limit.limit: 500, base-url: %1$s }
			      asia: { api-key: "${CLERK_ASIA_KEY:}" }
			  auth0:
			    accounts:
			      live: { base-url: %2$s, client-id: live, client-secret: live_secret }
			      staging: { base-url: %2$s, token: staging_token }
			""";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClerkContexts.autoConfigurations())
		.withConfiguration(
				AutoConfigurations.of(Auth0AutoConfiguration.class, ConnectionCatalogAutoConfiguration.class));

	@AfterEach
	void resetSandbox() {
		sandbox.reset();
	}

	@AfterAll
	static void closeSandbox() {
		sandbox.close();
	}

	@Test
	void injectsAccountsByQualifierAndUnnamedOneWithout() {
		withYaml().withPropertyValues("CLERK_SECRET_KEY=sk_test_default", "CLERK_EU_KEY=sk_test_europe")
			.withBean(Consumer.class)
			.run((context) -> {
				Consumer consumer = context.getBean(Consumer.class);
				list(consumer.unnamed());
				list(consumer.europe());
				list(consumer.europe());
				assertThat(authorizations()).containsOnly(Map.entry("Bearer sk_test_default", 1L),
						Map.entry("Bearer sk_test_europe", 2L));
				assertThat(context).hasSingleBean(Auth0Accounts.class);
				assertThat(context.getBean(EnterpriseConnectionService.class)).isSameAs(consumer.unnamed());
			});
	}

	@Test
	void looksAccountsUpAtRunTime() {
		withYaml().withPropertyValues("CLERK_SECRET_KEY=sk_test_default", "CLERK_EU_KEY=sk_test_europe")
			.run((context) -> {
				ClerkAccounts clerk = context.getBean(ClerkAccounts.class);
				assertThat(clerk.names()).containsExactly("default", "europe");
				assertThat(clerk.get("default").client()).isSameAs(context.getBean(ClerkClient.class));
				assertThat(clerk.get("default").enterpriseConnections())
					.isSameAs(context.getBean(EnterpriseConnectionService.class));
				list(clerk.get("europe").enterpriseConnections());
				for (String account : List.of("default", "europe")) {
					assertThatIllegalArgumentException().isThrownBy(() -> clerk.get(account).service(String.class))
						.withMessage("There is no service of class java.lang.String");
				}
				assertThat(authorizations()).containsOnly(Map.entry("Bearer sk_test_europe", 1L));
				assertThatExceptionOfType(NoSuchAccountException.class).isThrownBy(() -> clerk.get("africa"))
					.withMessage("There is no account 'africa' at clerk. The accounts are 'default', 'europe'");
				assertThatExceptionOfType(NoSuchAccountException.class).isThrownBy(() -> clerk.get("asia"))
					.withMessageStartingWith("The account 'asia' at clerk has no key: ")
					.withMessageContaining("sso-connections.clerk.accounts.asia.api-key");
			});
	}

	@Test
	void worksWhenThereAreNamedAccountsOnly() {
		withYaml().withBean(Unnamed.class).run((context) -> {
			assertThat(context).hasNotFailed();
			Auth0Accounts auth0 = context.getBean(Auth0Accounts.class);
			assertThat(auth0.names()).containsExactly("live", "staging");
			Unnamed unnamed = context.getBean(Unnamed.class);
			assertThat(unnamed.services()).isEmpty();
			assertThat(unnamed.clients()).isEmpty();
			assertThat(context).doesNotHaveBean(ClerkAccounts.class);
			auth0.get("staging").connections().list().block(Duration.ofSeconds(20));
			assertThat(authorizations()).containsKey("Bearer staging_token");
		});
	}

	@Test
	void inheritsAllButCredentialsAndAddresses() {
		withYaml().withPropertyValues("CLERK_SECRET_KEY=sk_test_default", "CLERK_EU_KEY=sk_test_europe",
				"sso-connections.clerk.accounts.africa.api-key=sk_test_africa", "sso-connections.clerk.page-size=77",
				"sso-connections.clerk.accounts.europe.page-size=78", "sso-connections.clerk.retry.max-attempts=5")
			.run((context) -> {
				ClerkAccounts clerk = context.getBean(ClerkAccounts.class);
				assertThat(clerk.get("europe").client().settings().client().callTimeout())
					.isEqualTo(Duration.ofSeconds(20));
				assertThat(clerk.get("europe").client().settings().pageSize()).isEqualTo(78);
				assertThat(clerk.get("africa").client().settings().pageSize()).isEqualTo(77);
				assertThat(clerk.get("default").client().settings().pageSize()).isEqualTo(77);
				Map<String, ClerkProperties> accounts = context.getBean(ClerkProperties.class).getAccounts();
				assertThat(accounts.get("europe").getRateLimit().getLimit()).isEqualTo(500L);
				assertThat(accounts.get("africa").getRateLimit().getLimit()).isNull();
				assertThat(accounts.get("africa").getRetry().getMaxAttempts()).isEqualTo(5);
				assertThat(accounts.get("asia").getApiKey()).isEmpty();
				ClerkConnectionDetails africa = context.getBean("clerkConnectionDetails-africa",
						ClerkConnectionDetails.class);
				assertThat(africa.account()).isEqualTo("africa");
				assertThat(africa.getBaseUrl()).isEqualTo(ClerkConnectionDetails.DEFAULT_BASE_URL);
			});
	}

	@Test
	void countsRequestsByKeyWhenThereAreTwoAccountsOfEachVendor() {
		withYaml().withPropertyValues("CLERK_SECRET_KEY=sk_test_default", "CLERK_EU_KEY=sk_test_europe")
			.withBean(Both.class)
			.run((context) -> {
				Both both = context.getBean(Both.class);
				list(both.europe());
				both.live().list().onErrorComplete().block(Duration.ofSeconds(20));
				both.staging().list().onErrorComplete().block(Duration.ofSeconds(20));
				both.staging().list().onErrorComplete().block(Duration.ofSeconds(20));
				assertThat(authorizations()).containsEntry("Bearer sk_test_europe", 1L)
					.containsEntry("Bearer staging_token", 2L)
					.doesNotContainKey("Bearer sk_test_default");
				assertThat(sandbox.requests()).filteredOn((request) -> request.url().equals("/oauth/token"))
					.allSatisfy((request) -> assertThat(request.body()).contains("live_secret"))
					.isNotEmpty();
			});
	}

	@Test
	@SuppressWarnings("unchecked")
	void hasSharedBucketForEachAccount() {
		AsyncProxyManager<String> buckets = mock(AsyncProxyManager.class);
		ApplicationContextRunner shared = withYaml().withBean(AsyncProxyManager.class, () -> buckets)
			.withPropertyValues("CLERK_SECRET_KEY=sk_test_default", "CLERK_EU_KEY=sk_test_europe");
		shared.run((context) -> assertThat(buckets(context.getBean(ClerkAccounts.class)))
			.containsExactly("sso-connections:clerk", "sso-connections:clerk:europe"));
		shared.withPropertyValues("sso-connections.clerk.rate-limit.shared-name=production")
			.run((context) -> assertThat(buckets(context.getBean(ClerkAccounts.class))).containsExactly("production",
					"production:europe"));
		shared.withPropertyValues("sso-connections.clerk.accounts.europe.rate-limit.shared-name=own")
			.run((context) -> assertThat(buckets(context.getBean(ClerkAccounts.class)))
				.containsExactly("sso-connections:clerk", "own"));
	}

	private static List<String> buckets(ClerkAccounts accounts) {
		return accounts.names()
			.stream()
			.map((name) -> accounts.get(name).client().settings().client().rateLimit().shared().name())
			.toList();
	}

	@Test
	void collectsCatalogsOfAllAccounts() {
		withYaml().withPropertyValues("CLERK_SECRET_KEY=sk_test_default", "CLERK_EU_KEY=sk_test_europe")
			.run((context) -> assertThat(context.getBean(ConnectionCatalogs.class).all()).hasSize(4)
				.extracting(ConnectionCatalog::vendor)
				.containsExactlyInAnyOrder("auth0", "auth0", "clerk", "clerk"));
		withYaml().run((context) -> assertThat(context.getBean(ConnectionCatalogs.class).all()).hasSize(2));
	}

	@Test
	void monitorsCertificatesWhenThereAreNamedAccountsOnly() {
		withYaml()
			.withConfiguration(AutoConfigurations.of(FleetAutoConfiguration.class,
					ConnectionIndexAutoConfiguration.class, CertificateMonitorAutoConfiguration.class))
			.withPropertyValues("sso-connections.certificates.monitor.enabled=true",
					"sso-connections.certificates.monitor.initial-delay=1d")
			.run((context) -> assertThat(context).hasSingleBean(CertificateMonitor.class));
	}

	@Test
	void registersDetailsClientAndServicesForAnAccount() {
		this.contextRunner.withPropertyValues(ClerkContexts.KEY)
			.run((without) -> this.contextRunner
				.withPropertyValues(ClerkContexts.KEY, "sso-connections.clerk.accounts.one.api-key=sk_test_1",
						"sso-connections.clerk.accounts.two.api-key=sk_test_2",
						"sso-connections.clerk.accounts.one.webhooks.secrets=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw")
				.run((with) -> assertThat(added(without, with))
					.hasSize(2 * (2 + new ClerkRegistration().services().size()))
					.contains("clerkWebhooks-one", "enterpriseConnectionService-one", "clerkConnectionCatalog-two",
							"ssoConnectionsAccountDefaults")));
		withYaml().run((context) -> assertThat(List.of(context.getBeanDefinitionNames()))
			.filteredOn((name) -> name.endsWith("-live"))
			.hasSize(2 + new Auth0Registration().services().size()));
	}

	@Test
	void hasNoDefinitionOfAccountWithBlankCredentials() {
		withYaml().withPropertyValues("CLERK_SECRET_KEY=sk_test_default")
			.run((context) -> assertThat(context.getBeanDefinitionNames())
				.noneMatch((name) -> name.endsWith("-asia") || name.endsWith("-europe")));
	}

	@ParameterizedTest
	@CsvSource({ "default,outside of 'accounts'", "Europe,a-z", "eu_west,a-z", "[eu.west],a-z",
			"a2345678901234567890123456789012345678901,1 to 40" })
	void rejectsOtherNames(String name, String reason) {
		this.contextRunner
			.withPropertyValues(ClerkContexts.KEY, "sso-connections.clerk.accounts." + name + ".api-key=sk_test_1")
			.run((context) -> assertThat(
					new InvalidPropertyFailureAnalyzer(new StandardEnvironment()).analyze(context.getStartupFailure()))
				.satisfies((analysis) -> assertThat(analysis.getDescription())
					.startsWith("Property 'sso-connections.clerk.accounts.")
					.contains(name.replaceAll("[\\[\\]]", ""))
					.contains(reason)));
	}

	@Test
	void rejectsAccountsOfAnAccount() {
		this.contextRunner
			.withPropertyValues(ClerkContexts.KEY, "sso-connections.clerk.accounts.eu.accounts.uk.api-key=sk_test_1")
			.run((context) -> assertThat(context.getStartupFailure())
				.hasMessageContaining("'sso-connections.clerk.accounts.eu.accounts' cannot be used"));
	}

	@Test
	void rejectsNamesThatDifferInDashesOnly() {
		this.contextRunner
			.withPropertyValues(ClerkContexts.KEY, "sso-connections.clerk.accounts.eu-1.api-key=sk_test_1",
					"sso-connections.clerk.accounts.eu1.api-key=sk_test_2")
			.run((context) -> assertThat(
					new InvalidPropertyFailureAnalyzer(new StandardEnvironment()).analyze(context.getStartupFailure()))
				.satisfies((analysis) -> assertThat(analysis.getDescription()).contains(
						"'sso-connections.clerk.accounts.eu-1'", "'sso-connections.clerk.accounts.eu1'",
						"names that differ in dashes only are one name")));
	}

	@Test
	void hasNoDefinitionOfAccountWithBlankCredentialsBesideDetailsOfTheUnnamedAccount() {
		withYaml().withBean("vault", ClerkConnectionDetails.class, () -> ClerkConnectionDetails.of("sk_test_vault"))
			.run((context) -> {
				assertThat(context.getBeanDefinitionNames()).noneMatch((name) -> name.endsWith("-europe"));
				assertThat(context.getBeansOfType(EnterpriseConnectionService.class)).hasSize(1);
			});
	}

	@Test
	void hasAllServicesOfAnAccount() {
		withYaml().withPropertyValues("CLERK_SECRET_KEY=sk_test_default", "CLERK_EU_KEY=sk_test_europe")
			.run((context) -> {
				Auth0Account live = context.getBean(Auth0Accounts.class).get("live");
				assertThat(live.scimConfigurations()).isSameAs(context.getBean("auth0ScimConfigurations-live"));
				assertThat(live.directoryProvisionings()).isSameAs(context.getBean("auth0DirectoryProvisionings-live"));
				assertThat(live.connectionCatalog().account()).isEqualTo("live");
				ClerkAccounts clerk = context.getBean(ClerkAccounts.class);
				assertThat(clerk.get("europe").connectionCatalog().account()).isEqualTo("europe");
				assertThat(clerk.get("default").connectionCatalog().account()).isEqualTo("default");
			});
	}

	@Test
	void namesPropertyOfAccountThatCannotBeUsed() {
		withYaml()
			.withPropertyValues("CLERK_SECRET_KEY=sk_test_default",
					"sso-connections.clerk.accounts.europe.api-key=pk_test_1")
			.run((context) -> assertThat(
					new InvalidPropertyFailureAnalyzer(new StandardEnvironment()).analyze(context.getStartupFailure()))
				.satisfies((analysis) -> assertThat(analysis.getDescription())
					.contains("'sso-connections.clerk.accounts.europe.api-key'")));
	}

	@Test
	void readsAccountOfEnvironmentVariableWithoutDashes() {
		new ApplicationContextRunner()
			.withInitializer((context) -> context.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment",
						Map.of("SSOCONNECTIONS_CLERK_ACCOUNTS_USEAST_APIKEY", "sk_test_env"))))
			.withInitializer((context) -> ConfigurationPropertySources.attach(context.getEnvironment()))
			.withConfiguration(ClerkContexts.autoConfigurations())
			.withPropertyValues("sso-connections.clerk.accounts.us-east.page-size=50")
			.run((context) -> {
				assertThat(context.getBean(ClerkAccounts.class).names()).containsExactly("us-east");
				assertThat(context.getBean("clerkConnectionDetails-us-east", ClerkConnectionDetails.class).getApiKey())
					.isEqualTo("sk_test_env");
			});
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void warnsWhenTwoAccountsHaveOneKey(CapturedOutput output) {
		this.contextRunner
			.withPropertyValues(ClerkContexts.KEY, "sso-connections.clerk.accounts.one.api-key=sk_test_1",
					"sso-connections.clerk.accounts.two.api-key=sk_test_1")
			.run((context) -> assertThat(output).containsOnlyOnce("WARN")
				.contains("The accounts 'one' and 'two' at clerk have the same key")
				.doesNotContain("sk_test_1"));
	}

	private static void list(EnterpriseConnectionService service) {
		service.list().block(Duration.ofSeconds(20));
	}

	private static Set<String> added(ApplicationContext without, ApplicationContext with) {
		Set<String> added = new TreeSet<>(List.of(with.getBeanDefinitionNames()));
		added.removeAll(List.of(without.getBeanDefinitionNames()));
		return added;
	}

	private static Map<String, Long> authorizations() {
		return sandbox.requests()
			.stream()
			.filter((request) -> request.header("Authorization") != null)
			.collect(Collectors.groupingBy(NamedAccountTests::authorization, TreeMap::new, Collectors.counting()));
	}

	private static String authorization(RecordedRequest request) {
		return request.header("Authorization");
	}

	private ApplicationContextRunner withYaml() {
		return this.contextRunner.withInitializer((context) -> {
			try {
				String yaml = YAML.formatted(sandbox.clerkBaseUrl(), sandbox.auth0().baseUrl());
				new YamlPropertySourceLoader().load("accounts", new ByteArrayResource(yaml.getBytes()))
					.forEach(context.getEnvironment().getPropertySources()::addLast);
			}
			catch (Exception ex) {
				throw new IllegalStateException(ex);
			}
		});
	}

	/**
	 * Component that injects without a qualifier.
	 *
	 * @param services the services
	 * @param clients the clients
	 */
	record Unnamed(ObjectProvider<Auth0ConnectionService> services, ObjectProvider<Auth0Client> clients) {
	}

	/**
	 * Component of an application.
	 *
	 * @param unnamed the account without a name
	 * @param europe the account with a name
	 */
	record Consumer(EnterpriseConnectionService unnamed, @Qualifier("europe") EnterpriseConnectionService europe) {
	}

	/**
	 * Component that uses accounts of both vendors.
	 *
	 * @param europe an account at Clerk
	 * @param live a tenant at Auth0
	 * @param staging another tenant at Auth0
	 */
	record Both(@Qualifier("europe") EnterpriseConnectionService europe, @Qualifier("live") Auth0ConnectionService live,
			@Qualifier("staging") Auth0ConnectionService staging) {
	}

}
