// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * The imports of the code on a page, which are generated at its end: those of the source
 * files with the regions, whose simple names occur in the blocks. Where two types have
 * one simple name, the imports are in two blocks.
 */
final class Imports {

	/** The line before the generated imports. */
	static final String START = "<!-- imports, generated -->";

	/** The line after the generated imports. */
	static final String END = "<!-- end of imports -->";

	private static final Pattern GENERATED = Pattern
		.compile("(?s)\\s*" + Pattern.quote(START) + ".*?" + Pattern.quote(END) + "\\s*");

	private static final Pattern IMPORT = Pattern.compile("(?m)^import (static )?([\\w.]+\\.(\\w+));?$");

	private static final List<String> LANGUAGES = List.of("java", "kotlin");

	private Imports() {
	}

	/**
	 * Return a page with the imports that its code needs.
	 * @param page the page
	 * @param regions the regions that its blocks equal
	 */
	static String update(Path page, List<Snippet> regions) {
		String text = GENERATED.matcher(Pages.read(page)).replaceAll("\n\n").stripTrailing() + "\n";
		String imports = LANGUAGES.stream()
			.map((language) -> block(page, language, regions))
			.filter((block) -> !block.isEmpty())
			.collect(Collectors.joining("\n"));
		return imports.isEmpty() ? text
				: text + "\n" + START + "\n<details><summary>Imports of the code on this page</summary>\n\n" + imports
						+ "\n</details>\n" + END + "\n";
	}

	private static String block(Path page, String language, List<Snippet> regions) {
		StringBuilder text = new StringBuilder();
		Map<String, MatchResult> imports = new TreeMap<>();
		for (Snippet block : Snippet.blocks(page, language)) {
			Map<String, MatchResult> more = imports(block, regions);
			if (more.entrySet().stream().anyMatch((one) -> isAmbiguous(one.getValue(), imports.get(one.getKey())))) {
				text.append(fence(language, imports))
					.append("\nFrom the block on that begins with `")
					.append(block.name())
					.append("`:\n\n");
				imports.clear();
			}
			imports.putAll(more);
		}
		return text.append(fence(language, imports)).toString();
	}

	private static boolean isAmbiguous(MatchResult one, @Nullable MatchResult other) {
		return other != null && !other.group(2).equals(one.group(2));
	}

	// A block that is a whole file has its own
	private static Map<String, MatchResult> imports(Snippet block, List<Snippet> regions) {
		Map<String, MatchResult> imports = new TreeMap<>();
		if (!IMPORT.matcher(block.code()).find()) {
			regions.stream()
				.filter((region) -> region.language().equals(block.language())
						&& region.normalized().equals(block.normalized()))
				.flatMap((region) -> IMPORT.matcher(Pages.read(region.file())).results())
				.filter((one) -> Pattern.compile("\\b" + one.group(3) + "\\b").matcher(block.code()).find())
				.forEach((one) -> {
					MatchResult other = imports.putIfAbsent(one.group(3), one);
					if (isAmbiguous(one, other)) {
						throw new IllegalStateException("The block " + block + " is in files with "
								+ Objects.requireNonNull(other).group(2) + " and with " + one.group(2));
					}
				});
		}
		return imports;
	}

	private static String fence(String language, Map<String, MatchResult> imports) {
		String types = lines(imports, false);
		String members = lines(imports, true);
		return (types + members).isEmpty() ? "" : "```" + language + "\n" + types
				+ ((types.isEmpty() || members.isEmpty()) ? "" : "\n") + members + "```\n";
	}

	private static String lines(Map<String, MatchResult> imports, boolean ofMembers) {
		return imports.values()
			.stream()
			.filter((one) -> (one.group(1) != null) == ofMembers)
			.map((one) -> one.group() + "\n")
			.sorted()
			.collect(Collectors.joining());
	}

	/**
	 * Return a page with empty lines in the place of the generated imports.
	 * @param page the text of the page
	 */
	static String blank(String page) {
		Matcher generated = GENERATED.matcher(page);
		return generated
			.replaceAll((match) -> "\n".repeat((int) match.group().chars().filter((c) -> c == '\n').count()));
	}

}
