// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import io.github.ssoconnections.SsoApiException;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * What the pages of all vendors have in common.
 *
 * @param template the template
 * @param sandbox whether the account is that of the embedded sandbox
 * @param baseUrl where the account is
 */
record VendorPage(String template, boolean sandbox, String baseUrl) {

	Rendering.Builder<?> view() {
		return Rendering.view(this.template)
			.modelAttribute("sandbox", this.sandbox)
			.modelAttribute("baseUrl", this.baseUrl);
	}

	Rendering failed(SsoApiException failure) {
		ProblemDetail problem = failure.toProblemDetail();
		return view().status(HttpStatus.valueOf(problem.getStatus()))
			.modelAttribute("failure", String.valueOf(problem.getTitle()))
			.modelAttribute("detail", String.valueOf(failure.getMessage()))
			.build();
	}

}
