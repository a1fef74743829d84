// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.customer;

import java.util.function.UnaryOperator;

import io.github.ssoconnections.onboarding.Onboarding;
import io.github.ssoconnections.onboarding.OnboardingState;
import io.github.ssoconnections.onboarding.Onboardings;
import io.github.ssoconnections.onboarding.PartialOnboarding;
import io.github.ssoconnections.sample.web.Change;
import io.github.ssoconnections.sample.web.ChangeGuard;
import io.github.ssoconnections.sample.web.ChangesNothing;
import io.github.ssoconnections.sample.web.FormState;
import io.github.ssoconnections.sample.web.GuardsAccount;
import io.github.ssoconnections.sample.web.Redirects;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * Step 3: domains, organization, clients and conflicts; the connection is created.
 */
@Controller
class DomainsStepPages {

	private static final String ACTIVATION = "/customers/{id}/activation";

	private final CustomerDrafts drafts;

	private final Onboardings onboardings;

	private final ChangeGuard guard;

	DomainsStepPages(CustomerDrafts drafts, Onboardings onboardings, ChangeGuard guard) {
		this.drafts = drafts;
		this.onboardings = onboardings;
		this.guard = guard;
	}

	@GetMapping(path = "/customers/{stateId}/domains", produces = MediaType.TEXT_HTML_VALUE)
	Mono<Rendering> show(@PathVariable String stateId) {
		CustomerDraft draft = this.drafts.get(stateId);
		if (draft.created()) {
			return Mono.just(Redirects.to(ACTIVATION, stateId));
		}
		return page(draft).map(CustomerPage::build);
	}

	@ChangesNothing
	@PostMapping("/customers/{stateId}/domains")
	Mono<Rendering> save(@PathVariable String stateId, ServerWebExchange exchange) {
		CustomerDraft draft = this.drafts.get(stateId);
		return FormFields.read(exchange).map((fields) -> {
			DomainsInput input = DomainsInput.of(fields);
			try {
				InvalidFormException.check(!draft.created(),
						"The connection exists already: change it on its own page.");
				draft.toRequest(input);
				this.drafts.update(stateId, (present) -> present.withDomains(input));
				return Redirects.to("/customers/{id}/domains", stateId);
			}
			catch (IllegalArgumentException ex) {
				return form(draft, input).withInvalid(String.valueOf(ex.getMessage())).build();
			}
		});
	}

	@GuardsAccount
	@PostMapping("/customers/{stateId}/create")
	Mono<Rendering> create(@PathVariable String stateId, ServerWebExchange exchange) {
		CustomerDraft draft = this.drafts.get(stateId);
		Change change = Change.of(exchange).begin(draft.account()).action("create");
		if (draft.created() || draft.domains() == null) {
			return Mono.just(Redirects.to("/customers/{id}/{step}", stateId, draft.step()));
		}
		return FormFields.read(exchange)
			.flatMap((fields) -> create(this.drafts.get(stateId), fields, change))
			.map(CustomerPage::build)
			.defaultIfEmpty(Redirects.to(ACTIVATION, stateId));
	}

	private Mono<CustomerPage> create(CustomerDraft draft, FormFields fields, Change change) {
		ErrorResponseException rejected = CustomerPage.rejectedName(this.guard, draft, fields);
		if (rejected != null) {
			return page(draft).map((page) -> page.withFailure(rejected));
		}
		if (!this.drafts.beginCreation(draft.id())) {
			return Mono.just(form(draft, input(draft)).withFailure(HttpStatus.CONFLICT,
					"The connection is being created",
					"Another request creates it at the moment. Open this page again: it goes on once that is done."));
		}
		return Mono.defer(() -> {
			CustomerDraft present = this.drafts.get(draft.id());
			if (present.created()) {
				return Mono.<CustomerPage>empty();
			}
			if (!FormState.matches(fields.values().get(FormState.FIELD), present.facts())) {
				return page(present).map((page) -> page.withFailure(HttpStatus.CONFLICT, "Something has changed",
						"Nothing was created: the entries have changed since this page was opened. Check them again."));
			}
			return create(present, change);
		})
			.doFinally((signal) -> this.drafts.endCreation(draft.id()))
			// Goes on when the browser leaves, as it does at a second click
			.cache();
	}

	private Mono<CustomerPage> create(CustomerDraft draft, Change change) {
		return Mono.defer(() -> onboarding(draft).create(draft.toRequest(input(draft))))
			.doOnNext((state) -> keep(draft, state, change, (present) -> present.withCreated(state)))
			.then(Mono.<CustomerPage>empty())
			.onErrorResume(CustomerPage::isExpected, (failure) -> {
				PartialOnboarding.of(failure)
					.map(PartialOnboarding::state)
					.ifPresent((state) -> keep(draft, state, change, (present) -> present.withState(state)));
				return page(this.drafts.get(draft.id())).map((page) -> page.withFailure(failure));
			});
	}

	private void keep(CustomerDraft draft, OnboardingState state, Change change, UnaryOperator<CustomerDraft> update) {
		if (state.connectionId() != null) {
			change.connection(state.connectionId());
		}
		this.drafts.update(draft.id(), update);
	}

	private static DomainsInput input(CustomerDraft draft) {
		DomainsInput input = draft.domains();
		return (input != null) ? input : DomainsInput.propose(draft.customer());
	}

	private Onboarding onboarding(CustomerDraft draft) {
		return this.onboardings.get(draft.account());
	}

	private Mono<CustomerPage> page(CustomerDraft draft) {
		DomainsInput input = draft.domains();
		if (input == null) {
			return Mono.just(form(draft, DomainsInput.propose(draft.customer())));
		}
		return Mono.defer(() -> onboarding(draft).check(draft.toRequest(input)))
			.map((check) -> form(draft, input).with("check", CheckView.of(check))
				.with("state", FormState.of(draft.facts()))
				.with("asksForName", this.guard.asksForName(draft.account()))
				.with("readOnly", this.guard.isReadOnly(draft.account())))
			.onErrorResume(CustomerPage::isExpected, (failure) -> Mono.just(form(draft, input).withFailure(failure)));
	}

	private static CustomerPage form(CustomerDraft draft, DomainsInput input) {
		OnboardingState state = draft.state();
		return CustomerPage.of("customer-domains", 3, draft)
			.with("form", input)
			.with("done", (state != null) ? CustomerPage.names(state.done()) : "")
			.with("connectionId", (draft.connectionId() != null) ? draft.connectionId() : "")
			.with("auth0", draft.account().vendor().equals("auth0"));
	}

}
