// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.util.List;
import java.util.concurrent.TimeoutException;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class VendorProblemTests {

	@ParameterizedTest
	@MethodSource("failures")
	void hasWordsForEveryFailure(Class<? extends SsoApiException> failure) {
		assertThat(VendorProblem.title(failure)).isNotEqualTo("The call failed");
	}

	static List<Class<?>> failures() {
		return List.of(SsoApiException.class.getPermittedSubclasses());
	}

	@Test
	void returnsGatewayTimeoutWhenTheVendorIsTooSlow() {
		SsoApiException failure = new SsoApiException.Unavailable(details(null, new TimeoutException()));
		assertThat(VendorProblem.status(failure)).isEqualTo(HttpStatus.GATEWAY_TIMEOUT);
	}

	@Test
	void returnsServiceUnavailableWhenTheVendorCannotBeReached() {
		SsoApiException failure = new SsoApiException.Unavailable(details(null, null));
		assertThat(VendorProblem.status(failure)).isEqualTo(HttpStatus.SERVICE_UNAVAILABLE);
	}

	@Test
	void returnsTooManyRequestsWithoutARequest() {
		SsoApiException failure = new SsoApiException.RateLimited(details(null, null));
		assertThat(VendorProblem.status(failure)).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
	}

	@Test
	void returnsUnprocessableContentWhenRejectedBeforeItWasSent() {
		SsoApiException failure = new SsoApiException.InvalidRequest(details(null, null));
		assertThat(VendorProblem.status(failure)).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
	}

	@Test
	void returnsBadGatewayWhenOutcomeIsUnknownWithoutAResponse() {
		SsoApiException failure = new SsoApiException.OutcomeUnknown(details(null, new TimeoutException()));
		assertThat(VendorProblem.status(failure)).isEqualTo(HttpStatus.BAD_GATEWAY);
	}

	@Test
	void saysWhatHappenedWhenTheVendorSaysNothing() {
		SsoApiException failure = new SsoApiException.NotFound(details(404, null));
		assertThat(VendorProblem.of(failure).getDetail()).isEqualTo("clerk some.operation: 404 made-up reason");
	}

	private static SsoApiException.Details details(Integer status, Throwable cause) {
		return new SsoApiException.Details(Account.ofDefault("clerk"), "some.operation", status, "made-up reason",
				List.of(), null, null, false, cause);
	}

}
