// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.metadata.SamlMetadataClient;
import io.github.ssoconnections.onboarding.IdpSettings;
import io.github.ssoconnections.onboarding.OnboardingRequest;
import io.github.ssoconnections.onboarding.Onboardings;
import io.github.ssoconnections.onboarding.RotationResult;
import io.github.ssoconnections.onboarding.RotationState;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.sandbox.idp.TestMetadata;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs {@link EitherVendorExamples} at both vendors.
 */
class EitherVendorExamplesTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final String METADATA_URL = "https://idp.globex.com/metadata";

	@ParameterizedTest
	@ValueSource(strings = { "clerk", "auth0" })
	void rotates(String vendor) {
		Account account = Account.ofDefault(vendor);
		try (Sandbox sandbox = Sandbox.start()) {
			sandbox.auth0().clients("app");
			runner(sandbox).run((context) -> {
				String pem = certificate(10);
				String id = context.getBean(Onboardings.class)
					.get(account)
					.create(request(vendor, pem))
					.block(LIMIT)
					.connectionId();
				EitherVendorExamples.Rotations rotations = context.getBean(EitherVendorExamples.Rotations.class);
				assertThat(rotations.get(account, id).block(LIMIT).certificates()).singleElement()
					.extracting(RotationState.Certificate::daysLeft)
					.isEqualTo(9L);
				String next = certificate(300);
				String sha256 = SigningCertificate.parse(next).sha256();
				if (vendor.equals("clerk")) {
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

	@ParameterizedTest
	@ValueSource(strings = { "clerk", "auth0" })
	void refreshes(String vendor) {
		Account account = Account.ofDefault(vendor);
		try (Sandbox sandbox = Sandbox.start()) {
			sandbox.auth0().clients("app");
			AtomicReference<String> published = new AtomicReference<>();
			SamlMetadataClient metadata = (url, entityId) -> Mono.just(SamlMetadata.parse(published.get()));
			runner(sandbox).withBean(SamlMetadataClient.class, () -> metadata).run((context) -> {
				publish(sandbox, published, certificate(10));
				OnboardingRequest request = OnboardingRequest.of("Globex", IdpSettings.metadataUrl(METADATA_URL),
						"globex.com");
				String id = context.getBean(Onboardings.class)
					.get(account)
					.create(vendor.equals("auth0") ? request.withClients("app") : request)
					.block(LIMIT)
					.connectionId();
				String next = certificate(300);
				publish(sandbox, published, next);
				RotationResult result = context.getBean(EitherVendorExamples.Rotations.class)
					.refresh(account, id)
					.block(LIMIT);
				assertThat(result.after()).containsExactly(SigningCertificate.parse(next).sha256());
			});
		}
	}

	private static void publish(Sandbox sandbox, AtomicReference<String> published, String pem) {
		published.set(TestMetadata.xml("https://idp.globex.com", "https://idp.globex.com/sso", pem));
		sandbox.publishMetadata(METADATA_URL, published.get());
	}

	private static ApplicationContextRunner runner(Sandbox sandbox) {
		return new ApplicationContextRunner().withUserConfiguration(Application.class)
			.withBean(EitherVendorExamples.Rotations.class)
			.withPropertyValues("sso-connections.clerk.base-url=" + sandbox.clerkBaseUrl(),
					"sso-connections.clerk.api-key=" + sandbox.clerkApiKey(),
					"sso-connections.auth0.base-url=" + sandbox.auth0().baseUrl(),
					"sso-connections.auth0.token=" + sandbox.auth0().token(),
					"sso-connections.auth0.rate-limit.enabled=false");
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
