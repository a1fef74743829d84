// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.auth0.AdOptions;
import io.github.ssoconnections.auth0.AdfsOptions;
import io.github.ssoconnections.auth0.AssertionDecryptionSettings;
import io.github.ssoconnections.auth0.AttributeMap;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0ConnectionPatch;
import io.github.ssoconnections.auth0.Auth0Page;
import io.github.ssoconnections.auth0.ClientChange;
import io.github.ssoconnections.auth0.ConnectionKey;
import io.github.ssoconnections.auth0.ConnectionKeySettings;
import io.github.ssoconnections.auth0.ConnectionSettings;
import io.github.ssoconnections.auth0.DefaultDirectoryMapping;
import io.github.ssoconnections.auth0.DefaultScimMapping;
import io.github.ssoconnections.auth0.DirectoryProvisioning;
import io.github.ssoconnections.auth0.DirectoryProvisioningSettings;
import io.github.ssoconnections.auth0.DirectorySynchronization;
import io.github.ssoconnections.auth0.EnabledClient;
import io.github.ssoconnections.auth0.GoogleAppsOptions;
import io.github.ssoconnections.auth0.IdpInitiated;
import io.github.ssoconnections.auth0.KeyPair;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.auth0.NewScimToken;
import io.github.ssoconnections.auth0.OidcOptions;
import io.github.ssoconnections.auth0.OktaOptions;
import io.github.ssoconnections.auth0.OtherOptions;
import io.github.ssoconnections.auth0.PingFederateOptions;
import io.github.ssoconnections.auth0.SamlpOptions;
import io.github.ssoconnections.auth0.ScimConfiguration;
import io.github.ssoconnections.auth0.ScimSettings;
import io.github.ssoconnections.auth0.ScimToken;
import io.github.ssoconnections.auth0.SynchronizedGroup;
import io.github.ssoconnections.auth0.SynchronizedGroups;
import io.github.ssoconnections.auth0.WaadOptions;
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
