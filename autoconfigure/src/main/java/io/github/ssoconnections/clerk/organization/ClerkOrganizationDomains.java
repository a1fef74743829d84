// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.organization;

import java.util.Locale;
import java.util.function.Supplier;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.DeletedObject;
import io.github.ssoconnections.lint.PublicDomains;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Domains of organizations at Clerk. Clerk does not check DNS here: whether a domain is
 * verified is what the caller says.
 * <p>
 * Every failure is an {@link SsoApiException}. An invalid argument fails the method call
 * with an {@link IllegalArgumentException}, and nothing is sent.
 *
 * @see <a href=
 * "https://clerk.com/docs/reference/backend-api/tag/organization-domains">Clerk:
 * Organization Domains</a>
 */
public interface ClerkOrganizationDomains {

	/**
	 * Create the service for one account.
	 * @param client the client of the account
	 * @return the service
	 */
	static ClerkOrganizationDomains create(ClerkClient client) {
		return create(client, PublicDomains::defaults);
	}

	/**
	 * Create the service for one account.
	 * @param client the client of the account
	 * @param publicDomains returns the domains that are never marked as verified
	 * @return the service
	 */
	static ClerkOrganizationDomains create(ClerkClient client, Supplier<PublicDomains> publicDomains) {
		return new DefaultClerkOrganizationDomains(client, publicDomains);
	}

	/**
	 * List one page of the domains of an organization.
	 * @param organizationId the id of the organization
	 * @param query the query
	 * @return the page
	 */
	Mono<Page<OrganizationDomain>> list(String organizationId, OrganizationDomainQuery query);

	/**
	 * List all domains of an organization. Pages are fetched as the subscriber requests
	 * items.
	 * @param organizationId the id of the organization
	 * @return the domains
	 */
	default Flux<OrganizationDomain> listAll(String organizationId) {
		return listAll(organizationId, new OrganizationDomainQuery());
	}

	/**
	 * List domains of an organization. Pages are fetched as the subscriber requests
	 * items.
	 * @param organizationId the id of the organization
	 * @param query the query; its limit is the size of a page, its offset is that of the
	 * first item
	 * @return the domains
	 */
	Flux<OrganizationDomain> listAll(String organizationId, OrganizationDomainQuery query);

	/**
	 * List the names of the domains that are verified, or whose ownership is: those that
	 * Clerk removes when a connection with the domain is activated.
	 * @param organizationId the id of the organization
	 * @return the names, in lower case
	 */
	default Flux<String> listVerifiedNames(String organizationId) {
		return listAll(organizationId).filter(OrganizationDomain::isRemovedOnActivation)
			.map((domain) -> String.valueOf(domain.name()).toLowerCase(Locale.ROOT));
	}

	/**
	 * Add a domain, which is not verified: {@link #markVerified} is another call.
	 * @param organizationId the id of the organization
	 * @param domain the domain
	 * @return the created domain
	 */
	Mono<OrganizationDomain> create(String organizationId, NewOrganizationDomain domain);

	/**
	 * Update a domain.
	 * @param organizationId the id of the organization
	 * @param domainId the id of the domain
	 * @param patch the update
	 * @return the updated domain
	 */
	Mono<OrganizationDomain> update(String organizationId, String domainId, OrganizationDomainPatch patch);

	/**
	 * Mark a domain as verified. Clerk checks nothing: the caller vouches for the fact
	 * that the domain belongs to the organization, as its users may then join the
	 * organization by the enrollment mode.
	 * @param domain the domain, as Clerk returned it
	 * @return the updated domain
	 * @throws IllegalArgumentException if the domain is a public suffix, a domain of
	 * every tenant of a service, or that of a public mail service
	 */
	Mono<OrganizationDomain> markVerified(OrganizationDomain domain);

	/**
	 * Mark a domain as not verified.
	 * @param organizationId the id of the organization
	 * @param domainId the id of the domain
	 * @return the updated domain
	 */
	Mono<OrganizationDomain> markUnverified(String organizationId, String domainId);

	/**
	 * Mark the ownership of a domain as verified. This overrides Clerk's own check of a
	 * TXT record in DNS: the caller vouches for the ownership. Clerk records the strategy
	 * {@code manual_override}, and a second call has no further effect.
	 * @param domain the domain, as Clerk returned it
	 * @return the updated domain
	 * @throws IllegalArgumentException as with {@link #markVerified}
	 */
	Mono<OrganizationDomain> markOwnershipVerified(OrganizationDomain domain);

	/**
	 * Remove a domain. A domain that is added again does not get back its affiliation,
	 * its pending invitations and its suggestions.
	 * @param organizationId the id of the organization
	 * @param domainId the id of the domain
	 * @return the deleted object
	 */
	Mono<DeletedObject> delete(String organizationId, String domainId);

}
