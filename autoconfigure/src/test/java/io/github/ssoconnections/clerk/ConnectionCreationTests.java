// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;
import java.util.List;

import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.client.ApiClientSettings;
import io.github.ssoconnections.client.ratelimit.RateLimitSettings;
import io.github.ssoconnections.sandbox.Fault;
import io.github.ssoconnections.sandbox.Faults;
import io.github.ssoconnections.sandbox.RecordedRequest;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.netty.http.client.HttpClient;
import reactor.test.StepVerifier;

import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Creations with a vendor that commits and then loses the response.
 */
class ConnectionCreationTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private static final Duration SETTLE = Duration.ofMillis(50);

	private static final String PATH = "/v1/enterprise_connections";

	private static Sandbox sandbox;

	private final ClerkClient client = ClerkClient.create(
			WebClient.builder().clientConnector(new ReactorClientHttpConnector(HttpClient.create().disableRetry(true))),
			ClerkConnectionDetails.of(sandbox.clerkApiKey(), sandbox.clerkBaseUrl()),
			ClerkSettings.defaults()
				.withClient(ApiClientSettings.defaults()
					.withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(20))
					.withRateLimit(RateLimitSettings.disabled())));

	private final EnterpriseConnectionService service = EnterpriseConnectionService.create(this.client);

	private final EnterpriseConnectionCreation creation = EnterpriseConnectionCreation.create(this.service, SETTLE,
			SETTLE.plusMinutes(5));

	@BeforeAll
	static void start() {
		sandbox = Sandbox.start();
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@BeforeEach
	void reset() {
		sandbox.reset();
	}

	@Test
	void createsWhenThereIsNone() {
		StepVerifier.create(this.creation.createOrFind(acme())).assertNext((result) -> {
			assertThat(result.created()).isTrue();
			assertThat(result.value().name()).isEqualTo("Acme");
		}).expectComplete().verify(LIMIT);
		assertThat(posts()).hasSize(1);
	}

	@Test
	void findsByNameAndDomainsInAnyCaseAndOrder() {
		String id = this.service.create(acme()).block(LIMIT).id();
		this.service.create(acme().name("Acme 2")).block(LIMIT);
		this.service.create(acme().domains("acme.example")).block(LIMIT);
		NewEnterpriseConnection same = acme().domains("LABS.acme.example", "ACME.example");
		StepVerifier.create(this.creation.createOrFind(same)).assertNext((result) -> {
			assertThat(result.created()).isFalse();
			assertThat(result.value().id()).isEqualTo(id);
		}).expectComplete().verify(LIMIT);
		assertThat(posts()).hasSize(3);
	}

	@ParameterizedTest
	@ValueSource(strings = { "502", "504", "reset", "truncate", "hang" })
	void findsWhatWasCreatedWhenTheResponseIsLost(String loss) {
		Fault fault = lose(loss, true);
		StepVerifier.create(this.creation.createOrFind(acme())).assertNext((result) -> {
			assertThat(result.created()).isTrue();
			assertThat(result.value().id()).startsWith("ent_");
		}).expectComplete().verify(LIMIT);
		assertThat(fault.fired()).isEqualTo(1);
		assertThat(posts()).hasSize(1);
		assertThat(this.service.list().block(LIMIT).totalCount()).isEqualTo(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "502", "reset" })
	void neverCreatesASecondTimeWhenNothingIsFoundAfterwards(String loss) {
		Fault fault = lose(loss, false);
		StepVerifier.create(this.creation.createOrFind(acme()))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.OutcomeUnknown.class)
				.hasMessageContaining("list the connections and look for its name and domains"))
			.verify(LIMIT);
		assertThat(fault.fired()).isEqualTo(1);
		assertThat(posts()).hasSize(1);
	}

	@Test
	void failsWhenThereAreSeveralAlready() {
		this.service.create(acme()).block(LIMIT);
		this.service.create(acme()).block(LIMIT);
		StepVerifier.create(this.creation.createOrFind(acme()))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.Conflict.class)
				.hasMessageContaining("2 connections"))
			.verify(LIMIT);
		assertThat(posts()).hasSize(2);
	}

	@Test
	void passesRejectionOnWithoutAnotherSearch() {
		StepVerifier.create(this.creation.createOrFind(acme().provider(new ConnectionProvider("carrier_pigeon"))))
			.expectError(SsoApiException.InvalidRequest.class)
			.verify(LIMIT);
		assertThat(sandbox.requests()).hasSize(2);
	}

	@Test
	void requiresNameAndDomains() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.creation.createOrFind(new NewEnterpriseConnection().domains("acme.example")))
			.withMessageContaining("'name'");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.creation.createOrFind(new NewEnterpriseConnection().name("Acme")))
			.withMessageContaining("'domains'");
		assertThatIllegalArgumentException().isThrownBy(() -> this.creation.createOrFind(null));
	}

	@Test
	void doesTheSameForSamlConnections() {
		SamlConnectionService service = SamlConnectionService.create(this.client);
		SamlConnectionCreation creation = SamlConnectionCreation.create(service, SETTLE, SETTLE.plusMinutes(5));
		NewSamlConnection connection = new NewSamlConnection().name("Acme")
			.provider(ConnectionProvider.SAML_OKTA)
			.domains("acme.example");
		Fault fault = sandbox.faults().on("POST", "/v1/saml_connections").times(1).afterCommit().reset();
		SamlConnection created = creation.createOrFind(connection).block(LIMIT).value();
		assertThat(fault.fired()).isEqualTo(1);
		assertThat(creation.createOrFind(connection).block(LIMIT)).isEqualTo(new CreateResult<>(created, false));
		assertThat(posts()).hasSize(1);
	}

	private static Fault lose(String loss, boolean afterCommit) {
		Faults faults = sandbox.faults().on("POST", PATH).times(1);
		faults = afterCommit ? faults.afterCommit() : faults;
		return switch (loss) {
			case "reset" -> faults.reset();
			case "truncate" -> faults.truncate();
			case "hang" -> faults.hang();
			default -> faults.status(Integer.parseInt(loss));
		};
	}

	private static List<RecordedRequest> posts() {
		return sandbox.requests().stream().filter((request) -> request.method().equals("POST")).toList();
	}

	private static NewEnterpriseConnection acme() {
		return new NewEnterpriseConnection().name("Acme")
			.provider(ConnectionProvider.SAML_OKTA)
			.domains("acme.example", "labs.acme.example");
	}

}
