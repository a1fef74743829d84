// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A piece of code: a block of a page, or a tagged region of a source file.
 *
 * @param file where it stands
 * @param line the line at which it starts
 * @param language the language, empty if the block names none
 * @param name the name of the region, or the first line of the block
 * @param code the code
 */
record Snippet(Path file, int line, String language, String name, String code) {

	private static final Pattern FENCE = Pattern.compile("\\s*(```+|~~~+)\\s*(\\S*).*");

	private static final Pattern NESTED = Pattern.compile("static (final )?(class|record|interface|enum) .*");

	private static final Pattern TAG = Pattern.compile("\\s*// (tag|end)::([a-z0-9-]+)\\[]");

	/**
	 * Return the code with every run of white space as one space: pages and sources
	 * indent differently.
	 */
	String normalized() {
		return this.code.strip().replaceAll("\\s+", " ");
	}

	/**
	 * Return the blocks of a page in a language.
	 */
	static List<Snippet> blocks(Path page, String language) {
		return blocks(page).stream().filter((block) -> block.language().equals(language)).toList();
	}

	/**
	 * Return all blocks of a page, without those of generated imports.
	 */
	static List<Snippet> blocks(Path page) {
		List<Snippet> blocks = new ArrayList<>();
		List<String> lines = Imports.blank(Pages.read(page)).lines().toList();
		for (int i = 0; i < lines.size(); i++) {
			Matcher fence = FENCE.matcher(lines.get(i));
			if (fence.matches()) {
				int end = end(page, lines, i, fence.group(1));
				String code = String.join("\n", lines.subList(i + 1, end));
				blocks.add(new Snippet(page, i + 1, fence.group(2).toLowerCase(Locale.ROOT),
						code.strip().lines().findFirst().orElse(""), code));
				i = end;
			}
		}
		return blocks;
	}

	private static int end(Path page, List<String> lines, int start, String fence) {
		for (int i = start + 1; i < lines.size(); i++) {
			if (lines.get(i).strip().equals(fence)) {
				return i;
			}
		}
		throw new IllegalStateException(page + ":" + (start + 1) + " opens a block that does not end");
	}

	/**
	 * Return the tagged regions of a source file.
	 */
	static List<Snippet> regions(Path source) {
		List<Snippet> regions = new ArrayList<>();
		List<String> lines = lines(source);
		String open = null;
		int start = 0;
		for (int i = 0; i < lines.size(); i++) {
			Matcher tag = TAG.matcher(lines.get(i));
			if (!tag.matches()) {
				continue;
			}
			String name = tag.group(2);
			boolean opens = tag.group(1).equals("tag");
			if ((opens && open != null) || (!opens && !name.equals(open))) {
				throw new IllegalStateException(source + ":" + (i + 1) + " tags must come in pairs: " + name);
			}
			if (open != null) {
				regions.add(new Snippet(source, start + 1, source.toString().endsWith(".kt") ? "kotlin" : "java", name,
						asTopLevel(lines.subList(start + 1, i))));
			}
			open = (open != null) ? null : name;
			start = i;
		}
		if (open != null) {
			throw new IllegalStateException(source + " does not end the region " + open);
		}
		return regions;
	}

	// A nested class of a file with examples is a class of its own on the page
	private static String asTopLevel(List<String> region) {
		int indent = region.stream()
			.filter((line) -> !line.isBlank())
			.mapToInt((line) -> line.length() - line.stripLeading().length())
			.min()
			.orElse(0);
		return region.stream()
			.map((line) -> (indent > 0
					&& NESTED.matcher(line).region(Math.min(indent, line.length()), line.length()).lookingAt())
							? line.replaceFirst("static ", "") : line)
			.collect(Collectors.joining("\n"));
	}

	private static List<String> lines(Path file) {
		try {
			return Files.readAllLines(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public String toString() {
		return this.file.getFileName() + ":" + this.line + " " + this.name;
	}

}
