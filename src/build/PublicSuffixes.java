// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.net.IDN;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renews the Public Suffix List that the library has: run from the root of the
 * repository with {@code java src/build/PublicSuffixes.java FILE}, where the file is
 * {@code public_suffix_list.dat} of publicsuffix.org, or the same out of a jar of Apache
 * HttpClient (see CONTRIBUTING.md).
 */
public class PublicSuffixes {

	private static final Path TARGET = Path
		.of("autoconfigure/src/main/resources/io/github/ssoconnections/lint/public-suffixes.txt");

	private static final String HEADER = """
			// This Source Code Form is subject to the terms of the Mozilla Public
			// License, v. 2.0. If a copy of the MPL was not distributed with this
			// file, You can obtain one at https://mozilla.org/MPL/2.0/.
			//
			// The rules of the Public Suffix List (https://publicsuffix.org/list/), ICANN and
			// private domains, in ASCII and without its comments. Made by src/build/PublicSuffixes.java.
			""";

	public static void main(String[] args) throws IOException {
		List<String> lines = Files.readAllLines(Path.of(args[0]));
		List<String> rules = new ArrayList<>();
		for (String line : lines) {
			String rule = line.strip().split("\\s", 2)[0];
			if (rule.startsWith("//")) {
				Matcher section = Pattern.compile("// ===BEGIN (ICANN|PRIVATE) DOMAINS===").matcher(line.strip());
				if (section.matches()) {
					rules.add("// " + section.group(1));
				}
			}
			else if (!rule.isEmpty()) {
				rules.add(toAscii(rule));
			}
		}
		if (rules.size() < 5000 || !rules.contains("// ICANN") || !rules.contains("// PRIVATE")) {
			throw new IllegalArgumentException(args[0] + " is not the whole Public Suffix List");
		}
		Files.createDirectories(TARGET.getParent());
		Files.writeString(TARGET, HEADER + "// VERSION: " + value("VERSION", lines) + "\n// COMMIT: "
				+ value("COMMIT", lines) + "\n" + String.join("\n", rules) + "\n");
		System.out.println(TARGET + ": " + rules.size() + " lines");
	}

	private static String toAscii(String rule) {
		String prefix = rule.startsWith("!") ? "!" : rule.startsWith("*.") ? "*." : "";
		return prefix + IDN.toASCII(rule.substring(prefix.length()), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
	}

	private static String value(String name, List<String> lines) {
		return lines.stream()
			.filter((line) -> line.startsWith("// " + name + ": "))
			.map((line) -> line.substring(name.length() + 5).strip())
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("The list does not tell its " + name));
	}

}
