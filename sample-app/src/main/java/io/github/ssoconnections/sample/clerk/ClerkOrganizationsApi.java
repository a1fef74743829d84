// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.clerk;

import java.util.function.Function;

import io.github.ssoconnections.clerk.organization.ClerkOrganizationDomains;
import io.github.ssoconnections.clerk.organization.ClerkOrganizations;
import io.github.ssoconnections.clerk.organization.NewOrganization;
import io.github.ssoconnections.clerk.organization.NewOrganizationDomain;
import io.github.ssoconnections.clerk.organization.OrganizationDomain;
import io.github.ssoconnections.clerk.organization.OrganizationDomainPatch;
import io.github.ssoconnections.clerk.organization.OrganizationDomainQuery;
import io.github.ssoconnections.clerk.organization.OrganizationQuery;
import io.github.ssoconnections.sample.web.Filters;
import io.github.ssoconnections.sample.web.WireRequest;
import io.github.ssoconnections.sample.web.WireResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Organizations at Clerk and their domains, in the vendor's names.
 */
@RestController
@RequestMapping("/api/clerk/organizations")
class ClerkOrganizationsApi {

	private final ClerkOrganizations organizations;

	private final ClerkOrganizationDomains domains;

	ClerkOrganizationsApi(ClerkOrganizations organizations, ClerkOrganizationDomains domains) {
		this.organizations = organizations;
		this.domains = domains;
	}

	@GetMapping
	Mono<ResponseEntity<byte[]>> list(@RequestParam MultiValueMap<String, String> filters) {
		OrganizationQuery query = Filters.passOn(filters, new OrganizationQuery(), "query", "order_by", "limit",
				"offset");
		return this.organizations.list(query).map(WireResponse::ok);
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> create(@RequestBody(required = false) byte @Nullable [] body) {
		return this.organizations.create(WireRequest.fill(new NewOrganization(), body)).map(WireResponse::created);
	}

	@GetMapping("/{id}")
	Mono<ResponseEntity<byte[]>> get(@PathVariable String id) {
		return this.organizations.get(id).map(WireResponse::ok);
	}

	@GetMapping("/{id}/domains")
	Mono<ResponseEntity<byte[]>> listDomains(@PathVariable String id,
			@RequestParam MultiValueMap<String, String> filters) {
		OrganizationDomainQuery query = Filters.passOn(filters, new OrganizationDomainQuery(), "verified",
				"enrollment_mode", "limit", "offset");
		return this.domains.list(id, query).map(WireResponse::ok);
	}

	// Add a domain, which is not verified.
	@PostMapping(path = "/{id}/domains", consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> createDomain(@PathVariable String id,
			@RequestBody(required = false) byte @Nullable [] body) {
		return this.domains.create(id, WireRequest.fill(new NewOrganizationDomain(), body)).map(WireResponse::created);
	}

	@PatchMapping(path = "/{id}/domains/{domainId}", consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> updateDomain(@PathVariable String id, @PathVariable String domainId,
			@RequestBody(required = false) byte @Nullable [] body) {
		return this.domains.update(id, domainId, WireRequest.fill(new OrganizationDomainPatch(), body))
			.map(WireResponse::ok);
	}

	@DeleteMapping("/{id}/domains/{domainId}")
	Mono<ResponseEntity<byte[]>> deleteDomain(@PathVariable String id, @PathVariable String domainId) {
		return this.domains.delete(id, domainId).map(WireResponse::ok);
	}

	/**
	 * Mark a domain as verified: the caller vouches for it.
	 * @param id the id of the organization
	 * @param domainId the id of the domain
	 * @return the domain
	 */
	@PostMapping("/{id}/domains/{domainId}/mark-verified")
	Mono<ResponseEntity<byte[]>> markVerified(@PathVariable String id, @PathVariable String domainId) {
		return mark(id, domainId, this.domains::markVerified);
	}

	@PostMapping("/{id}/domains/{domainId}/mark-unverified")
	Mono<ResponseEntity<byte[]>> markUnverified(@PathVariable String id, @PathVariable String domainId) {
		return this.domains.markUnverified(id, domainId).map(WireResponse::ok);
	}

	/**
	 * Mark the ownership of a domain as verified: the caller vouches for it.
	 * @param id the id of the organization
	 * @param domainId the id of the domain
	 * @return the domain
	 */
	@PostMapping("/{id}/domains/{domainId}/mark-ownership-verified")
	Mono<ResponseEntity<byte[]>> markOwnershipVerified(@PathVariable String id, @PathVariable String domainId) {
		return mark(id, domainId, this.domains::markOwnershipVerified);
	}

	private Mono<ResponseEntity<byte[]>> mark(String id, String domainId,
			Function<OrganizationDomain, Mono<OrganizationDomain>> mark) {
		return this.domains.listAll(id)
			.filter((domain) -> domain.id().equals(domainId))
			.next()
			.flatMap(mark)
			.map(WireResponse::ok)
			.defaultIfEmpty(ResponseEntity.notFound().build());
	}

}
