// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.account.NoSuchAccountException;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.account.ClerkAccount;
import io.github.ssoconnections.clerk.account.ClerkAccounts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;

/**
 * Tests of the beans of named accounts beside those of the application, and of its
 * conditions.
 */
class NamedAccountBeansTests {

	private static final String EUROPE = "sso-connections.clerk.accounts.europe.api-key=sk_test_europe";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClerkContexts.autoConfigurations())
		.withConfiguration(
				AutoConfigurations.of(Auth0AutoConfiguration.class, ConnectionCatalogAutoConfiguration.class))
		.withPropertyValues(EUROPE);

	private final ApplicationContextRunner unnamedToo = this.contextRunner.withPropertyValues(ClerkContexts.KEY,
			"sso-connections.auth0.domain=acme.eu.auth0.com", "sso-connections.auth0.token=token",
			"sso-connections.auth0.accounts.live.domain=live.eu.auth0.com",
			"sso-connections.auth0.accounts.live.token=token_live",
			"sso-connections.clerk.webhooks.secrets=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
			"sso-connections.clerk.accounts.europe.webhooks.secrets=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");

	private static List<Class<?>> types() {
		return VendorRegistration.all()
			.stream()
			.flatMap((vendor) -> Stream.concat(Stream.of(vendor.client()),
					vendor.services().stream().map(AccountBeans.Service::type)))
			.toList();
	}

	@Test
	void leavesOwnBeansWithoutQualifierToTheUnnamedAccount() {
		this.unnamedToo.run((usual) -> withOwn(usual, (type, definition) -> {
		}).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(types()).hasSizeGreaterThan(20).allSatisfy((type) -> {
				assertThat(context.getBean("own" + type.getSimpleName())).isSameAs(usual.getBean(type));
				assertThat(context.getBeanProvider(type).getIfUnique()).isNotSameAs(named(context, type));
				assertThat(named(context, type)).isNotSameAs(usual.getBean(type));
			});
		}));
	}

	@Test
	void backsOffForOwnBeansOfTheAccount() {
		this.unnamedToo.run((usual) -> withOwn(usual, (type, definition) -> {
			definition.setDefaultCandidate(false);
			definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, account(type)));
		}).run((context) -> {
			assertThat(context).hasNotFailed();
			assertThat(types()).allSatisfy((type) -> {
				assertThat(named(context, type)).isSameAs(usual.getBean(type));
				assertThat(context.getBean(type)).isNotSameAs(usual.getBean(type));
			});
		}));
	}

	// Final classes cannot be mocked: the beans of another context
	private ApplicationContextRunner withOwn(ApplicationContext usual,
			BiConsumer<Class<?>, AbstractBeanDefinition> customizer) {
		ApplicationContextRunner runner = this.unnamedToo;
		for (Class<?> type : types()) {
			runner = withOwn(runner, usual, type, customizer);
		}
		return runner;
	}

	private static <T> ApplicationContextRunner withOwn(ApplicationContextRunner runner, ApplicationContext usual,
			Class<T> type, BiConsumer<Class<?>, AbstractBeanDefinition> customizer) {
		return runner.withBean("own" + type.getSimpleName(), type, () -> usual.getBean(type),
				(definition) -> customizer.accept(type, (AbstractBeanDefinition) definition));
	}

	private static <T> T named(ApplicationContext context, Class<T> type) {
		return BeanFactoryAnnotationUtils.qualifiedBeanOfType(context.getAutowireCapableBeanFactory(), type,
				account(type));
	}

	private static String account(Class<?> type) {
		return type.getPackageName().contains(".auth0") ? "live" : "europe";
	}

	@Test
	void registryReturnsOwnBeanOfTheAccount() {
		this.contextRunner.withUserConfiguration(OwnEurope.class).run((context) -> {
			ClerkAccount europe = context.getBean(ClerkAccounts.class).get("europe");
			assertThat(europe.enterpriseConnections()).isSameAs(context.getBean("ownEurope"));
			assertThat(europe.samlConnections()).isSameAs(context.getBean("samlConnectionService-europe"));
		});
	}

	@Test
	void primaryMockIsOfTheUnnamedAccount() {
		this.unnamedToo.withUserConfiguration(PrimaryMock.class).run((context) -> {
			EnterpriseConnectionService mock = context.getBean("primary", EnterpriseConnectionService.class);
			assertThat(context.getBean(EnterpriseConnectionService.class)).isSameAs(mock);
			ClerkAccounts accounts = context.getBean(ClerkAccounts.class);
			assertThat(accounts.get("default").enterpriseConnections()).isSameAs(mock);
			assertThat(accounts.get("europe").enterpriseConnections()).isNotSameAs(mock);
		});
	}

	@Test
	void conditionsSeeTheUnnamedAccountOnly() {
		this.contextRunner.withConfiguration(AutoConfigurations.of(Conditional.class)).run((context) -> {
			assertThat(context).hasBean("missing").doesNotHaveBean("single");
			assertThat(context.getBean(Injected.class).services())
				.containsExactly(context.getBean("missing", EnterpriseConnectionService.class));
		});
		this.unnamedToo.withConfiguration(AutoConfigurations.of(Conditional.class)).run((context) -> {
			assertThat(context).doesNotHaveBean("missing").hasBean("single");
			assertThat(context.getBean(Injected.class).services())
				.containsExactly(context.getBean("enterpriseConnectionService", EnterpriseConnectionService.class));
		});
	}

	@Test
	void takesCredentialsFromDetailsOfTheAccount() {
		this.contextRunner.withPropertyValues("sso-connections.clerk.accounts.asia.page-size=7")
			.withUserConfiguration(AsianDetails.class)
			.run((context) -> {
				ClerkAccounts accounts = context.getBean(ClerkAccounts.class);
				assertThat(accounts.names()).containsExactlyInAnyOrder("europe", "asia");
				assertThat(accounts.get("asia").client().settings().pageSize()).isEqualTo(7);
				assertThat(context.getBeansOfType(ClerkConnectionDetails.class)).containsOnlyKeys("asianDetails",
						"clerkConnectionDetails-europe");
			});
	}

	@Test
	void takesKeyOfUnnamedAccountFromPropertyWhenDetailsAreOfAnother() {
		this.unnamedToo.withPropertyValues("sso-connections.clerk.accounts.asia.page-size=7")
			.withBean(ClerkConnectionDetails.class, () -> ClerkConnectionDetails.of("sk_test_asia").withAccount("asia"))
			.run((context) -> {
				assertThat(context).hasNotFailed();
				assertThat(context.getBean(ClerkAccounts.class).names()).containsExactlyInAnyOrder("default", "europe",
						"asia");
			});
	}

	@Test
	void namesAccountWhenItsDetailsAreTakenForThoseOfTheUnnamedAccount() {
		this.contextRunner
			.withBean(ClerkConnectionDetails.class, () -> ClerkConnectionDetails.of("sk_test_asia").withAccount("asia"))
			.run((context) -> assertThat(
					new InvalidPropertyFailureAnalyzer(new StandardEnvironment()).analyze(context.getStartupFailure()))
				.satisfies((analysis) -> assertThat(analysis.getDescription())
					.contains("'sso-connections.clerk.accounts'", "[asia]", "@Bean(defaultCandidate = false)")));
	}

	@Test
	@ExtendWith(OutputCaptureExtension.class)
	void warnsOfDetailsOfAnAccountThatIsNotConfigured(CapturedOutput output) {
		this.contextRunner.withUserConfiguration(AsianDetails.class)
			.run((context) -> assertThat(output).contains("WARN")
				.contains("connection details of the account 'asia' at clerk, which is not in "
						+ "'sso-connections.clerk.accounts'"));
	}

	@Test
	void hasNoAccountWhenDetailsAreOfAnother() {
		this.contextRunner.withPropertyValues("sso-connections.clerk.accounts.africa.api-key=")
			.withUserConfiguration(AsianDetails.class)
			.run((context) -> {
				ClerkAccounts accounts = context.getBean(ClerkAccounts.class);
				assertThat(accounts.names()).containsExactly("europe");
				assertThatExceptionOfType(NoSuchAccountException.class).isThrownBy(() -> accounts.get("africa"))
					.withMessageContaining("has no key");
				assertThat(context.getBean(ConnectionCatalogs.class).all()).hasSize(1);
			});
	}

	@Test
	void customizesBuilderOfEachAccount() {
		List<Account> customized = new CopyOnWriteArrayList<>();
		this.unnamedToo.withBean(VendorWebClientCustomizer.class, () -> new VendorWebClientCustomizer() {

			@Override
			public void customize(String vendor, WebClient.Builder builder) {
				throw new IllegalStateException();
			}

			@Override
			public void customize(Account account, WebClient.Builder builder) {
				customized.add(account);
			}

		})
			.run((context) -> assertThat(customized).containsExactlyInAnyOrder(Account.ofDefault("clerk"),
					new Account("clerk", "europe"), Account.ofDefault("auth0"), new Account("auth0", "live")));
	}

	@Test
	void createsAccountWithoutApplicationContext() {
		ClerkClient client = ClerkClient.create(WebClient.builder(), ClerkConnectionDetails.of("sk_test_1"));
		ClerkAccount account = ClerkAccount.of(client);
		assertThat(account.client()).isSameAs(client);
		assertThat(Arrays.asList(account.enterpriseConnections(), account.samlConnections(),
				account.enterpriseConnectionCreation(), account.samlConnectionCreation(),
				account.enterpriseConnectionCertificates(), account.samlConnectionCertificates(),
				account.enterpriseConnectionActivation()))
			.doesNotContainNull();
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnEurope {

		@Bean(defaultCandidate = false)
		@Qualifier("europe")
		EnterpriseConnectionService ownEurope() {
			return mock(EnterpriseConnectionService.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class PrimaryMock {

		@Bean
		@Primary
		EnterpriseConnectionService primary() {
			return mock(EnterpriseConnectionService.class);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class AsianDetails {

		@Bean(defaultCandidate = false)
		ClerkConnectionDetails asianDetails() {
			return ClerkConnectionDetails.of("sk_test_asia").withAccount("asia");
		}

	}

	@AutoConfiguration(after = ClerkAutoConfiguration.class)
	static class Conditional {

		@Bean
		@ConditionalOnSingleCandidate(EnterpriseConnectionService.class)
		String single() {
			return "single";
		}

		@Bean
		@ConditionalOnMissingBean
		EnterpriseConnectionService missing() {
			return mock(EnterpriseConnectionService.class);
		}

		@Bean
		Injected injected(List<EnterpriseConnectionService> services) {
			return new Injected(services);
		}

	}

	/**
	 * Component that injects all services.
	 *
	 * @param services the services
	 */
	record Injected(List<EnterpriseConnectionService> services) {
	}

}
