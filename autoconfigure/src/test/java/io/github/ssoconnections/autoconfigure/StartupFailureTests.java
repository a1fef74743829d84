// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.stream.Stream;

import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.SamlConnectionService;
import io.github.ssoconnections.migration.ConnectionMigrations;
import io.github.ssoconnections.onboarding.Onboardings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.OrderUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for what a developer reads when an application does not start: the property at
 * fault, and never its value.
 */
@ExtendWith(OutputCaptureExtension.class)
class StartupFailureTests {

	private static final String API_KEY = "sso-connections.clerk.api-key";

	private static final String BASE_URL = "sso-connections.clerk.base-url";

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			http://canary.example.com/v1 | must start with 'https://' (plain http is for loopback addresses only)
			http://169.254.1.1/canary | must start with 'https://' (plain http is for loopback addresses only)
			ftp://canary.example.com | must start with 'https://'
			canary.example.com/v1 | must start with 'https://'
			https://user:canary@api.example.com/v1 | must not contain a user or password
			https://canary@api.example.com/v1 | must not contain a user or password
			https://api.example.com/v1?key=canary | must have neither query nor fragment
			https://canary.example.com:99999/v1 | must have a valid host and port
			https:///canary | must have a valid host and port
			https://api.exa mple.com/canary | is not a URL
			'https://api.example.com/canary%zz' | is not a URL
			""")
	void namesBaseUrlWhenItCannotBeUsed(String baseUrl, String reason, CapturedOutput output) {
		Throwable failure = start(Application.class, API_KEY + "=sk_test_1", BASE_URL + "=" + baseUrl);
		assertAnalysis(output, "Property '" + BASE_URL + "' cannot be used: base URL " + reason,
				"Correct the property '" + BASE_URL + "'.");
		assertThat(output.getAll() + print(failure)).doesNotContain("canary").doesNotContain("exa mple");
	}

	@Test
	void namesBaseUrlWhenItIsEmpty(CapturedOutput output) {
		start(Application.class, API_KEY + "=sk_test_1", BASE_URL + "=");
		assertAnalysis(output, "Property '" + BASE_URL + "' cannot be used: base URL must not be empty",
				"Correct the property '" + BASE_URL + "'.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://localhost:1/v1", "http://127.0.0.1:1/v1", "http://[::1]:1/v1",
			"https://clerk.example.com/" })
	void startsWhenBaseUrlCanBeUsed(String baseUrl) {
		assertThat(start(Application.class, API_KEY + "=sk_test_1", BASE_URL + "=" + baseUrl)).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "sk_test_canary\nX-Evil: 1", "sk_test_canary\r\n\r\nGET /", "sk_test_ canary",
			"sk_test_canary\u00e9", "sk_test_canary\u0000" })
	void namesKeyWhenItCannotBeUsed(String key, CapturedOutput output) {
		Throwable failure = start(Application.class, API_KEY + "=" + key);
		assertAnalysis(output,
				"Property '" + API_KEY + "' cannot be used: it contains spaces, control or non-ASCII characters.",
				"Correct the property '" + API_KEY + "'.");
		assertThat(output.getAll() + print(failure)).doesNotContain("canary");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\"sk_test_canary\"", "'sk_test_canary'", " \"sk_test_canary\" " })
	void namesKeyWhenItIsInQuotes(String key, CapturedOutput output) {
		Throwable failure = start(Application.class, API_KEY + "=" + key);
		assertAnalysis(output, "Property '" + API_KEY + "' cannot be used: it is in quotes",
				"Correct the property '" + API_KEY + "'.");
		assertThat(output.getAll() + print(failure)).doesNotContain("canary");
	}

	@Test
	void namesBurstWithoutLimit(CapturedOutput output) {
		start(Application.class, API_KEY + "=sk_test_1", "sso-connections.clerk.rate-limit.burst=11");
		assertAnalysis(output,
				"Property 'sso-connections.clerk.rate-limit.burst' cannot be used: it applies to a "
						+ "configured limit only: set 'sso-connections.clerk.rate-limit.limit' too",
				"Correct the property 'sso-connections.clerk.rate-limit.burst'.");
	}

	@Test
	void namesVariableThatIsNotSet(CapturedOutput output) {
		Throwable failure = start(Application.class, API_KEY + "=${CLERK_KEY_OF_NOBODY}");
		assertAnalysis(output,
				"Property '" + API_KEY + "' cannot be used: it refers to 'CLERK_KEY_OF_NOBODY', which is not set.",
				"Set the environment variable or property 'CLERK_KEY_OF_NOBODY'. To start without it, write "
						+ "'${CLERK_KEY_OF_NOBODY:}'.");
		assertThat(failure).isNotNull();
		assertThat(output.getAll()).doesNotContain("\tat ");
	}

	@ParameterizedTest
	@ValueSource(strings = { "sso-connections.clerk.base-url", "sso-connections.clerk.accounts.europe.api-key",
			"sso-connections.auth0.token", "sso-connections.auth0.client-id" })
	void namesVariableThatIsNotSetInAnyProperty(String property, CapturedOutput output) {
		start(Application.class, API_KEY + "=sk_test_1", "sso-connections.auth0.domain=acme.eu.auth0.com",
				property + "=${OF_NOBODY}");
		assertAnalysis(output, "Property '" + property + "' cannot be used: it refers to 'OF_NOBODY'",
				"Set the environment variable or property 'OF_NOBODY'.");
		assertThat(output.getAll()).doesNotContain("\tat ");
	}

	@Test
	void namesTheOriginOfAValue(CapturedOutput output) {
		start(Application.class, API_KEY + "=pk_test_canary");
		assertThat(output).contains("Origin: \"" + API_KEY + "\" from property source \"");
		assertThat(output.getAll()).doesNotContain("canary");
	}

	@Test
	void namesBaseUrlOfClerkWithoutVersion(CapturedOutput output) {
		start(Application.class, API_KEY + "=sk_test_1", BASE_URL + "=https://api.clerk.com");
		assertAnalysis(output,
				"Property '" + BASE_URL + "' cannot be used: it does not end with '/v1', as Clerk's address does.",
				"Correct the property '" + BASE_URL + "'.");
	}

	@Test
	void warnsOfOtherBaseUrlWithoutVersion(CapturedOutput output) {
		assertThat(start(Application.class, API_KEY + "=sk_test_1", BASE_URL + "=https://gateway.example.com"))
			.isNull();
		assertThat(output).containsOnlyOnce("Property '" + BASE_URL + "' may be wrong: it does not end with '/v1'");
	}

	@Test
	void namesDomainAndAddressOfDifferentTenants(CapturedOutput output) {
		start(Application.class, "sso-connections.auth0.token=token", "sso-connections.auth0.domain=acme.eu.auth0.com",
				"sso-connections.auth0.base-url=https://other.eu.auth0.com");
		assertAnalysis(output, "Properties 'sso-connections.auth0.base-url' and 'sso-connections.auth0.domain' "
				+ "contradict each other: they name different tenants.", "Correct the property");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://ACME.eu.auth0.com", "https://login.acme.example" })
	void startsWhenAddressIsOfTheTenantOrACustomDomain(String baseUrl) {
		assertThat(start(Application.class, "sso-connections.auth0.token=token",
				"sso-connections.auth0.domain=acme.eu.auth0.com", "sso-connections.auth0.base-url=" + baseUrl))
			.isNull();
	}

	@Test
	void namesThresholdsThatContradictEachOtherWithoutTheMonitor(CapturedOutput output) {
		start(Application.class, API_KEY + "=sk_test_1", "sso-connections.certificates.critical-threshold=31d");
		assertAnalysis(output,
				"Properties 'sso-connections.certificates.critical-threshold' and "
						+ "'sso-connections.certificates.warning-threshold' contradict each other",
				"An unset property has its default value.");
	}

	@Test
	void namesKeyWhenItIsPublishable(CapturedOutput output) {
		Throwable failure = start(Application.class, API_KEY + "=pk_test_canary");
		assertAnalysis(output,
				"Property '" + API_KEY + "' cannot be used: it is a publishable key (pk_…), which gives no access",
				"The secret key (sk_…) is in Clerk's dashboard, under 'API keys'.");
		assertThat(output.getAll() + print(failure)).doesNotContain("canary");
	}

	@Test
	void namesBundleWhenThereIsNone(CapturedOutput output) {
		start(Application.class, API_KEY + "=sk_test_1", "sso-connections.clerk.ssl.bundle=company");
		assertAnalysis(output,
				"Property 'sso-connections.clerk.ssl.bundle' cannot be used: there is no SSL bundle of "
						+ "that name in 'spring.ssl.bundle'.",
				"Correct the property 'sso-connections.clerk.ssl.bundle'.");
	}

	@Test
	void namesBundleWhenThereAreNoBundlesAtAll(CapturedOutput output) {
		start(Application.class, API_KEY + "=sk_test_1", "sso-connections.clerk.ssl.bundle=company",
				"spring.autoconfigure.exclude=org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration");
		assertAnalysis(output, "Property 'sso-connections.clerk.ssl.bundle' cannot be used", "Correct the property");
	}

	@Test
	void failsAtStartWhenBundleCannotBeRead() {
		Throwable failure = start(Application.class, API_KEY + "=sk_test_1", "sso-connections.clerk.ssl.bundle=company",
				"spring.ssl.bundle.pem.company.truststore.certificate=classpath:missing.pem");
		assertThat(print(failure)).contains("missing.pem");
	}

	@ParameterizedTest
	@CsvSource({ "page-size,501,must be between 1 and 500", "page-size,0,must be between 1 and 500",
			"call-timeout,0s,must be between 1ms and 1d", "response-timeout,-1s,must be between 1ms and 1d",
			"connect-timeout,2d,must be between 1ms and 1d", "max-response-size,2GB,must be at least 1 byte",
			"call-timeout,soon,is not a valid duration" })
	void namesPropertyWhenOutOfBounds(String name, String value, String reason, CapturedOutput output) {
		start(Application.class, API_KEY + "=sk_test_1", "sso-connections.clerk." + name + "=" + value);
		assertAnalysis(output, "Property: sso-connections.clerk." + name, reason);
	}

	@ParameterizedTest
	@CsvSource({ "response-timeout,20s,call-timeout,10s", "response-timeout,40s,page-size=1 call-timeout,",
			"connect-timeout,5s,response-timeout,4s", "connect-timeout,11s,page-size=1 response-timeout,",
			"connect-timeout,6s,call-timeout,5s", "rate-limit.burst,11,rate-limit.limit,10",
			"retry.initial-backoff,3s,retry.max-backoff,2s",
			"retry.initial-backoff,3s,page-size=1 retry.max-backoff," })
	void namesBothPropertiesWhenTheyContradictEachOther(String one, String value, String other, String otherValue,
			CapturedOutput output) {
		String name = other.replaceFirst(".* ", "");
		String setting = (otherValue != null) ? other + "=" + otherValue : other.replaceFirst(" .*", "");
		start(Application.class, API_KEY + "=sk_test_1", "sso-connections.clerk." + one + "=" + value,
				"sso-connections.clerk." + setting);
		assertAnalysis(output,
				"Properties 'sso-connections.clerk." + one + "' and 'sso-connections.clerk." + name
						+ "' contradict each other: ",
				"Correct the property 'sso-connections.clerk." + one + "' or the property 'sso-connections.clerk."
						+ name + "'.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "call-timeout=5s", "response-timeout=30s", "connect-timeout=10s",
			"retry.max-backoff=200ms", "retry.initial-backoff=2s" })
	void startsWhenPropertiesAgree(String property) {
		assertThat(start(Application.class, API_KEY + "=sk_test_1", "sso-connections.clerk." + property)).isNull();
	}

	@ParameterizedTest
	@ValueSource(classes = { ByConstructor.class, ByField.class, ByMethod.class, ByProvider.class, ByClient.class,
			BySaml.class })
	void namesKeyWhenServiceIsInjectedWithoutOne(Class<?> component, CapturedOutput output) {
		start(component);
		assertThat(output).contains(component.getName());
		assertAnalysis(output,
				"but no key of an account at Clerk is configured: the property '" + API_KEY + "' is not set, or blank.",
				"Set the property '" + API_KEY + "' to the secret key of your instance");
		assertThat(output).doesNotContain("that could not be found");
	}

	static Stream<Class<?>> beans() {
		return Stream
			.of(ClerkAutoConfiguration.class, Auth0AutoConfiguration.class, ConnectionCatalogAutoConfiguration.class)
			.flatMap((configuration) -> Stream.of(configuration.getDeclaredMethods()))
			.filter((method) -> method.isAnnotationPresent(Bean.class))
			.<Class<?>>map(Method::getReturnType)
			.filter((type) -> Modifier.isPublic(type.getModifiers()) && type != ConnectionCatalogs.class);
	}

	@Test
	void namesThePropertiesOfBothVendorsWhereOneIsEnough(CapturedOutput output) {
		start(ByOnboardings.class);
		assertAnalysis(output, "but no tenant at Auth0 is configured", "An account of one vendor is enough.");
		assertAnalysis(output, "And no key of an account at Clerk is configured", "Set the property '" + API_KEY + "'");
	}

	@Test
	void namesTheVendorThatIsMissingWhereBothAreNeeded(CapturedOutput output) {
		start(ByMigrations.class, API_KEY + "=sk_test_1");
		assertAnalysis(output, "but no tenant at Auth0 is configured",
				"Set the property 'sso-connections.auth0.domain'");
		assertThat(output).doesNotContain("no key of an account");
	}

	@ParameterizedTest
	@ValueSource(strings = { API_KEY, "sso-connections.clerk.accounts.europe.api-key" })
	void leavesAnalysisToBootWhenThereIsAnAccountOfAnyName(String property, CapturedOutput output) {
		start(ByOnboardings.class, property + "=sk_test_1",
				"spring.autoconfigure.exclude=" + OnboardingAutoConfiguration.class.getName());
		assertAnalysis(output, "that could not be found", "Consider");
		assertThat(output).doesNotContain("no key of an account");
	}

	@ParameterizedTest
	@MethodSource("beans")
	void namesThePropertyWhateverBeanIsMissing(Class<?> type, CapturedOutput output) {
		catchThrowable(() -> new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.registerShutdownHook(false)
			.initializers((context) -> ((GenericApplicationContext) context).registerBean("needy", Object.class,
					() -> context.getBean(type)))
			.run()
			.close());
		assertAnalysis(output, "required a bean of type '" + type.getName() + "', but no ", "Set the property '");
	}

	@Test
	void namesKeyWhenItIsBlankAndServiceIsInjected(CapturedOutput output) {
		start(ByConstructor.class, API_KEY + "= ");
		assertAnalysis(output,
				"Parameter 0 of constructor in " + ByConstructor.class.getName() + " required a bean of type '"
						+ EnterpriseConnectionService.class.getName() + "', but no key",
				"Set the property '" + API_KEY + "'");
	}

	@Test
	void leavesAnalysisToBootWhenThereIsKeyAndAutoConfigurationIsExcluded(CapturedOutput output) {
		start(ByConstructor.class, API_KEY + "=sk_test_1",
				"spring.autoconfigure.exclude=" + ClerkAutoConfiguration.class.getName());
		assertAnalysis(output, "that could not be found", "Consider");
		assertThat(output).doesNotContain("no key of an account");
	}

	@Test
	void doesNotMissKeyWhenOnlyTheQualifierIsWrong(CapturedOutput output) {
		start(ByQualifier.class, API_KEY + "=sk_test_1");
		assertThat(output).contains("@org.springframework.beans.factory.annotation.Qualifier(\"other\")")
			.doesNotContain("no key of an account");
	}

	@Test
	void doesNotMissKeyWhenThereAreDetailsAndTheQualifierIsWrong(CapturedOutput output) {
		start(ByQualifierWithDetails.class);
		assertThat(output).contains("@org.springframework.beans.factory.annotation.Qualifier(\"other\")")
			.doesNotContain("no key of an account");
	}

	@Test
	void namesAccountsWhenTheQualifierIsUnknown(CapturedOutput output) {
		start(ByQualifier.class, API_KEY + "=sk_test_1", "sso-connections.clerk.accounts.europe.api-key=sk_test_2");
		assertAnalysis(output,
				"of the account 'other', but the accounts in 'sso-connections.clerk.accounts' are 'europe'.",
				"Correct the qualifier, or add an account of that name to 'sso-connections.clerk.accounts'.");
	}

	@Test
	void namesKeyOfAccountWhenItIsBlank(CapturedOutput output) {
		start(ByQualifier.class, API_KEY + "=sk_test_1", "sso-connections.clerk.accounts.other.api-key=");
		assertAnalysis(output,
				"of the account 'other', but the account has no key: its credentials are not set, or blank.",
				"Set one of the properties [sso-connections.clerk.accounts.other.api-key]");
	}

	@Test
	void namesQualifierWhenThereAreNamedAccountsOnly(CapturedOutput output) {
		start(ByConstructor.class, "sso-connections.clerk.accounts.europe.api-key=sk_test_2");
		assertAnalysis(output, "but no key of an account at Clerk is configured: the property '" + API_KEY + "'",
				"Add the name of an account as qualifier, as in '@Qualifier(\"europe\")'.");
	}

	@Test
	void comesBeforeAnalyzersOfBootWhateverTheOrderOfTheJars() {
		assertThat(OrderUtils.getOrder(MissingKeyFailureAnalyzer.class)).isEqualTo(Ordered.HIGHEST_PRECEDENCE);
	}

	@Test
	void leavesAnalysisToBootWhenBeanIsNotOurs(CapturedOutput output) {
		start(ByOther.class);
		assertAnalysis(output, "that could not be found", "Consider");
	}

	private static Throwable start(Class<?> application, String... properties) {
		String[] arguments = new String[properties.length];
		for (int i = 0; i < properties.length; i++) {
			arguments[i] = "--" + properties[i];
		}
		return catchThrowable(() -> new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
			.registerShutdownHook(false)
			.run(arguments)
			.close());
	}

	private static void assertAnalysis(CapturedOutput output, String description, String action) {
		assertThat(output).contains("APPLICATION FAILED TO START").contains(description).contains(action);
	}

	private static String print(Throwable failure) {
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	@Import(Application.class)
	static class ByConstructor {

		ByConstructor(EnterpriseConnectionService service) {
		}

	}

	@Import(Application.class)
	static class ByField {

		@Autowired
		EnterpriseConnectionService service;

	}

	@Import(Application.class)
	static class ByMethod {

		@Bean
		String name(EnterpriseConnectionService service) {
			return "name";
		}

	}

	@Import(Application.class)
	static class ByProvider {

		ByProvider(ObjectProvider<EnterpriseConnectionService> service) {
			service.getObject();
		}

	}

	@Import(Application.class)
	static class ByClient {

		ByClient(ClerkClient client) {
		}

	}

	@Import(Application.class)
	static class BySaml {

		BySaml(SamlConnectionService service) {
		}

	}

	@Import(Application.class)
	static class ByOnboardings {

		ByOnboardings(Onboardings onboardings) {
		}

	}

	@Import(Application.class)
	static class ByMigrations {

		ByMigrations(ConnectionMigrations migrations) {
		}

	}

	@Import(Application.class)
	static class ByQualifier {

		ByQualifier(@Qualifier("other") EnterpriseConnectionService service) {
		}

	}

	@Import({ Application.class, Details.class })
	static class ByQualifierWithDetails {

		ByQualifierWithDetails(@Qualifier("other") EnterpriseConnectionService service) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Details {

		@Bean
		ClerkConnectionDetails details() {
			return ClerkConnectionDetails.of("sk_test_1");
		}

	}

	@Import(Application.class)
	static class ByOther {

		ByOther(Runnable other) {
		}

	}

}
