// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure.web;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of the application's responses to failures.
 */
@ConfigurationProperties("sso-connections.web")
public class WebProperties {

	private final ProblemDetails problemDetails = new ProblemDetails();

	public ProblemDetails getProblemDetails() {
		return this.problemDetails;
	}

	/**
	 * Properties of problem details.
	 */
	public static class ProblemDetails {

		/**
		 * Whether failures of calls and rejected arguments become problem details (RFC
		 * 9457) of the application's controllers.
		 */
		private boolean enabled;

		/**
		 * Whether problem details include the vendor, the account, the operation, the
		 * message of the exception, the texts of the vendor's errors and the trace id.
		 */
		private boolean includeVendor;

		public boolean isEnabled() {
			return this.enabled;
		}

		public void setEnabled(boolean enabled) {
			this.enabled = enabled;
		}

		public boolean isIncludeVendor() {
			return this.includeVendor;
		}

		public void setIncludeVendor(boolean includeVendor) {
			this.includeVendor = includeVendor;
		}

	}

}
