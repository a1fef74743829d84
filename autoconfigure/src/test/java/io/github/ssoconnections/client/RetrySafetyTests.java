// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.client.ratelimit.RateLimitSettings;
import io.github.ssoconnections.testing.RawServer;
import io.github.ssoconnections.testing.VendorUnderTest;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What must never be sent twice, with the retries that every client has by default.
 */
@Tag("blockhound")
@ParameterizedClass
@EnumSource(VendorUnderTest.class)
class RetrySafetyTests {

	@Parameter
	VendorUnderTest vendor;

	@RegisterExtension
	static final Wire wire = new Wire();

	@ParameterizedTest
	@EnumSource(names = { "CREATE", "PATCH" })
	void sendsAChangeOnceWhenTheVendorFails(Operation operation) {
		wire.respondsWith(503, "{\"errors\":[{\"code\":\"internal_clerk_error\"}]}");
		assertThat(Calls.failureOf(operation.on(connect(wire.server().baseUrl()))))
			.isExactlyInstanceOf(SsoApiException.OutcomeUnknown.class);
		wire.theRequest();
	}

	@ParameterizedTest
	@EnumSource(names = { "CREATE", "PATCH" })
	void sendsAChangeOnceWhenTheConnectionBreaks(Operation operation) {
		try (RawServer server = RawServer.playing(TransportFaultTests.Fault.RESET_BEFORE_ANSWER::play)) {
			assertThat(Calls.failureOf(operation.on(connect(server.address()))))
				.isExactlyInstanceOf(SsoApiException.OutcomeUnknown.class)
				.hasMessageStartingWith(
						this.vendor.vendor() + " " + operation.at(this.vendor) + ": connection failed: ");
			server.awaitFault();
			assertThat(server.requests()).hasSize(1);
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 307, 401, 404, 409, 422 })
	void sendsEverythingOnceWhenTheVendorRejects(int status) {
		for (Operation operation : Operation.values()) {
			wire.server().resetAll();
			wire.respondsWith(status, "{\"errors\":[{\"code\":\"feature_in_use\"}]}");
			Calls.failureOf(operation.on(connect(wire.server().baseUrl())));
			wire.theRequest();
		}
	}

	@ParameterizedTest
	@EnumSource
	void sendsEverythingOnceWhenASuccessCannotBeRead(Operation operation) {
		wire.respondsWith(200, "<html>");
		operation.on(connect(wire.server().baseUrl())).onErrorComplete().block(Calls.PATIENCE);
		wire.theRequest();
	}

	@ParameterizedTest
	@EnumSource
	void sendsNothingWhenNobodySubscribes(Operation operation) {
		wire.respondsWith(200, "{\"id\":\"id_1\"}");
		operation.on(connect(wire.server().baseUrl()));
		assertThat(wire.requests()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void sendsAnewWhenSubscribedToAgain(Operation operation) {
		wire.respondsWith(200, "{\"id\":\"id_1\"}");
		Mono<?> call = operation.on(connect(wire.server().baseUrl()));
		call.block(Calls.PATIENCE);
		call.block(Calls.PATIENCE);
		assertThat(wire.requests()).hasSize(2)
			.allSatisfy((request) -> assertThat(request.getBodyAsString())
				.isEqualTo(wire.requests().get(0).getBodyAsString()));
	}

	private VendorUnderTest.Connections connect(String server) {
		return this.vendor.connect(Transport.builder(), this.vendor.baseUrl(server),
				ApiClientSettings.defaults().withRateLimit(RateLimitSettings.disabled()));
	}

}
