// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.testing.RawServer;
import io.github.ssoconnections.testing.RawServer.Connection;
import io.github.ssoconnections.testing.VendorUnderTest;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must never be sent twice, with the retries that every client has by default.
 */
@ParameterizedClass
@EnumSource(VendorUnderTest.class)
class RepetitionTests {

	@Parameter
	VendorUnderTest vendor;

	@RegisterExtension
	static final Wire wire = new Wire();

	@ParameterizedTest
	@MethodSource("changesByStatus")
	void sendsAChangeOnceWhenTheVendorFails(Operation operation, int status) {
		wire.answers(status, "{\"errors\":[{\"code\":\"internal_clerk_error\"}]}");
		assertThat(Calls.failureOf(operation.on(connect(Transport.REACTOR_NETTY, wire.server().baseUrl()))))
			.isExactlyInstanceOf(SsoApiException.OutcomeUnknown.class);
		wire.theRequest();
	}

	static Stream<Arguments> changesByStatus() {
		return Stream.of(500, 502, 503, 504, 520, 599)
			.flatMap((status) -> Stream.of(Operation.CREATE, Operation.PATCH)
				.map((operation) -> Arguments.of(operation, status)));
	}

	@ParameterizedTest
	@MethodSource("changesByFault")
	void sendsAChangeOnceWhenTheConnectionBreaks(Transport transport, Operation operation,
			TransportFaultTests.Fault fault) {
		try (RawServer server = RawServer.playing(fault::play)) {
			assertThat(Calls.failureOf(operation.on(connect(transport, server.address()))))
				.isExactlyInstanceOf(SsoApiException.OutcomeUnknown.class);
			server.awaitFault();
			assertThat(server.requests()).hasSize(1);
		}
	}

	@ParameterizedTest
	@MethodSource("changesByFault")
	void sendsAChangeOnceWhenAUsedConnectionBreaks(Transport transport, Operation operation,
			TransportFaultTests.Fault fault) {
		AtomicInteger requests = new AtomicInteger();
		try (RawServer server = RawServer.playing((connection) -> answerOnce(connection, requests, fault))) {
			VendorUnderTest.Connections service = connect(transport, server.address());
			assertThat(service.get("ent_1").blockOptional(Calls.PATIENCE)).isPresent();
			assertThat(Calls.failureOf(operation.on(service)))
				.isExactlyInstanceOf(SsoApiException.OutcomeUnknown.class);
			server.awaitFault();
			assertThat(server.requests()).hasSize(2);
		}
	}

	private static void answerOnce(Connection connection, AtomicInteger requests, TransportFaultTests.Fault fault)
			throws IOException {
		if (requests.getAndIncrement() == 0) {
			connection.readRequest();
			connection.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
		}
		fault.play(connection);
	}

	static Stream<Arguments> changesByFault() {
		return TransportFaultTests.faults()
			.filter((arguments) -> arguments.get()[1] == Operation.CREATE || arguments.get()[1] == Operation.PATCH);
	}

	@ParameterizedTest
	@MethodSource("changes")
	void sendsAChangeOnceWhenTheAnswerTakesTooLong(Transport transport, Operation operation) {
		try (RawServer server = RawServer.playing(TransportFaultTests.Stall.NO_ANSWER::play)) {
			SsoApiException failure = Calls
				.failureIn(StepVerifier.withVirtualTime(() -> operation.on(connect(transport, server.address())))
					.expectSubscription()
					.then(server::awaitFault)
					.thenAwait(Duration.ofSeconds(30)));
			assertThat(failure).isExactlyInstanceOf(SsoApiException.OutcomeUnknown.class);
			server.awaitHangUp();
			assertThat(server.requests()).hasSize(1);
		}
	}

	static Stream<Arguments> changes() {
		return TransportFaultTests.calls()
			.filter((arguments) -> arguments.get()[1] == Operation.CREATE || arguments.get()[1] == Operation.PATCH);
	}

	@ParameterizedTest
	@ValueSource(ints = { 301, 307, 400, 401, 402, 403, 404, 405, 409, 410, 413, 415, 418, 422 })
	void sendsEverythingOnceWhenTheVendorRefuses(int status) {
		for (Operation operation : Operation.values()) {
			wire.server().resetAll();
			wire.answers(status, "{\"errors\":[{\"code\":\"feature_in_use\"}]}");
			Calls.failureOf(operation.on(connect(Transport.REACTOR_NETTY, wire.server().baseUrl())));
			wire.theRequest();
		}
	}

	@ParameterizedTest
	@EnumSource
	void sendsEverythingOnceWhenASuccessCannotBeRead(Operation operation) {
		wire.answers(200, "<html>");
		operation.on(connect(Transport.REACTOR_NETTY, wire.server().baseUrl())).onErrorComplete().block(Calls.PATIENCE);
		wire.theRequest();
	}

	@ParameterizedTest
	@EnumSource
	void sendsNothingWhenNobodySubscribes(Operation operation) {
		wire.answers(200, "{}");
		operation.on(connect(Transport.REACTOR_NETTY, wire.server().baseUrl()));
		assertThat(wire.requests()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void sendsAnewWhenSubscribedToAgain(Operation operation) {
		wire.answers(200, "{}");
		Mono<?> call = operation.on(connect(Transport.REACTOR_NETTY, wire.server().baseUrl()));
		call.block(Calls.PATIENCE);
		call.block(Calls.PATIENCE);
		assertThat(wire.requests()).hasSize(2)
			.allSatisfy((request) -> assertThat(request.getBodyAsString())
				.isEqualTo(wire.requests().get(0).getBodyAsString()));
	}

	private VendorUnderTest.Connections connect(Transport transport, String server) {
		return this.vendor.connect(transport.builder(), this.vendor.baseUrl(server), ApiClientSettings.defaults());
	}

}
