// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.customer;

import io.github.ssoconnections.onboarding.Onboardings;
import io.github.ssoconnections.sample.web.Redirects;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * Step 2: what was found in the metadata or the discovery document.
 */
@Controller
class FindingsStepPage {

	private final CustomerDrafts drafts;

	private final Onboardings onboardings;

	FindingsStepPage(CustomerDrafts drafts, Onboardings onboardings) {
		this.drafts = drafts;
		this.onboardings = onboardings;
	}

	@GetMapping(path = "/customers/{stateId}/findings", produces = MediaType.TEXT_HTML_VALUE)
	Mono<Rendering> show(@PathVariable String stateId) {
		CustomerDraft draft = this.drafts.get(stateId);
		if (draft.created()) {
			return Mono.just(Redirects.to("/customers/{id}/activation", stateId));
		}
		return Mono.defer(() -> this.onboardings.get(draft.account()).check(draft.idp().toSettings()))
			.map((check) -> page(draft).with("check", CheckView.of(check)))
			.onErrorResume(CustomerPage::isExpected, (failure) -> Mono.just(page(draft).withFailure(failure)))
			.map(CustomerPage::build);
	}

	private static CustomerPage page(CustomerDraft draft) {
		return CustomerPage.of("customer-findings", 2, draft);
	}

}
