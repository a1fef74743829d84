// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.declarative.ConnectionPlan;
import io.github.ssoconnections.declarative.Reconciliation;
import io.github.ssoconnections.sandbox.RecordedRequest;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

/**
 * Tests for {@link CliApplication}: where settings come from.
 */
@ExtendWith(OutputCaptureExtension.class)
class CliApplicationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private static final Sandbox vendor = Sandbox.start().seed();

	private final Map<String, String> environment = new HashMap<>(
			Map.of("SSOCONNECTIONS_CLERK_BASEURL", vendor.clerkBaseUrl(), "CLERK_SECRET_KEY", vendor.clerkApiKey()));

	@AfterEach
	void clearProperties() {
		System.clearProperty("sso-connections.auth0.token");
	}

	@AfterAll
	static void close() {
		vendor.close();
	}

	@Test
	void sendsNothingBeforeACommand(CapturedOutput output) {
		vendor.reset();
		this.environment.putAll(Map.of("SSO_CONNECTIONS_INDEX_ENABLED", "true", "SSOCONNECTIONS_INDEX_INITIALDELAY",
				"0s", "SSOCONNECTIONS_CERTIFICATES_MONITOR_ENABLED", "true", "SSOCONNECTIONS_AUTH0_EVENTS_ENABLED",
				"true", "AUTH0_API_TOKEN", vendor.auth0().token(), "SSOCONNECTIONS_AUTH0_BASEURL",
				vendor.auth0().baseUrl()));
		try (Session session = CliApplication.open(this.environment)) {
			Reconciliation clerk = session.reconciliations().get("clerk");
			assertThat(session.reconciliations().accounts()).containsExactly(Account.ofDefault("clerk"),
					Account.ofDefault("auth0"));
			assertThat(clerk.hasSharedLock()).isFalse();
			assertThat(vendor.requests()).isEmpty();
			ConnectionPlan plan = clerk.plan(List.of()).block(PATIENCE);
			assertThat(plan).isNotNull();
			assertThat(vendor.requests())
				.extracting(RecordedRequest::method, (request) -> request.url().split("\\?")[0])
				.containsOnly(tuple("GET", "/v1/enterprise_connections"));
		}
		assertThat(output).isEmpty();
	}

	@Test
	void watchesNothingWhateverTheEnvironmentSays() {
		this.environment.putAll(Map.of("SSOCONNECTIONS_INDEX_ENABLED", "true",
				"SSOCONNECTIONS_CERTIFICATES_MONITOR_ENABLED", "true", "SSOCONNECTIONS_AUTH0_EVENTS_ENABLED", "true",
				"AUTH0_API_TOKEN", "a", "AUTH0_DOMAIN", "acme.auth0.com"));
		try (Session session = CliApplication.open(this.environment)) {
			ConfigurableApplicationContext context = ((CliApplication.ContextSession) session).context();
			assertThat(context.containsBean("clerkClient")).isTrue();
			assertThat(context.containsBean("auth0Client")).isTrue();
			for (String name : List.of("ssoConnectionIndexLifecycle", "ssoCertificateMonitor", "auth0EventStreams")) {
				assertThat(context.containsBean(name)).as(name).isFalse();
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "CLERK_SECRET_KEY, SSOCONNECTIONS_CLERK_BASEURL",
			"SSOCONNECTIONS_CLERK_APIKEY, SSOCONNECTIONS_CLERK_BASEURL",
			"SSO_CONNECTIONS_CLERK_API_KEY, SSO_CONNECTIONS_CLERK_BASE_URL" })
	void readsEnvironmentVariables(String key, String baseUrl) {
		Map<String, String> variables = Map.of(key, "sk_test_a", baseUrl, vendor.clerkBaseUrl());
		try (Session session = CliApplication.open(variables)) {
			assertThat(session.reconciliations().accounts()).containsExactly(Account.ofDefault("clerk"));
			session.reconciliations().get("clerk").plan(List.of()).block(PATIENCE);
		}
	}

	@Test
	void readsNamedAccounts() {
		this.environment.put("SSOCONNECTIONS_CLERK_ACCOUNTS_EU_APIKEY", "sk_test_eu");
		this.environment.put("SSOCONNECTIONS_CLERK_ACCOUNTS_EU_BASEURL", vendor.clerkBaseUrl());
		try (Session session = CliApplication.open(this.environment)) {
			assertThat(session.reconciliations().accounts()).containsExactly(Account.ofDefault("clerk"),
					new Account("clerk", "eu"));
		}
	}

	@Test
	void readsAFileThatTheEnvironmentNames(@TempDir Path folder) throws IOException {
		Files.writeString(folder.resolve("application.yml"), "sso-connections.clerk.accounts.eu.api-key: sk_test_eu");
		this.environment.put("SPRING_CONFIG_ADDITIONAL_LOCATION", folder.toUri().toString());
		try (Session session = CliApplication.open(this.environment)) {
			assertThat(session.reconciliations().accounts()).containsExactly(Account.ofDefault("clerk"),
					new Account("clerk", "eu"));
		}
	}

	@Test
	void hasNoAccountWithoutCredentials() {
		try (Session session = CliApplication.open(Map.of())) {
			assertThat(session.reconciliations().accounts()).isEmpty();
		}
	}

	@Test
	void readsNoSystemProperty() {
		System.setProperty("sso-connections.auth0.token", "CANARYproperty");
		try (Session session = CliApplication.open(this.environment)) {
			assertThat(session.reconciliations().accounts()).containsExactly(Account.ofDefault("clerk"));
		}
	}

	@Test
	void reportsSettingsThatCannotBeUsedOnceAndWithoutTheirValue(CapturedOutput output) {
		this.environment.put("CLERK_SECRET_KEY", "sk_test_CANARY key");
		assertThatExceptionOfType(UsageException.class).isThrownBy(() -> CliApplication.open(this.environment))
			.withMessage("The settings cannot be used");
		assertThat(output.getErr())
			.containsOnlyOnce("Property 'sso-connections.clerk.api-key' cannot be used: it contains spaces");
		assertThat(output.getOut()).isEmpty();
		assertThat(output.getAll()).doesNotContain("CANARY");
	}

}
