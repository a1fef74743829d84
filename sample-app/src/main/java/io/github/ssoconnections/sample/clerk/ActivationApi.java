// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.clerk;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.clerk.ActivationResult;
import io.github.ssoconnections.clerk.EnterpriseConnectionActivation;
import io.github.ssoconnections.clerk.TestRun;
import io.github.ssoconnections.sample.web.WireAnswer;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The activation of enterprise connections that were tested.
 */
@RestController
class ActivationApi {

	private final EnterpriseConnectionActivation activation;

	ActivationApi(EnterpriseConnectionActivation activation) {
		this.activation = activation;
	}

	/**
	 * Activate a connection, or answer 202 and where to test it first. The link is
	 * answered in clear: a person has to open it.
	 * @param id the id of the connection
	 * @return what came of it
	 */
	@PostMapping("/api/clerk/enterprise-connections/{id}/activate")
	Mono<ResponseEntity<byte[]>> activate(@PathVariable String id) {
		return this.activation.activate(id).map(ActivationApi::answer);
	}

	private static ResponseEntity<byte[]> answer(ActivationResult result) {
		Map<String, @Nullable Object> members = new LinkedHashMap<>();
		if (result instanceof ActivationResult.TestNeeded needed) {
			Secret url = needed.link().url();
			members.put("status", "test_needed");
			members.put("url", (url != null) ? url.value() : null);
			members.put("last_test_run", describe(needed.lastRun()));
			return WireAnswer.of(HttpStatus.ACCEPTED, members);
		}
		members.put("status", "active");
		members.put("connection", result.connection());
		return WireAnswer.ok(members);
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
