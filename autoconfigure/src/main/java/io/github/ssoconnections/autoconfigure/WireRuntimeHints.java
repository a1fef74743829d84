// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;

import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Reflection on what is read from and written to the wire of a vendor.
 */
abstract class WireRuntimeHints implements RuntimeHintsRegistrar {

	private final List<Class<?>> types;

	WireRuntimeHints(Class<?>... types) {
		this.types = List.of(types);
	}

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		new BindingReflectionHintsRegistrar().registerReflectionHints(hints.reflection(),
				this.types.toArray(new Class<?>[0]));
		hints.reflection().registerType(Secret.MaskingSerializer.class, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
	}

}
