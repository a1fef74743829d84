// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.organization;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.ClerkClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Organizations at Clerk. Deletion is not offered: it would delete all memberships and
 * invitations, too.
 * <p>
 * Every failure is an {@link SsoApiException}, such as {@link SsoApiException.Forbidden}
 * with the code {@code organization_not_enabled_in_instance} if the account has no
 * organizations. An invalid argument fails the method call with an
 * {@link IllegalArgumentException}, and nothing is sent.
 *
 * @see <a href= "https://clerk.com/docs/reference/backend-api/tag/organizations">Clerk:
 * Organizations</a>
 */
public interface ClerkOrganizations {

	/**
	 * Create the service for one account.
	 * @param client the client of the account
	 * @return the service
	 */
	static ClerkOrganizations create(ClerkClient client) {
		return new DefaultClerkOrganizations(client);
	}

	/**
	 * List one page of organizations, the newest first unless ordered otherwise.
	 * @param query the query
	 * @return the page
	 */
	Mono<Page<Organization>> list(OrganizationQuery query);

	/**
	 * List all organizations. Pages are fetched as the subscriber requests items.
	 * @return the organizations
	 */
	default Flux<Organization> listAll() {
		return listAll(new OrganizationQuery());
	}

	/**
	 * List organizations. Pages are fetched as the subscriber requests items, and shift
	 * while organizations are created or deleted: a duplicate is dropped, and an
	 * organization may be missed.
	 * @param query the query; its limit is the size of a page, its offset is that of the
	 * first item
	 * @return the organizations
	 */
	Flux<Organization> listAll(OrganizationQuery query);

	/**
	 * Get an organization.
	 * @param idOrSlug the id or the slug of the organization
	 * @return the organization
	 */
	Mono<Organization> get(String idOrSlug);

	/**
	 * Create an organization. After an {@link SsoApiException.OutcomeUnknown}, get it by
	 * its slug before another attempt, or use {@link ClerkOrganizationCreation}.
	 * @param organization the organization
	 * @return the created organization
	 */
	Mono<Organization> create(NewOrganization organization);

}
