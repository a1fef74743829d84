// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.InvalidArgumentException;

/**
 * Reads {@link OrganizationPairs} from CSV.
 */
final class OrganizationPairsReader {

	private static final int MAX_CHARACTERS = 1_000_000;

	private static final String TARGET = "clerk_organization";

	private static final String CONNECTION = "connection";

	private static final String ORGANIZATION = "organization";

	private final Map<String, String> pairs = new LinkedHashMap<>();

	private final Map<String, Integer> lines = new LinkedHashMap<>();

	private final boolean connections;

	private OrganizationPairsReader(List<String> header) {
		this.connections = header.get(0).equals(CONNECTION);
		Assert.isTrue((this.connections || header.get(0).equals(ORGANIZATION)) && header.get(1).equals(TARGET),
				() -> "line 1: the header must be '" + CONNECTION + "," + TARGET + "' or '" + ORGANIZATION + ","
						+ TARGET + "'");
	}

	static OrganizationPairs read(Reader csv) {
		List<String> lines = text(csv).lines().toList();
		Assert.isTrue(!lines.isEmpty(), "line 1: the header is missing");
		OrganizationPairsReader reader = new OrganizationPairsReader(cells(1, lines.get(0)));
		for (int i = 1; i < lines.size(); i++) {
			if (!lines.get(i).isBlank()) {
				reader.add(i + 1, cells(i + 1, lines.get(i)));
			}
		}
		return reader.connections ? OrganizationPairs.ofConnections(reader.pairs)
				: OrganizationPairs.ofOrganizations(reader.pairs);
	}

	private static String text(Reader csv) {
		try {
			StringBuilder text = new StringBuilder();
			char[] buffer = new char[8192];
			for (int read = csv.read(buffer); read >= 0; read = csv.read(buffer)) {
				text.append(buffer, 0, read);
				Assert.isTrue(text.length() <= MAX_CHARACTERS,
						"The text must not have more than " + MAX_CHARACTERS + " characters");
			}
			boolean mark = text.length() > 0 && text.charAt(0) == '\uFEFF';
			return text.substring(mark ? 1 : 0);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> cells(int line, String text) {
		List<String> cells = List.of(text.split(",", -1)).stream().map(OrganizationPairsReader::cell).toList();
		Assert.isTrue(cells.size() == 2, () -> "line " + line + ": there must be two cells, separated by a comma");
		return cells;
	}

	private static String cell(String text) {
		String cell = text.strip();
		boolean quoted = cell.length() >= 2 && cell.startsWith("\"") && cell.endsWith("\"");
		return quoted ? cell.substring(1, cell.length() - 1) : cell;
	}

	private void add(int line, List<String> cells) {
		String source = cells.get(0);
		String target = cells.get(1);
		if (!OrganizationPairs.isSource(source)) {
			throw invalid(line, Excerpt.quoted(source) + " is no id or name at Auth0");
		}
		boolean none = this.connections && target.equals(OrganizationPairs.NO_ORGANIZATION);
		if (!none && !OrganizationPairs.isTarget(target)) {
			throw invalid(line, Excerpt.quoted(target) + " is no id at Clerk"
					+ (this.connections ? ": write '-' for no organization" : ""));
		}
		Integer earlier = this.lines.put(source, line);
		if (earlier != null) {
			throw invalid(line, Excerpt.quoted(source) + " is already in line " + earlier);
		}
		this.pairs.put(source, target);
	}

	private static InvalidArgumentException invalid(int line, String reason) {
		return new InvalidArgumentException("line " + line + ": " + reason);
	}

}
