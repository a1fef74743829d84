// SPDX-License-Identifier: Apache-2.0

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Prints the ten slowest test classes of the last run, of all modules. It needs no build:
 * {@code java src/build/SlowestTests.java} from the root of the project.
 */
public final class SlowestTests {

	private static final Pattern SUITE = Pattern.compile("<testsuite [^>]*\\bname=\"([^\"]+)\" time=\"([^\"]+)\"");

	private SlowestTests() {
	}

	public static void main(String[] args) throws IOException {
		Map<String, Double> seconds = new TreeMap<>();
		for (Path report : reports(Path.of((args.length > 0) ? args[0] : "."))) {
			Matcher suite = SUITE.matcher(Files.readString(report));
			if (suite.find()) {
				seconds.merge(suite.group(1), Double.valueOf(suite.group(2).replace(",", "")), Double::sum);
			}
		}
		System.out.println("The slowest of " + seconds.size() + " test classes:");
		seconds.entrySet()
			.stream()
			.sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder()))
			.limit(10)
			.forEach((entry) -> System.out.printf("%7.1f s  %s%n", entry.getValue(), entry.getKey()));
	}

	private static List<Path> reports(Path root) throws IOException {
		try (Stream<Path> files = Files.find(root, 4, (file, attributes) -> file.getFileName().toString().matches("TEST-.*\\.xml")
				&& file.getParent().endsWith(Path.of("target", "surefire-reports")))) {
			return files.toList();
		}
	}

}
