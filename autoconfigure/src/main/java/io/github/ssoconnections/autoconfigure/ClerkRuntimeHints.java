// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.clerk.DeletedObject;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.SamlConnection;
import io.github.ssoconnections.clerk.TestRun;
import io.github.ssoconnections.clerk.TestRunLink;
import io.github.ssoconnections.http.ApiBody;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Reflection on what is read from and written to the wire.
 */
class ClerkRuntimeHints implements RuntimeHintsRegistrar {

	private static final List<Class<?>> WIRE_TYPES = List.of(Page.class, Secret.class, ApiBody.class,
			EnterpriseConnection.class, SamlConnection.class, TestRun.class, TestRunLink.class, DeletedObject.class);

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		new BindingReflectionHintsRegistrar().registerReflectionHints(hints.reflection(),
				WIRE_TYPES.toArray(new Class<?>[0]));
	}

}
