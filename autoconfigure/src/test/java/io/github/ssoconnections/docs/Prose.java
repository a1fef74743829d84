// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The sentences of a page in Markdown. Blocks of code, generated imports, comments,
 * headings and the targets of links are left out. A piece of inline code counts as one
 * word. A cell of a table is a sentence of its own.
 *
 * @param sentences the sentences, each with its words
 */
record Prose(List<Sentence> sentences) {

	private static final Pattern LEFT_OUT = Pattern
		.compile("(?s)\\A---\n.*?\n---\n|<!--.*?-->|(?m:^ *(```+|~~~+)[^\n]*\n(?:[^\n]*\n)*? *\\1 *$)|</?[a-z][^>]*>");

	private static final Pattern CODE = Pattern.compile("`+[^`]+`+");

	private static final Pattern LINK = Pattern.compile("!?\\[([^\\]]*)]\\([^)]*\\)");

	private static final Pattern BEGINS_ITEM = Pattern.compile("^\\s*(?:[-*]|\\d+\\.)\\s+.*");

	private static final Pattern END = Pattern.compile("(?<=[.!?][)*\"]{0,3})\\s+(?=[*(\"]*[A-Z0-9])");

	private static final Pattern WORD = Pattern.compile(".*[\\p{L}\\p{N}].*");

	/** The shortest cell that counts in the mean: labels and names are no sentences. */
	private static final int SHORTEST_CELL = 4;

	static Prose of(String page) {
		List<Sentence> sentences = new ArrayList<>();
		StringBuilder paragraph = new StringBuilder();
		String text = LEFT_OUT.matcher(Imports.blank(page) + "\n").replaceAll("");
		text = LINK.matcher(CODE.matcher(text).replaceAll("Code")).replaceAll("$1");
		for (String line : text.split("\n")) {
			boolean ends = line.isBlank() || line.startsWith("#") || line.startsWith("|")
					|| BEGINS_ITEM.matcher(line).matches();
			if (ends) {
				add(sentences, paragraph.toString(), false);
				paragraph.setLength(0);
			}
			if (line.startsWith("|")) {
				Stream.of(line.split("(?<!\\\\)\\|")).forEach((cell) -> add(sentences, cell, true));
			}
			else if (!line.startsWith("#")) {
				paragraph.append(line.replaceFirst("^\\s*(?:[-*]|\\d+\\.|>)\\s+", "")).append(' ');
			}
		}
		add(sentences, paragraph.toString(), false);
		return new Prose(sentences);
	}

	private static void add(List<Sentence> sentences, String text, boolean cell) {
		END.splitAsStream(text.strip())
			.map((one) -> new Sentence(one, words(one), cell))
			.filter((one) -> one.words() > 0)
			.forEach(sentences::add);
	}

	private static int words(String text) {
		return (int) Stream.of(text.split("[\\s/]+")).filter((word) -> WORD.matcher(word).matches()).count();
	}

	/**
	 * Return the sentences with more words than allowed.
	 */
	List<String> longerThan(int words) {
		return this.sentences.stream()
			.filter((sentence) -> sentence.words() > words)
			.map((sentence) -> sentence.words() + ": " + sentence.text())
			.toList();
	}

	/**
	 * Return the mean number of words, short cells of tables left out.
	 */
	double mean() {
		return this.sentences.stream()
			.filter((sentence) -> !sentence.cell() || sentence.words() >= SHORTEST_CELL)
			.mapToInt(Sentence::words)
			.average()
			.orElse(0);
	}

	/**
	 * Return the number of all words.
	 */
	int words() {
		return this.sentences.stream().mapToInt(Sentence::words).sum();
	}

	/**
	 * A sentence.
	 *
	 * @param text the text, with inline code as one word
	 * @param words the number of words
	 * @param cell whether it is in a table
	 */
	record Sentence(String text, int words, boolean cell) {

	}

}
