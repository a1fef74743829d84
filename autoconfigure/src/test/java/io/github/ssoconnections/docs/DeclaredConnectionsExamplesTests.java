// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.account.ClerkAccount;
import io.github.ssoconnections.clerk.declarative.ClerkReconciliation;
import io.github.ssoconnections.declarative.AppliedStep;
import io.github.ssoconnections.declarative.DesiredConnection;
import io.github.ssoconnections.declarative.PlanAction;
import io.github.ssoconnections.declarative.Reconciliation;
import io.github.ssoconnections.declarative.ReconciliationTools;
import io.github.ssoconnections.declarative.Reconciliations;
import io.github.ssoconnections.declarative.StepOutcome;
import io.github.ssoconnections.fleet.FleetSettings;
import io.github.ssoconnections.onboarding.IdpSettings;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.sandbox.idp.TestMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Runs the examples of {@code docs/how-to/declare-connections.md} over the sandbox.
 */
class DeclaredConnectionsExamplesTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private static final Path PAGE = Path.of("..", "docs", "how-to", "declare-connections.md");

	private final DeclaredConnectionsExamples examples = new DeclaredConnectionsExamples();

	@Test
	void plansAndAppliesADeclaration() {
		try (Sandbox sandbox = Sandbox.start()) {
			sandbox.publishMetadata("https://acme.okta.com/app/abc/sso/saml/metadata", TestMetadata.xml(
					"https://acme.okta.com", "https://acme.okta.com/sso",
					TestCertificates.selfSigned("idp", Instant.now(), Instant.now().plus(Duration.ofDays(300)))));
			Reconciliations reconciliations = new Reconciliations(List.of(Reconciliation.create(
					new ClerkReconciliation(ClerkAccount.of(ClerkClient.create(WebClient.builder(),
							ClerkConnectionDetails.of(sandbox.clerkApiKey(), sandbox.clerkBaseUrl())))),
					ReconciliationTools.create(Clock.systemUTC(), null, FleetSettings.defaults()))));
			List<DesiredConnection> desired = List.of(DeclaredConnectionsExamples.declare());
			assertThat(this.examples.plan(reconciliations, desired).block(TIMEOUT).count(PlanAction.CREATE))
				.isEqualTo(1);
			assertThat(this.examples.apply(reconciliations, desired).collectList().block(TIMEOUT))
				.extracting(AppliedStep::outcome)
				.containsExactly(StepOutcome.DONE);
			assertThat(this.examples.plan(reconciliations, desired).block(TIMEOUT).isEmpty()).isTrue();
		}
		assertThat(DeclaredConnectionsExamples.options().deletions()).containsExactly("Globex");
	}

	@Test
	void readsTheFilesOfThePage(@TempDir Path directory) throws IOException {
		Matcher yaml = Pattern.compile("```yaml\n(vendor: .*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
		int files = 0;
		while (yaml.find()) {
			files++;
			Files.writeString(directory.resolve("connections.yml"), yaml.group(1));
			assertThat(DeclaredConnectionsExamples.read(directory, Map.of("SSO_GLOBEX_CLIENT_SECRET", "s3cret"))
				.connections()).isNotEmpty().allSatisfy((connection) -> {
					if (connection.idp() instanceof IdpSettings.Oidc oidc) {
						assertThat(oidc.clientSecret()).isEqualTo(Secret.of("s3cret"));
					}
				});
		}
		assertThat(files).isEqualTo(2);
	}

}
