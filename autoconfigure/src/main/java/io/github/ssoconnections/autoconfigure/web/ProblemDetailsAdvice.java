// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure.web;

import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.index.ConnectionsNotKnownException;
import io.github.ssoconnections.web.ProblemDetailMapper;

import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/**
 * Responds to failures with problem details, in Spring MVC and in Spring WebFlux.
 */
@ControllerAdvice
final class ProblemDetailsAdvice {

	private final ProblemDetailMapper mapper;

	ProblemDetailsAdvice(ProblemDetailMapper mapper) {
		this.mapper = mapper;
	}

	@ExceptionHandler
	ErrorResponse handle(SsoApiException failure) {
		return this.mapper.map(failure);
	}

	@ExceptionHandler
	ErrorResponse handle(InvalidArgumentException failure) {
		return this.mapper.map(failure);
	}

	@ExceptionHandler
	ErrorResponse handle(ConnectionsNotKnownException failure) {
		return this.mapper.map(failure);
	}

}
