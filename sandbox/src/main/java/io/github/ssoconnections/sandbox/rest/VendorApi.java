// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.rest;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import org.jspecify.annotations.Nullable;

/**
 * The API of one vendor, with its state.
 */
public interface VendorApi {

	/**
	 * Return whether a request is for this vendor.
	 * @param path the path without query
	 * @return whether this vendor has the operation
	 */
	boolean serves(String path);

	/**
	 * Handle a request.
	 * @param request the request
	 * @return the response
	 */
	Response handle(Request request);

	/**
	 * Write an error response in the vendor's form.
	 * @param path the path without query
	 * @param status the HTTP status
	 * @param code the vendor's code, or {@code null} for the usual one of the status
	 * @return the response
	 */
	Response failure(String path, int status, @Nullable String code);

}
