// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ServerSentEvents}.
 */
class ServerSentEventsTests {

	private static final String STREAM = "\uFEFF:connected\n\nretry: 2000\n\nevent: connection.updated\nid: MTIz=\n"
			+ "data: {\"name\":\"Ac\u00e9e \ud83d\ude00\"}\n\n: heartbeat\n\nevent:offset-only\r\nid:4Lc\r\n"
			+ "data:{}\r\n\r\ndata: one\rdata:  two\rdata\rdata: \u20ac\r\revent: unfinished\ndata: lost\n";

	private static final List<ServerSentEvent> EVENTS = List.of(
			new ServerSentEvent("connection.updated", "MTIz=", "{\"name\":\"Ac\u00e9e \ud83d\ude00\"}"),
			new ServerSentEvent("offset-only", "4Lc", "{}"),
			new ServerSentEvent("message", null, "one\n two\n\n\u20ac"));

	private final ServerSentEvents parser = new ServerSentEvents();

	@Test
	void readsTheSameEventsWhereverTheStreamIsCut() {
		byte[] stream = STREAM.getBytes(StandardCharsets.UTF_8);
		for (int cut = 0; cut <= stream.length; cut++) {
			ServerSentEvents parser = new ServerSentEvents();
			List<ServerSentEvent> events = new ArrayList<>(parser.parse(Arrays.copyOf(stream, cut)));
			events.addAll(parser.parse(Arrays.copyOfRange(stream, cut, stream.length)));
			assertThat(events).as("cut at " + cut).isEqualTo(EVENTS);
			assertThat(parser.retry()).isEqualTo(Duration.ofSeconds(2));
		}
	}

	@Test
	void readsTheSameEventsByteByByte() {
		List<ServerSentEvent> events = new ArrayList<>();
		for (byte next : STREAM.getBytes(StandardCharsets.UTF_8)) {
			events.addAll(this.parser.parse(new byte[] { next }));
		}
		assertThat(events).isEqualTo(EVENTS);
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', textBlock = """
			data: a\\n\\n, a
			data:a\\n\\n, a
			data:  a\\n\\n, ` a`
			data\\n\\n, ``
			data:\\ndata:\\n\\n, `\\n`
			other: x\\ndata: a\\nDATA: b\\n\\n, a
			data: a:b\\n\\n, a:b
			:data: x\\ndata: a\\n:x\\n\\n, a
			""")
	void readsFields(String stream, String data) {
		assertThat(parse(unescape(stream))).extracting(ServerSentEvent::data).containsExactly(unescape(data));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\n\n", ":\n\n", "event: a\n\n", "id: 1\nevent: a\n\n", "retry: 5\n\n", "data: a\n",
			"data: a", "data: a\r\n" })
	void hasNoEventWithoutDataAndAnEmptyLine(String stream) {
		assertThat(parse(stream)).isEmpty();
	}

	@Test
	void takesTypeAndIdOfAnEventOnly() {
		assertThat(parse("event: a\nid: 1\ndata: x\n\ndata: y\n\nevent: b\n\nevent:\nid: 2\nid: 3\ndata: z\n\n"))
			.containsExactly(new ServerSentEvent("a", "1", "x"), new ServerSentEvent("message", null, "y"),
					new ServerSentEvent("message", "3", "z"));
	}

	@Test
	void ignoresAnIdWithNull() {
		assertThat(parse("id: 1\nid: 2\0\ndata: x\n\n")).containsExactly(new ServerSentEvent("message", "1", "x"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "retry: -1\n", "retry: 1.5\n", "retry: \n", "retry: 9999999999\n", "retry: x\n",
			"retry: \u0661\n" })
	void ignoresADelayThatIsNoNumber(String stream) {
		parse(stream);
		assertThat(this.parser.retry()).isNull();
	}

	@Test
	void replacesInvalidBytes() {
		assertThat(this.parser.parse(new byte[] { 'd', 'a', 't', 'a', ':', (byte) 0xC3, '\n', '\n' }))
			.containsExactly(new ServerSentEvent("message", null, "\uFFFD"));
	}

	@Test
	void readsAByteOrderMarkAtTheStartOnly() {
		assertThat(parse("\uFEFFdata: x\n\n\uFEFFdata: y\n\ndata: z\n\n")).extracting(ServerSentEvent::data)
			.containsExactly("x", "z");
	}

	@Test
	void readsAnEventOfTheLimit() {
		String data = "x".repeat(ServerSentEvents.MAX_EVENT_SIZE - "data:".length());
		assertThat(parse("data:" + data + "\n\n")).extracting(ServerSentEvent::data).containsExactly(data);
	}

	@ParameterizedTest
	@ValueSource(strings = { "event: a\nid: 1\ndata: %s\n\n", "data: %s\nevent: a\nid: 1\n\n",
			"id: 1\ndata: x\ndata: %s\ndata: y\nevent: a\n\n", "%s\nid: 1\nevent: a\n\n" })
	void skipsTheDataOfALargerEventAndGoesOn(String event) {
		String stream = event.formatted("x".repeat(ServerSentEvents.MAX_EVENT_SIZE)) + "data: next\n\n";
		assertThat(parse(stream)).containsExactly(new ServerSentEvent("a", "1", null),
				new ServerSentEvent("message", null, "next"));
	}

	@Test
	void countsNoComments() {
		String comments = (":" + "x".repeat(1000) + "\n").repeat(1000);
		assertThat(parse("data: a\n" + comments + "\n")).extracting(ServerSentEvent::data).containsExactly("a");
	}

	@Test
	@Timeout(20)
	void takesLinearTime() {
		byte[] line = "data: \n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < 1000; i++) {
			this.parser.parse(line);
		}
		byte[] chunk = "x".repeat(64 * 1024).getBytes(StandardCharsets.UTF_8);
		for (int i = 0; i < 1000; i++) {
			this.parser.parse(chunk);
		}
		assertThat(parse("\n\n")).containsExactly(new ServerSentEvent("message", null, null));
	}

	@Test
	void showsNoData() {
		assertThat(new ServerSentEvent("connection.updated", "1", "client_secret"))
			.hasToString("ServerSentEvent[13 characters]");
	}

	private List<ServerSentEvent> parse(String stream) {
		return this.parser.parse(stream.getBytes(StandardCharsets.UTF_8));
	}

	private static String unescape(String text) {
		return text.replace("\\n", "\n");
	}

}
