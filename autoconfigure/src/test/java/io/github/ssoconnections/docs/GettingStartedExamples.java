// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.util.List;

import io.github.ssoconnections.ApiError;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import reactor.core.publisher.Mono;

/**
 * The examples of the page {@code first-connection.md}.
 * {@link GettingStartedExamplesTests} runs them.
 */
final class GettingStartedExamples {

	private GettingStartedExamples() {
	}

	static Mono<EnterpriseConnection> activate(EnterpriseConnectionService connections, String id) {
		Mono<EnterpriseConnection> activated = connections.update(id, new EnterpriseConnectionPatch().active(true));
		return activated;
	}

	// tag::explain[]
	static String explain(SsoApiException failure) {
		if (failure instanceof SsoApiException.InvalidRequest) {
			List<String> reasons = failure.errors().stream().map(ApiError::text).toList();
			return "Please correct: " + reasons;
		}
		if (failure instanceof SsoApiException.OutcomeUnknown) {
			return "It may have been saved. Look before you try again.";
		}
		if (failure instanceof SsoApiException.RateLimited || failure instanceof SsoApiException.Unavailable) {
			return "Please try again later.";
		}
		return "Please tell support this number: " + failure.traceId();
	}
	// end::explain[]

}
