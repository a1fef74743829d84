// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0ConnectionPatch;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.clerk.ConnectionProvider;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionCreation;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;

/**
 * The examples of the page {@code move-from-the-vendors-sdks.md} with this library. Run
 * by {@link MovingExamplesTests}.
 */
final class MovingExamples {

	private MovingExamples() {
	}

	static EnterpriseConnection clerk(EnterpriseConnectionCreation creation, EnterpriseConnectionService connections,
			String metadataUrl) {
		// tag::clerk-moved[]
		EnterpriseConnection created = creation
			.createOrFind(new NewEnterpriseConnection().name("Acme")
				.provider(ConnectionProvider.SAML_CUSTOM)
				.domains("acme.com")
				.saml(new NewEnterpriseConnection.Saml().idpMetadataUrl(metadataUrl)))
			.map(CreateResult::value)
			.block();
		connections.update(created.id(), new EnterpriseConnectionPatch().active(true)).block();
		// end::clerk-moved[]
		return created;
	}

	static Auth0Connection auth0(Auth0ConnectionService connections, String id) {
		// tag::auth0-moved[]
		Auth0Connection updated = connections.update(id, new Auth0ConnectionPatch().showAsButton(true)).block();
		// end::auth0-moved[]
		return updated;
	}

}
