// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.declarative.AppliedStep;
import io.github.ssoconnections.declarative.ConnectionPlan;
import io.github.ssoconnections.declarative.Declaration;
import io.github.ssoconnections.declarative.DesiredConnection;
import io.github.ssoconnections.declarative.DesiredConnections;
import io.github.ssoconnections.declarative.PlanOptions;
import io.github.ssoconnections.declarative.Reconciliation;
import io.github.ssoconnections.declarative.Reconciliations;
import io.github.ssoconnections.declarative.file.DeclarationFile;
import io.github.ssoconnections.declarative.file.SecretReferences;
import io.github.ssoconnections.onboarding.IdpSettings;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The examples of {@code docs/how-to/declare-connections.md}. Run by
 * {@link DeclaredConnectionsExamplesTests}.
 */
final class DeclaredConnectionsExamples {

	static DesiredConnection declare() {
		// tag::declare[]
		DesiredConnection acme = DesiredConnection.of("Acme")
			.withProvider("saml_okta")
			.withDomains("acme.com", "acme.org")
			.withActive(true)
			.withIdp(IdpSettings.metadataUrl("https://acme.okta.com/app/abc/sso/saml/metadata"))
			.withSettings(Map.of("sync_user_attributes", true));
		// end::declare[]
		return acme;
	}

	// tag::plan[]
	Mono<ConnectionPlan> plan(Reconciliations reconciliations, List<DesiredConnection> desired) {
		return reconciliations.get("clerk")
			.plan(desired)
			.doOnNext((plan) -> System.out.println(plan.isEmpty() ? "No difference" : plan.toMarkdown()));
	}
	// end::plan[]

	// tag::apply[]
	Flux<AppliedStep> apply(Reconciliations reconciliations, List<DesiredConnection> desired) {
		Reconciliation reconciliation = reconciliations.get("clerk");
		return reconciliation.plan(desired)
			.flatMapMany(reconciliation::apply)
			.doOnNext((step) -> System.out.println(step.outcome() + " " + step.name() + " " + step.reason()));
	}
	// end::apply[]

	static PlanOptions options() {
		// tag::options[]
		PlanOptions options = PlanOptions.DEFAULT.withDeletions("Globex")
			.withConfirmedCreations("Acme Europe")
			.withSentSecrets("Initech");
		// end::options[]
		return options;
	}

	static Declaration read(Path directory, Map<String, String> environment) {
		// tag::read[]
		Declaration declaration = DeclarationFile.forVendors("clerk", "auth0")
			.read(directory.resolve("connections.yml"), SecretReferences.of("SSO_", environment::get));
		// end::read[]
		return declaration;
	}

	// tag::drift[]
	@Configuration(proxyBeanMethods = false)
	static class Declared {

		@Bean
		DesiredConnections desiredConnections(Customers customers) {
			return (account) -> account.vendor().equals("clerk") ? customers.desiredConnections() : Mono.empty();
		}

	}
	// end::drift[]

	interface Customers {

		Mono<List<DesiredConnection>> desiredConnections();

	}

}
