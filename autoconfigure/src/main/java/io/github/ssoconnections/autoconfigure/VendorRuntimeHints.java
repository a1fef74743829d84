// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0ConnectionPatch;
import io.github.ssoconnections.auth0.Auth0Page;
import io.github.ssoconnections.auth0.ClientChange;
import io.github.ssoconnections.auth0.ConnectionKey;
import io.github.ssoconnections.auth0.ConnectionKeySettings;
import io.github.ssoconnections.auth0.EnabledClient;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.auth0.directory.DefaultDirectoryMapping;
import io.github.ssoconnections.auth0.directory.DirectoryProvisioning;
import io.github.ssoconnections.auth0.directory.DirectoryProvisioningSettings;
import io.github.ssoconnections.auth0.directory.DirectorySynchronization;
import io.github.ssoconnections.auth0.directory.SynchronizedGroup;
import io.github.ssoconnections.auth0.directory.SynchronizedGroups;
import io.github.ssoconnections.auth0.options.AdOptions;
import io.github.ssoconnections.auth0.options.AdfsOptions;
import io.github.ssoconnections.auth0.options.AssertionDecryptionSettings;
import io.github.ssoconnections.auth0.options.AttributeMap;
import io.github.ssoconnections.auth0.options.ConnectionSettings;
import io.github.ssoconnections.auth0.options.GoogleAppsOptions;
import io.github.ssoconnections.auth0.options.IdpInitiated;
import io.github.ssoconnections.auth0.options.KeyPair;
import io.github.ssoconnections.auth0.options.OidcOptions;
import io.github.ssoconnections.auth0.options.OktaOptions;
import io.github.ssoconnections.auth0.options.OtherOptions;
import io.github.ssoconnections.auth0.options.PingFederateOptions;
import io.github.ssoconnections.auth0.options.SamlpOptions;
import io.github.ssoconnections.auth0.options.WaadOptions;
import io.github.ssoconnections.auth0.scim.DefaultScimMapping;
import io.github.ssoconnections.auth0.scim.NewScimToken;
import io.github.ssoconnections.auth0.scim.ScimConfiguration;
import io.github.ssoconnections.auth0.scim.ScimSettings;
import io.github.ssoconnections.auth0.scim.ScimToken;
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
import io.github.ssoconnections.client.AccessTokens;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.MemberCategory;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;

/**
 * Reflection hints for the types of requests and responses.
 */
class VendorRuntimeHints implements RuntimeHintsRegistrar {

	private static final Class<?>[] COMMON = { Secret.class, ApiBody.class };

	private static final Class<?>[] CLERK = { Page.class, EnterpriseConnection.class, SamlConnection.class,
			TestRun.class, TestRunLink.class, DeletedObject.class, CertificateChange.class,
			ActivationResult.Active.class, ActivationResult.TestNeeded.class, NewEnterpriseConnection.class,
			NewEnterpriseConnection.Saml.class, EnterpriseConnectionPatch.class, EnterpriseConnectionPatch.Saml.class,
			NewSamlConnection.class, SamlConnectionPatch.class, OidcSettings.class, AttributeMappingSettings.class };

	private static final Class<?>[] AUTH0 = { AccessTokens.AccessToken.class, Auth0Page.class, Auth0Connection.class,
			ConnectionKey.class, DefaultDirectoryMapping.class, DefaultScimMapping.class, DirectoryProvisioning.class,
			DirectorySynchronization.class, EnabledClient.class, ScimConfiguration.class, ScimToken.class,
			SynchronizedGroup.class, AdOptions.class, AdfsOptions.class, AssertionDecryptionSettings.class,
			AttributeMap.class, Auth0ConnectionPatch.class, ClientChange.class, ConnectionKeySettings.class,
			ConnectionSettings.class, DirectoryProvisioningSettings.class, GoogleAppsOptions.class, IdpInitiated.class,
			KeyPair.class, NewAuth0Connection.class, NewScimToken.class, OidcOptions.class, OktaOptions.class,
			OtherOptions.class, PingFederateOptions.class, SamlpOptions.class, ScimSettings.class,
			SynchronizedGroups.class, WaadOptions.class };

	@Override
	public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
		BindingReflectionHintsRegistrar registrar = new BindingReflectionHintsRegistrar();
		registrar.registerReflectionHints(hints.reflection(), COMMON);
		registrar.registerReflectionHints(hints.reflection(), CLERK);
		registrar.registerReflectionHints(hints.reflection(), AUTH0);
		hints.reflection().registerType(Secret.MaskingSerializer.class, MemberCategory.INVOKE_DECLARED_CONSTRUCTORS);
	}

}
