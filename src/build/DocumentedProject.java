// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the files that a page shows, to the letter: each block of code after a line that
 * ends with the path of a file in backticks and a colon.
 * Usage: java src/build/DocumentedProject.java PAGE DIRECTORY
 */
class DocumentedProject {

	private static final Pattern PATH = Pattern.compile(".*`([A-Za-z0-9_./-]+\\.[a-z]+)`:");

	private static final String FENCE = "```";

	public static void main(String[] arguments) throws IOException {
		List<String> lines = Files.readAllLines(Path.of(arguments[0]));
		Path directory = Path.of(arguments[1]);
		int written = 0;
		for (int i = 0; i + 2 < lines.size(); i++) {
			Matcher path = PATH.matcher(lines.get(i));
			if (path.matches() && lines.get(i + 1).isEmpty() && lines.get(i + 2).startsWith(FENCE)) {
				int end = i + 3 + lines.subList(i + 3, lines.size()).indexOf(FENCE);
				Path file = directory.resolve(path.group(1));
				Files.createDirectories(file.getParent());
				Files.write(file, lines.subList(i + 3, end));
				written++;
				i = end;
			}
		}
		if (written == 0) {
			throw new IllegalStateException("No file in " + arguments[0]);
		}
	}

}
