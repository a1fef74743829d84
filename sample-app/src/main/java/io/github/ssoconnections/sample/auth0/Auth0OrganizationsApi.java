// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.auth0;

import io.github.ssoconnections.auth0.Auth0PageQuery;
import io.github.ssoconnections.auth0.discovery.Auth0DiscoveryDomains;
import io.github.ssoconnections.auth0.discovery.DiscoveryDomainPatch;
import io.github.ssoconnections.auth0.discovery.NewDiscoveryDomain;
import io.github.ssoconnections.auth0.organization.Auth0OrganizationConnections;
import io.github.ssoconnections.auth0.organization.Auth0Organizations;
import io.github.ssoconnections.auth0.organization.NewOrganization;
import io.github.ssoconnections.auth0.organization.OrganizationConnectionSettings;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Organizations at Auth0, their connections and discovery domains, in the vendor's names.
 */
@RestController
@RequestMapping("/api/auth0/organizations")
class Auth0OrganizationsApi {

	private final Auth0Organizations organizations;

	private final Auth0OrganizationConnections connections;

	private final Auth0DiscoveryDomains domains;

	Auth0OrganizationsApi(Auth0Organizations organizations, Auth0OrganizationConnections connections,
			Auth0DiscoveryDomains domains) {
		this.organizations = organizations;
		this.connections = connections;
		this.domains = domains;
	}

	@GetMapping
	Mono<ResponseEntity<byte[]>> list(@RequestParam MultiValueMap<String, String> filters) {
		Auth0PageQuery query = Filters.passOn(filters, new Auth0PageQuery(), "take", "from");
		return this.organizations.list(query).map((page) -> Pages.respond("organizations", page));
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> create(@RequestBody(required = false) byte @Nullable [] body) {
		return this.organizations.create(WireRequest.fill(new NewOrganization(), body)).map(WireResponse::created);
	}

	@GetMapping("/{id}")
	Mono<ResponseEntity<byte[]>> get(@PathVariable String id) {
		return this.organizations.get(id).map(WireResponse::ok);
	}

	@GetMapping("/by-name/{name}")
	Mono<ResponseEntity<byte[]>> getByName(@PathVariable String name) {
		return this.organizations.getByName(name).map(WireResponse::ok);
	}

	@GetMapping("/{id}/connections")
	Mono<ResponseEntity<byte[]>> listConnections(@PathVariable String id) {
		return this.connections.list(id).map(WireResponse::ok);
	}

	// Enable a connection for the organization, or change its settings.
	@PutMapping(path = "/{id}/connections/{connectionId}", consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> enable(@PathVariable String id, @PathVariable String connectionId,
			@RequestBody(required = false) byte @Nullable [] body) {
		return this.connections.enable(id, connectionId, WireRequest.fill(new OrganizationConnectionSettings(), body))
			.map(WireResponse::ok);
	}

	// Disable a connection for the organization.
	@DeleteMapping("/{id}/connections/{connectionId}")
	Mono<ResponseEntity<Void>> disable(@PathVariable String id, @PathVariable String connectionId) {
		return this.connections.disable(id, connectionId).thenReturn(ResponseEntity.noContent().build());
	}

	@GetMapping("/{id}/discovery-domains")
	Mono<ResponseEntity<byte[]>> listDomains(@PathVariable String id,
			@RequestParam MultiValueMap<String, String> filters) {
		Auth0PageQuery query = Filters.passOn(filters, new Auth0PageQuery(), "take", "from");
		return this.domains.list(id, query).map((page) -> Pages.respond("domains", page));
	}

	// Add a discovery domain, which is pending.
	@PostMapping(path = "/{id}/discovery-domains", consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> createDomain(@PathVariable String id,
			@RequestBody(required = false) byte @Nullable [] body) {
		return this.domains.create(id, WireRequest.fill(new NewDiscoveryDomain(), body)).map(WireResponse::created);
	}

	// Change a discovery domain, all but its status.
	@PatchMapping(path = "/{id}/discovery-domains/{domainId}", consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> updateDomain(@PathVariable String id, @PathVariable String domainId,
			@RequestBody(required = false) byte @Nullable [] body) {
		return this.domains.update(id, domainId, WireRequest.fill(new DiscoveryDomainPatch(), body))
			.map(WireResponse::ok);
	}

	@DeleteMapping("/{id}/discovery-domains/{domainId}")
	Mono<ResponseEntity<Void>> deleteDomain(@PathVariable String id, @PathVariable String domainId) {
		return this.domains.delete(id, domainId).thenReturn(ResponseEntity.noContent().build());
	}

	// Look up the TXT record of a domain.
	@GetMapping("/{id}/discovery-domains/{domainId}/check")
	Mono<ResponseEntity<byte[]>> check(@PathVariable String id, @PathVariable String domainId) {
		return this.domains.get(id, domainId).flatMap(this.domains::check).map(WireResponse::ok);
	}

	/**
	 * Mark a domain as verified: the caller vouches for it.
	 * @param id the id of the organization
	 * @param domainId the id of the domain
	 * @return the domain
	 */
	@PostMapping("/{id}/discovery-domains/{domainId}/mark-verified")
	Mono<ResponseEntity<byte[]>> markVerified(@PathVariable String id, @PathVariable String domainId) {
		return this.domains.get(id, domainId)
			.flatMap((domain) -> this.domains.markVerified(id, domain))
			.map(WireResponse::ok);
	}

	@PostMapping("/{id}/discovery-domains/{domainId}/mark-pending")
	Mono<ResponseEntity<byte[]>> markPending(@PathVariable String id, @PathVariable String domainId) {
		return this.domains.markPending(id, domainId).map(WireResponse::ok);
	}

	// List other organizations with the domain.
	@GetMapping("/{id}/discovery-domain-conflicts")
	Mono<ResponseEntity<byte[]>> findConflicts(@PathVariable String id, @RequestParam String domain) {
		return this.domains.findConflicts(id, domain).collectList().map(WireResponse::ok);
	}

}
