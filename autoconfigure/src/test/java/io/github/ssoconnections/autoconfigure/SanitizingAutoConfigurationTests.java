// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;

import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.SystemEnvironmentPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SanitizingAutoConfiguration}: the actuator's endpoints show no key,
 * even where they are to show all values.
 */
class SanitizingAutoConfigurationTests {

	private static final String KEY = "sk_test_CANARY";

	private final JsonMapper mapper = new JsonMapper();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SanitizingAutoConfiguration.class));

	@ParameterizedTest
	@ValueSource(strings = { "--sso-connections.clerk.api-key=" + KEY, "--sso-connections.clerk.apiKey=" + KEY,
			"--sso-connections.clerk.api-key=${some.secret},--some.secret=" + KEY,
			"--sso-connections.clerk.api-key=${CLERK_SECRET_KEY},--CLERK_SECRET_KEY=" + KEY,
			"--sso-connections.clerk.api-key= " + KEY + " ",
			"--sso-connections.clerk.api-key=" + KEY + ",--sso-connections.auth0.client-secret=auth0_CANARY"
					+ ",--sso-connections.auth0.client-id=id,--sso-connections.auth0.domain=a.b"
					+ ",--copy.of.auth0=the auth0_CANARY",
			"--sso-connections.clerk.api-key=" + KEY
					+ ",--sso-connections.auth0.token=token_CANARY,--sso-connections.auth0.domain=a.b",
			"--CLERK_SECRET_KEY=" + KEY, "--sso-connections.clerk.accounts.europe.api-key=" + KEY,
			"--sso-connections.clerk.accounts.europe.api-key=${MY_EU_KEY},--MY_EU_KEY=" + KEY
					+ ",--sso-connections.auth0.accounts.live.token=live_CANARY"
					+ ",--sso-connections.auth0.accounts.live.domain=a.b,--copy.of.live=the live_CANARY",
			"--sso-connections.clerk.api-key=" + KEY
					+ ",--sso-connections.clerk.webhooks.secrets[0]=whsec_CANARYCANARYCANARYCANARYCANARY00"
					+ ",--sso-connections.clerk.webhooks.secrets[1]=${OLD},--OLD=whsec_CANARYCANARYCANARYCANARYCANARY01"
					+ ",--copy=a whsec_CANARYCANARYCANARYCANARYCANARY00",
			"--sso-connections.clerk.accounts.europe.api-key=" + KEY
					+ ",--sso-connections.clerk.accounts.europe.webhooks.secrets=${OLD};${NEW}"
					+ ",--OLD=whsec_CANARYCANARYCANARYCANARYCANARY01,--NEW=whsec_CANARYCANARYCANARYCANARYCANARY02" })
	void endpointsShowNoSecret(String arguments) {
		try (ConfigurableApplicationContext context = start(
				arguments.replace(",--", "\n--").replace(';', ',').split("\n"))) {
			assertThat(context.getEnvironment().getProperty("copied.command")).contains(KEY);
			String shown = show(context);
			assertThat(shown).contains("copied.command", "sun.java.command", "Europe/Berlin").doesNotContain("CANARY");
		}
	}

	@Test
	void endpointsShowNoSecretThatIsOverriddenElsewhere() {
		String json = "{\"sso-connections\":{\"clerk\":{\"api-key\":\"sk_test_CANARYjson\"},"
				+ "\"auth0\":{\"client-secret\":\"${MY_SECRET:}\"}}}";

		try (ConfigurableApplicationContext context = start("--sso-connections.clerk.api-key=" + KEY,
				"--sso-connections.auth0.client-secret=CANARYargument", "--sso-connections.auth0.client-id=id",
				"--sso-connections.auth0.domain=a.b", "--spring.application.json=" + json,
				"--MY_SECRET=CANARYplaceholder")) {
			assertThat(context.getEnvironment().getProperty("MY_SECRET")).isEqualTo("CANARYplaceholder");
			assertThat(show(context)).contains("spring.application.json", "MY_SECRET").doesNotContain("CANARY");
		}
	}

	@Test
	void endpointsShowNoKeyOfAccountThatIsOverriddenElsewhere() {
		String json = "{\"sso-connections\":{\"clerk\":{\"accounts\":{\"eu\":{\"api-key\":\"${OLD_KEY}\"}}}}}";
		try (ConfigurableApplicationContext context = start("--sso-connections.clerk.api-key=" + KEY,
				"--sso-connections.clerk.accounts.eu.api-key=CANARYargument", "--spring.application.json=" + json,
				"--OLD_KEY=CANARYplaceholder")) {
			assertThat(show(context)).contains("OLD_KEY").doesNotContain("CANARY");
		}
	}

	@Test
	void endpointsWouldShowSecretWithoutUs() {
		try (ConfigurableApplicationContext context = start("--sso-connections.clerk.api-key=" + KEY,
				"--spring.autoconfigure.exclude=" + SanitizingAutoConfiguration.class.getName())) {
			assertThat(show(context).split("CANARY", -1)).hasSizeGreaterThan(3);
		}
	}

	@Test
	void masksKeyOfDetailsWhenItWasRotated() {
		AtomicReference<String> key = new AtomicReference<>("sk_live_old");
		this.contextRunner.withBean(ClerkConnectionDetails.class, () -> key::get).run((context) -> {
			SecretSanitizer sanitizer = context.getBean(SecretSanitizer.class);
			assertThat(value(sanitizer, "some.property", "a sk_live_old")).isEqualTo("******");
			assertThat(value(sanitizer, "some.property", "a sk_live_new")).isEqualTo("a sk_live_new");
			key.set("sk_live_new");
			assertThat(value(sanitizer, "some.property", "a sk_live_new")).isEqualTo("******");
		});
	}

	@Test
	void masksKeyOfDetailsThatAreNoDefaultCandidate() {
		this.contextRunner
			.withBean(ClerkConnectionDetails.class, () -> ClerkConnectionDetails.of("sk_live_eu").withAccount("eu"),
					(definition) -> ((AbstractBeanDefinition) definition).setDefaultCandidate(false))
			.run((context) -> assertThat(value(context.getBean(SecretSanitizer.class), "any", "a sk_live_eu"))
				.isEqualTo("******"));
	}

	@Test
	void masksSecretsOfDetailsOfAuth0() {
		this.contextRunner
			.withBean("one", Auth0ConnectionDetails.class,
					() -> Auth0ConnectionDetails.ofClientCredentials("https://a.b", "the_id", "the_secret"))
			.withBean("two", Auth0ConnectionDetails.class,
					() -> Auth0ConnectionDetails.ofToken("https://a.b", "the_token"))
			.run((context) -> {
				SecretSanitizer sanitizer = context.getBean(SecretSanitizer.class);
				assertThat(value(sanitizer, "some.property", "a the_secret")).isEqualTo("******");
				assertThat(value(sanitizer, "some.property", "a the_token")).isEqualTo("******");
				assertThat(value(sanitizer, "some.property", "a the_id")).isEqualTo("a the_id");
			});
	}

	@Test
	void masksSecretWithinArraysAndLists() {
		this.contextRunner.withPropertyValues("sso-connections.clerk.api-key=" + KEY).run((context) -> {
			SecretSanitizer sanitizer = context.getBean(SecretSanitizer.class);
			assertThat(value(sanitizer, "arguments", new String[] { "--a", "--key=" + KEY })).isEqualTo("******");
			assertThat(value(sanitizer, "arguments", List.of(KEY))).isEqualTo("******");
			assertThat(value(sanitizer, "arguments", Map.of("a", KEY))).isEqualTo("******");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "sso-connections.clerk.api-key", "sso-connections.clerk.apiKey",
			"SSOCONNECTIONS_CLERK_APIKEY", "SSO_CONNECTIONS_CLERK_API_KEY", "sso-connections.auth0.client-secret",
			"ssoConnections.auth0.clientSecret", "sso-connections.auth0.token", "CLERK_SECRET_KEY", "clerk.secret.key",
			"sso-connections.clerk.accounts.eu.api-key", "SSOCONNECTIONS_CLERK_ACCOUNTS_EU_APIKEY",
			"sso-connections.clerk.webhooks.secrets", "sso-connections.clerk.webhooks.secrets[3]",
			"SSOCONNECTIONS_CLERK_ACCOUNTS_EU_WEBHOOKS_SECRETS_0", "CLERK_WEBHOOK_SIGNING_SECRET" })
	void masksOwnKeysWhateverTheirValue(String name) {
		this.contextRunner.run((context) -> assertThat(value(context.getBean(SecretSanitizer.class), name, "any"))
			.isEqualTo("******"));
	}

	@Test
	void leavesEverythingElse() {
		this.contextRunner.withPropertyValues("sso-connections.clerk.api-key= ").run((context) -> {
			SecretSanitizer sanitizer = context.getBean(SecretSanitizer.class);
			assertThat(value(sanitizer, "my.api-key", "mine")).isEqualTo("mine");
			assertThat(value(sanitizer, "sso-connections.clerk.page-size", 100)).isEqualTo(100);
			assertThat(value(sanitizer, "sso-connections.clerk.api-key", null)).isNull();
			assertThat(value(sanitizer, "sso-connections.clerk.api-key", "")).isEqualTo("");
		});
	}

	@Test
	void isAbsentWhenActuatorIsMissing() {
		this.contextRunner.withClassLoader(new FilteredClassLoader("org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(SanitizingAutoConfiguration.class));
	}

	private static Object value(SecretSanitizer sanitizer, String name, Object value) {
		return sanitizer.apply(new SanitizableData(null, name, value)).getValue();
	}

	private String show(ConfigurableApplicationContext context) {
		EnvironmentEndpoint environment = context.getBean(EnvironmentEndpoint.class);
		return this.mapper.writeValueAsString(environment.environment(null))
				+ this.mapper.writeValueAsString(environment.environmentEntry("sso-connections.clerk.api-key"))
				+ this.mapper.writeValueAsString(environment.environmentEntry("copied.command"))
				+ this.mapper.writeValueAsString(
						context.getBean(ConfigurationPropertiesReportEndpoint.class).configurationProperties());
	}

	private static ConfigurableApplicationContext start(String... arguments) {
		List<String> all = new ArrayList<>(Arrays.asList(arguments));
		all.addAll(List.of("--management.endpoint.env.show-values=always",
				"--management.endpoint.configprops.show-values=always", "--management.endpoints.web.exposure.include=*",
				"--management.endpoints.jmx.exposure.include=*", "--spring.jmx.enabled=true",
				"--spring.jackson.time-zone=Europe/Berlin"));
		SpringApplication application = new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.registerShutdownHook(false)
			.initializers((context) -> context.getEnvironment()
				.getPropertySources()
				.addLast(new SystemEnvironmentPropertySource("copies-systemEnvironment",
						Map.of("copied.command", "java -jar app.jar --key=" + KEY, "OTHER_NAME", KEY))))
			.build();
		return application.run(all.toArray(new String[0]));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
