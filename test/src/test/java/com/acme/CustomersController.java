// SPDX-License-Identifier: Apache-2.0

// tag::customers-controller[]
package com.acme;

import io.github.ssoconnections.handover.HandOverSheet;
import io.github.ssoconnections.handover.IdpProduct;
import io.github.ssoconnections.onboarding.Activation;
import io.github.ssoconnections.onboarding.IdpSettings;
import io.github.ssoconnections.onboarding.Onboarding;
import io.github.ssoconnections.onboarding.OnboardingCheck;
import io.github.ssoconnections.onboarding.OnboardingRequest;
import io.github.ssoconnections.onboarding.OnboardingState;
import io.github.ssoconnections.onboarding.Onboardings;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

@RestController
@RequestMapping("/{account}/customers")
class CustomersController {

	private final Onboardings onboardings;

	private final String auth0ClientId;

	CustomersController(Onboardings onboardings, @Value("${customers.auth0-client-id:app}") String auth0ClientId) {
		this.onboardings = onboardings;
		this.auth0ClientId = auth0ClientId;
	}

	@PostMapping
	OnboardingState create(@PathVariable String account, @RequestParam String name, @RequestParam String domain,
			@RequestBody byte[] metadata) {
		Onboarding onboarding = this.onboardings.get(account);
		OnboardingRequest request = OnboardingRequest.of(name, IdpSettings.metadata(metadata), domain);
		if (account.equals("auth0")) {
			request = request.withClients(this.auth0ClientId);
		}
		OnboardingCheck check = onboarding.check(request).block();
		if (!check.isWithoutErrors()) {
			throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "Ask the customer: " + check.findings());
		}
		return onboarding.create(request).block();
	}

	@GetMapping("/{id}/sheet")
	String sheet(@PathVariable String account, @PathVariable String id, @RequestParam IdpProduct product) {
		return this.onboardings.get(account).handOver(id, product).map(HandOverSheet::toMarkdown).block();
	}

	@PostMapping("/{id}/test")
	String test(@PathVariable String account, @PathVariable String id) {
		return this.onboardings.get(account).test(id).map((test) -> test.url().value()).block();
	}

	@PostMapping("/{id}/activate")
	Activation activate(@PathVariable String account, @PathVariable String id) {
		Onboarding onboarding = this.onboardings.get(account);
		return onboarding.review(id).flatMap(onboarding::activate).block();
	}

}
// end::customers-controller[]
