// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.handover.HandOverSheets;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * The texts of hand-over sheets, built-in and of the application, as resources of a
 * native image.
 */
class HandOverRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		String folder = HandOverSheets.class.getPackageName().replace('.', '/');
		hints.resources()
			.registerPattern(folder + "/*.properties")
			.registerPattern(HandOverSheets.LOCATION.replace("classpath:/", "") + "*.properties");
	}

}
