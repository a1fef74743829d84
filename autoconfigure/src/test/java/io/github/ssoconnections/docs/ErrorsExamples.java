// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.web.ProblemDetailMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;

/**
 * The examples of the page {@code respond-with-problem-details.md}.
 * {@link ErrorsExamplesTests} runs them.
 */
final class ErrorsExamples {

	private ErrorsExamples() {
	}

	// tag::problem-detail[]
	static ResponseEntity<ProblemDetail> respond(SsoApiException failure) {
		return ResponseEntity.of(failure.toProblemDetail()).build();
	}
	// end::problem-detail[]

	@Configuration(proxyBeanMethods = false)
	static class Mapping {

		// @formatter:off
		// tag::problem-detail-mapper[]
		@Bean
		ProblemDetailMapper problemDetailMapper() {
			ProblemDetailMapper defaults = ProblemDetailMapper.create(false);
			return (failure) -> (failure instanceof SsoApiException.Gone)
					? ErrorResponse.builder(failure, HttpStatus.NOT_IMPLEMENTED, "Ask for another plan.").build()
					: defaults.map(failure);
		}
		// end::problem-detail-mapper[]
		// @formatter:on

	}

}
