// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.stream.Stream;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.testing.RawServer;
import io.github.ssoconnections.testing.VendorUnderTest;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

@ParameterizedClass
@EnumSource(VendorUnderTest.class)
class RedirectTests {

	@Parameter
	VendorUnderTest vendor;

	@ParameterizedTest
	@MethodSource("redirects")
	void doesNotFollow(Operation operation, int status) {
		try (RawServer elsewhere = RawServer
			.responding(RawServer.respond(200, "application/json", new byte[] { '{', '}' }));
				RawServer server = RawServer.playing((connection) -> {
					connection.readRequest();
					connection.write("HTTP/1.1 " + status + " Moved\r\nLocation: " + elsewhere.baseUrl()
							+ "/enterprise_connections?token=from-the-location\r\nContent-Length: 0\r\n\r\n");
				})) {
			SsoApiException failure = Calls.failureOf(operation
				.on(this.vendor.connect(Transport.builder(), this.vendor.baseUrl(server.address()), Calls.once())));
			assertThat(failure).isExactlyInstanceOf(SsoApiException.MalformedResponse.class)
				.hasMessage(this.vendor.vendor() + " " + operation.at(this.vendor) + ": " + status
						+ " redirects are not followed");
			assertThat(failure.status()).isEqualTo(status);
			assertThat(server.requests()).singleElement()
				.asString()
				.containsIgnoringCase("authorization: bearer " + Calls.KEY);
			assertThat(elsewhere.requests()).isEmpty();
		}
	}

	static Stream<Arguments> redirects() {
		return Stream.of(Operation.values())
			.flatMap(
					(operation) -> Stream.of(301, 302, 303, 307, 308).map((status) -> Arguments.of(operation, status)));
	}

}
