// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Reflection hints for the types of requests and responses of all vendors.
 */
class VendorRuntimeHints implements RuntimeHintsRegistrar {

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		BindingReflectionHintsRegistrar registrar = new BindingReflectionHintsRegistrar();
		registrar.registerReflectionHints(hints.reflection(), Secret.class, ApiBody.class);
		VendorRegistration.all()
			.forEach((vendor) -> registrar.registerReflectionHints(hints.reflection(),
					vendor.types().toArray(new Class<?>[0])));
		hints.reflection().registerType(Secret.MaskingSerializer.class, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
	}

}
