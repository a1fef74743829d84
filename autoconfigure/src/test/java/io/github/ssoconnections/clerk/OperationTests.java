// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.stream.Stream;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What holds for every operation of both services.
 */
class OperationTests {

	@RegisterExtension
	static final Wire wire = new Wire();

	@ParameterizedTest
	@ValueSource(classes = { EnterpriseConnectionService.class, SamlConnectionService.class })
	void everyMethodIsTested(Class<?> service) {
		assertThat(Operation.of(service).map(Operation::signature))
			.containsExactlyInAnyOrderElementsOf(Operation.signatures(service));
	}

	@ParameterizedTest
	@EnumSource
	void sendsExactlyThisRequest(Operation operation) {
		wire.answers(200, operation.answer());
		StepVerifier.create(operation.call(Clerk.client(wire), "aZ_09-"))
			.thenConsumeWhile((item) -> true)
			.expectComplete()
			.verify(Clerk.TIMEOUT);
		wire.received(operation.method(), operation.url("aZ_09-"), operation.body());
	}

	@ParameterizedTest
	@EnumSource
	void sendsTheConfiguredVersion(Operation operation) {
		wire.answers(200, operation.answer());
		ClerkClient client = Clerk.client(wire, ClerkSettings.defaults().withApiVersion("2031-01-02"));
		StepVerifier.create(operation.call(client, "id"))
			.thenConsumeWhile((item) -> true)
			.expectComplete()
			.verify(Clerk.TIMEOUT);
		assertThat(wire.theRequest().getHeader("Clerk-API-Version")).isEqualTo("2031-01-02");
	}

	@ParameterizedTest
	@EnumSource
	void takesEveryStatusOfSuccess(Operation operation) {
		for (int status : new int[] { 200, 201, 202, 203 }) {
			wire.answers(status, operation.answer());
			StepVerifier.create(operation.call(Clerk.client(wire), "id"))
				.thenConsumeWhile((item) -> true)
				.expectComplete()
				.verify(Clerk.TIMEOUT);
		}
	}

	@ParameterizedTest
	@EnumSource
	void sendsNothingBeforeTheSubscription(Operation operation) {
		wire.answers(200, operation.answer());
		Publisher<?> result = operation.call(Clerk.client(wire), "id");
		assertThat(wire.requests()).isEmpty();
		assertThat(result).isNotNull();
	}

	@ParameterizedTest
	@EnumSource
	void sendsTheSameRequestAgainForEverySubscription(Operation operation) {
		wire.answers(200, operation.answer());
		Publisher<?> result = operation.call(Clerk.client(wire), "id");
		StepVerifier.create(Flux.concat(result, result))
			.thenConsumeWhile((item) -> true)
			.expectComplete()
			.verify(Clerk.TIMEOUT);
		assertThat(wire.requests()).hasSize(2).allSatisfy((request) -> {
			assertThat(request.getMethod().getName()).isEqualTo(operation.method());
			assertThat(request.getUrl()).isEqualTo("/v1" + operation.url("id"));
			assertThat(request.getBodyAsString()).isEqualTo(operation.body());
		});
	}

	@ParameterizedTest
	@EnumSource
	void reportsAFailureUnderTheNameOfTheOperation(Operation operation) {
		wire.answers(404, "{\"errors\":[{\"code\":\"resource_not_found\"}]}");
		StepVerifier.create(operation.call(Clerk.client(wire), "id")).expectErrorSatisfies((failure) -> {
			assertThat(failure).isInstanceOf(SsoApiException.NotFound.class);
			SsoApiException exception = (SsoApiException) failure;
			assertThat(exception.vendor()).isEqualTo("clerk");
			assertThat(exception.operation()).isEqualTo(operation.operation());
			assertThat(exception.code()).isEqualTo("resource_not_found");
		}).verify(Clerk.TIMEOUT);
	}

	@ParameterizedTest
	@EnumSource
	void failsWhenTheAnswerIsNullOrEmpty(Operation operation) {
		for (String body : new String[] { "", "null", "[]", "\"text\"" }) {
			wire.answers(200, body);
			StepVerifier.create(operation.call(Clerk.client(wire), "id"))
				.expectError(SsoApiException.MalformedResponse.class)
				.verify(Clerk.TIMEOUT);
		}
	}

	static Stream<Operation> withId() {
		return Operation.withId();
	}

	@Test
	void everyMethodWithAnIdIsTestedForIds() {
		assertThat(withId()).containsExactlyElementsOf(
				Stream.of(Operation.values()).filter((operation) -> operation.signature().contains("String")).toList());
	}

	@ParameterizedTest
	@MethodSource("withId")
	void refusesAnIdThatCannotBeOneAtTheCall(Operation operation) {
		ClerkClient client = Clerk.client(wire);
		wire.answers(200, operation.answer());
		String[] ids = { null, "", " ", ".", "..", "../users", "ent_1/../users", "a/b", "a\\b", "/", "%2e%2e", "a%2Fb",
				"a?b=c", "a#b", "a;b", "a&b", "a=b", "a b", "a+b", "a:b", "{id}", "a\nb", "ent_1\n", "a\r\nX: y", "\0",
				"a\tb", "\u007f", "é", "ent_\u0661", "\uff0e\uff0e", "\ud83d\ude00", "\u2024", "a".repeat(129) };
		for (String id : ids) {
			assertThatIllegalArgumentException().as("id '%s'", id)
				.isThrownBy(() -> operation.call(client, id))
				.withMessageContaining("'id' must be 1 to 128 characters");
		}
		assertThat(wire.requests()).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("withId")
	void doesNotRepeatARefusedId(Operation operation) {
		assertThatIllegalArgumentException().isThrownBy(() -> operation.call(Clerk.client(wire), "sk_live_key/"))
			.withMessageNotContaining("sk_live_key");
	}

	@ParameterizedTest
	@MethodSource("withId")
	void takesTheLongestAndTheShortestId(Operation operation) {
		for (String id : new String[] { "-", "a".repeat(128) }) {
			wire.answers(200, operation.answer());
			StepVerifier.create(operation.call(Clerk.client(wire), id))
				.thenConsumeWhile((item) -> true)
				.expectComplete()
				.verify(Clerk.TIMEOUT);
			wire.received(operation.method(), operation.url(id), operation.body());
			wire.server().resetRequests();
		}
	}

}
