// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.clerk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.clerk.ActivationResult;
import io.github.ssoconnections.clerk.EnterpriseConnectionActivation;
import io.github.ssoconnections.clerk.TestRun;
import io.github.ssoconnections.clerk.organization.ClerkReviewedActivation;
import io.github.ssoconnections.sample.web.WireResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The activation of enterprise connections that were tested.
 */
@RestController
class ActivationApi {

	private final EnterpriseConnectionActivation activation;

	private final ClerkReviewedActivation reviews;

	ActivationApi(EnterpriseConnectionActivation activation, ClerkReviewedActivation reviews) {
		this.activation = activation;
		this.reviews = reviews;
	}

	/**
	 * Activate a connection, or respond with 202 and the link for a test. The link is in
	 * clear, since a person has to open it.
	 * @param id the id of the connection
	 * @param removedDomains the verified domains of the organization to whose removal the
	 * caller consents; without it, an activation that would remove one is a conflict that
	 * names them
	 * @return what came of it
	 */
	@PostMapping("/api/clerk/enterprise-connections/{id}/activate")
	Mono<ResponseEntity<byte[]>> activate(@PathVariable String id,
			@RequestParam(name = "removed_domains", defaultValue = "") List<String> removedDomains) {
		return this.activation.activate(id, removedDomains).map(ActivationApi::respond);
	}

	/**
	 * Name the verified domains of the organization that an activation would remove.
	 * @param id the id of the connection
	 * @return the domains
	 */
	@GetMapping("/api/clerk/enterprise-connections/{id}/activation-review")
	Mono<ResponseEntity<byte[]>> review(@PathVariable String id) {
		return this.reviews.review(id)
			.map((review) -> WireResponse.ok(Map.of("verified_domains", review.verifiedDomains())));
	}

	private static ResponseEntity<byte[]> respond(ActivationResult result) {
		Map<String, @Nullable Object> members = new LinkedHashMap<>();
		if (result instanceof ActivationResult.TestNeeded needed) {
			Secret url = needed.link().url();
			members.put("status", "test_needed");
			members.put("url", (url != null) ? url.value() : null);
			members.put("last_test_run", describe(needed.lastRun()));
			return WireResponse.of(HttpStatus.ACCEPTED, members);
		}
		members.put("status", "active");
		members.put("connection", result.connection());
		return WireResponse.ok(members);
	}

	private static @Nullable Map<String, @Nullable Object> describe(@Nullable TestRun run) {
		if (run == null) {
			return null;
		}
		TestRun.Log failure = run.failure();
		Map<String, @Nullable Object> members = new LinkedHashMap<>();
		members.put("id", run.id());
		members.put("status", run.status());
		members.put("created_at", run.createdAt());
		members.put("failure_code", (failure != null) ? failure.code() : null);
		members.put("failure_message", (failure != null) ? failure.message() : null);
		return members;
	}

}
