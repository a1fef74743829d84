// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.handover;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A sheet as Markdown. Values to be copied are code spans, in which nothing has a
 * meaning; all other text is escaped. There are no tables, so that a bar has no meaning.
 */
final class MarkdownSheet {

	/** Characters that can have a meaning within a line. */
	private static final Pattern INLINE = Pattern.compile("[\\\\`*_{}\\[\\]<&|~$!#@]|:(?=//)|(?<=www)\\.");

	/** Characters that can have a meaning at the beginning of a line. */
	private static final Pattern LEADING = Pattern.compile("^(?:(\\d+)(?=[.)])|(?=[-+=>]))");

	private final StringBuilder text = new StringBuilder();

	private final SheetWords words;

	MarkdownSheet(SheetContent content, SheetWords words) {
		this.words = words;
		line("# " + escape(content.title()));
		content.facts().forEach((fact) -> line("- " + escape(fact.name()) + ": " + escape(fact.value())));
		this.text.append('\n');
		content.notes().forEach((note) -> line(escape(note) + "\n"));
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
		line(number + ". " + escape(step.text()));
		String indent = " ".repeat(Integer.toString(number).length() + 2);
		step.fields().forEach((field) -> line(indent + "- **" + escape(field.name()) + "**: " + value(field)));
	}

	private void mappings(SheetContent content) {
		if (content.mappings().isEmpty()) {
			return;
		}
		section("section.attributes");
		line(escape(content.attributes()) + "\n");
		for (HandOverSheet.Mapping mapping : content.mappings()) {
			line("- **" + escape(content.attributeName()) + "**: " + code(mapping.name()) + ", **"
					+ escape(content.attributeSource()) + "**: " + code(mapping.source()) + " ("
					+ escape(this.words.get(mapping.required() ? "required" : "optional")) + ")");
		}
	}

	private void test(HandOverSheet.@Nullable Field test) {
		if (test != null) {
			section("section.test");
			line(escape(test.name()) + " " + value(test));
		}
	}

	private void guides(List<HandOverSheet.Guide> guides) {
		if (guides.isEmpty()) {
			return;
		}
		section("section.guides");
		guides.forEach((guide) -> line("- " + escape(guide.title()) + ": " + link(guide.url()) + " ("
				+ escape(this.words.get("label.read")) + " " + guide.read() + ")"));
	}

	private void list(String title, List<String> texts) {
		if (!texts.isEmpty()) {
			section(title);
			texts.forEach((line) -> line("- " + escape(line)));
		}
	}

	private void section(String key) {
		line("\n## " + escape(this.words.get(key)) + "\n");
	}

	private void line(String line) {
		this.text.append(line).append('\n');
	}

	private String value(HandOverSheet.Field field) {
		String value = (field.value() == null) ? "" : field.link() ? link(field.value()) : code(field.value());
		return (field.note() == null) ? value : (value + " " + escape(field.note())).strip();
	}

	// URI syntax has no space, angle bracket, backtick or backslash
	private static String link(String url) {
		return CleanText.isLink(url) ? "<" + url + ">" : code(url);
	}

	static String escape(String text) {
		return LEADING.matcher(INLINE.matcher(text).replaceAll("\\\\$0")).replaceFirst("$1\\\\");
	}

	static String code(String value) {
		int longest = Pattern.compile("`+")
			.matcher(value)
			.results()
			.mapToInt((run) -> run.group().length())
			.max()
			.orElse(0);
		String fence = "`".repeat(longest + 1);
		String space = (longest > 0 || value.isEmpty()) ? " " : "";
		return fence + space + value + space + fence;
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
