// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.clerk.ActivationResult;
import io.github.ssoconnections.clerk.AttributeMappingSettings;
import io.github.ssoconnections.clerk.CertificateChange;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
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
import org.jspecify.annotations.Nullable;

/**
 * Registration of Clerk.
 */
final class ClerkRegistration extends VendorRegistration<ClerkClient, ClerkConnectionDetails> {

	ClerkRegistration() {
		super("clerk", ClerkClient.class, ClerkConnectionDetails.class);
	}

	@Override
	List<String> credentials() {
		return List.of(ClerkAutoConfiguration.API_KEY);
	}

	@Override
	String missing() {
		return "no key of an account at Clerk is configured: the property 'sso-connections.clerk.api-key' is not set, "
				+ "or blank.";
	}

	@Override
	String remedy() {
		return "Set the property 'sso-connections.clerk.api-key' to the secret key of your instance (sk_live_… or "
				+ "sk_test_…), or define a ClerkConnectionDetails bean.";
	}

	@Override
	List<String> secretProperties() {
		return List.of(ClerkAutoConfiguration.API_KEY, "clerk-secret-key");
	}

	@Override
	Stream<@Nullable String> secrets(ClerkConnectionDetails details) {
		return Stream.of(details.getApiKey());
	}

	@Override
	double remainingPermits(ClerkClient client) {
		return client.remainingPermits();
	}

	@Override
	List<Class<?>> types() {
		return List.of(Page.class, EnterpriseConnection.class, SamlConnection.class, TestRun.class, TestRunLink.class,
				DeletedObject.class, CertificateChange.class, ActivationResult.Active.class,
				ActivationResult.TestNeeded.class, NewEnterpriseConnection.class, NewEnterpriseConnection.Saml.class,
				EnterpriseConnectionPatch.class, EnterpriseConnectionPatch.Saml.class, NewSamlConnection.class,
				SamlConnectionPatch.class, OidcSettings.class, AttributeMappingSettings.class);
	}

}
