// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.handover;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A sheet as an HTML document of its own: no script, no form, nothing that is loaded.
 */
final class HtmlSheet {

	private static final String STYLE = """
			:root { color-scheme: light dark; }
			body { font: 1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 0 auto; padding: 1rem;
			overflow-wrap: anywhere; }
			table { border-collapse: collapse; width: 100%; table-layout: fixed; margin: .5rem 0 1rem; }
			th, td { border: 1px solid; padding: .4rem; text-align: start; vertical-align: top; font-weight: normal; }
			th { width: 35%; font-weight: bold; }
			a { color: inherit; }
			code { user-select: all; }
			@media print { body { max-width: none; } }
			""";

	/** What the document may load: its own style. */
	static final String POLICY = "default-src 'none'; style-src 'sha256-" + sha256(STYLE)
			+ "'; base-uri 'none'; form-action 'none'";

	private final StringBuilder text = new StringBuilder();

	private final SheetWords words;

	HtmlSheet(SheetContent content, SheetWords words) {
		this.words = words;
		head(content.title());
		add("<h1>", content.title(), "</h1>\n<dl>\n");
		content.facts().forEach((fact) -> {
			add("<dt>", fact.name(), "</dt>");
			add("<dd><bdi>", fact.value(), "</bdi></dd>\n");
		});
		this.text.append("</dl>\n");
		content.notes().forEach((note) -> add("<p>", note, "</p>\n"));
		list("section.missing", content.missing());
		section("section.steps");
		this.text.append("<ol>\n");
		content.steps().forEach(this::step);
		this.text.append("</ol>\n");
		mappings(content);
		list("section.assign", content.assign());
		list("section.send-back", content.sendBack());
		test(content.test());
		list("section.not-checked", content.notChecked());
		guides(content.guides());
		this.text.append("</main>\n</body>\n</html>\n");
	}

	private void head(String title) {
		add("<!DOCTYPE html>\n<html lang=\"", this.words.get("language"), "\">\n<head>\n<meta charset=\"UTF-8\">\n");
		add("<meta http-equiv=\"Content-Security-Policy\" content=\"", POLICY, "\">\n");
		this.text.append("<meta name=\"referrer\" content=\"no-referrer\">\n")
			.append("<meta name=\"viewport\" content=\"width=device-width\">\n");
		add("<title>", title, "</title>\n<style>");
		this.text.append(STYLE).append("</style>\n</head>\n<body>\n<main>\n");
	}

	private void step(HandOverSheet.Step step) {
		add("<li>", step.text(), "");
		if (!step.fields().isEmpty()) {
			this.text.append("\n<table>\n");
			for (HandOverSheet.Field field : step.fields()) {
				add("<tr><th scope=\"row\">", field.name(), "</th><td>");
				value(field);
				this.text.append("</td></tr>\n");
			}
			this.text.append("</table>\n");
		}
		this.text.append("</li>\n");
	}

	private void mappings(SheetContent content) {
		if (content.mappings().isEmpty()) {
			return;
		}
		section("section.attributes");
		add("<p>", content.attributes(), "</p>\n<table>\n<thead><tr>");
		add("<th scope=\"col\">", content.attributeName(), "</th>");
		add("<th scope=\"col\">", content.attributeSource(), "</th>");
		add("<th scope=\"col\">", this.words.get("label.note"), "</th></tr></thead>\n<tbody>\n");
		for (HandOverSheet.Mapping mapping : content.mappings()) {
			add("<tr><td><code>", mapping.name(), "</code></td>");
			add("<td><code>", mapping.source(), "</code></td>");
			add("<td>", this.words.get(mapping.required() ? "required" : "optional"), "</td></tr>\n");
		}
		this.text.append("</tbody>\n</table>\n");
	}

	private void test(HandOverSheet.@Nullable Field test) {
		if (test != null) {
			section("section.test");
			add("<p>", test.name(), " ");
			value(test);
			this.text.append("</p>\n");
		}
	}

	private void guides(List<HandOverSheet.Guide> guides) {
		if (guides.isEmpty()) {
			return;
		}
		section("section.guides");
		this.text.append("<ul>\n");
		for (HandOverSheet.Guide guide : guides) {
			add("<li>", guide.title(), ": ");
			link(guide.url());
			add(" (", this.words.get("label.read") + " " + guide.read(), ")</li>\n");
		}
		this.text.append("</ul>\n");
	}

	private void list(String title, List<String> texts) {
		if (!texts.isEmpty()) {
			section(title);
			this.text.append("<ul>\n");
			texts.forEach((line) -> add("<li>", line, "</li>\n"));
			this.text.append("</ul>\n");
		}
	}

	private void section(String key) {
		add("<h2>", this.words.get(key), "</h2>\n");
	}

	private void value(HandOverSheet.Field field) {
		String value = field.value();
		if (value != null && field.link()) {
			link(value);
		}
		else if (value != null) {
			add("<code>", value, "</code>");
		}
		if (field.note() != null) {
			add(" <em>", field.note(), "</em>");
		}
	}

	private void link(String url) {
		if (CleanText.isLink(url)) {
			add("<a rel=\"noreferrer\" href=\"", url, "\">");
			add("", url, "</a>");
		}
		else {
			add("<code>", url, "</code>");
		}
	}

	private void add(String before, String text, String after) {
		this.text.append(before).append(escape(text)).append(after);
	}

	static String escape(String text) {
		StringBuilder escaped = new StringBuilder(text.length());
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			switch (character) {
				case '<' -> escaped.append("&lt;");
				case '>' -> escaped.append("&gt;");
				case '&' -> escaped.append("&amp;");
				case '"' -> escaped.append("&quot;");
				case '\'' -> escaped.append("&#39;");
				case '`' -> escaped.append("&#96;");
				default -> escaped.append(character);
			}
		}
		return escaped.toString();
	}

	private static String sha256(String text) {
		try {
			return Base64.getEncoder()
				.encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return this.text.toString();
	}

}
