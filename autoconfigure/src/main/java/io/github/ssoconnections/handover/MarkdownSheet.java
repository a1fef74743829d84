// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.handover;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A sheet as Markdown. Values to be copied are code spans, in which nothing has a
 * meaning; all other text is escaped. There are no tables, so that a bar has no meaning.
 */
final class MarkdownSheet {

	private final StringBuilder text = new StringBuilder();

	private final SheetWords words;

	MarkdownSheet(SheetContent content, SheetWords words) {
		this.words = words;
		line("# " + MarkdownText.escape(content.title()));
		content.facts()
			.forEach(
					(fact) -> line("- " + MarkdownText.escape(fact.name()) + ": " + MarkdownText.escape(fact.value())));
		this.text.append('\n');
		content.notes().forEach((note) -> line(MarkdownText.escape(note) + "\n"));
		list("section.missing", content.missing());
		section("section.steps");
		int number = 1;
		for (HandOverSheet.Step step : content.steps()) {
			step(number++, step);
		}
		mappings(content);
		list("section.assign", content.assign());
		list("section.send-back", content.sendBack());
		test(content.test());
		list("section.not-checked", content.notChecked());
		guides(content.guides());
	}

	private void step(int number, HandOverSheet.Step step) {
		line(number + ". " + MarkdownText.escape(step.text()));
		String indent = " ".repeat(Integer.toString(number).length() + 2);
		step.fields()
			.forEach((field) -> line(indent + "- **" + MarkdownText.escape(field.name()) + "**: " + value(field)));
	}

	private void mappings(SheetContent content) {
		if (content.mappings().isEmpty()) {
			return;
		}
		section("section.attributes");
		line(MarkdownText.escape(content.attributes()) + "\n");
		for (HandOverSheet.Mapping mapping : content.mappings()) {
			line("- **" + MarkdownText.escape(content.attributeName()) + "**: " + MarkdownText.code(mapping.name())
					+ ", **" + MarkdownText.escape(content.attributeSource()) + "**: "
					+ MarkdownText.code(mapping.source()) + " ("
					+ MarkdownText.escape(this.words.get(mapping.required() ? "required" : "optional")) + ")");
		}
	}

	private void test(HandOverSheet.@Nullable Field test) {
		if (test != null) {
			section("section.test");
			line(MarkdownText.escape(test.name()) + " " + value(test));
		}
	}

	private void guides(List<HandOverSheet.Guide> guides) {
		if (guides.isEmpty()) {
			return;
		}
		section("section.guides");
		guides.forEach((guide) -> line("- " + MarkdownText.escape(guide.title()) + ": " + link(guide.url()) + " ("
				+ MarkdownText.escape(this.words.get("label.read")) + " " + guide.read() + ")"));
	}

	private void list(String title, List<String> texts) {
		if (!texts.isEmpty()) {
			section(title);
			texts.forEach((line) -> line("- " + MarkdownText.escape(line)));
		}
	}

	private void section(String key) {
		line("\n## " + MarkdownText.escape(this.words.get(key)) + "\n");
	}

	private void line(String line) {
		this.text.append(line).append('\n');
	}

	private String value(HandOverSheet.Field field) {
		String value = (field.value() == null) ? ""
				: field.link() ? link(field.value()) : MarkdownText.code(field.value());
		return (field.note() == null) ? value : (value + " " + MarkdownText.escape(field.note())).strip();
	}

	// URI syntax has no space, angle bracket, backtick or backslash
	private static String link(String url) {
		return CleanText.isLink(url) ? "<" + url + ">" : MarkdownText.code(url);
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
