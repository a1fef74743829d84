// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Duration;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Creations of connections that may already exist.
 */
class Auth0ConnectionCreationTests {

	@RegisterExtension
	static final Wire wire = Wire.auth0();

	private static final String NONE = "{\"connections\":[]}";

	private static final String FOUND = "{\"connections\":[{\"id\":\"con_1\",\"name\":\"acme\"}]}";

	private static final String OTHER = "{\"connections\":[{\"id\":\"con_2\",\"name\":\"acme-2\"}]}";

	private final Auth0ConnectionCreation creation = Auth0ConnectionCreation.create(Auth0.connections(wire),
			Duration.ofMillis(10), Duration.ofMillis(10).plusMinutes(5));

	@Test
	void createsWhenThereIsNone() {
		lists(OTHER, OTHER);
		creates(201);
		StepVerifier.create(this.creation.createOrFind(acme())).assertNext((result) -> {
			assertThat(result.created()).isTrue();
			assertThat(result.value().id()).isEqualTo("con_1");
		}).expectComplete().verify(Auth0.TIMEOUT);
		assertThat(wire.urls()).containsExactly("/connections?name=acme&take=100", "/connections");
	}

	@Test
	void findsByName() {
		lists(FOUND, FOUND);
		StepVerifier.create(this.creation.createOrFind(acme()).map(CreateResult::created))
			.expectNext(false)
			.expectComplete()
			.verify(Auth0.TIMEOUT);
		assertThat(wire.requests()).hasSize(1);
	}

	@Test
	void findsTheCreatedConnectionWhenTheResponseIsLost() {
		lists(NONE, FOUND);
		creates(502);
		StepVerifier.create(this.creation.createOrFind(acme()).map(CreateResult::created))
			.expectNext(true)
			.expectComplete()
			.verify(Auth0.TIMEOUT);
		assertThat(wire.requests()).hasSize(3);
	}

	@Test
	void findsTheConnectionOfAnotherProcess() {
		lists(NONE, FOUND);
		creates(409);
		StepVerifier.create(this.creation.createOrFind(acme()).map(CreateResult::created))
			.expectNext(false)
			.expectComplete()
			.verify(Auth0.TIMEOUT);
		assertThat(wire.requests()).hasSize(3);
	}

	@Test
	void failsWhileOneOfThatNameIsBeingDeleted() {
		lists(NONE, NONE);
		creates(409);
		StepVerifier.create(this.creation.createOrFind(acme()))
			.expectError(SsoApiException.Conflict.class)
			.verify(Auth0.TIMEOUT);
		assertThat(wire.requests()).hasSize(3);
	}

	@Test
	void neverCreatesTwice() {
		lists(NONE, NONE);
		creates(502);
		StepVerifier.create(this.creation.createOrFind(acme()))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.OutcomeUnknown.class)
				.hasMessageContaining("list the connections of that name"))
			.verify(Auth0.TIMEOUT);
		assertThat(wire.requests()).hasSize(3);
	}

	@Test
	void requiresAName() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.creation.createOrFind(new NewAuth0Connection()))
			.withMessageContaining("'name'");
		assertThatIllegalArgumentException().isThrownBy(() -> this.creation.createOrFind(null));
		assertThat(wire.requests()).isEmpty();
	}

	private static void lists(String first, String then) {
		wire.server()
			.stubFor(WireMock.get(WireMock.anyUrl())
				.inScenario("list")
				.whenScenarioStateIs(Scenario.STARTED)
				.willSetStateTo("again")
				.willReturn(WireMock.okJson(first)));
		wire.server()
			.stubFor(WireMock.get(WireMock.anyUrl())
				.inScenario("list")
				.whenScenarioStateIs("again")
				.willReturn(WireMock.okJson(then)));
	}

	private static void creates(int status) {
		wire.server()
			.stubFor(WireMock.post(WireMock.anyUrl())
				.willReturn(WireMock.aResponse().withStatus(status).withBody("{\"id\":\"con_1\",\"name\":\"acme\"}")));
	}

	private static NewAuth0Connection acme() {
		return new NewAuth0Connection().name("acme").strategy(ConnectionStrategy.SAMLP);
	}

}
