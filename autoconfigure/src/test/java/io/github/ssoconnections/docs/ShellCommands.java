// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Commands of the documentation: modules, profiles, files and requests must exist. They
 * are not run.
 */
final class ShellCommands {

	/** What is called as it is: only the name is checked. */
	private static final Set<String> NAMES = Set.of("gradle", "unzip", "apt-get", "npm", "cd", "git", "osv-scanner",
			"openssl", "promtool");

	private static final Pattern ASSIGNMENT = Pattern.compile("^\\w+=\\S* ?");

	private static final Pattern REQUEST = Pattern.compile("`([A-Z]+) (/[^`?]*)`");

	private static final Pattern URL = Pattern.compile("https?://127\\.0\\.0\\.1:8080(/[^\\s\"'?]*)");

	/** Requests of the tutorial's application, and of the actuator. */
	private static final Pattern OTHER_PATH = Pattern.compile("/(clerk|auth0)/customers.*|/actuator/.*|/");

	/** Profiles of Boot's parent. */
	private static final Set<String> PARENT = Set.of("native");

	private ShellCommands() {
	}

	static List<String> problemsOf(String code) {
		List<String> problems = new ArrayList<>();
		Stream.of(code.replaceAll("\\\\\n\\s*", " ").split("\n| && "))
			.map(String::strip)
			.filter((line) -> !line.isEmpty() && !line.startsWith("#"))
			.forEach((line) -> check(line, problems));
		return problems;
	}

	private static void check(String line, List<String> problems) {
		String command = ASSIGNMENT.matcher(line).replaceFirst("");
		String name = command.split(" ")[0];
		if (command.isEmpty() || NAMES.contains(name)) {
			return;
		}
		switch (name) {
			case "mvn" -> checkMaven(command, problems);
			case "curl" -> checkRequest(command, problems);
			case "java" -> checkFile(command.split(" ")[1], problems);
			default -> {
				if (name.contains("/")) {
					checkFile(name, problems);
				}
				else {
					problems.add("unknown command " + name);
				}
			}
		}
	}

	private static void checkFile(String file, List<String> problems) {
		if (!file.startsWith("-") && !Files.exists(Pages.ROOT.resolve(file))) {
			problems.add("no file " + file);
		}
	}

	private static void checkMaven(String command, List<String> problems) {
		String poms = Pages.find(Pages.ROOT, "pom.xml").map(Pages::read).collect(Collectors.joining());
		matches(" -P([\\w,]+)", command).filter((profile) -> !PARENT.contains(profile))
			.filter((profile) -> !Pattern.compile("<profile>\\s*(<!--.*?-->\\s*)?<id>" + profile + "<")
				.matcher(poms)
				.find())
			.forEach((profile) -> problems.add("no profile " + profile));
		matches(" -pl '?([\\w,!-]+)", command).map((module) -> module.replace("!", ""))
			.filter((module) -> !Files.exists(Pages.ROOT.resolve(module).resolve("pom.xml")))
			.forEach((module) -> problems.add("no module " + module));
	}

	private static Stream<String> matches(String regex, String command) {
		return Pattern.compile(regex)
			.matcher(command)
			.results()
			.flatMap((found) -> Stream.of(found.group(1).split(",")));
	}

	private static void checkRequest(String command, List<String> problems) {
		Matcher url = URL.matcher(command);
		if (!url.find() || OTHER_PATH.matcher(url.group(1)).matches()) {
			return;
		}
		Matcher method = Pattern.compile("-X ([A-Z]+)").matcher(command);
		boolean hasBody = command.contains(" -d ") || command.contains(" --data");
		String request = (method.find() ? method.group(1) : hasBody ? "POST" : "GET") + " " + url.group(1);
		String console = Pages.read(Pages.GENERATED.resolve("console-requests.md"));
		boolean served = REQUEST.matcher(console)
			.results()
			.map((one) -> one.group(1) + " " + one.group(2))
			.anyMatch((one) -> request.replaceAll("\\$\\w+", "{}").equals(one.replaceAll("\\{[^}]*}", "{}")));
		if (!served) {
			problems.add("no request " + request);
		}
	}

}
