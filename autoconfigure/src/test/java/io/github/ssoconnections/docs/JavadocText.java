// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Javadoc of a type as text of a page.
 *
 * @param summary the first sentence
 * @param params the texts of the parameters by name
 */
record JavadocText(String summary, Map<String, String> params) {

	private static final Path SOURCES = Pages.ROOT.resolve("autoconfigure/src/main/java");

	private static final Pattern PARAM = Pattern.compile("@param (\\w+) (.*?)(?= @\\w+ |$)");

	private static final Pattern CODE = Pattern.compile("\\{@code ([^}]*)}");

	private static final Pattern LINK = Pattern
		.compile("\\{@link(?:plain)? (?:[a-z]+\\.)*#?([\\w.#]+)(?:\\([^)]*\\))?(?: ([^}]*))?}");

	/**
	 * Read the Javadoc of a type.
	 * @param type the type, which may be nested
	 * @return its Javadoc
	 */
	static JavadocText of(Class<?> type) {
		Class<?> top = type;
		while (top.getEnclosingClass() != null) {
			top = top.getEnclosingClass();
		}
		String source = Pages.read(SOURCES.resolve(top.getName().replace('.', '/') + ".java"));
		Matcher declared = Pattern.compile(
				"/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*(?:[a-z-]+ )*(?:record|interface|class|enum) "
						+ type.getSimpleName() + "\\b",
				Pattern.DOTALL)
			.matcher(source);
		if (!declared.find()) {
			throw new IllegalStateException(type + " has no Javadoc");
		}
		String text = plain(declared.group(1));
		Map<String, String> params = new LinkedHashMap<>();
		Matcher param = PARAM.matcher(text);
		while (param.find()) {
			params.put(param.group(1), param.group(2).strip());
		}
		return new JavadocText(text.replaceFirst("(?<=[.!?]) (?:<p>|[A-Z@]).*", "").replaceFirst(" @param .*", ""),
				params);
	}

	/**
	 * Turn the inside of a comment into one line of Markdown.
	 * @param comment what stands between its delimiters
	 * @return the text
	 */
	static String plain(String comment) {
		String line = comment.replace("{@value Account#DEFAULT}", "`default`")
			.replaceAll("(?m)^\\s*\\*+ ?", " ")
			.replaceAll("\\s+", " ")
			.strip();
		line = CODE.matcher(line).replaceAll("`$1`");
		Matcher link = LINK.matcher(line);
		line = link.replaceAll((one) -> Matcher
			.quoteReplacement((one.group(2) != null) ? one.group(2) : "`" + one.group(1).replace('#', '.') + "`"));
		return line.replaceAll("\\{@\\w+ #?([^}]*)}", "`$1`").replace("|", "\\|");
	}

}
