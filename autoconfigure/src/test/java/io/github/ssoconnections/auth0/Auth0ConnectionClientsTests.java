// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Changes of applications in several requests.
 */
class Auth0ConnectionClientsTests {

	@RegisterExtension
	static final Wire wire = Wire.auth0();

	private final Auth0ConnectionClients clients = Auth0ConnectionClients.create(Auth0.client(wire));

	@ParameterizedTest
	@CsvSource({ "1,1", "50,1", "51,2", "100,2", "120,3" })
	void sendsFiftyAtATime(int number, int requests) {
		wire.respondsWith(204, "");
		StepVerifier.create(this.clients.update("con_1", changes(number))).expectComplete().verify(Auth0.TIMEOUT);
		assertThat(wire.requests()).hasSize(requests);
		List<String> sent = wire.requests().stream().flatMap((request) -> {
			assertThat(WireJson.mapper().readTree(request.getBody()).size()).isLessThanOrEqualTo(50);
			return WireJson.mapper()
				.readTree(request.getBody())
				.valueStream()
				.map((change) -> change.get("client_id").stringValue());
		}).toList();
		assertThat(sent).isEqualTo(ids(0, number));
	}

	@Test
	void reportsChangedClientsWhenARequestFails() {
		wire.respondsWith(204, "");
		wire.server()
			.stubFor(WireMock.patch(WireMock.anyUrl())
				.withRequestBody(WireMock.containing("\"client-50\""))
				.willReturn(WireMock.aResponse().withStatus(400).withBody("{\"errorCode\":\"invalid_body\"}")));
		AtomicReference<Throwable> failure = new AtomicReference<>();
		StepVerifier.create(this.clients.update("con_1", changes(120)))
			.consumeErrorWith(failure::set)
			.verify(Auth0.TIMEOUT);
		assertThat(wire.requests()).hasSize(2);
		assertThat(failure.get()).isInstanceOf(SsoApiException.InvalidRequest.class);
		assertThat(PartialClientUpdate.of(failure.get())).hasValueSatisfying((partial) -> {
			assertThat(partial.changed()).isEqualTo(ids(0, 50));
			assertThat(partial.failed()).isEqualTo(ids(50, 100));
			assertThat(partial.notSent()).isEqualTo(ids(100, 120));
			assertThat(partial).hasMessage("50 clients were changed, 50 are in the failed request, 20 were not sent");
		});
		assertThat(PartialClientUpdate.of(new IllegalStateException())).isEmpty();
	}

	@Test
	void rejectsNothingAndNullAtTheCall() {
		assertThatIllegalArgumentException().isThrownBy(() -> this.clients.update("con_1", List.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> this.clients.update("con_1", null));
		assertThatIllegalArgumentException().isThrownBy(() -> ClientChange.enable(" "));
		assertThatIllegalArgumentException().isThrownBy(() -> ClientChange.disable(null));
		assertThat(wire.requests()).isEmpty();
	}

	private static List<ClientChange> changes(int number) {
		return ids(0, number).stream().map(ClientChange::enable).toList();
	}

	private static List<String> ids(int from, int to) {
		return IntStream.range(from, to).mapToObj((i) -> "client-" + i).toList();
	}

}
