// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/**
 * URLs that somebody enters to get at what is not theirs.
 */
final class AttackUrls {

	private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9a-f]{4})");

	private AttackUrls() {
	}

	static List<AttackUrl> all() {
		try {
			return Files.readAllLines(Path.of("src/test/resources/metadata/attack-urls.txt"))
				.stream()
				.filter((line) -> !line.startsWith("#"))
				.map(AttackUrls::parse)
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static AttackUrl parse(String line) {
		String[] columns = line.split(" -> ", 2);
		String url = ESCAPE.matcher(columns[0])
			.replaceAll((escape) -> String.valueOf((char) Integer.parseInt(escape.group(1), 16)).replace("\\", "\\\\"))
			.translateEscapes();
		return new AttackUrl(columns[0], url, columns[1].charAt(0), columns[1].substring(2));
	}

	record AttackUrl(String line, String url, char kind, String expected) {

		@Override
		public String toString() {
			return this.line;
		}

	}

}
