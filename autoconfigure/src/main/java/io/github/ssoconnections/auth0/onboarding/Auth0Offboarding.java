// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.onboarding;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.account.Auth0Account;
import io.github.ssoconnections.onboarding.Offboarding;
import io.github.ssoconnections.onboarding.OnboardingState;
import reactor.core.publisher.Mono;

/**
 * What is left at Auth0 of a customer whose connection is inactive.
 */
final class Auth0Offboarding {

	private final Auth0Account auth0;

	Auth0Offboarding(Auth0Account auth0) {
		this.auth0 = auth0;
	}

	Mono<Offboarding> findRemaining(OnboardingState state) {
		List<String> remaining = new ArrayList<>();
		remaining.add("Sessions and refresh tokens that exist stay valid until they end or are revoked.");
		if (state.organizationId() != null) {
			remaining.add(
					"The organization " + state.organizationId() + ", its members and its discovery domains are left.");
		}
		remaining.add("The users of the connection are left.");
		return scim(state).map((configurations) -> {
			remaining.addAll(configurations);
			return new Offboarding(state, remaining,
					List.of("The connection, its SCIM configuration, and all users of the connection."));
		});
	}

	private Mono<List<String>> scim(OnboardingState state) {
		return this.auth0.scimConfigurations()
			.get(Objects.requireNonNull(state.connectionId()))
			.map((configuration) -> List.of("The SCIM configuration of the connection still provisions users."))
			.onErrorResume(SsoApiException.NotFound.class, (none) -> Mono.just(List.of()))
			.onErrorResume(SsoApiException.class, (failure) -> Mono
				.just(List.of("Whether a SCIM configuration provisions users is unknown: " + failure.getMessage())));
	}

}
