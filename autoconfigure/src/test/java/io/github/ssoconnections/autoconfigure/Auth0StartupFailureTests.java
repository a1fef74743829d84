// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;

import io.github.ssoconnections.auth0.Auth0Client;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests for what a developer reads when the tenant at Auth0 is not or half configured.
 */
@ExtendWith(OutputCaptureExtension.class)
class Auth0StartupFailureTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					domain=a.b client-id=canary | Property '$client-secret' cannot be used: it must not be empty
					domain=a.b client-secret=canary | Property '$client-id' cannot be used: it must not be empty
					client-id=id client-secret=canary | Property '$domain' cannot be used: it must not be empty
					token=canary | no '$base-url' either
					domain=a.b token=canary client-id=id | Properties '$token' and '$client-id' contradict each other
					domain=a.b token=canary client-secret=s | Properties '$token' and '$client-secret' contradict each other
					domain=https://canary.auth0.com token=t | Property '$domain' cannot be used: it must be the name of a host
					domain=canary.auth0.com/api/v2 token=t | Property '$domain' cannot be used: it must be the name of a host
					domain=canary.auth0.com:443 token=t | Property '$domain' cannot be used: it must be the name of a host
					domain=canary@auth0.com token=t | Property '$domain' cannot be used: it must be the name of a host
					base-url=http://canary.auth0.com token=t | Property '$base-url' cannot be used: base URL must start with 'https://'
					base-url=canary.auth0.com token=t | Property '$base-url' cannot be used: base URL must start with 'https://'
					base-url=https://canary.auth0.com/api/v2/ token=t | it must be the address of the tenant, without '/api/v2'
					domain=a.b client-id=id client-secret=canäry | Property '$client-secret' cannot be used: it contains spaces, control or
					domain=a.b token=t ssl.bundle=none | Property '$ssl.bundle' cannot be used: there is no SSL bundle
					domain=a.b token=t call-timeout=1s response-timeout=2s | '$response-timeout' and '$call-timeout' contradict
					domain=a.b token=t page-size=101 | must be between 1 and 100
					domain=a.b token=t events.idle-timeout=500ms | must be between 1s and 1h
					domain=a.b token=t events.retry-delay=2d | must be between 1s and 1d
					domain=a.b token=t events.buffer-size=0 | must be between 1 and 1000000
					""")
	void namesPropertyAtFault(String properties, String description, CapturedOutput output) {
		Throwable failure = start(Application.class, properties.split(" "));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains(description.replace("$", "sso-connections.auth0."));
		assertThat(output.getAll() + print(failure)).doesNotContain("canary").doesNotContain("canäry");
	}

	@ParameterizedTest
	@CsvSource({ "domain=a.b token=t", "domain=sso.acme.com audience=https://acme.auth0.com/api/v2/ token=t",
			"base-url=http://127.0.0.1:1 client-id=i client-secret=s", "domain=a.b", "audience=a",
			"token= client-id=" })
	void startsWhenNothingIsAmiss(String properties) {
		assertThat(start(Application.class, properties.split(" "))).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "''", "domain=a.b", "token= domain=a.b" })
	void namesPropertiesWhenClientIsInjectedWithoutTenant(String properties, CapturedOutput output) {
		start(ByConstructor.class, properties.split(" "));
		assertThat(output).contains("APPLICATION FAILED TO START")
			.contains("Parameter 0 of constructor in " + ByConstructor.class.getName() + " required a bean of type '"
					+ Auth0Client.class.getName() + "', but no tenant at Auth0 is configured")
			.contains("Set the property 'sso-connections.auth0.domain'");
	}

	@Test
	void leavesAnalysisToBootWhenThereIsTenantAndAutoConfigurationIsExcluded(CapturedOutput output) {
		start(ByConstructor.class, "domain=a.b", "token=t");
		assertThat(output).doesNotContain("APPLICATION FAILED TO START");
		catchThrowable(() -> run(ByConstructor.class, "--sso-connections.auth0.token=t",
				"--spring.autoconfigure.exclude=" + Auth0AutoConfiguration.class.getName()));
		assertThat(output).contains("that could not be found").doesNotContain("no tenant at Auth0");
	}

	private static Throwable start(Class<?> application, String... properties) {
		return catchThrowable(() -> run(application,
				Arrays.stream(properties)
					.filter((property) -> !property.isEmpty())
					.map((property) -> "--sso-connections.auth0." + property)
					.toArray(String[]::new)));
	}

	private static void run(Class<?> application, String... arguments) {
		new SpringApplicationBuilder(application).web(WebApplicationType.NONE)
			.registerShutdownHook(false)
			.run(arguments)
			.close();
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

		ByConstructor(Auth0Client client) {
		}

	}

}
