// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.discovery;

import java.util.function.Supplier;

import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Page;
import io.github.ssoconnections.auth0.Auth0PageQuery;
import io.github.ssoconnections.lint.PublicDomains;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Discovery domains of organizations. The organization prompt finds an organization by
 * those that are verified. Auth0 does not check DNS: the status of a domain is what the
 * caller says.
 * <p>
 * Reads are eventually consistent: a domain that was just created may be absent. The same
 * domain can belong to several organizations, see {@link #findConflicts}.
 * <p>
 * Every failure is an {@link SsoApiException}. An invalid argument fails the method call
 * with an {@link IllegalArgumentException}, and nothing is sent.
 *
 * @see <a href=
 * "https://auth0.com/docs/api/management/v2/organizations/get-discovery-domains">Auth0:
 * discovery domains of an organization</a>
 */
public interface Auth0DiscoveryDomains {

	/**
	 * Create the service for one tenant.
	 * @param client the tenant
	 * @return the service
	 */
	static Auth0DiscoveryDomains create(Auth0Client client) {
		return create(client, PublicDomains::defaults, TxtRecords.ofDns());
	}

	/**
	 * Create the service for one tenant.
	 * @param client the tenant
	 * @param publicDomains returns the domains that are never marked as verified
	 * @param txtRecords the lookup of TXT records
	 * @return the service
	 */
	static Auth0DiscoveryDomains create(Auth0Client client, Supplier<PublicDomains> publicDomains,
			TxtRecords txtRecords) {
		return new DefaultAuth0DiscoveryDomains(client, publicDomains, txtRecords);
	}

	/**
	 * List one page of the domains of an organization. Needs the scope
	 * {@code read:organization_discovery_domains}, as do the other read operations.
	 * @param organizationId the id of the organization
	 * @param query the page to return
	 * @return the page
	 */
	Mono<Auth0Page<DiscoveryDomain>> list(String organizationId, Auth0PageQuery query);

	/**
	 * List all domains of an organization, fetching pages on demand. Auth0 allows 100.
	 * @param organizationId the id of the organization
	 * @return the domains
	 */
	default Flux<DiscoveryDomain> listAll(String organizationId) {
		return listAll(organizationId, new Auth0PageQuery());
	}

	/**
	 * List all domains of an organization, fetching pages on demand.
	 * @param organizationId the id of the organization
	 * @param query the page size and the start
	 * @return the domains
	 */
	Flux<DiscoveryDomain> listAll(String organizationId, Auth0PageQuery query);

	/**
	 * Get a domain.
	 * @param organizationId the id of the organization
	 * @param domainId the id of the domain
	 * @return the domain
	 */
	Mono<DiscoveryDomain> get(String organizationId, String domainId);

	/**
	 * Get a domain by its name.
	 * @param organizationId the id of the organization
	 * @param domain the domain, such as {@code acme.com}
	 * @return the domain
	 */
	Mono<DiscoveryDomain> getByName(String organizationId, String domain);

	/**
	 * Add a domain, which is pending: {@link #markVerified} is another call. Needs the
	 * scope {@code create:organization_discovery_domains}.
	 * @param organizationId the id of the organization
	 * @param domain the domain
	 * @return the created domain; a conflict if the organization has it already
	 */
	Mono<DiscoveryDomain> create(String organizationId, NewDiscoveryDomain domain);

	/**
	 * Add a domain unless the organization has it. The creation is sent first, as a read
	 * that lacks the domain proves nothing, and a conflict means that it is there. Needs
	 * the scopes {@code create:} and {@code read:organization_discovery_domains}.
	 * @param organizationId the id of the organization
	 * @param domain the domain; its name must be set
	 * @return the domain, and whether it was created; an existing one is returned as it
	 * is, and has only its name where Auth0 does not return it yet
	 */
	Mono<CreateResult<DiscoveryDomain>> createOrFind(String organizationId, NewDiscoveryDomain domain);

	/**
	 * Update a domain, but for its status. Needs the scope
	 * {@code update:organization_discovery_domains}.
	 * @param organizationId the id of the organization
	 * @param domainId the id of the domain
	 * @param patch the update
	 * @return the updated domain
	 */
	Mono<DiscoveryDomain> update(String organizationId, String domainId, DiscoveryDomainPatch patch);

	/**
	 * Mark a domain as verified. Auth0 checks nothing: the caller vouches for the fact
	 * that the domain belongs to the customer of this organization, for example after
	 * {@link #check}. Users with an address of the domain are then led to the
	 * organization. Nothing else in this library marks a domain as verified. Reads the
	 * domain first, as the name must be that of the id. Needs the scopes {@code read:}
	 * and {@code update:organization_discovery_domains}.
	 * @param organizationId the id of the organization
	 * @param domain the domain, as Auth0 returned it
	 * @return the updated domain; {@link SsoApiException.NotFound} if Auth0 does not
	 * return the domain yet, {@link InvalidArgumentException} if it has another name
	 * @throws IllegalArgumentException if the domain is a public suffix, a domain of
	 * every tenant of a service, or that of a public mail service
	 */
	Mono<DiscoveryDomain> markVerified(String organizationId, DiscoveryDomain domain);

	/**
	 * Mark a domain as pending, so that it is not used. Needs the scope
	 * {@code update:organization_discovery_domains}.
	 * @param organizationId the id of the organization
	 * @param domainId the id of the domain
	 * @return the updated domain
	 */
	Mono<DiscoveryDomain> markPending(String organizationId, String domainId);

	/**
	 * Remove a domain. Needs the scope {@code delete:organization_discovery_domains}.
	 * @param organizationId the id of the organization
	 * @param domainId the id of the domain
	 * @return completes when the domain is removed
	 */
	Mono<Void> delete(String organizationId, String domainId);

	/**
	 * Look up in DNS whether the TXT record of a domain is there. This is a report: it
	 * sends nothing to Auth0 and changes no status.
	 * @param domain the domain, as Auth0 returned it, with the host and the text of the
	 * record
	 * @return the result, {@link DiscoveryDomainCheck.Result#UNKNOWN} if the lookup
	 * fails, or if the domain has no host or text, such as one that Auth0 does not return
	 * yet
	 * @throws IllegalArgumentException if the host is not the domain or below it
	 */
	Mono<DiscoveryDomainCheck> check(DiscoveryDomain domain);

	/**
	 * Find other organizations that have a domain. Auth0 accepts the same domain in
	 * several organizations, and the organization prompt then finds either. Sends a
	 * request for every organization of the tenant, one after the other. Needs the scopes
	 * {@code read:organizations} and {@code read:organization_discovery_domains}.
	 * @param organizationId the id of the organization whose domain it is
	 * @param domain the domain, such as {@code acme.com}
	 * @return the conflicts, empty if no other organization has the domain
	 */
	Flux<DiscoveryDomainConflict> findConflicts(String organizationId, String domain);

}
