// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test;

import io.github.ssoconnections.sandbox.Sandbox;

/**
 * Entry point of the assertions about a sandbox, for a static import beside those of
 * AssertJ.
 */
public final class SandboxAssertions {

	private SandboxAssertions() {
	}

	/**
	 * Create assertions about the requests that a sandbox received since its last reset.
	 * @param sandbox the sandbox
	 * @return the assertions
	 */
	public static SandboxAssert assertThat(Sandbox sandbox) {
		return new SandboxAssert(sandbox);
	}

}
