// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
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
import org.jspecify.annotations.Nullable;

/**
 * Registration of Auth0.
 */
final class Auth0Registration extends VendorRegistration<Auth0Client, Auth0ConnectionDetails> {

	Auth0Registration() {
		super("auth0", Auth0Client.class, Auth0ConnectionDetails.class);
	}

	@Override
	List<String> credentials() {
		return List.of(Auth0AutoConfiguration.TOKEN, Auth0AutoConfiguration.CLIENT_ID,
				Auth0AutoConfiguration.CLIENT_SECRET);
	}

	@Override
	String missing() {
		return "no tenant at Auth0 is configured: the properties 'sso-connections.auth0.token' and "
				+ "'sso-connections.auth0.client-id' are not set, or blank.";
	}

	@Override
	String remedy() {
		return "Set the property 'sso-connections.auth0.domain' to the domain of your tenant, and the properties "
				+ "'sso-connections.auth0.client-id' and 'sso-connections.auth0.client-secret' to those of an "
				+ "application that may use the Management API; or define an Auth0ConnectionDetails bean.";
	}

	@Override
	List<String> secretProperties() {
		return List.of(Auth0AutoConfiguration.CLIENT_SECRET, Auth0AutoConfiguration.TOKEN);
	}

	@Override
	Stream<@Nullable String> secrets(Auth0ConnectionDetails details) {
		return Stream.of(details.getToken(), details.getClientSecret());
	}

	@Override
	double remainingPermits(Auth0Client client) {
		return client.remainingPermits();
	}

	@Override
	List<Class<?>> types() {
		return List.of(AccessTokens.AccessToken.class, Auth0Page.class, Auth0Connection.class, ConnectionKey.class,
				DefaultDirectoryMapping.class, DefaultScimMapping.class, DirectoryProvisioning.class,
				DirectorySynchronization.class, EnabledClient.class, ScimConfiguration.class, ScimToken.class,
				SynchronizedGroup.class, AdOptions.class, AdfsOptions.class, AssertionDecryptionSettings.class,
				AttributeMap.class, Auth0ConnectionPatch.class, ClientChange.class, ConnectionKeySettings.class,
				ConnectionSettings.class, DirectoryProvisioningSettings.class, GoogleAppsOptions.class,
				IdpInitiated.class, KeyPair.class, NewAuth0Connection.class, NewScimToken.class, OidcOptions.class,
				OktaOptions.class, OtherOptions.class, PingFederateOptions.class, SamlpOptions.class,
				ScimSettings.class, SynchronizedGroups.class, WaadOptions.class);
	}

}
