// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.organization;

import java.time.Duration;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Creation of an organization whose response is lost.
 */
class OrganizationCreationTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final Sandbox sandbox = Sandbox.start();

	private final Auth0Organizations organizations = new DefaultAuth0Organizations(
			Auth0Client.create(WebClient.builder(),
					Auth0ConnectionDetails.ofToken(this.sandbox.auth0().baseUrl(), this.sandbox.auth0().token())),
			Duration.ofMillis(1), LIMIT);

	@AfterEach
	void close() {
		this.sandbox.close();
	}

	@Test
	void findsWhatWasCreated() {
		this.sandbox.faults().on("POST", "/api/v2/organizations").times(1).afterCommit().status(504);
		assertThat(this.organizations.createOrFind(new NewOrganization().name("acme")).block(LIMIT).created()).isTrue();
		assertThat(this.organizations.listAll().map(Organization::name).collectList().block(LIMIT))
			.containsExactly("acme");
	}

	@Test
	void reportsWhatCannotBeFound() {
		this.sandbox.faults().on("POST", "/api/v2/organizations").times(1).status(504);
		StepVerifier.create(this.organizations.createOrFind(new NewOrganization().name("acme")))
			.expectError(SsoApiException.OutcomeUnknown.class)
			.verify(LIMIT);
		assertThat(this.organizations.listAll().collectList().block(LIMIT)).isEmpty();
		assertThat(this.sandbox.requests()).filteredOn((request) -> request.method().equals("POST")).hasSize(1);
	}

}
