// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.util.function.Predicate;

import io.github.ssoconnections.handover.HandOverSheet;
import io.github.ssoconnections.handover.IdpProduct;
import io.github.ssoconnections.onboarding.Activation;
import io.github.ssoconnections.onboarding.ActivationReview;
import io.github.ssoconnections.onboarding.CustomerOrganization;
import io.github.ssoconnections.onboarding.IdpSettings;
import io.github.ssoconnections.onboarding.Offboarding;
import io.github.ssoconnections.onboarding.Onboarding;
import io.github.ssoconnections.onboarding.OnboardingRequest;
import io.github.ssoconnections.onboarding.OnboardingState;
import io.github.ssoconnections.onboarding.OnboardingStepCompleted;
import io.github.ssoconnections.onboarding.Onboardings;
import io.github.ssoconnections.onboarding.PartialOnboarding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/**
 * The examples of the page {@code onboard-a-customer.md}. Run by
 * {@link OnboardingExamplesTests}.
 */
final class OnboardingExamples {

	private OnboardingExamples() {
	}

	static String partial(Throwable failure) {
		// tag::partial[]
		String done = PartialOnboarding.of(failure)
			.map((partial) -> partial.failed() + " failed after " + partial.state().done())
			.orElse("nothing is done");
		// end::partial[]
		return done;
	}

	static OnboardingRequest auth0Request(String metadata, String clientId) {
		// tag::auth0-request[]
		OnboardingRequest request = OnboardingRequest.of("Globex", IdpSettings.metadata(metadata), "globex.com")
			.withOrganization(CustomerOrganization.named("globex", "Globex"))
			.withClients(clientId)
			.withDiscoveryDomains();
		// end::auth0-request[]
		return request;
	}

	// tag::customers[]
	@Service
	static class Customers {

		private final Onboarding onboarding;

		Customers(Onboardings onboardings) {
			this.onboarding = onboardings.get("clerk");
		}

		Mono<OnboardingState> create(String customer, String slug, String metadata, String domain) {
			OnboardingRequest request = OnboardingRequest.of(customer, IdpSettings.metadata(metadata), domain)
				.withOrganization(CustomerOrganization.named(slug, customer));
			return this.onboarding.check(request)
				.flatMap((check) -> check.isWithoutErrors() ? this.onboarding.create(request)
						: Mono.error(new IllegalArgumentException("Ask the customer: " + check.findings())));
		}

		Mono<String> sheet(OnboardingState state) {
			return this.onboarding.handOver(state.connectionId(), IdpProduct.OKTA).map(HandOverSheet::toMarkdown);
		}

		Mono<String> testLink(OnboardingState state) {
			return this.onboarding.test(state.connectionId()).map((test) -> test.url().value());
		}

		Mono<Activation> activate(OnboardingState state, Predicate<ActivationReview> consent) {
			return this.onboarding.review(state.connectionId()).filter(consent).flatMap(this.onboarding::activate);
		}

		Mono<Offboarding> offboard(OnboardingState state) {
			return this.onboarding.offboard(state.connectionId());
		}

	}
	// end::customers[]

	// tag::listener[]
	@Component
	static class OnboardingLog {

		private static final Logger logger = LoggerFactory.getLogger(OnboardingLog.class);

		@EventListener
		void completed(OnboardingStepCompleted event) {
			logger.info("{} {}: {}", event.account(), event.connectionId(), event.step());
		}

	}
	// end::listener[]

}
