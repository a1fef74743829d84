// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.event;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Parser for server-sent events, from bytes that may be split anywhere. An event without
 * its empty line at the end of the stream is dropped, as the standard requires. An event
 * that is larger than the limit is returned without its data, and the stream goes on.
 *
 * @see <a href=
 * "https://html.spec.whatwg.org/multipage/server-sent-events.html#event-stream-interpretation">
 * Interpreting an event stream</a>
 */
final class ServerSentEvents {

	/** Maximum size of an event, without its comments. */
	static final int MAX_EVENT_SIZE = 256 * 1024;

	/** Maximum size of the lines that are still read of an event that is too large. */
	private static final int MAX_FIELD_SIZE = 4 * 1024;

	private static final int MAX_RETRY_DIGITS = 9;

	private final int maxEventSize;

	private final ByteBuilder line = new ByteBuilder();

	private final ByteBuilder data = new ByteBuilder();

	private boolean firstLine = true;

	/** Whether the last byte was a carriage return, which a line feed belongs to. */
	private boolean afterReturn;

	private boolean comment;

	/** Whether the rest of the line is discarded. */
	private boolean truncated;

	private int size;

	private boolean tooLarge;

	private boolean hasData;

	private @Nullable String type;

	private @Nullable String id;

	private @Nullable Duration retry;

	ServerSentEvents() {
		this(MAX_EVENT_SIZE);
	}

	ServerSentEvents(int maxEventSize) {
		this.maxEventSize = maxEventSize;
	}

	/**
	 * Parse the next bytes.
	 * @param bytes the bytes
	 * @return the events that end with them
	 */
	List<ServerSentEvent> parse(byte[] bytes) {
		List<ServerSentEvent> events = new ArrayList<>();
		for (byte next : bytes) {
			boolean endsReturn = this.afterReturn && next == '\n';
			this.afterReturn = next == '\r';
			if (next == '\r' || (next == '\n' && !endsReturn)) {
				endLine(events);
			}
			else if (!endsReturn) {
				add(next);
			}
		}
		return events;
	}

	/**
	 * Return the delay before a reconnect that the stream asks for.
	 * @return the delay, or {@code null}
	 */
	@Nullable Duration retry() {
		return this.retry;
	}

	private void add(byte next) {
		if (this.comment || this.truncated) {
			return;
		}
		if (this.line.isEmpty() && next == ':') {
			this.comment = true;
			return;
		}
		this.size++;
		if (this.size > this.maxEventSize && !this.tooLarge) {
			this.tooLarge = true;
			this.data.clear();
		}
		if (this.tooLarge && this.line.size() >= MAX_FIELD_SIZE) {
			this.truncated = true;
			this.line.clear();
			return;
		}
		this.line.append(next);
	}

	private void endLine(List<ServerSentEvent> events) {
		boolean ignored = this.comment || this.truncated;
		this.comment = false;
		this.truncated = false;
		if (ignored) {
			this.firstLine = false;
			return;
		}
		int start = (this.firstLine && this.line.startsWithByteOrderMark()) ? 3 : 0;
		this.firstLine = false;
		if (this.line.size() == start) {
			endEvent(events);
		}
		else {
			readField(start);
		}
		this.line.clear();
	}

	private void readField(int start) {
		int colon = this.line.indexOf((byte) ':', start);
		String name = this.line.text(start, (colon < 0) ? this.line.size() : colon);
		int value = (colon < 0) ? this.line.size() : colon + 1;
		if (value < this.line.size() && this.line.at(value) == ' ') {
			value++;
		}
		switch (name) {
			case "event" -> {
				this.type = this.line.text(value, this.line.size());
			}
			case "data" -> {
				if (!this.tooLarge) {
					if (this.hasData) {
						this.data.append((byte) '\n');
					}
					this.data.append(this.line, value);
				}
				this.hasData = true;
			}
			case "id" -> {
				if (this.line.indexOf((byte) 0, value) < 0) {
					this.id = this.line.text(value, this.line.size());
				}
			}
			case "retry" -> readRetry(this.line.text(value, this.line.size()));
			default -> {
				// Ignored, as the standard requires
			}
		}
	}

	private void readRetry(String text) {
		if (!text.isEmpty() && text.length() <= MAX_RETRY_DIGITS
				&& text.chars().allMatch((digit) -> digit >= '0' && digit <= '9')) {
			this.retry = Duration.ofMillis(Long.parseLong(text));
		}
	}

	private void endEvent(List<ServerSentEvent> events) {
		if (this.hasData || this.tooLarge) {
			String type = this.type;
			events.add(new ServerSentEvent((type != null && !type.isEmpty()) ? type : "message", this.id,
					this.tooLarge ? null : this.data.text(0, this.data.size())));
		}
		this.data.clear();
		this.hasData = false;
		this.tooLarge = false;
		this.size = 0;
		this.type = null;
		this.id = null;
	}

}
