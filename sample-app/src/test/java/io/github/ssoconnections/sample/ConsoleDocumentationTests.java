// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.MethodParameter;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Generates the page of the requests of programs from the handlers and the comments in
 * front of them, and checks that {@code docs/reference/console.md} names every page.
 */
class ConsoleDocumentationTests extends AbstractConsoleTests {

	private static final Path DOCS = Path.of("..", "docs", "reference");

	private static final Path PAGE = DOCS.resolve("generated/console-requests.md");

	private static final String UPDATE = "mvn -pl sample-app -am test -Dtest='*DocumentationTests' -Dupdate-docs=true "
			+ "-Dsurefire.failIfNoSpecifiedTests=false";

	private static final String API = "/api/";

	private static final Pattern PATH = Pattern.compile("`(/[^`]*)`");

	private static final Pattern FILTERS = Pattern
		.compile("passOn\\(filters, new \\w+\\(\\)((?:,\\s*\"[a-z_]+\")+)\\)");

	private static final Pattern COMMENT = Pattern
		.compile("(?s)(?:/\\*\\*((?:(?!\\*/).)*?)(?:@param.*|@return.*)?\\*/|((?:// [^\n]*\\s*)+))\\s*@.*");

	private static final String HEAD = """
			# Requests of the console

			The requests of [the console](../console.md) for programs, with the parameters of the query. They are described by the comments of the code, or else by the names of its methods.
			""";

	@Autowired
	RequestMappingHandlerMapping requestMappingHandlerMapping;

	@Test
	void listsTheRequestsOfPrograms() throws IOException {
		StringBuilder text = new StringBuilder(HEAD);
		append(text, "Clerk", (path) -> path.startsWith("/api/clerk/"));
		append(text, "Auth0", (path) -> path.startsWith("/api/auth0/"));
		append(text, "Both vendors", (path) -> !path.matches("/api/(clerk|auth0)/.*"));
		if (Boolean.getBoolean("update-docs")) {
			Files.writeString(PAGE, text);
		}
		assertThat(PAGE).as("Run: %s", UPDATE).content().isEqualTo(text.toString());
	}

	@Test
	void readsCommentsAndParameters() {
		List<Request> requests = requests();
		assertThat(requests).hasSizeGreaterThan(70);
		assertThat(requests).map(Request::row)
			.contains("| `DELETE /api/clerk/saml-connections/{id}` | Delete. | |\n",
					"| `PATCH /api/clerk/saml-connections/{id}` | Update. | `replace-certificates` |\n",
					"| `POST /api/auth0/connections/{id}/suspend` | Stop all sign-ins at once. | |\n",
					"| `GET /api/clerk/directories` | List. | `limit`, `offset` |\n");
		assertThat(requests).map(Request::text)
			.contains("Set what an activation would enable: client_ids, organization_ids, "
					+ "assign_membership_on_login.");
		assertThat(requests)
			.filteredOn((request) -> request.name().equals("POST /api/clerk/saml-connections")
					|| request.name().equals("GET /api/clerk/saml-connections"))
			.hasSize(2)
			.anySatisfy((request) -> assertThat(request.text()).startsWith("List connections. The `+` before "));
	}

	@Test
	void namesEveryPageAndNoOther() throws IOException {
		List<String> named = PATH.matcher(Files.readString(DOCS.resolve("console.md")))
			.results()
			.map((MatchResult match) -> match.group(1))
			.toList();
		List<String> pages = handlers().filter((handler) -> handler.method() == RequestMethod.GET)
			.map(Handler::path)
			.filter((path) -> !path.startsWith(API))
			.toList();
		assertThat(pages).containsAll(named);
		assertThat(named).containsAll(pages.stream().filter((path) -> !path.contains("{")).toList());
	}

	private void append(StringBuilder text, String title, Predicate<String> section) {
		text.append("\n## ").append(title).append("\n\n| Request | What it does | Parameters |\n|---|---|---|\n");
		requests().stream().filter((request) -> section.test(request.path())).map(Request::row).forEach(text::append);
	}

	private List<Request> requests() {
		return handlers().filter((handler) -> handler.path().startsWith(API))
			.sorted(Comparator.comparing(Handler::path).thenComparing(Handler::method))
			.map((handler) -> new Request(handler.method() + " " + handler.path(), handler.path(),
					text(handler.handler().getMethod()), parameters(handler.handler())))
			.toList();
	}

	private Stream<Handler> handlers() {
		List<Handler> handlers = new ArrayList<>();
		this.requestMappingHandlerMapping.getHandlerMethods()
			.forEach((mapping, handler) -> mapping.getMethodsCondition()
				.getMethods()
				.forEach((method) -> mapping.getPatternsCondition()
					.getPatterns()
					.forEach((pattern) -> handlers.add(new Handler(method, pattern.getPatternString(), handler)))));
		return handlers.stream();
	}

	// The comment in front of the method, without the descriptions of its parameters
	private static String text(Method method) {
		String before = parts(method)[0];
		Matcher comment = COMMENT.matcher(before.substring(before.lastIndexOf("\n\n")).strip());
		if (!comment.matches()) {
			String words = method.getName().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
			return StringUtils.capitalize(words) + ".";
		}
		return ((comment.group(1) != null) ? comment.group(1) : comment.group(2)).replaceAll("(?m)^\\s*(\\*|//)", " ")
			.replaceAll("\\s+", " ")
			.replaceAll("\\{@code ([^}]*)}", "`$1`")
			.strip();
	}

	private static List<String> parameters(HandlerMethod handler) {
		List<String> names = new ArrayList<>();
		for (MethodParameter parameter : handler.getMethodParameters()) {
			RequestParam param = parameter.getParameterAnnotation(RequestParam.class);
			if (param != null && Map.class.isAssignableFrom(parameter.getParameterType())) {
				names.addAll(filters(handler.getMethod()));
			}
			else if (param != null) {
				String name = param.name().isEmpty() ? param.value() : param.name();
				names.add(name.isEmpty() ? parameter.getParameter().getName() : name);
			}
		}
		return names;
	}

	private static List<String> filters(Method method) {
		Matcher filters = FILTERS.matcher(parts(method)[1].split("\n\t}\n")[0]);
		assertThat(filters.find()).as("Filters of %s", method).isTrue();
		return Stream.of(filters.group(1).split(",")).map((name) -> name.replace("\"", "").strip()).skip(1).toList();
	}

	// What stands in front of a method, and the rest
	private static String[] parts(Method method) {
		Path source = Path.of("src/main/java", method.getDeclaringClass().getName().replace('.', '/') + ".java");
		try {
			String[] parts = Files.readString(source).split("\n\t[\\w<>\\[\\], ?.]+ " + method.getName() + "\\(");
			assertThat(parts).as(method.toString()).hasSize(2);
			return parts;
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * A handler for one method and path.
	 *
	 * @param method the HTTP method
	 * @param path the pattern of the path
	 * @param handler the method of a controller
	 */
	private record Handler(RequestMethod method, String path, HandlerMethod handler) {

	}

	/**
	 * A request of the page.
	 *
	 * @param name method and path
	 * @param path the path
	 * @param text what it does
	 * @param parameters the parameters of the query
	 */
	private record Request(String name, String path, String text, List<String> parameters) {

		String row() {
			String parameters = this.parameters.stream()
				.map((name) -> " `" + name + "`")
				.collect(Collectors.joining(","));
			return "| `" + this.name + "` | " + this.text + " |" + parameters + " |\n";
		}

	}

}
