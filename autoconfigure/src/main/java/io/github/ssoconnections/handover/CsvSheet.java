// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.handover;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A sheet as CSV, RFC 4180: section, number, field, value, note.
 */
final class CsvSheet {

	private final StringBuilder text = new StringBuilder();

	private final SheetWords words;

	CsvSheet(SheetContent content, SheetWords words) {
		this.words = words;
		line(words.get("label.section"), words.get("label.number"), words.get("label.field"), words.get("label.value"),
				words.get("label.note"));
		line(content.title(), "", "", "", "");
		content.facts().forEach((fact) -> line("", "", fact.name(), fact.value(), ""));
		content.notes().forEach((note) -> line("", "", "", note, ""));
		list("section.missing", content.missing());
		int number = 1;
		for (HandOverSheet.Step step : content.steps()) {
			String position = Integer.toString(number++);
			line(words.get("section.steps"), position, "", step.text(), "");
			step.fields().forEach((field) -> field("section.steps", position, field.name(), field));
		}
		mappings(content);
		list("section.assign", content.assign());
		list("section.send-back", content.sendBack());
		if (content.test() != null) {
			field("section.test", "1", content.test().name(), content.test());
		}
		list("section.not-checked", content.notChecked());
		content.guides()
			.forEach((guide) -> line(words.get("section.guides"), "", guide.title(), guide.url(),
					words.get("label.read") + " " + guide.read()));
	}

	private void mappings(SheetContent content) {
		if (!content.mappings().isEmpty()) {
			String section = this.words.get("section.attributes");
			line(section, "", content.attributeName(), content.attributeSource(), content.attributes());
			content.mappings()
				.forEach((mapping) -> line(section, "", mapping.name(), mapping.source(),
						this.words.get(mapping.required() ? "required" : "optional")));
		}
	}

	private void list(String section, List<String> texts) {
		for (int i = 0; i < texts.size(); i++) {
			line(this.words.get(section), Integer.toString(i + 1), "", texts.get(i), "");
		}
	}

	private void field(String section, String number, String name, HandOverSheet.Field field) {
		line(this.words.get(section), number, name, orEmpty(field.value()), orEmpty(field.note()));
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

	private void line(String... cells) {
		for (int i = 0; i < cells.length; i++) {
			this.text.append((i > 0) ? "," : "").append(CsvCell.of(cells[i]));
		}
		this.text.append("\r\n");
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
