// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.organization;

import java.util.List;

import io.github.ssoconnections.auth0.Auth0Operations;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.ResponseType;

/**
 * Operations on the connections of an organization, which two endpoints have.
 *
 * @param list lists them
 * @param get returns one
 * @param create adds one
 * @param update changes the settings of one
 * @param delete removes one
 */
record OrganizationConnectionEndpoint(ApiOperation<List<OrganizationConnection>> list,
		ApiOperation<OrganizationConnection> get, ApiOperation<OrganizationConnection> create,
		ApiOperation<OrganizationConnection> update, ApiOperation<Boolean> delete) {

	OrganizationConnectionEndpoint(String path) {
		this(Auth0Operations
			.<List<OrganizationConnection>>read("organization_connections.list", collection(path),
					ResponseType.of(List.class, OrganizationConnection.class))
			.withScopes("read:organization_connections"),
				Auth0Operations
					.read("organization_connections.get", item(path), ResponseType.of(OrganizationConnection.class))
					.withScopes("read:organization_connections"),
				Auth0Operations
					.create("organization_connections.create", collection(path),
							ResponseType.of(OrganizationConnection.class))
					.withRecoveryAdvice("enable the connection again")
					.withScopes("create:organization_connections"),
				Auth0Operations
					.update("organization_connections.update", item(path),
							ResponseType.of(OrganizationConnection.class))
					.withRecoveryAdvice("send the update again")
					.withScopes("update:organization_connections"),
				Auth0Operations.delete("organization_connections.delete", item(path))
					.withScopes("delete:organization_connections"));
	}

	private static String collection(String path) {
		return DefaultAuth0Organizations.ORGANIZATIONS + "/{organization_id}" + path;
	}

	private static String item(String path) {
		return collection(path) + "/{connection_id}";
	}

}
