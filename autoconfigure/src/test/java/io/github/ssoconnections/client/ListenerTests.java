// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.client.ratelimit.RateLimit;
import io.github.ssoconnections.testing.VirtualTime;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What listeners hear, and that they cannot do harm.
 */
@ExtendWith(OutputCaptureExtension.class)
class ListenerTests {

	private static final Duration LIMIT = Duration.ofDays(1);

	private static final ApiOperation<Map<String, Object>> CHANGING = Upstream.PATCH.changing((response) -> Change
		.to((String) response.get("id"), (String) response.get("name"), List.of("after"), response));

	private final VirtualTime time = new VirtualTime();

	private final Upstream upstream = new Upstream(this.time);

	private final Recorder recorder = new Recorder();

	@Test
	void isNotifiedOfEachRetry() {
		this.upstream.respondsWith(503);
		verifyFailure(client(this.recorder).execute(Upstream.READ.call("1")));
		assertThat(this.recorder.heard).containsExactly("repeat stub things.read Unavailable",
				"repeat stub things.read Unavailable");
	}

	@Test
	void isNotifiedOfWaitAndHowLongItWas() {
		this.upstream.allows(new RateLimit(10, Duration.ofSeconds(10), 1));
		ApiClient client = client(this.recorder);
		StepVerifier.create(client.execute(Upstream.READ.call("1")).then(client.execute(Upstream.READ.call("2"))))
			.then(this.time.passes(Duration.ofMinutes(1)))
			.expectNextCount(1)
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.recorder.heard).hasSize(1).first().asString().startsWith("wait stub things.read PT1.");
	}

	@Test
	void isNotifiedOfChangeOnceWhenAttemptsAreSeveral() {
		AtomicInteger attempts = new AtomicInteger();
		this.upstream.respondsWith((request) -> Upstream.status((attempts.incrementAndGet() < 3) ? 429 : 200, "{}"));
		ApiCall<?> call = CHANGING.call("1")
			.body(new Upstream.Body().set("name", "Acme")
				.set("saml",
						new Upstream.Body().set("idp_metadata_url", "https://idp").set("none", new Upstream.Body()))
				.set("free", Map.of("customer@acme.com", 1)));
		Instant before = Instant.now();
		StepVerifier.create(client(this.recorder).execute(call).contextWrite(Change.replacing(List.of("before"))))
			.then(this.time.passes(Duration.ofMinutes(5)))
			.expectNextCount(1)
			.expectComplete()
			.verify(LIMIT);
		assertThat(attempts).hasValue(3);
		assertThat(this.recorder.changes).hasSize(1);
		ConnectionChanged change = this.recorder.changes.get(0);
		assertThat(change.at()).isBetween(before, Instant.now());
		assertThat(change).isEqualTo(new ConnectionChanged("stub", Account.DEFAULT, ConnectionChanged.Kind.UPDATED,
				ConnectionChanged.Origin.OPERATION, "things.patch", "1", null,
				List.of("name", "saml.idp_metadata_url", "saml.none", "free"), List.of("before"), List.of("after"),
				null, change.at()));
	}

	@Test
	void passesOnAChangeThatADecoratorForwards() {
		ApiClientListener all = ApiClientListener.all(List.of(this.recorder));
		all.onChange(new ConnectionChanged("stub", Account.DEFAULT, ConnectionChanged.Kind.UPDATED,
				ConnectionChanged.Origin.OPERATION, "things.patch", "1", null, List.of(), null, null, null,
				Instant.EPOCH));
		assertThat(this.recorder.changes).hasSize(1);
	}

	@Test
	void isNotifiedOfIdInResponseAndOfNothingThatWasNotRead() {
		this.upstream.respondsWith((request) -> Upstream.status(200, "{\"id\":\"2\"}"));
		StepVerifier.create(client(this.recorder).execute(CHANGING.call("1")))
			.expectNextCount(1)
			.expectComplete()
			.verify(Calls.PATIENCE);
		assertThat(this.recorder.changes).singleElement().satisfies((change) -> {
			assertThat(change.connectionId()).isEqualTo("2");
			assertThat(change.changedFields()).isEmpty();
			assertThat(change.certificatesBefore()).isNull();
		});
	}

	@Test
	void isNotifiedOfNoChangeWhenItFailed() {
		this.upstream.respondsWith(422);
		verifyFailure(client(this.recorder).execute(CHANGING.call("1").body(new Upstream.Body())));
		assertThat(this.recorder.changes).isEmpty();
	}

	@Test
	void isNotifiedOfNoChangeWhenOperationMakesNone() {
		StepVerifier.create(client(this.recorder).execute(Upstream.CREATE.call("1")))
			.expectNextCount(1)
			.expectComplete()
			.verify(Calls.PATIENCE);
		assertThat(this.recorder.changes).isEmpty();
	}

	@Test
	void isNotifiedOfFieldsAsTheyWereWhenTheCallWasMade() {
		Upstream.Body body = new Upstream.Body().set("name", "Acme");
		Mono<?> call = client(this.recorder).execute(CHANGING.call("1").body(body));
		body.set("later", true);
		StepVerifier.create(call).expectNextCount(1).expectComplete().verify(Calls.PATIENCE);
		assertThat(this.recorder.changes.get(0).changedFields()).containsExactly("name");
	}

	@Test
	void failsNoCallAndLogsOnceWhenListenerThrows(CapturedOutput output) {
		this.upstream.respondsWith((request) -> Upstream.status((this.upstream.count() % 2 == 1) ? 429 : 200, "{}"));
		ApiClient client = client(ApiClientListener.all(List.of(new Broken(), this.recorder)));
		StepVerifier.create(Flux.range(0, 3).concatMap((i) -> client.execute(CHANGING.call("1"))))
			.then(this.time.passes(Duration.ofMinutes(5)))
			.expectNextCount(3)
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.recorder.changes).hasSize(3);
		assertThat(this.recorder.heard).filteredOn((heard) -> heard.startsWith("repeat")).hasSize(3);
		assertThat(output.getAll().split("The call is not affected", -1)).hasSize(2);
		assertThat(output).contains(Broken.class.getName());
	}

	@Test
	void doesNotFailCallWhenChangeCannotBeExtracted() {
		ApiOperation<Map<String, Object>> odd = Upstream.PATCH.changing((response) -> {
			throw new IllegalStateException("odd");
		});
		StepVerifier.create(client(this.recorder).execute(odd.call("1")))
			.expectNextCount(1)
			.expectComplete()
			.verify(Calls.PATIENCE);
		assertThat(this.recorder.changes).isEmpty();
	}

	private ApiClient client(ApiClientListener listener) {
		return this.upstream.client(ApiClientSettings.defaults(),
				new ApiClient.Instruments(ObservationRegistry.NOOP, listener));
	}

	private void verifyFailure(Mono<?> call) {
		StepVerifier.create(call)
			.then(this.time.passes(Duration.ofMinutes(5)))
			.expectError(SsoApiException.class)
			.verify(LIMIT);
	}

	private static final class Recorder implements ApiClientListener {

		private final List<String> heard = new ArrayList<>();

		private final List<ConnectionChanged> changes = new ArrayList<>();

		@Override
		public void onRetry(Account account, String operation, SsoApiException failure) {
			this.heard.add("repeat " + account + " " + operation + " " + failure.getClass().getSimpleName());
		}

		@Override
		public void onWait(Account account, String operation, Duration waited) {
			this.heard.add("wait " + account + " " + operation + " " + waited);
		}

		@Override
		public void onChange(ConnectionChanged change) {
			this.changes.add(change);
		}

	}

	private static final class Broken implements ApiClientListener {

		@Override
		public void onRetry(Account account, String operation, SsoApiException failure) {
			throw new IllegalStateException("broken");
		}

		@Override
		public void onWait(Account account, String operation, Duration waited) {
			throw new LinkageError("broken, too");
		}

		@Override
		public void onChange(ConnectionChanged change) {
			throw new AssertionError("broken as well");
		}

	}

}
