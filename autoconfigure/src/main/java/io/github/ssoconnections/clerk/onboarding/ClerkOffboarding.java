// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.onboarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.account.ClerkAccount;
import io.github.ssoconnections.onboarding.Offboarding;
import io.github.ssoconnections.onboarding.OnboardingState;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What is left at Clerk of a customer whose connection is inactive.
 */
final class ClerkOffboarding {

	private final ClerkAccount clerk;

	ClerkOffboarding(ClerkAccount clerk) {
		this.clerk = clerk;
	}

	Mono<Offboarding> findRemaining(OnboardingState state) {
		String id = state.connectionId();
		return this.clerk.directories()
			.listAll()
			.filter((directory) -> Objects.equals(directory.enterpriseConnectionId(), id))
			.map((directory) -> "The directory " + directory.id() + " of the connection still provisions users.")
			.onErrorResume(SsoApiException.class,
					(failure) -> Flux.just("Whether a directory provisions users is unknown: " + failure.getMessage()))
			.collectList()
			.map((directories) -> {
				List<String> remaining = new ArrayList<>();
				remaining.add("Sessions that exist stay valid until they end or are revoked.");
				if (state.organizationId() != null) {
					remaining
						.add("The organization " + state.organizationId() + " and its members are left as they are.");
				}
				remaining.add("Verified domains that the activation had removed do not come back by themselves.");
				remaining.addAll(directories);
				return new Offboarding(state, remaining,
						List.of("The connection and its test runs. Users stay, and can no longer sign in through it."));
			});
	}

}
