// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Duration;
import java.time.Instant;

import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.onboarding.IdpSettings;
import io.github.ssoconnections.onboarding.OnboardingRequest;
import io.github.ssoconnections.onboarding.Onboardings;
import io.github.ssoconnections.onboarding.RotationState;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.sandbox.idp.TestMetadata;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs {@link EitherVendorExamples} at both vendors.
 */
class EitherVendorExamplesTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	@ParameterizedTest
	@ValueSource(strings = { "clerk", "auth0" })
	void rotates(String account) {
		try (Sandbox sandbox = Sandbox.start()) {
			sandbox.auth0().clients("app");
			new ApplicationContextRunner().withUserConfiguration(Application.class)
				.withBean(EitherVendorExamples.Rotations.class)
				.withPropertyValues("sso-connections.clerk.base-url=" + sandbox.clerkBaseUrl(),
						"sso-connections.clerk.api-key=" + sandbox.clerkApiKey(),
						"sso-connections.auth0.base-url=" + sandbox.auth0().baseUrl(),
						"sso-connections.auth0.token=" + sandbox.auth0().token(),
						"sso-connections.auth0.rate-limit.enabled=false")
				.run((context) -> {
					String pem = certificate(10);
					String id = context.getBean(Onboardings.class)
						.get(account)
						.create(request(account, pem))
						.block(LIMIT)
						.connectionId();
					EitherVendorExamples.Rotations rotations = context.getBean(EitherVendorExamples.Rotations.class);
					assertThat(rotations.get(account, id).block(LIMIT).certificates()).singleElement()
						.extracting(RotationState.Certificate::daysLeft)
						.isEqualTo(9L);
					String next = certificate(300);
					String sha256 = SigningCertificate.parse(next).sha256();
					if (account.equals("clerk")) {
						assertThat(rotations.add(account, id, next).block(LIMIT).after()).hasSize(2).contains(sha256);
						String old = SigningCertificate.parse(pem).sha256();
						assertThat(rotations.remove(account, id, old).block(LIMIT).after()).containsExactly(sha256);
					}
					else {
						assertThat(rotations.replace(account, id, next).block(LIMIT).after()).containsExactly(sha256);
					}
				});
		}
	}

	private static OnboardingRequest request(String account, String pem) {
		OnboardingRequest request = OnboardingRequest.of("Globex",
				IdpSettings.metadata(TestMetadata.xml("https://idp.globex.com", "https://idp.globex.com/sso", pem)),
				"globex.com");
		return account.equals("auth0") ? request.withClients("app") : request;
	}

	private static String certificate(int days) {
		Instant now = Instant.now();
		return TestCertificates.selfSigned("idp", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(days)));
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
