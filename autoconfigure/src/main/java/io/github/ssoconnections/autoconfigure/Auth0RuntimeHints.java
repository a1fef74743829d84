// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

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
import io.github.ssoconnections.client.AccessTokens;
import io.github.ssoconnections.client.ApiBody;

/**
 * Reflection on what is read from and written to Auth0's wire.
 */
class Auth0RuntimeHints extends WireRuntimeHints {

	Auth0RuntimeHints() {
		super(Secret.class, AccessTokens.AccessToken.class, Auth0Page.class, Auth0Connection.class, ConnectionKey.class,
				DefaultDirectoryMapping.class, DefaultScimMapping.class, DirectoryProvisioning.class,
				DirectorySynchronization.class, EnabledClient.class, ScimConfiguration.class, ScimToken.class,
				SynchronizedGroup.class,
				// What is written
				ApiBody.class, AdOptions.class, AdfsOptions.class, AssertionDecryptionSettings.class,
				AttributeMap.class, Auth0ConnectionPatch.class, ClientChange.class, ConnectionKeySettings.class,
				ConnectionSettings.class, DirectoryProvisioningSettings.class, GoogleAppsOptions.class,
				IdpInitiated.class, KeyPair.class, NewAuth0Connection.class, NewScimToken.class, OidcOptions.class,
				OktaOptions.class, OtherOptions.class, PingFederateOptions.class, SamlpOptions.class,
				ScimSettings.class, SynchronizedGroups.class, WaadOptions.class);
	}

}
