// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.ClerkSettings;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Makes calls, and asserts of every failure what every failure promises.
 */
final class Calls {

	static final String KEY = "sk_test_wire";

	static final String SECRET = "oidc-client-secret";

	static final Duration PATIENCE = Duration.ofSeconds(20);

	/**
	 * Exceptions of theirs hold the request, and so the key, or parts of the response.
	 */
	private static final List<String> FOREIGN = List.of("org.springframework.", "io.netty.", "reactor.netty.",
			"tools.jackson.", "com.fasterxml.");

	private Calls() {
	}

	static ApiClientSettings once() {
		return ApiClientSettings.defaults().withRetryPolicy(RetryPolicy.never());
	}

	static EnterpriseConnectionService service(String baseUrl) {
		return service(Transport.builder(), baseUrl, once());
	}

	static EnterpriseConnectionService service(WebClient.Builder builder, String baseUrl, ApiClientSettings settings) {
		return service(builder, ClerkConnectionDetails.of(KEY, baseUrl), settings);
	}

	static EnterpriseConnectionService service(WebClient.Builder builder, ClerkConnectionDetails details,
			ApiClientSettings settings) {
		return EnterpriseConnectionService
			.create(ClerkClient.create(builder, details, ClerkSettings.defaults().withClient(settings)));
	}

	static SsoApiException failureOf(Mono<?> call) {
		return failureIn(StepVerifier.create(call));
	}

	static SsoApiException failureIn(StepVerifier.FirstStep<?> steps) {
		return failureIn((StepVerifier.Step<?>) steps);
	}

	static SsoApiException failureIn(StepVerifier.Step<?> steps) {
		AtomicReference<Throwable> failure = new AtomicReference<>();
		steps.consumeErrorWith(failure::set).verify(PATIENCE);
		return checked(failure.get());
	}

	static SsoApiException checked(Throwable failure) {
		assertThat(failure).isInstanceOf(SsoApiException.class);
		assertThat(reachableFrom(failure))
			.allSatisfy((throwable) -> assertThat(FOREIGN).noneMatch(throwable.getClass().getName()::startsWith));
		assertThat(everyTextOf(failure)).doesNotContain(KEY, SECRET);
		return (SsoApiException) failure;
	}

	private static List<Throwable> reachableFrom(Throwable failure) {
		List<Throwable> reachable = new ArrayList<>(List.of(failure));
		Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
		for (int i = 0; i < reachable.size(); i++) {
			Throwable throwable = reachable.get(i);
			if (seen.add(throwable)) {
				reachable.addAll(List.of(throwable.getSuppressed()));
				if (throwable.getCause() != null) {
					reachable.add(throwable.getCause());
				}
			}
		}
		return reachable;
	}

	private static String everyTextOf(Throwable failure) {
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text, true));
		return text.toString();
	}

}
