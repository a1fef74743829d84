// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.ssoconnections.handover.CleanText;

/**
 * Reads variables from a file with lines {@code NAME=value}, as data: nothing is
 * expanded. Empty lines and lines that begin with {@code #} are ignored, and quotes
 * around a value are removed. No message contains a part of the file other than a name.
 */
final class EnvironmentFile {

	private static final int MAX_SIZE = 1024 * 1024;

	private static final Pattern LINE = Pattern.compile("\\s*(?<name>[A-Za-z_][A-Za-z0-9_]*)=(?<value>.*)");

	private static final Pattern QUOTED = Pattern.compile("(['\"])(?<value>.*)\\1");

	private static final Set<PosixFilePermission> OWNER = Set.of(PosixFilePermission.OWNER_READ,
			PosixFilePermission.OWNER_WRITE, PosixFilePermission.OWNER_EXECUTE);

	private final Path file;

	EnvironmentFile(Path file) {
		this.file = file;
	}

	Map<String, String> read() {
		List<String> lines;
		try {
			checkPermissions();
			lines = content().lines().toList();
		}
		catch (IOException ex) {
			throw error("cannot be read");
		}
		Map<String, String> variables = new LinkedHashMap<>();
		for (int i = 0; i < lines.size(); i++) {
			String line = lines.get(i);
			if (!line.isBlank() && !line.strip().startsWith("#")) {
				add(variables, line, i + 1);
			}
		}
		return variables;
	}

	private void checkPermissions() throws IOException {
		PosixFileAttributeView view = Files.getFileAttributeView(this.file, PosixFileAttributeView.class);
		if (view != null && !OWNER.containsAll(view.readAttributes().permissions())) {
			throw error("can be read or changed by other users: chmod 600 it");
		}
	}

	private String content() throws IOException {
		try (InputStream input = Files.newInputStream(this.file)) {
			byte[] content = input.readNBytes(MAX_SIZE + 1);
			if (content.length > MAX_SIZE) {
				throw error("is larger than 1 MiB");
			}
			return new String(content, StandardCharsets.UTF_8);
		}
	}

	private void add(Map<String, String> variables, String line, int number) {
		Matcher matcher = LINE.matcher(line);
		if (!matcher.matches()) {
			throw error("has a line " + number + " that is not of the form NAME=value");
		}
		String value = matcher.group("value").strip();
		Matcher quoted = QUOTED.matcher(value);
		String previous = variables.put(matcher.group("name"), quoted.matches() ? quoted.group("value") : value);
		if (previous != null) {
			throw error("sets " + matcher.group("name") + " twice, the second time in line " + number);
		}
	}

	private UsageException error(String message) {
		return new UsageException("The file of --env-file, " + CleanText.of(this.file.toString()) + ", " + message);
	}

}
