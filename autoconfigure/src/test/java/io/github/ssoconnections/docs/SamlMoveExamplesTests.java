// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Duration;

import io.github.ssoconnections.clerk.ActivationResult;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.SamlConnection;
import io.github.ssoconnections.clerk.SamlConnectionService;
import io.github.ssoconnections.clerk.account.ClerkAccount;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Before and after have the same effect, on the same object.
 */
@SuppressWarnings("deprecation")
class SamlMoveExamplesTests {

	private static final Sandbox sandbox = Sandbox.start();

	private final ClerkAccount clerk = ClerkAccount.of(ClerkClient.create(WebClient.builder(),
			ClerkConnectionDetails.of(sandbox.clerkApiKey(), sandbox.clerkBaseUrl())));

	@AfterAll
	static void close() {
		sandbox.close();
	}

	private static <T> T result(Mono<T> mono) {
		return mono.block(Duration.ofSeconds(30));
	}

	@Test
	void movesOneObjectFromOneApiToTheOther() {
		SamlConnectionService old = this.clerk.samlConnections();
		SamlConnection before = result(SamlMoveExamples.createBefore(old));
		String id = result(SamlMoveExamples.lookUp(this.clerk.enterpriseConnectionIds(), before.id()));
		assertThat(result(SamlMoveExamples.lookUpAll(this.clerk.enterpriseConnectionIds()))).containsEntry(before.id(),
				id);
		EnterpriseConnection after = result(this.clerk.enterpriseConnections().get(id));
		assertThat(after.saml().acsUrl()).isEqualTo(before.acsUrl());
		EnterpriseConnection created = result(SamlMoveExamples.createAfter(this.clerk.enterpriseConnections()));
		assertThat(created.saml().idpSsoUrl()).isEqualTo(before.idpSsoUrl());
		assertThat(created.saml().acsUrl()).as("a second connection is another one").isNotEqualTo(before.acsUrl());

		assertThat(result(SamlMoveExamples.updateBefore(old, created.saml().id())).forceAuthn()).isTrue();
		assertThat(result(SamlMoveExamples.updateAfter(this.clerk.enterpriseConnections(), id)).name())
			.isEqualTo("Acme Inc.");
		assertThat(result(old.get(before.id())).forceAuthn()).isTrue();

		assertThat(result(SamlMoveExamples.searchBefore(old).collectList())).hasSize(2);
		assertThat(result(SamlMoveExamples.searchAfter(this.clerk.enterpriseConnections()).collectList())).hasSize(2);
		assertThat(result(SamlMoveExamples.mappings(old).collectList())).hasSize(2);

		assertThat(result(SamlMoveExamples.activateAfter(this.clerk.reviewedActivation(), id)))
			.isInstanceOf(ActivationResult.TestNeeded.class);
		sandbox.completeTestRuns();
		result(SamlMoveExamples.activateAfter(this.clerk.reviewedActivation(), id));
		assertThat(result(old.get(before.id())).active()).isTrue();
		assertThat(result(SamlMoveExamples.activateBefore(old, created.saml().id())).active()).isTrue();
	}

}
