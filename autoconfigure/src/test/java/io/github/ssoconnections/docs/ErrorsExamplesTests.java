// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.util.List;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.web.ProblemDetailMapper;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorsExamplesTests {

	private static final SsoApiException.Details DETAILS = new SsoApiException.Details(Account.ofDefault("clerk"),
			"things.get", null, null, List.of(), null, null, false, null);

	@Test
	void mapsOneFailureAndLeavesTheOthersToTheDefault() {
		ProblemDetailMapper mapper = new ErrorsExamples.Mapping().problemDetailMapper();
		assertThat(mapper.map(new SsoApiException.Gone(DETAILS)).getStatusCode()).isEqualTo(HttpStatus.NOT_IMPLEMENTED);
		assertThat(mapper.map(new SsoApiException.NotFound(DETAILS)).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
	}

	@Test
	void respondsWithTheProblemDetail() {
		assertThat(ErrorsExamples.respond(new SsoApiException.NotFound(DETAILS)).getStatusCode())
			.isEqualTo(HttpStatus.NOT_FOUND);
	}

}
