// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import io.github.ssoconnections.SsoApiException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.test.StepVerifier;

import org.springframework.http.HttpMethod;
import org.springframework.mock.http.client.reactive.MockClientHttpRequest;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ExchangeStrategies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Operations whose result depends on the status, and bodies that are arrays.
 */
class StatusResponseTests {

	private static final ApiOperation<String> PING = ApiOperation.ofStatus("things.ping", HttpMethod.GET,
			"/things/{id}", Effect.READ, (status) -> switch (status) {
				case 200 -> Optional.of("on");
				case 404 -> Optional.of("off");
				default -> Optional.empty();
			});

	private final Upstream upstream = new Upstream();

	@ParameterizedTest
	@CsvSource({ "200,'',on", "200,not json,on", "404,{},off" })
	void respondsByStatusWhateverTheBody(int status, String body, String response) {
		this.upstream.respondsWith((request) -> Upstream.status(status, body));
		StepVerifier.create(this.upstream.client().execute(PING.call("1")))
			.expectNext(response)
			.expectComplete()
			.verify(Calls.PATIENCE);
		assertThat(this.upstream.count()).isEqualTo(1);
	}

	@ParameterizedTest
	@CsvSource({ "400,InvalidRequest", "403,Forbidden", "204,MalformedResponse" })
	void failsWhereTheStatusIsNoResponse(int status, String failure) {
		this.upstream.respondsWith((request) -> Upstream.status(status, ""));
		StepVerifier.create(this.upstream.client().execute(PING.call("1")))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(SsoApiException.class)
				.extracting((thrown) -> thrown.getClass().getSimpleName())
				.isEqualTo(failure))
			.verify(Calls.PATIENCE);
	}

	@Test
	void sendsAnArray() {
		AtomicReference<String> sent = new AtomicReference<>();
		this.upstream.respondsWith((request) -> {
			sent.set(body(request));
			return Upstream.status(200, "{}");
		});
		List<Upstream.Body> items = List.of(new Upstream.Body().set("a", 1), new Upstream.Body().set("b", null));
		StepVerifier.create(this.upstream.client().execute(Upstream.PATCH.call("1").body(items)))
			.expectNextCount(1)
			.expectComplete()
			.verify(Calls.PATIENCE);
		assertThat(sent).hasValue("[{\"a\":1},{\"b\":null}]");
	}

	@Test
	void namesTheFieldsOfAnArrayOnce() {
		SerializedBody body = SerializedBody
			.ofArray(List.of(new Upstream.Body().set("a", 1).set("b", 1), new Upstream.Body().set("a", 2)));
		assertThat(body.fields()).containsExactly("a", "b");
	}

	@Test
	void rejectsAnArrayWithoutItems() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Upstream.PATCH.call("1").body((List<Upstream.Body>) null));
	}

	private static String body(ClientRequest request) {
		MockClientHttpRequest message = new MockClientHttpRequest(request.method(), request.url());
		request.writeTo(message, ExchangeStrategies.withDefaults()).block(Calls.PATIENCE);
		return message.getBodyAsString().block(Calls.PATIENCE);
	}

}
