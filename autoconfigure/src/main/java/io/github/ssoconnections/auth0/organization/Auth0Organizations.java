// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.organization;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Page;
import io.github.ssoconnections.auth0.Auth0PageQuery;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Organizations of a tenant. There is no deletion: it would end every membership.
 *
 * @see <a href=
 * "https://auth0.com/docs/api/management/v2/organizations/get-organizations">Auth0:
 * organizations</a>
 */
public interface Auth0Organizations {

	/**
	 * Create the service for one tenant.
	 * @param client the tenant
	 * @return the service
	 */
	static Auth0Organizations create(Auth0Client client) {
		Assert.notNull(client, "'client' must not be null");
		return new DefaultAuth0Organizations(client, client.settings().client().responseTimeout(),
				client.settings().client().creationTimeout());
	}

	/**
	 * List one page of the organizations. Needs the scope {@code read:organizations}, as
	 * do the other read operations.
	 * @param query the page to return
	 * @return the page
	 */
	Mono<Auth0Page<Organization>> list(Auth0PageQuery query);

	/**
	 * List all organizations, fetching pages on demand.
	 * @return the organizations
	 */
	default Flux<Organization> listAll() {
		return listAll(new Auth0PageQuery());
	}

	/**
	 * List all organizations, fetching pages on demand.
	 * @param query the page size and the start
	 * @return the organizations
	 */
	Flux<Organization> listAll(Auth0PageQuery query);

	/**
	 * Get an organization.
	 * @param id the id of the organization
	 * @return the organization
	 */
	Mono<Organization> get(String id);

	/**
	 * Get an organization by its name.
	 * @param name the name of the organization
	 * @return the organization
	 */
	Mono<Organization> getByName(String name);

	/**
	 * Create an organization. Needs the scope {@code create:organizations}.
	 * @param organization the organization
	 * @return the created organization; a conflict if there is one of this name
	 */
	Mono<Organization> create(NewOrganization organization);

	/**
	 * Create an organization unless one of that name exists. If the response to the
	 * creation is lost, the name is looked up again after the settle time. The creation
	 * is never sent twice. Needs the scopes {@code read:organizations} and
	 * {@code create:organizations}.
	 * @param organization the organization; its name must be set
	 * @return the organization, and whether it was created; an existing one is returned
	 * as it is
	 */
	Mono<CreateResult<Organization>> createOrFind(NewOrganization organization);

}
