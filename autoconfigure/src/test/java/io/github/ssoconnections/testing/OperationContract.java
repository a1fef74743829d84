// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.testing;

import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.client.ApiClient;
import io.github.ssoconnections.client.ApiClientListener;
import io.github.ssoconnections.client.ApiObservation;
import io.micrometer.observation.Observation;
import io.micrometer.observation.tck.TestObservationRegistry;
import io.micrometer.observation.tck.TestObservationRegistryAssert;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Contract of every operation of every service, for all vendors.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class OperationContract {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	/** Operations that start something, and change no connection. */
	private static final Set<String> CHANGES_NOTHING = Set.of("enterprise_connections.create_test_run",
			"directory_synchronizations.create");

	/** Resources beside connections: their changes are no change of a connection. */
	private static final Set<String> BESIDE_CONNECTIONS = Set.of("organizations", "organization_domains",
			"organization_connections", "directories", "group_role_mappings", "self_service_profiles",
			"self_service_texts", "self_service_tickets", "discovery_domains");

	@RegisterExtension
	protected final Wire wire;

	private final String vendor;

	private final String id;

	/**
	 * Create a contract.
	 * @param id an id out of every character that the vendor's ids may have
	 */
	protected OperationContract(Wire wire, String vendor, String id) {
		this.wire = wire;
		this.vendor = vendor;
		this.id = id;
	}

	/**
	 * Return the operations, by service in the order of {@link #services()}.
	 */
	protected abstract Stream<? extends WireOperation> operations();

	/**
	 * Return how the vendor says that something is not allowed.
	 */
	protected abstract String rejection();

	protected Stream<? extends WireOperation> withId() {
		return operations().filter((operation) -> operation.signature().contains("String"));
	}

	protected Stream<? extends WireOperation> withResponse() {
		return operations().filter((operation) -> operation.response() != null);
	}

	@ParameterizedTest
	@MethodSource("operations")
	void sendsExactlyThisRequest(WireOperation operation) {
		succeeds(operation, 200);
		received(operation, this.id);
	}

	@ParameterizedTest
	@MethodSource("operations")
	void takesEveryStatusOfSuccess(WireOperation operation) {
		for (int status : new int[] { 200, 201, 202, 203 }) {
			succeeds(operation, status);
		}
	}

	@ParameterizedTest
	@MethodSource("operations")
	void sendsNothingBeforeTheSubscription(WireOperation operation) {
		assertThat(operation.call(this.wire, "id")).isNotNull();
		assertThat(this.wire.requests()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("operations")
	void sendsTheSameRequestAgainForEverySubscription(WireOperation operation) {
		this.wire.respondsWith(200, respond(operation));
		Publisher<?> result = operation.call(this.wire, "id");
		completes(Flux.concat(result, result));
		List<LoggedRequest> requests = this.wire.requests();
		assertThat(requests).hasSize(2);
		requests.forEach(
				(request) -> this.wire.received(request, operation.method(), operation.url("id"), operation.body()));
	}

	@ParameterizedTest
	@MethodSource("operations")
	void reportsAFailureUnderTheNameOfTheOperation(WireOperation operation) {
		this.wire.respondsWith(403, rejection());
		StepVerifier.create(operation.call(this.wire, "id")).expectErrorSatisfies((failure) -> {
			assertThat(failure).isInstanceOf(SsoApiException.Forbidden.class);
			SsoApiException exception = (SsoApiException) failure;
			assertThat(exception.vendor()).isEqualTo(this.vendor);
			assertThat(exception.operation()).isEqualTo(operation.operation());
			assertThat(exception.code()).isEqualTo("not_allowed");
		}).verify(TIMEOUT);
	}

	@ParameterizedTest
	@MethodSource("operations")
	void isObservedOnceWithItsAttemptBelowItUnderTheTemplateOfItsPath(WireOperation operation) {
		TestObservationRegistry observations = TestObservationRegistry.create();
		this.wire.observe(new ApiClient.Instruments(observations, ApiClientListener.NONE));
		succeeds(operation, 200);
		assertObserved(observations, operation, "success", "none");
		observations.clear();
		this.wire.respondsWith(403, rejection());
		StepVerifier.create(operation.call(this.wire, this.id)).expectError().verify(TIMEOUT);
		assertObserved(observations, operation, "failure", "Forbidden");
	}

	private void assertObserved(TestObservationRegistry observations, WireOperation operation, String outcome,
			String exception) {
		TestObservationRegistryAssert.assertThat(observations)
			.hasNumberOfObservationsEqualTo(2)
			.hasObservationWithNameEqualTo(ApiObservation.OPERATION_NAME)
			.that()
			.hasBeenStopped()
			.hasLowCardinalityKeyValue("vendor", this.vendor)
			.hasLowCardinalityKeyValue("operation", operation.operation())
			.hasLowCardinalityKeyValue("outcome", outcome)
			.hasLowCardinalityKeyValue("exception", exception);
		TestObservationRegistryAssert.assertThat(observations)
			.hasObservationWithNameEqualTo("http.client.requests")
			.that()
			.hasParentObservationContextMatching(
					(parent) -> ApiObservation.OPERATION_NAME.equals(((Observation.Context) parent).getName()))
			.satisfies((attempt) -> {
				String template = attempt.getLowCardinalityKeyValue("uri").getValue();
				assertThat(operation.url("1").split("\\?")[0]).matches(template.replaceAll("\\{\\w+}", "[^/]+"));
				assertThat(template).doesNotContain(this.id, "tok_1", "?");
			});
	}

	@ParameterizedTest
	@MethodSource("operations")
	void reportsAChangeOnceAndOfNoValue(WireOperation operation) {
		List<ConnectionChanged> heard = this.wire.hearChanges();
		succeeds(operation, 200);
		if (operation.method().equals("GET") || CHANGES_NOTHING.contains(operation.operation())
				|| BESIDE_CONNECTIONS.contains(resource(operation))) {
			assertThat(heard).isEmpty();
			return;
		}
		assertThat(heard).singleElement().satisfies((change) -> {
			assertThat(change.vendor()).isEqualTo(this.vendor);
			assertThat(change.operation()).isEqualTo(operation.operation());
			assertThat(change.connectionId()).isEqualTo(changedId(operation));
			assertThat(change.changedFields().stream().map((field) -> field.split("\\.")[0]).distinct())
				.containsExactlyElementsOf(fields(operation));
			assertThat(change.toString()).doesNotContain("acme", "Acm", "://", "@");
		});
	}

	private static Collection<String> fields(WireOperation operation) {
		Set<String> fields = new LinkedHashSet<>();
		JsonNode body = JsonMapper.shared().readTree(operation.body());
		(body.isArray() ? body : List.of(body)).forEach((object) -> fields.addAll(object.propertyNames()));
		return fields;
	}

	private static String resource(WireOperation operation) {
		return operation.operation().substring(0, operation.operation().indexOf('.'));
	}

	@ParameterizedTest
	@MethodSource("withResponse")
	void failsWhenTheResponseIsNullOrEmpty(WireOperation operation) {
		for (String body : new String[] { "", "null", "\"text\"", operation.response().startsWith("[") ? "{}" : "1" }) {
			this.wire.respondsWith(200, body);
			StepVerifier.create(operation.call(this.wire, "id"))
				.expectError(SsoApiException.MalformedResponse.class)
				.verify(TIMEOUT);
		}
	}

	@Test
	void everyMethodWithAnIdIsTestedForIds() {
		assertThat(withId().map((operation) -> operation.url("{}")))
			.allSatisfy((url) -> assertThat(url).contains("{}"));
	}

	@ParameterizedTest
	@MethodSource("withId")
	void rejectsAnIdThatCannotBeOneAtTheCall(WireOperation operation) {
		String[] ids = { null, "", " ", ".", "..", "../users", "ent_1/../users", "a/b", "a\\b", "/", "%2e%2e", "a%2Fb",
				"a?b=c", "a#b", "a;b", "a&b", "a=b", "a b", "a+b", "a:b", "{id}", "a\nb", "ent_1\n", "a\r\nX: y", "\0",
				"a\tb", "\u007f", "é", "ent_\u0661", "\uff0e\uff0e", "\ud83d\ude00", "\u2024", "a".repeat(129) };
		for (String id : ids) {
			assertThatIllegalArgumentException().as("id '%s'", id)
				.isThrownBy(() -> operation.call(this.wire, id))
				.isExactlyInstanceOf(InvalidArgumentException.class)
				.withMessageContaining("'id' must be 1 to 128 characters");
		}
		assertThat(this.wire.requests()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("withId")
	void doesNotQuoteARejectedId(WireOperation operation) {
		assertThatIllegalArgumentException().isThrownBy(() -> operation.call(this.wire, "sk_live_key/"))
			.withMessageNotContaining("sk_live_key");
	}

	@ParameterizedTest
	@MethodSource("withId")
	void takesTheLongestAndTheShortestId(WireOperation operation) {
		for (String id : new String[] { "-", "a".repeat(128) }) {
			this.wire.respondsWith(200, respond(operation));
			completes(operation.call(this.wire, id));
			received(operation, id);
			this.wire.server().resetRequests();
		}
	}

	// That of the response, else that of the request
	private @Nullable String changedId(WireOperation operation) {
		String requested = operation.url("{}").contains("{}") ? this.id : null;
		return JsonMapper.shared().readTree(respond(operation)).path("id").asString(requested);
	}

	private void succeeds(WireOperation operation, int status) {
		this.wire.respondsWith(status, respond(operation));
		completes(operation.call(this.wire, this.id));
	}

	private static void completes(Publisher<?> call) {
		StepVerifier.create(call).thenConsumeWhile((item) -> true).expectComplete().verify(TIMEOUT);
	}

	private void received(WireOperation operation, String id) {
		this.wire.received(operation.method(), operation.url(id.replace("|", "%7C")), operation.body());
	}

	private static String respond(WireOperation operation) {
		return (operation.response() != null) ? operation.response() : "";
	}

}
