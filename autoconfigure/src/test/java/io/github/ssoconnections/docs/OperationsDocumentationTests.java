// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.DeclaredOperations;
import io.github.ssoconnections.testing.GeneratedPage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Generates the tables of {@code docs/operations.md} from the operations, and the scopes
 * of applications at Auth0.
 */
class OperationsDocumentationTests {

	private static final Path PAGE = Path.of("..", "docs", "operations.md");

	private static final String START = "<!-- generated -->\n";

	private static final String TOKEN = "oauth.token";

	/** Scopes for the options of connections, without which they are left out. */
	private static final List<String> OPTIONS = List.of("read:connections_options", "update:connections_options");

	/** What bringing a customer to a working sign-in does not need. */
	private static final Set<String> BESIDE_ONBOARDING = Set.of("delete:connections", "delete:users",
			"create:connections_keys", "update:connections_keys", "read:connections_keys");

	@Test
	void listsOperations() throws Exception {
		String page = Files.readString(PAGE);
		String head = page.substring(0, page.indexOf(START) + START.length());
		GeneratedPage.checkOrUpdate(PAGE, head + tables(), getClass());
	}

	@Test
	void reportsHowToUpdate() throws Exception {
		assertThat(Files.readString(Path.of("..", "CONTRIBUTING.md")))
			.contains(GeneratedPage.updateCommand(getClass()));
	}

	@Test
	void everyOperationOfAuth0HasScopes() {
		assertThat(DeclaredOperations.of("auth0")).filteredOn((operation) -> !operation.name().equals(TOKEN))
			.hasSizeGreaterThan(30)
			.noneMatch((operation) -> operation.scopes().isEmpty());
	}

	private static String tables() {
		StringBuilder text = new StringBuilder("\n## Clerk\n\n| Operation | Request |\n|---|---|\n");
		rows("clerk", (operation) -> "").forEach(text::append);
		text.append("\n## Auth0\n\n| Operation | Request | Scopes |\n|---|---|---|\n");
		rows("auth0", (operation) -> " " + code(operation.scopes()) + " |").forEach(text::append);
		text.append("\n## Applications at Auth0 with the least privileges\n\n");
		text.append("`options` of connections need scopes of their own, ")
			.append(code(OPTIONS).replace(", ", " and "))
			.append(", which the lines include.\n");
		append(text, "Read-only: catalog, monitor, health", (scope) -> scope.startsWith("read:"));
		append(text, "Onboarding",
				(scope) -> !BESIDE_ONBOARDING.contains(scope) && !scope.matches(".*directory_provisionings"));
		append(text, "All", (scope) -> true);
		return text.toString();
	}

	private static Stream<String> rows(String vendor, Function<ApiOperation<?>, String> more) {
		return DeclaredOperations.of(vendor)
			.stream()
			.map((operation) -> "| `" + operation.name() + "` | `" + DeclaredOperations.request(operation) + "` |"
					+ more.apply(operation) + "\n")
			.distinct();
	}

	private static String code(Collection<String> scopes) {
		return scopes.isEmpty() ? "" : "`" + String.join("`, `", scopes) + "`";
	}

	private static void append(StringBuilder text, String application, Predicate<String> choice) {
		Set<String> scopes = new TreeSet<>(OPTIONS);
		DeclaredOperations.of("auth0").forEach((operation) -> scopes.addAll(operation.scopes()));
		scopes.removeIf((scope) -> !choice.test(scope));
		text.append("\n").append(application).append(":\n\n```\n");
		text.append(String.join(" ", new LinkedHashSet<>(scopes))).append("\n```\n");
	}

}
