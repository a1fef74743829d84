// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.sample.web.VendorProblem;

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
		return view().status(VendorProblem.status(failure))
			.modelAttribute("failure", VendorProblem.title(failure))
			.modelAttribute("detail", String.valueOf(failure.getMessage()))
			.build();
	}

}
