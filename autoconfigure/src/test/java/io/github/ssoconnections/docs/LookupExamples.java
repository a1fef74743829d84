// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.Severity;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.attention.AttentionList;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.clerk.webhook.ClerkWebhook;
import io.github.ssoconnections.index.ConnectionCandidate;
import io.github.ssoconnections.index.ConnectionIndex;
import io.github.ssoconnections.index.ConnectionLookup;
import io.github.ssoconnections.index.ConnectionPage;
import io.github.ssoconnections.index.ConnectionQuery;
import io.github.ssoconnections.index.ConnectionSort;
import io.github.ssoconnections.index.DomainConflict;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.lint.CertificateLint;
import reactor.core.publisher.Mono;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * The examples of the page {@code look-up-a-domain.md}. Run by
 * {@link LookupExamplesTests}.
 */
final class LookupExamples {

	static String support(ConnectionIndex index, String email) {
		// tag::support[]
		ConnectionLookup lookup = index.lookUpEmail(email);
		StringBuilder text = new StringBuilder("As of " + lookup.refreshedAt() + ":\n");
		for (ConnectionCandidate candidate : lookup.candidates()) {
			CatalogEntry connection = candidate.entry();
			text.append(connection.vendor() + " " + connection.id() + ", active: " + connection.active() + ", "
					+ candidate.reason() + " " + candidate.domain() + "\n");
		}
		lookup.gaps().forEach((gap) -> text.append("Not known: " + gap + "\n"));
		// end::support[]
		return text.toString();
	}

	static ConnectionPage table(ConnectionIndex index) {
		// tag::table[]
		ConnectionPage page = index
			.list(new ConnectionQuery().text("acme").active(true).sort(ConnectionSort.EXPIRY, false).page(0, 25));
		// end::table[]
		return page;
	}

	// tag::attention[]
	List<String> mail(RefreshedConnectionIndex index) {
		return AttentionList.of(index, CertificateLint.Thresholds.DEFAULT, Instant.now())
			.items()
			.stream()
			.filter((item) -> item.severity() == Severity.ERROR)
			.map((item) -> item.kind() + " at " + item.account() + ", " + item.at())
			.toList();
	}
	// end::attention[]

	static Mono<Boolean> mayActivate(ConnectionIndex index, String connectionId) {
		// tag::conflicts[]
		Mono<List<DomainConflict>> conflicts = index.conflictsOf(Account.ofDefault("clerk"), connectionId);
		// end::conflicts[]
		return conflicts.map(List::isEmpty);
	}

	// tag::webhook[]
	Mono<Void> refresh(ConnectionIndex index, ClerkWebhook webhook) {
		if (!webhook.isOrganizationDomain()) {
			return Mono.empty();
		}
		String organizationId = webhook.organizationId();
		return (organizationId != null) ? index.refreshOrganization(Account.ofDefault("clerk"), organizationId)
				: index.refresh();
	}
	// end::webhook[]

	// tag::sign-in[]
	@RestController
	static class SignInStart {

		private final ConnectionIndex index;

		SignInStart(ConnectionIndex index) {
			this.index = index;
		}

		@PostMapping("/sign-in/start")
		Next start(@RequestBody Form form) {
			boolean sso = this.index.findByEmail(form.email())
				.stream()
				.anyMatch((connection) -> Boolean.TRUE.equals(connection.active()));
			return new Next(sso ? "sso" : "password");
		}

	}

	record Form(String email) {

	}

	record Next(String step) {

	}
	// end::sign-in[]

	// tag::elsewhere[]
	@Component
	static class ChangesElsewhere {

		@EventListener
		void on(ConnectionChanged change) {
			if (change.origin() != ConnectionChanged.Origin.OPERATION) {
				System.out.println(change.connectionName() + " was " + change.kind() + ": " + change.changedFields());
			}
		}

	}
	// end::elsewhere[]

}
