// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.util.List;
import java.util.concurrent.TimeoutException;

import io.github.ssoconnections.account.Account;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FailureReasonTests {

	private static final SsoApiException.Details DETAILS = new SsoApiException.Details(Account.ofDefault("clerk"),
			"x.list", 400, null, List.of(), null, null, false, null);

	@Test
	void reportsFailuresApart() {
		assertThat(FailureReason.of(new SsoApiException.Unauthorized(DETAILS))).hasToString("unauthorized");
		assertThat(FailureReason.of(new SsoApiException.Forbidden(DETAILS))).hasToString("forbidden");
		assertThat(FailureReason.of(new SsoApiException.RateLimited(DETAILS))).hasToString("rate-limited");
		assertThat(FailureReason.of(new SsoApiException.Unavailable(DETAILS))).hasToString("unavailable");
		assertThat(FailureReason.of(new TimeoutException())).hasToString("unavailable");
		assertThat(FailureReason.of(new SsoApiException.MalformedResponse(DETAILS, false)))
			.hasToString("malformed-response");
	}

	@Test
	void callsAnythingElseFailed() {
		assertThat(FailureReason.of(new SsoApiException.NotFound(DETAILS))).hasToString("failed");
		assertThat(FailureReason.of(new SsoApiException.OutcomeUnknown(DETAILS))).hasToString("failed");
		assertThat(FailureReason.of(new IllegalStateException("secret"))).hasToString("failed");
		assertThat(FailureReason.of(new AssertionError())).hasToString("failed");
	}

}
