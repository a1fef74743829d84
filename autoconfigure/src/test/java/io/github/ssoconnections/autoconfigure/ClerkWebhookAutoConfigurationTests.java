// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.clerk.account.ClerkAccounts;
import io.github.ssoconnections.clerk.webhook.ClerkWebhookSettings;
import io.github.ssoconnections.clerk.webhook.ClerkWebhookStore;
import io.github.ssoconnections.clerk.webhook.ClerkWebhooks;
import io.github.ssoconnections.clerk.webhook.InvalidWebhookException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * Tests of the {@link ClerkWebhooks} of all accounts.
 */
class ClerkWebhookAutoConfigurationTests {

	private static final String SECRETS = "sso-connections.clerk.webhooks.secrets";

	private static final String EUROPE = "sso-connections.clerk.accounts.europe.";

	/** The published vector of Standard Webhooks. */
	private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

	private static final Instant SENT_AT = Instant.ofEpochSecond(1614265330);

	private static final byte[] BODY = "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8);

	private static final String OTHER = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(ClerkContexts.autoConfigurations())
		.withPropertyValues(ClerkContexts.KEY)
		.withBean(Clock.class, () -> Clock.fixed(SENT_AT, ZoneOffset.UTC));

	private static HttpHeaders headers() {
		HttpHeaders headers = new HttpHeaders();
		headers.set("svix-id", "msg_p5jXN8AQM9LWM0D4loKWxJek");
		headers.set("svix-timestamp", "1614265330");
		headers.set("svix-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
		return headers;
	}

	private static void assertVerifies(ClerkWebhooks webhooks) {
		assertThat(webhooks.verify(headers(), BODY).id()).startsWith("msg_");
	}

	private static void assertRejects(ClerkWebhooks webhooks) {
		assertThatExceptionOfType(InvalidWebhookException.class).isThrownBy(() -> webhooks.verify(headers(), BODY));
	}

	private static ClerkWebhooks europe(ApplicationContext context) {
		return BeanFactoryAnnotationUtils.qualifiedBeanOfType(context.getAutowireCapableBeanFactory(),
				ClerkWebhooks.class, "europe");
	}

	@Test
	void isAbsentWithoutSecret() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasNotFailed().doesNotHaveBean(ClerkWebhooks.class);
			assertThatExceptionOfType(NoSuchBeanDefinitionException.class)
				.isThrownBy(() -> context.getBean(ClerkAccounts.class).get("default").webhooks());
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { SECRETS + "=", SECRETS + "[0]= ", SECRETS + "[0]=${OLD_SECRET:}" })
	void isAbsentIfSecretIsBlank(String property) {
		this.contextRunner.withPropertyValues(property)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(ClerkWebhooks.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { SECRETS + "=" + SECRET, SECRETS + "=" + OTHER + "," + SECRET,
			SECRETS + "[0]=${OLD_SECRET:}|" + SECRETS + "[1]=" + SECRET,
			SECRETS + "[0]=" + OTHER + "|" + SECRETS + "[1]= " + SECRET + " " })
	void verifiesWithEachSecret(String properties) {
		this.contextRunner.withPropertyValues(properties.split("\\|")).run((context) -> {
			assertThat(context).hasSingleBean(ClerkWebhooks.class);
			assertVerifies(context.getBean(ClerkWebhooks.class));
			assertThat(context.getBean(ClerkAccounts.class).get("default").webhooks())
				.isSameAs(context.getBean(ClerkWebhooks.class));
		});
	}

	@Test
	void acceptsReplaysWithoutStoreAndRejectsThemWithOne() {
		ApplicationContextRunner runner = this.contextRunner.withPropertyValues(SECRETS + "=" + SECRET);
		runner.run((context) -> {
			assertVerifies(context.getBean(ClerkWebhooks.class));
			assertVerifies(context.getBean(ClerkWebhooks.class));
		});
		runner
			.withBean(ClerkWebhookStore.class,
					() -> ClerkWebhookStore.inMemory(10, Clock.fixed(SENT_AT, ZoneOffset.UTC)))
			.run((context) -> {
				assertVerifies(context.getBean(ClerkWebhooks.class));
				assertRejects(context.getBean(ClerkWebhooks.class));
			});
	}

	@Test
	void usesTheSystemClockByDefault() {
		new ApplicationContextRunner().withConfiguration(ClerkContexts.autoConfigurations())
			.withPropertyValues(ClerkContexts.KEY, SECRETS + "=" + SECRET)
			.run((context) -> assertThatExceptionOfType(InvalidWebhookException.class)
				.isThrownBy(() -> context.getBean(ClerkWebhooks.class).verify(headers(), BODY))
				.satisfies((failure) -> assertThat(failure.reason())
					.isEqualTo(InvalidWebhookException.Reason.TIMESTAMP_TOO_OLD)));
	}

	@Test
	void hasMaximumSize() {
		this.contextRunner
			.withPropertyValues(SECRETS + "=" + SECRET, "sso-connections.clerk.webhooks.max-body-size=19B")
			.run((context) -> assertRejects(context.getBean(ClerkWebhooks.class)));
		assertThat(new ClerkWebhookProperties().getMaxBodySize().toBytes())
			.isEqualTo(ClerkWebhookSettings.DEFAULT_MAX_BODY_SIZE);
	}

	@Test
	void namedAccountHasItsOwnSecrets() {
		this.contextRunner
			.withPropertyValues(EUROPE + "api-key=sk_test_europe", EUROPE + "webhooks.secrets[0]=" + SECRET,
					SECRETS + "=" + OTHER)
			.run((context) -> {
				assertVerifies(europe(context));
				assertThat(context.getBean(ClerkAccounts.class).get("europe").webhooks()).isSameAs(europe(context));
				assertRejects(context.getBean(ClerkWebhooks.class));
			});
	}

	@Test
	void namedAccountInheritsTheLimitAndNoSecret() {
		this.contextRunner.withPropertyValues(EUROPE + "api-key=sk_test_europe", SECRETS + "=" + SECRET)
			.run((context) -> {
				assertThat(context.getBeansOfType(ClerkWebhooks.class)).containsOnlyKeys("clerkWebhooks");
				assertThatIllegalArgumentException()
					.isThrownBy(() -> context.getBean(ClerkAccounts.class).get("europe").webhooks());
			});
		this.contextRunner
			.withPropertyValues(EUROPE + "api-key=sk_test_europe", EUROPE + "webhooks.secrets=" + SECRET,
					"sso-connections.clerk.webhooks.max-body-size=19B")
			.run((context) -> assertRejects(europe(context)));
	}

	@Test
	void backsOffForOwnBean() {
		ClerkWebhooks own = ClerkWebhooks.create(ClerkWebhookSettings.of(Secret.of(OTHER)));
		this.contextRunner.withPropertyValues(SECRETS + "=" + SECRET)
			.withBean(ClerkWebhooks.class, () -> own)
			.run((context) -> assertThat(context.getBean(ClerkWebhooks.class)).isSameAs(own));
	}

	@ParameterizedTest
	@ValueSource(strings = { "whsec_CANARY", "sk_test_CANARYCANARYCANARYCANARY", "\"whsec_CANARY\"",
			"whsec_CANARY CANARYCANARYCANARYCANARYCANAR" })
	void failsTheStartForInvalidSecretWithoutShowingIt(String secret) {
		for (String property : new String[] { SECRETS, EUROPE + "webhooks.secrets" }) {
			this.contextRunner
				.withPropertyValues(EUROPE + "api-key=sk_test_europe", property + "[0]=" + SECRET,
						property + "[1]=" + secret)
				.run((context) -> {
					// Named accounts are created with the registry
					Throwable failure = (context.getStartupFailure() != null) ? context.getStartupFailure()
							: catchThrowable(() -> context.getBean(ClerkAccounts.class));
					assertThat(failure).rootCause()
						.isInstanceOf(InvalidPropertyException.class)
						.hasMessageContaining("Property '" + property + "[1]' cannot be used")
						.hasMessageNotContaining("CANARY");
				});
		}
	}

	@Test
	void failsTheStartForTooManySecrets() {
		this.contextRunner.withPropertyValues(SECRETS + "=" + (SECRET + ",").repeat(10) + SECRET)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessage("Property '" + SECRETS + "' cannot be used: 'secrets' must have 1 to 10 elements"));
	}

}
