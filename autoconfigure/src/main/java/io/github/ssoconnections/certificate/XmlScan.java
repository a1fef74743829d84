// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Scanner that checks a document before it is parsed, and rejects content that would take
 * the parser more than linear time or memory: many attributes and namespaces, which it
 * compares with each other; many names, which it interns; large values, which it buffers.
 * Also rejects a DOCTYPE. Errors of well-formedness are left to the parser, which stops
 * there.
 */
final class XmlScan {

	static final int MAX_DEPTH = 50;

	private static final int MAX_ATTRIBUTES = 100;

	private static final int MAX_NAMESPACES = 500;

	private static final int MAX_ATTRIBUTE_LENGTH = 8 * 1024;

	private static final int MAX_NAMES = 10_000;

	private static final int MAX_NAME_LENGTH = 1000;

	/** Text, comments and the like between two tags. */
	private static final int MAX_PIECE = 4 * 1024 * 1024;

	private static final String CDATA = "<![CDATA[";

	private static final String DOCTYPE = "<!DOCTYPE";

	private final Set<String> names = new HashSet<>();

	/** Number of namespaces that each open element declares. */
	private final int[] namespaces = new int[MAX_DEPTH + 1];

	private final StringBuilder name = new StringBuilder();

	/** Start of markup, or the last characters before its end. */
	private final StringBuilder window = new StringBuilder();

	private State state = State.TEXT;

	private @Nullable String end;

	private int depth;

	private int inScope;

	private int attributes;

	private int declared;

	private int length;

	private char quote;

	private char last;

	private boolean inName;

	private boolean isNamespace;

	private int line = 1;

	private int column;

	/**
	 * Scan the next characters.
	 * @param text the text with the characters
	 * @param from the index of the first character
	 * @param to the index after the last character
	 * @throws InvalidMetadataException if a limit is exceeded
	 */
	void accept(CharSequence text, int from, int to) {
		for (int i = from; i < to; i++) {
			accept(text.charAt(i));
		}
	}

	private void accept(char character) {
		this.column++;
		if (++this.length > MAX_PIECE) {
			throw invalid("There is more than 4 MiB of text, or of a comment, in one piece");
		}
		switch (this.state) {
			case TEXT -> text(character);
			case MARKUP -> markup(character);
			case SKIP -> skip(character);
			case END_TAG -> endTag(character);
			case TAG -> tag(character);
			case VALUE -> value(character);
			case BROKEN -> begin(State.BROKEN);
		}
		this.last = character;
		if (character == '\n') {
			this.line++;
			this.column = 0;
		}
	}

	private void text(char character) {
		if (character == '<') {
			begin(State.MARKUP);
			this.window.append(character);
		}
	}

	private void begin(State state) {
		this.state = state;
		this.length = 0;
		this.window.setLength(0);
	}

	private void markup(char character) {
		this.window.append(character);
		String start = this.window.toString();
		if (start.equals("<?")) {
			skipTo("?>");
		}
		else if (start.equals("</")) {
			begin(State.END_TAG);
		}
		else if (start.equals("<!--")) {
			skipTo("-->");
		}
		else if (start.equals(CDATA)) {
			skipTo("]]>");
		}
		else if (start.equalsIgnoreCase(DOCTYPE)) {
			throw new InvalidMetadataException("There is a DOCTYPE, which metadata must not have",
					new Place(this.line, this.column - DOCTYPE.length() + 1));
		}
		else if (start.charAt(1) != '!') {
			beginTag(character);
		}
		else if (start.length() == DOCTYPE.length()) {
			begin(State.TEXT);
		}
	}

	private void skipTo(String end) {
		begin(State.SKIP);
		this.end = end;
	}

	private void skip(char character) {
		this.window.append(character);
		if (this.window.length() > 3) {
			this.window.deleteCharAt(0);
		}
		String end = this.end;
		if (character == '>' && end != null && this.window.length() >= end.length()
				&& this.window.indexOf(end, this.window.length() - end.length()) >= 0) {
			begin(State.TEXT);
		}
	}

	private void endTag(char character) {
		if (character == '>') {
			if (this.depth > 0) {
				this.inScope -= this.namespaces[this.depth--];
			}
			begin(State.TEXT);
		}
	}

	private void beginTag(char character) {
		begin(State.TAG);
		this.attributes = 0;
		this.declared = 0;
		this.name.setLength(0);
		this.inName = false;
		tag(character);
	}

	private void tag(char character) {
		switch (character) {
			case '>' -> endOfTag();
			case '=' -> {
				endOfName();
				this.isNamespace = this.name.length() >= 5 && this.name.substring(0, 5).equals("xmlns");
				this.declared += (this.isNamespace) ? 1 : 0;
				if (++this.attributes > MAX_ATTRIBUTES) {
					throw invalid("An element has more than " + MAX_ATTRIBUTES + " attributes and namespaces");
				}
			}
			case '"', '\'' -> {
				this.quote = character;
				this.name.setLength(0);
				begin(State.VALUE);
			}
			case ' ', '\t', '\r', '\n', '/' -> endOfName();
			case '<' -> begin(State.BROKEN);
			default -> name(character);
		}
	}

	private void name(char character) {
		if (!this.inName) {
			this.inName = true;
			this.name.setLength(0);
		}
		this.name.append(character);
		if (this.name.length() > MAX_NAME_LENGTH) {
			throw invalid("A name is longer than " + MAX_NAME_LENGTH + " characters");
		}
	}

	private void endOfName() {
		if (this.inName) {
			this.inName = false;
			keep(this.name.toString());
		}
	}

	private void keep(String name) {
		if (this.names.add(name) && this.names.size() > MAX_NAMES) {
			throw invalid(
					"There are more than " + MAX_NAMES + " different names of elements, attributes and namespaces");
		}
	}

	private void endOfTag() {
		endOfName();
		if (this.last != '/') {
			if (++this.depth > MAX_DEPTH) {
				throw invalid("Elements are nested deeper than " + MAX_DEPTH + " levels");
			}
			this.namespaces[this.depth] = this.declared;
			this.inScope += this.declared;
			if (this.inScope > MAX_NAMESPACES) {
				throw invalid("Elements within one another have more than " + MAX_NAMESPACES + " namespaces");
			}
		}
		begin(State.TEXT);
	}

	private void value(char character) {
		if (character == this.quote) {
			if (this.isNamespace) {
				keep(this.name.toString());
			}
			this.isNamespace = false;
			this.name.setLength(0);
			begin(State.TAG);
		}
		else if (this.length > MAX_ATTRIBUTE_LENGTH) {
			throw invalid("The value of an attribute is longer than 8 KiB");
		}
		else if (this.isNamespace) {
			this.name.append(character);
		}
	}

	private InvalidMetadataException invalid(String message) {
		return new InvalidMetadataException(message, new Place(this.line, Math.max(1, this.column)));
	}

	private enum State {

		TEXT, MARKUP, SKIP, END_TAG, TAG, VALUE, BROKEN

	}

}
