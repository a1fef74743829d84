// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import io.github.ssoconnections.sandbox.rest.VendorApi;
import org.jspecify.annotations.Nullable;

/**
 * A request and the API that it is for.
 *
 * @param request the request
 * @param path its path without query
 * @param api the vendor's API
 */
record Exchange(Request request, String path, VendorApi api) {

	String method() {
		return this.request.getMethod().value();
	}

	Response process() {
		return this.api.handle(this.request);
	}

	Response failure(int status, @Nullable String code) {
		return this.api.failure(this.path, status, code);
	}

}
