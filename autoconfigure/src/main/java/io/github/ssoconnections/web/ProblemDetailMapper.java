// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.web;

import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.index.ConnectionsNotKnownException;

import org.springframework.web.ErrorResponse;

/**
 * Maps failures to HTTP responses of the application. Define a bean of this type to
 * replace the default.
 */
@FunctionalInterface
public interface ProblemDetailMapper {

	/**
	 * Map a failure.
	 * @param failure an {@link SsoApiException}, an {@link InvalidArgumentException} or a
	 * {@link ConnectionsNotKnownException}
	 * @return the response, with a problem detail as body
	 */
	ErrorResponse map(RuntimeException failure);

	/**
	 * Create the default mapper.
	 * @param includeVendor whether to include the vendor, the operation, the message of
	 * the exception, the texts of the vendor's errors and the trace id
	 * @return the mapper, which maps any other exception to the status 500
	 */
	static ProblemDetailMapper create(boolean includeVendor) {
		return new DefaultProblemDetailMapper(includeVendor);
	}

}
