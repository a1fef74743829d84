// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

import io.github.ssoconnections.sandbox.rest.Call;
import io.github.ssoconnections.sandbox.rest.Ids;
import io.github.ssoconnections.sandbox.rest.Operations;
import io.github.ssoconnections.sandbox.rest.Reply;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Discovery domains of organizations. No request checks DNS, and the same domain may
 * belong to two organizations. What is not recorded is an assumption: the status is
 * {@code pending} unless it is sent, upper and lower case are the same domain, and what
 * the host and the text of the TXT record look like.
 */
final class DiscoveryDomainOperations {

	private static final String COLLECTION = "/api/v2/organizations/{id}/discovery-domains";

	private static final String ITEM = COLLECTION + "/{domainId}";

	private static final Checkpoints<DiscoveryDomain> PAGES = new Checkpoints<>("domains", 100,
			DiscoveryDomain::position, (domain) -> domain.json().deepCopy());

	private final Consumer<String> requireOrganization;

	private final Map<String, List<DiscoveryDomain>> domains = new LinkedHashMap<>();

	private long created;

	private boolean stale;

	/**
	 * Create the operations.
	 * @param requireOrganization rejects an id that no organization has
	 */
	DiscoveryDomainOperations(Consumer<String> requireOrganization) {
		this.requireOrganization = requireOrganization;
	}

	void addTo(Operations<Guarded> operations) {
		operations.add("GET", COLLECTION, Guarded.by("read:organization_discovery_domains", this::list))
			.add("POST", COLLECTION, Guarded.by("create:organization_discovery_domains", this::create))
			.add("GET", COLLECTION + "/name/{domain}",
					Guarded.by("read:organization_discovery_domains", this::getByName))
			.add("GET", ITEM, Guarded.by("read:organization_discovery_domains", this::get))
			.add("PATCH", ITEM, Guarded.by("update:organization_discovery_domains", this::update))
			.add("DELETE", ITEM, Guarded.by("delete:organization_discovery_domains", this::delete));
	}

	void clear() {
		this.domains.clear();
		this.stale = false;
	}

	/**
	 * Say whether reads lack domains that are created from now on.
	 * @param stale whether they do; everything is found again after {@code false}
	 */
	void stale(boolean stale) {
		this.stale = stale;
		if (!stale) {
			this.domains.values().forEach((each) -> each.replaceAll(DiscoveryDomain::visible));
		}
	}

	/**
	 * Return whether the organization prompt finds an organization by a domain.
	 * @param organizationId the id of the organization
	 * @param domain the domain
	 * @return whether the domain is verified and used for discovery
	 */
	boolean finds(String organizationId, String domain) {
		return of(organizationId).stream()
			.filter((each) -> each.name().equalsIgnoreCase(domain))
			.map(DiscoveryDomain::json)
			.anyMatch((json) -> json.path("status").asText().equals("verified")
					&& json.path("use_for_organization_discovery").asBoolean());
	}

	private List<DiscoveryDomain> of(String organizationId) {
		return this.domains.computeIfAbsent(organizationId, (any) -> new ArrayList<>());
	}

	private List<DiscoveryDomain> of(Call call) {
		this.requireOrganization.accept(call.id());
		return of(call.id());
	}

	private Reply list(Call call) {
		return Reply.ok(PAGES.page(call.query(), of(call).stream().filter(DiscoveryDomain::isVisible).toList()));
	}

	private Reply create(Call call) {
		List<DiscoveryDomain> existing = of(call);
		ObjectNode body = call.body(OrganizationShapes.CREATE_DISCOVERY_DOMAIN);
		String name = body.get("domain").textValue();
		if (existing.stream().anyMatch((each) -> each.name().equalsIgnoreCase(name))) {
			throw new Auth0Exception(409,
					"An organization discovery domain with this domain is already registered to this organization.",
					null);
		}
		ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", Ids.next("odd_", 16));
		json.put("domain", name).put("status", "pending").put("use_for_organization_discovery", true);
		json.put("verification_txt", Ids.next("auth0-domain-verification=", 24));
		json.put("verification_host", "_auth0-challenge." + name).setAll(body);
		existing.add(new DiscoveryDomain("%012d".formatted(this.created++), json, !this.stale));
		return Reply.created(json.deepCopy());
	}

	private Reply getByName(Call call) {
		String name = Objects.requireNonNull(call.variables().get("domain"));
		return of(call).stream()
			.filter(DiscoveryDomain::isVisible)
			.filter((each) -> each.name().equalsIgnoreCase(name))
			.findFirst()
			.map((each) -> Reply.ok(each.json().deepCopy()))
			.orElseThrow(DiscoveryDomainOperations::notFound);
	}

	private DiscoveryDomain domain(Call call) {
		String id = Objects.requireNonNull(call.variables().get("domainId"));
		return of(call).stream()
			.filter((each) -> each.json().get("id").textValue().equals(id))
			.findFirst()
			.orElseThrow(DiscoveryDomainOperations::notFound);
	}

	private static Auth0Exception notFound() {
		return Auth0Exception.notFound("The organization discovery domain does not exist.");
	}

	private Reply get(Call call) {
		DiscoveryDomain domain = domain(call);
		if (!domain.isVisible()) {
			throw notFound();
		}
		return Reply.ok(domain.json().deepCopy());
	}

	private Reply update(Call call) {
		ObjectNode json = domain(call).json();
		json.setAll(call.body(OrganizationShapes.UPDATE_DISCOVERY_DOMAIN));
		return Reply.ok(json.deepCopy());
	}

	private Reply delete(Call call) {
		DiscoveryDomain domain = domain(call);
		of(call).remove(domain);
		return Reply.empty(204);
	}

	/**
	 * The state of one domain.
	 *
	 * @param position orders the domains
	 * @param json the response
	 * @param isVisible whether reads find it already
	 */
	private record DiscoveryDomain(String position, ObjectNode json, boolean isVisible) {

		String name() {
			return this.json.get("domain").textValue();
		}

		DiscoveryDomain visible() {
			return new DiscoveryDomain(this.position, this.json, true);
		}

	}

}
