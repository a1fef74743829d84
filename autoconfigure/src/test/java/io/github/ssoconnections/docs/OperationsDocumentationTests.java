// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.DeclaredOperations;
import io.github.ssoconnections.testing.GeneratedPage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Generates the tables of {@code docs/reference/generated/operations.md} from the
 * operations, and the scopes of applications at Auth0.
 */
class OperationsDocumentationTests {

	private static final Path PAGE = Path.of("..", "docs", "reference", "generated", "operations.md");

	private static final String START = "<!-- generated -->\n";

	private static final String TOKEN = "oauth.token";

	/** Scopes for the options of connections, without which they are left out. */
	private static final List<String> OPTIONS = List.of("read:connections_options", "update:connections_options");

	/** What the catalog, the monitor and health read. */
	private static final Set<String> WATCHING = Set.of("connections.list", "connections.get");

	/** Why sign-ins fail, and through which connection a user came. */
	private static final Set<String> SUPPORT = Set.of("connections.list", "connections.get", "connection_clients.list",
			"organizations.list", "organizations.get", "organization_connections.list", "discovery_domains.list",
			"clients.list", "clients.get", "logs.list", "users.list_by_email");

	/** Bringing a customer to a working sign-in, and taking it back. */
	private static final Set<String> ONBOARDING = Set.of("connections.list", "connections.get", "connections.create",
			"connections.update", "connection_clients.list", "connection_clients.update", "clients.list", "clients.get",
			"organizations.list", "organizations.get", "organizations.get_by_name", "organizations.create",
			"organization_connections.list", "organization_connections.get", "organization_connections.create",
			"organization_connections.update", "organization_connections.delete", "discovery_domains.list",
			"discovery_domains.get", "discovery_domains.get_by_name", "discovery_domains.create",
			"discovery_domains.mark_verified", "scim_configurations.get", "scim_configurations.create",
			"scim_tokens.create", "self_service_profiles.list", "self_service_profiles.get",
			"self_service_tickets.create", "self_service_tickets.revoke");

	@Test
	void listsOperations() throws Exception {
		String page = Files.readString(PAGE);
		String head = page.substring(0, page.indexOf(START) + START.length());
		GeneratedPage.checkOrUpdate(PAGE, head + tables());
	}

	@Test
	void reportsHowToUpdate() throws Exception {
		assertThat(Files.readString(Path.of("..", "CONTRIBUTING.md"))).contains(GeneratedPage.updateCommand());
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
		append(text, "Read-only: the catalog, the monitor, health and the endpoint", OPTIONS.subList(0, 1), WATCHING);
		append(text, "Onboarding", OPTIONS, ONBOARDING);
		append(text, "All", OPTIONS,
				DeclaredOperations.of("auth0").stream().map(ApiOperation::name).collect(Collectors.toSet()));
		text.append("\nBeside these, an application for support, which reads the log and users:\n");
		append(text, "Support", OPTIONS.subList(0, 1), SUPPORT);
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

	private static void append(StringBuilder text, String application, List<String> more, Set<String> operations) {
		List<ApiOperation<?>> chosen = DeclaredOperations.of("auth0")
			.stream()
			.filter((operation) -> operations.contains(operation.name()))
			.toList();
		assertThat(chosen).as(application).extracting(ApiOperation::name).containsAll(operations);
		Set<String> scopes = new TreeSet<>(more);
		chosen.forEach((operation) -> scopes.addAll(operation.scopes()));
		text.append("\n").append(application).append(":\n\n```\n");
		text.append(String.join(" ", scopes)).append("\n```\n");
	}

}
