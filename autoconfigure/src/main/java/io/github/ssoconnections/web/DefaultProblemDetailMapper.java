// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.web;

import java.time.Duration;

import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.index.ConnectionsNotKnownException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponse;

/**
 * Default {@link ProblemDetailMapper}: the problem detail of the exception, as JSON, and
 * {@code Retry-After} if the request can be retried later.
 */
final class DefaultProblemDetailMapper implements ProblemDetailMapper {

	private final boolean includeVendor;

	DefaultProblemDetailMapper(boolean includeVendor) {
		this.includeVendor = includeVendor;
	}

	@Override
	public ErrorResponse map(RuntimeException failure) {
		ProblemDetail body = body(failure);
		ErrorResponse.Builder response = ErrorResponse.builder(failure, body)
			// Whatever the caller accepts, which must not turn a 404 into a 406
			.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_PROBLEM_JSON_VALUE);
		Duration retryAfter = (body.getStatus() == HttpStatus.SERVICE_UNAVAILABLE.value()) ? retryAfter(failure) : null;
		return (retryAfter != null) ? response.header(HttpHeaders.RETRY_AFTER, seconds(retryAfter)).build()
				: response.build();
	}

	private ProblemDetail body(RuntimeException failure) {
		if (failure instanceof SsoApiException exception) {
			return exception.toProblemDetail(this.includeVendor);
		}
		if (failure instanceof ConnectionsNotKnownException exception) {
			return exception.toProblemDetail();
		}
		return (failure instanceof InvalidArgumentException exception) ? exception.toProblemDetail()
				: ProblemDetail.forStatus(HttpStatus.INTERNAL_SERVER_ERROR);
	}

	private static @Nullable Duration retryAfter(RuntimeException failure) {
		return (failure instanceof SsoApiException exception) ? exception.retryAfter() : null;
	}

	// Rounded up, so that the caller is not early
	private static String seconds(Duration duration) {
		return String.valueOf(Math.max(0, duration.plusMillis(999).toSeconds()));
	}

}
