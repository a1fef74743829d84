// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.clerk.ActivationResult;
import io.github.ssoconnections.clerk.AttributeMappingSettings;
import io.github.ssoconnections.clerk.CertificateChange;
import io.github.ssoconnections.clerk.DeletedObject;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.clerk.NewSamlConnection;
import io.github.ssoconnections.clerk.OidcSettings;
import io.github.ssoconnections.clerk.SamlConnection;
import io.github.ssoconnections.clerk.SamlConnectionPatch;
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

	private static final List<Class<?>> READ = List.of(Page.class, Secret.class, EnterpriseConnection.class,
			SamlConnection.class, TestRun.class, TestRunLink.class, DeletedObject.class);

	/** Which applications may answer as they are. */
	private static final List<Class<?>> REPORTED = List.of(CertificateChange.class, ActivationResult.Active.class,
			ActivationResult.TestNeeded.class);

	private static final List<Class<?>> WRITTEN = List.of(ApiBody.class, NewEnterpriseConnection.class,
			NewEnterpriseConnection.Saml.class, EnterpriseConnectionPatch.class, EnterpriseConnectionPatch.Saml.class,
			NewSamlConnection.class, SamlConnectionPatch.class, OidcSettings.class, AttributeMappingSettings.class);

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		BindingReflectionHintsRegistrar registrar = new BindingReflectionHintsRegistrar();
		registrar.registerReflectionHints(hints.reflection(), READ.toArray(new Class<?>[0]));
		registrar.registerReflectionHints(hints.reflection(), REPORTED.toArray(new Class<?>[0]));
		registrar.registerReflectionHints(hints.reflection(), WRITTEN.toArray(new Class<?>[0]));
	}

}
