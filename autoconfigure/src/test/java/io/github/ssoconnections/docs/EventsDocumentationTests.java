// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;

import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.monitor.CertificateExpired;
import io.github.ssoconnections.monitor.CertificateExpiring;
import io.github.ssoconnections.monitor.CertificatesChanged;
import io.github.ssoconnections.monitor.OidcSecretExpired;
import io.github.ssoconnections.monitor.OidcSecretExpiring;
import io.github.ssoconnections.onboarding.OnboardingStepCompleted;
import io.github.ssoconnections.testing.GeneratedPage;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Generates the page of the application events.
 */
class EventsDocumentationTests {

	private static final Path PAGE = Pages.GENERATED.resolve("events.md");

	private static final List<Class<?>> EVENTS = List.of(ConnectionChanged.class, CertificateExpiring.class,
			CertificateExpired.class, CertificatesChanged.class, OidcSecretExpiring.class, OidcSecretExpired.class,
			OnboardingStepCompleted.class);

	private static final String HEAD = """
			# Events

			Application events of Spring: write a method with `@EventListener`. [Follow changes](../../how-to/follow-changes.md) and [alerts](../../how-to/set-up-alerts-and-dashboards.md) have examples. No event has a secret, a certificate or the value of a field. `key()`, where there is one, is the same in every instance and after each restart.
			""";

	@Test
	void listsEveryEvent() throws IOException {
		StringBuilder text = new StringBuilder(HEAD);
		EVENTS.forEach((event) -> append(text, event));
		GeneratedPage.checkOrUpdate(PAGE, text.toString());
	}

	@Test
	void knowsEveryEvent() {
		List<String> published = Pages.find(Pages.ROOT.resolve("autoconfigure/src/main/java"), ".java")
			.filter((source) -> source.getFileName().toString().matches("\\w+(Expir(ing|ed)|Changed|Completed)\\.java"))
			.filter((source) -> Pages.read(source).contains("public record "))
			.map((source) -> source.getFileName().toString().replace(".java", ""))
			.toList();
		assertThat(EVENTS).extracting(Class::getSimpleName).containsExactlyInAnyOrderElementsOf(published);
	}

	private static void append(StringBuilder text, Class<?> event) {
		JavadocText javadoc = JavadocText.of(event);
		text.append("\n## `").append(event.getSimpleName()).append("`\n\n").append(javadoc.summary());
		text.append("\n\n| Component | Type | What it is |\n|---|---|---|\n");
		for (RecordComponent component : event.getRecordComponents()) {
			text.append("| `")
				.append(component.getName())
				.append("` | ")
				.append(component.getType().getSimpleName())
				.append(" | ")
				.append(javadoc.params().get(component.getName()))
				.append(" |\n");
		}
	}

}
