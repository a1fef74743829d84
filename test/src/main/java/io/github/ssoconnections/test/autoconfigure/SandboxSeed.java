// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import io.github.ssoconnections.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;

import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.util.ResourceUtils;
import org.springframework.util.StringUtils;

/**
 * The connections that the sandbox has at the start of each test.
 *
 * @param location where the document is, for messages, or {@code null} if there is none
 * @param json the document
 */
record SandboxSeed(@Nullable String location, String json) {

	static final String PROPERTY = "sso-connections.test.sandbox.seed";

	static SandboxSeed read(@Nullable String location, ResourceLoader resources) {
		if (!StringUtils.hasText(location)) {
			return new SandboxSeed(null, "");
		}
		Resource resource = resources
			.getResource(location.contains(":") ? location : ResourceUtils.CLASSPATH_URL_PREFIX + location);
		if (!resource.exists()) {
			throw new IllegalStateException("The seed '" + location + "' of the sandbox does not exist");
		}
		try {
			return new SandboxSeed(location, resource.getContentAsString(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("The seed '" + location + "' of the sandbox cannot be read", ex);
		}
	}

	Sandbox plant(Sandbox sandbox) {
		if (this.location == null) {
			return sandbox;
		}
		try {
			return sandbox.seed(this.json);
		}
		catch (IllegalArgumentException ex) {
			throw new IllegalStateException(
					"The seed '" + this.location + "' of the sandbox is invalid: " + ex.getMessage(), ex);
		}
	}

}
