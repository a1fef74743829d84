// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.lint.PublicDomains;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * The lists of public domains, as resources of a native image.
 */
class PublicDomainsRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		String folder = PublicDomains.class.getPackageName().replace('.', '/');
		hints.resources()
			.registerPattern(folder + "/public-suffixes.txt")
			.registerPattern(folder + "/public-domains.txt");
	}

}
