// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.account.Account;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for a {@link ConnectionPlan} as Markdown, text and JSON.
 */
class PlanFormatsTests {

	/**
	 * Markdown, HTML, a mention, a new line, a terminal's escape and bidirectional text.
	 */
	private static final String HOSTILE = "**x** <script>`a` @team |\n# h\u001b[31m\u202egnp.exe\u2066 [a](http://x)";

	private static ConnectionPlan plan(String text) {
		CurrentConnection current = new CurrentConnection(text, text, "saml_custom", List.of(text),
				Map.of("k", Secret.of("s3cret")), Map.of(), Secret.of("s3cret"));
		PlannedConnection planned = new PlannedConnection(PlanAction.UPDATE, text,
				DesiredConnection.of(text).withSettings(Map.of("client_secret", "s3cret")),
				Map.of("client_secret", Secret.of("s3cret")), current,
				List.of(new FieldChange(FieldPath.of("saml", text), FieldSource.FURTHER_CALL, text, List.of(text)),
						new FieldChange(FieldPath.of("name"), FieldSource.LIST, null, text),
						new FieldChange(FieldPath.of("secret"), FieldSource.WRITE_ONLY, null, Secret.MASK)),
				List.of(FieldPath.of("oidc", text)), Set.of(text), text, List.of(text));
		return new ConnectionPlan(Account.ofDefault("clerk"), "api.clerk.com", Instant.EPOCH, List.of(planned),
				List.of(new PlanProblem(text, text, text)), List.of(current), List.of(text), 3);
	}

	@Test
	void writesMarkdownForAPullRequest() {
		assertThat(plan("Acme").toMarkdown()).isEqualTo("""
				## Plan for clerk at `api.clerk.com`

				0 to create, 1 to change, 0 to delete, 1 problem.

				### Change Acme (Acme)

				- **Not applied. Acme**
				- **Acme**
				- **The activation removes verified domains of the organization: Acme.**
				- `saml.Acme`: `Acme` → `[Acme]` (by a further call)
				- `name`: `Acme`
				- `secret` (sent, not compared)

				### Problems: these connections are not touched

				- Acme, Acme: Acme

				### Not declared, and left as they are

				- Acme (Acme)

				### Notes

				- Acme

				### Not compared

				- Acme: oidc.Acme
				""");
	}

	@Test
	void escapesAndCleansTextsOfOthers() {
		for (String format : List.of(plan(HOSTILE).toMarkdown(), plan(HOSTILE).toText())) {
			assertThat(format).doesNotContain("\u202e", "\u2066", "\u001b", "\n# h");
		}
		assertThat(
				plan(HOSTILE).toMarkdown().lines().map((line) -> line.replaceAll("(`+)(?:(?!\\1).)*?[^`]\\1(?!`)", "")))
			.allSatisfy((line) -> assertThat(line.replaceAll("\\\\.", "")).as(line)
				.doesNotContain("<script", "@team", "`", "](", "|")
				.doesNotContainPattern("(?<!^- )\\*\\*x"));
	}

	@Test
	void limitsListsForACommentOnAPullRequest() {
		List<String> notes = IntStream.range(0, 1000).mapToObj((number) -> "note " + number).toList();
		ConnectionPlan plan = new ConnectionPlan(Account.ofDefault("clerk"), "api.clerk.com", Instant.EPOCH, List.of(),
				List.of(), List.of(), notes, 0);
		assertThat(plan.toMarkdown()).contains("- note 99\n- and 900 more\n").doesNotContain("note 100");
		assertThat(plan.toText()).contains("  and 900 more");
	}

	@Test
	void hasNoSecretInAnyFormat() {
		ConnectionPlan plan = plan("Acme");
		String json = JsonMapper.builder().build().writeValueAsString(plan);
		assertThat(json + plan + plan.toText() + plan.toMarkdown()).doesNotContain("s3cret");
		assertThat(json).contains("\"path\":\"saml.Acme\"").contains("\"action\":\"UPDATE\"").contains("furtherCalls");
	}

}
