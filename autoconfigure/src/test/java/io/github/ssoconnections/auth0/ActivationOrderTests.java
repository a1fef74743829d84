// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.activation.ActivationPlan;
import io.github.ssoconnections.auth0.activation.Auth0ConnectionActivation;
import io.github.ssoconnections.auth0.activation.PartialActivation;
import io.github.ssoconnections.auth0.organization.Auth0Organizations;
import io.github.ssoconnections.auth0.organization.NewOrganization;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Auth0ConnectionActivation}: what happens during its steps.
 */
class ActivationOrderTests {

	private final Sandbox sandbox = Sandbox.start();

	private final AtomicReference<Supplier<Mono<?>>> duringDeletion = new AtomicReference<>(Mono::empty);

	private Auth0Client client;

	private Auth0ConnectionActivation activation;

	private ActivationPlan plan;

	private String connection;

	@BeforeEach
	void activate() {
		WebClient.Builder builder = WebClient.builder()
			.filter((request, next) -> (request.method() == HttpMethod.DELETE)
					? this.duringDeletion.getAndSet(Mono::empty).get().then(next.exchange(request))
					: next.exchange(request));
		this.client = Auth0.client(builder, this.sandbox.auth0().baseUrl(), this.sandbox.auth0().token());
		this.activation = Auth0ConnectionActivation.create(this.client);
		this.sandbox.auth0().clients("app", "other");
		String organization = Auth0
			.result(Auth0Organizations.create(this.client).create(new NewOrganization().name("acme")))
			.id();
		this.plan = ActivationPlan.of("app", organization);
		this.connection = Auth0
			.result(this.activation.create(new NewAuth0Connection().name("acme").strategy(ConnectionStrategy.SAMLP),
					this.plan))
			.value()
			.id();
		Auth0.result(this.activation.activate(this.connection));
	}

	@AfterEach
	void close() {
		this.sandbox.close();
	}

	private Map<String, String> metadata() {
		return Auth0.result(Auth0ConnectionService.create(this.client).get(this.connection)).metadata();
	}

	@Test
	void keepsMetadataThatIsWrittenMeanwhile() {
		Auth0ConnectionService connections = Auth0ConnectionService.create(this.client);
		this.duringDeletion.set(() -> connections.get(this.connection).flatMap((current) -> {
			Map<String, String> metadata = new LinkedHashMap<>(current.metadata());
			metadata.put("crm", "7");
			return connections.update(this.connection, new Auth0ConnectionPatch().metadata(metadata));
		}));
		Auth0.result(this.activation.deactivate(this.connection));
		assertThat(metadata()).containsEntry("crm", "7")
			.containsEntry(Auth0ConnectionActivation.METADATA_KEY,
					"v1 m=1 c=app o=" + this.plan.organizationIds().get(0));
	}

	@Test
	void serializesAmongAllInstancesOfAClient() {
		ActivationPlan more = ActivationPlan.of(List.of("app", "other"), this.plan.organizationIds());
		AtomicReference<Mono<Auth0Connection>> planned = new AtomicReference<>();
		this.duringDeletion.set(() -> {
			Mono<Auth0Connection> other = Auth0ConnectionActivation.create(this.client)
				.setPlan(this.connection, more)
				.cache();
			other.subscribe();
			planned.set(other);
			return Mono.empty();
		});
		Auth0.result(this.activation.deactivate(this.connection));
		Auth0.result(planned.get());
		assertThat(metadata()).containsEntry(Auth0ConnectionActivation.METADATA_KEY,
				"v1 m=1 c=app,other o=" + this.plan.organizationIds().get(0));
	}

	@Test
	void reportsTheStepsOfTheConnectionWhenTwoHaveTheSameFailure() {
		String second = Auth0
			.result(this.activation.create(new NewAuth0Connection().name("second").strategy(ConnectionStrategy.SAMLP),
					this.plan))
			.value()
			.id();
		SsoApiException failure = new SsoApiException.Unavailable(new SsoApiException.Details(this.client.account(),
				"oauth.token", null, "shared", List.of(), null, null, true, null));
		Auth0ConnectionActivation failing = Auth0ConnectionActivation
			.create(Auth0.client(
					WebClient.builder()
						.filter((request, next) -> request.url().getPath().endsWith("/clients") ? Mono.error(failure)
								: next.exchange(request)),
					this.sandbox.auth0().baseUrl(), this.sandbox.auth0().token()));
		for (String id : List.of(this.connection, second)) {
			StepVerifier.create(failing.activate(id)).expectErrorSatisfies((reported) -> {
				assertThat(reported).isSameAs(failure);
				assertThat(PartialActivation.of(reported, id))
					.hasValueSatisfying((partial) -> assertThat(partial.connectionId()).isEqualTo(id));
			}).verify(Auth0.TIMEOUT);
		}
	}

	@Test
	void setsOnePropertyOfTheMetadata() {
		Auth0Connection updated = Auth0
			.result(Auth0ConnectionService.create(this.client).setMetadata(this.connection, "crm", "7"));
		assertThat(updated.metadata()).containsEntry("crm", "7")
			.containsKey(Auth0ConnectionActivation.METADATA_KEY)
			.isEqualTo(metadata());
	}

}
