// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.clerk.ActivationResult;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.ConnectionProvider;
import io.github.ssoconnections.clerk.EnterpriseConnectionActivation;
import io.github.ssoconnections.clerk.EnterpriseConnectionCertificates;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.clerk.TestRunStatus;
import io.github.ssoconnections.clerk.organization.ClerkOrganizationDomains;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.sandbox.idp.TestMetadata;
import org.junit.jupiter.api.Test;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

class RotationExamplesTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final String METADATA_URL = "https://idp.acme.example/metadata";

	@Test
	void work() {
		try (Sandbox sandbox = Sandbox.start()) {
			ClerkClient client = ClerkClient.create(WebClient.builder(),
					ClerkConnectionDetails.of(sandbox.clerkApiKey(), sandbox.clerkBaseUrl()));
			EnterpriseConnectionService service = EnterpriseConnectionService.create(client);
			EnterpriseConnectionActivation activation = EnterpriseConnectionActivation.create(service, client,
					ClerkOrganizationDomains.create(client)::listVerifiedNames);
			RotationExamples examples = new RotationExamples(EnterpriseConnectionCertificates.create(service, client),
					activation, (url) -> sandbox.completeTestRuns());
			SigningCertificate old = SigningCertificate.parse(certificate());
			sandbox.publishMetadata(METADATA_URL, TestMetadata.xml("https://idp", "https://idp/sso", old.pem()));
			String id = service
				.create(new NewEnterpriseConnection().name("Acme")
					.provider(ConnectionProvider.SAML_OKTA)
					.domains("acme.example")
					.saml(new NewEnterpriseConnection.Saml().idpMetadataUrl(METADATA_URL)))
				.block(LIMIT)
				.id();
			assertThat(examples.refreshMetadata(id).block(LIMIT).after()).containsExactly(old.sha256());
			assertThat(RotationExamples.look(service.get(id).block(LIMIT), Clock.systemUTC())).isNotNull();
			assertThat(examples.activate(id).block(LIMIT).status()).isEqualTo(TestRunStatus.SUCCESS);
			assertThat(activation.activate(id).block(LIMIT)).isInstanceOf(ActivationResult.Active.class);
			assertThat(examples.activate(id).blockOptional(LIMIT)).isEmpty();
		}
	}

	private static String certificate() {
		Instant now = Instant.now();
		return TestCertificates.selfSigned("idp", now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(300)));
	}

}
