// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What an {@link Auth0EventStream} does about the failures that the vendor documents.
 */
@ExtendWith(OutputCaptureExtension.class)
class EventStreamFailureTests {

	private static final String ORGANIZATION_TYPES = "event_type=organization.connection.added"
			+ "&event_type=organization.connection.removed&event_type=organization.connection.updated";

	private static final String TYPES = "event_type=connection.created&event_type=connection.updated"
			+ "&event_type=connection.deleted&" + ORGANIZATION_TYPES;

	private static final String CURSOR = "Invalid cursor format.";

	private static final String TYPE = "Query validation error: 'Invalid value' on property event_type (not allowed).";

	private final FakeTenant tenant = new FakeTenant();

	private final RecordingHandler handler = new RecordingHandler();

	@AfterEach
	void stop(CapturedOutput output) {
		this.tenant.stop();
		assertThat(output).doesNotContain("payload-secret").doesNotContain("auth0-token");
	}

	@Test
	void leavesOutTheTypesThatTheTenantRejectsAndWarnsOnce(CapturedOutput output) {
		this.tenant.stored("o0").fails(400, TYPE).run(this.handler);
		this.tenant.passSeconds(1);
		assertThat(this.tenant.queries).containsExactly("from=o0&" + TYPES, "from=o0&" + ORGANIZATION_TYPES);
		this.tenant.sends(FakeTenant.offsetOnly("o1"));
		this.tenant.closes();
		this.tenant.passSeconds(1);
		assertThat(this.tenant.queries.get(2)).isEqualTo("from=o1&" + ORGANIZATION_TYPES);
		assertThat(this.handler.calls).isEmpty();
		assertThat(this.tenant.stream.isCoveringConnections()).isFalse();
		assertThat(this.tenant.state()).isEqualTo(EventStreamState.CONNECTED);
		assertThat(output.getOut().split("from the refresh alone", -1)).hasSize(2);
		this.tenant.stop();
		this.tenant.run(this.handler);
		assertThat(this.tenant.queries.get(3)).isEqualTo("from=o1&" + TYPES);
		assertThat(this.tenant.stream.isCoveringConnections()).isTrue();
	}

	@Test
	void startsAnewWithAnInvalidCursor() {
		this.tenant.stored("o0").fails(400, CURSOR).run(this.handler);
		this.tenant.passSeconds(1);
		assertThat(this.tenant.queries).containsExactly("from=o0&" + TYPES, TYPES);
		assertThat(this.handler.calls).containsExactly("refresh");
		assertThat(this.tenant.stream.isCoveringConnections()).isTrue();
	}

	@Test
	void keepsTheOffsetWhenARejectionThatSaysNothingWasAboutTheTypes() {
		this.tenant.stored("o0").fails(400, "Bad Request").run(this.handler);
		this.tenant.passSeconds(1);
		assertThat(this.tenant.queries).containsExactly("from=o0&" + TYPES, "from=o0&" + ORGANIZATION_TYPES);
		assertThat(this.handler.calls).isEmpty();
		assertThat(this.tenant.stream.isCoveringConnections()).isFalse();
	}

	@Test
	void keepsTheTypesWhenARejectionThatSaysNothingWasAboutTheOffset() {
		this.tenant.stored("o0").fails(400, "Bad Request").fails(400, "Bad Request").run(this.handler);
		this.tenant.passSeconds(3);
		assertThat(this.tenant.queries).containsExactly("from=o0&" + TYPES, "from=o0&" + ORGANIZATION_TYPES, TYPES);
		assertThat(this.handler.calls).containsExactly("refresh");
		assertThat(this.tenant.stream.isCoveringConnections()).isTrue();
	}

	@Test
	void findsOutThatBothAreRejected() {
		this.tenant.stored("o0").fails(400, "").fails(400, "").fails(400, "").run(this.handler);
		this.tenant.passSeconds(5);
		assertThat(this.tenant.queries).containsExactly("from=o0&" + TYPES, "from=o0&" + ORGANIZATION_TYPES, TYPES,
				ORGANIZATION_TYPES);
		assertThat(this.handler.calls).containsExactly("refresh");
	}

	@Test
	void waitsWhenEverythingIsRejected() {
		this.tenant.fails(400, "").fails(400, "").run(this.handler);
		this.tenant.passSeconds(5);
		assertThat(this.tenant.queries).containsExactly(TYPES, ORGANIZATION_TYPES);
		assertThat(this.tenant.state()).isEqualTo(EventStreamState.REJECTED);
	}

	@Test
	void startsAnewWhenTheOffsetHasExpired() {
		this.tenant.stored("o0").fails(410, "Cursor points to data no longer available").run(this.handler);
		this.tenant.passSeconds(1);
		assertThat(this.tenant.queries).containsExactly("from=o0&" + TYPES, TYPES);
		assertThat(this.handler.calls).containsExactly("refresh");
		this.tenant.sends(FakeTenant.event("evt_1", "o9", "con_1"));
		assertThat(this.tenant.offset).isEqualTo("o9");
	}

	@ParameterizedTest
	@ValueSource(strings = { "invalid_cursor", "cursor_expired" })
	void startsAnewWhenTheStreamSaysSo(String code) {
		this.tenant.stored("o0").run(this.handler);
		this.tenant.sends(FakeTenant.event("evt_1", "o1", "con_1") + FakeTenant.error(code, "o7"));
		this.tenant.passSeconds(1);
		assertThat(this.tenant.queries).containsExactly("from=o0&" + TYPES, TYPES);
		assertThat(this.handler.calls).containsExactly("evt_1", "refresh");
	}

	@ParameterizedTest
	@ValueSource(strings = { "timeout", "connection_timeout" })
	void resumesAfterATimeoutOfTheVendor(String code) {
		this.tenant.stored("o0").run(this.handler);
		this.tenant.sends(FakeTenant.error(code, "o7"));
		this.tenant.closes();
		this.tenant.passSeconds(1);
		assertThat(this.tenant.queries.get(1)).startsWith("from=o0&");
		assertThat(this.tenant.state()).isEqualTo(EventStreamState.CONNECTED);
	}

	@Test
	void backsOffWhenStreamsEndAtOnceWithATimeout() {
		this.tenant.stored("o0");
		for (int i = 0; i < 20; i++) {
			this.tenant.closes(FakeTenant.error("timeout", null));
		}
		this.tenant.run(this.handler);
		this.tenant.passSeconds(60);
		assertThat(this.tenant.queries).hasSizeBetween(5, 7);
	}

	@Test
	void takesAnEmptyOffsetForNone() {
		this.tenant.stored("").run(this.handler);
		assertThat(this.tenant.queries).containsExactly(TYPES);
		assertThat(this.handler.calls).containsExactly("refresh");
	}

	@ParameterizedTest
	@ValueSource(strings = { "processing_error", "new_error" })
	void backsOffAfterOtherErrors(String code, CapturedOutput output) {
		this.tenant.stored("o0").run(this.handler);
		this.tenant.sends(FakeTenant.error(code, null));
		assertThat(this.tenant.state()).isEqualTo(EventStreamState.UNAVAILABLE);
		assertThat(output).contains("the error '" + code + "'");
		this.tenant.passSeconds(1);
		this.tenant.sends(FakeTenant.error(code, null));
		this.tenant.passSeconds(1);
		assertThat(this.tenant.queries).hasSize(2);
		this.tenant.passSeconds(1);
		assertThat(this.tenant.queries).hasSize(3).allMatch((query) -> query.startsWith("from=o0&"));
	}

	@Test
	void refreshesForAnEventThatIsTooLargeForTheVendor() {
		this.tenant.stored("o0").run(this.handler);
		this.tenant.sends(FakeTenant.error("payload_too_large", "o5"));
		this.tenant.closes();
		assertThat(this.handler.calls).containsExactly("refresh");
		this.tenant.passSeconds(1);
		assertThat(this.tenant.queries.get(1)).startsWith("from=o5&");
		this.tenant.sends(FakeTenant.error("payload_too_large", null));
		this.tenant.passSeconds(2);
		assertThat(this.tenant.queries.get(2)).isEqualTo(TYPES);
		assertThat(this.handler.calls).containsExactly("refresh", "refresh");
	}

	@Test
	void refreshesOnceForEventsThatCannotBeRead(CapturedOutput output) {
		String large = "x".repeat(ServerSentEvents.MAX_EVENT_SIZE);
		this.tenant.stored("o0").run(this.handler);
		this.tenant.sends(FakeTenant.event("connection.updated", "evt_1", "o1", "{\"id\":\"" + large + "\"}"));
		assertThat(this.handler.calls).containsExactly("refresh");
		assertThat(this.tenant.offset).isEqualTo("o1");
		this.tenant.sends("event: connection.deleted\nid: o2\ndata: {payload-secret\n\n",
				FakeTenant.event("connection.created", "evt_3", "o3", "{\"id\":\"../payload-secret\"}"), FakeTenant
					.event("organization.connection.removed", "evt_4", "o4", "{\"connection\":{\"id\":\"con_1\"}}"),
				FakeTenant.event("evt_5", "o5", "con_1"));
		this.tenant.passSeconds(59);
		assertThat(this.handler.calls).containsExactly("refresh");
		this.tenant.passSeconds(1);
		assertThat(this.handler.calls).containsExactly("refresh", "refresh", "evt_5");
		assertThat(this.tenant.offset).isEqualTo("o5");
		assertThat(output).contains("An event of auth0 cannot be read");
	}

	@Test
	void ignoresOtherTypesAndTestEvents() {
		this.tenant.stored("o0").run(this.handler);
		this.tenant.sends(FakeTenant.event("user.created", "evt_1", "o1", "{\"user_id\":\"payload-secret\"}"),
				FakeTenant.event("evt_2", "o2", "con_1")
					.replace("\"specversion\"", "\"a0purpose\":\"test\",\"specversion\""));
		assertThat(this.handler.calls).isEmpty();
		assertThat(this.tenant.offset).isEqualTo("o2");
	}

	@ParameterizedTest
	@CsvSource({ "403,Maximum concurrent event stream connections reached.,TOO_MANY_STREAMS",
			"403,'Insufficient scope, expected any of: read:events',FORBIDDEN", "404,Not found,UNSUPPORTED",
			"401,Invalid token,UNAUTHORIZED", "422,Unprocessable,REJECTED" })
	void retriesSlowlyAndWarnsOnceWhenTheTenantRejectsTheStream(int status, String message, EventStreamState state,
			CapturedOutput output) {
		this.tenant.stored("o0").fails(status, message).fails(status, message).run(this.handler);
		assertThat(this.tenant.state()).isEqualTo(state);
		this.tenant.pass(Duration.ofMinutes(5).minusMillis(1));
		assertThat(this.tenant.queries).hasSize(1);
		this.tenant.pass(Duration.ofMillis(1));
		assertThat(this.tenant.queries).hasSize(2);
		assertThat(output.getOut().split(" WARN ", -1)).hasSize(2);
		this.tenant.passSeconds(300);
		assertThat(this.tenant.state()).isEqualTo(EventStreamState.CONNECTED);
		assertThat(this.tenant.queries).hasSize(3).allMatch((query) -> query.startsWith("from=o0&"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 401, 403, 404, 410 })
	void keepsOffsetAndTypesWhenTheTokenIsRejected(int status, CapturedOutput output) {
		this.tenant.withClientCredentials().stored("o0").fails(status, "Maximum cursor").issuesToken();
		this.tenant.run(this.handler);
		assertThat(this.tenant.state()).isEqualTo(EventStreamState.UNAUTHORIZED);
		assertThat(output).contains("has no access token").doesNotContain("read:events");
		this.tenant.passSeconds(300);
		assertThat(this.tenant.queries).hasSize(3).endsWith("from=o0&" + TYPES);
		assertThat(this.handler.calls).isEmpty();
	}

	@Test
	void namesTheScopeThatIsMissing(CapturedOutput output) {
		this.tenant.fails(403, "Forbidden").run(this.handler);
		assertThat(output).contains("needs the scope 'read:events'");
	}

	@Test
	void honoursRetryAfter() {
		this.tenant.stored("o0").fails(429, "Too many", "Retry-After", "90").run(this.handler);
		assertThat(this.tenant.state()).isEqualTo(EventStreamState.RATE_LIMITED);
		this.tenant.passSeconds(90);
		assertThat(this.tenant.queries).hasSize(1);
		this.tenant.passSeconds(1);
		assertThat(this.tenant.queries).hasSize(2);
		assertThat(this.tenant.state()).isEqualTo(EventStreamState.CONNECTED);
	}

	@Test
	void doesNotRefreshEachSecondWhenTheStreamClosesWithoutAnOffset() {
		for (int i = 0; i < 10; i++) {
			this.tenant.closes("");
		}
		this.tenant.run(this.handler);
		this.tenant.passSeconds(60);
		assertThat(this.handler.calls).hasSizeBetween(5, 7);
	}

	@Test
	void backsOffWhenStreamsEndAtOnceWithoutAMessage() {
		this.tenant.stored("o0");
		for (int i = 0; i < 20; i++) {
			this.tenant.closes("retry: 0\n\n");
		}
		this.tenant.run(this.handler);
		this.tenant.passSeconds(60);
		assertThat(this.tenant.queries).hasSizeBetween(5, 7);
	}

	@Test
	void reconnectsSoonAfterALongQuietStream() {
		this.tenant.stored("o0").run(this.handler);
		for (int i = 1; i <= 5; i++) {
			this.tenant.passSeconds(60);
			this.tenant.closes();
			this.tenant.passSeconds(1);
			assertThat(this.tenant.queries).hasSize(i + 1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "7000,7000", "0,500", "600000,30000" })
	void honoursTheDelayThatTheVendorAsksFor(int requested, int delay) {
		this.tenant.stored("o0").closes("retry: " + requested + "\n\n" + FakeTenant.offsetOnly("o1")).run(this.handler);
		this.tenant.pass(Duration.ofMillis(delay - 1));
		assertThat(this.tenant.queries).hasSize(1);
		this.tenant.pass(Duration.ofMillis(1));
		assertThat(this.tenant.queries).hasSize(2);
	}

}
