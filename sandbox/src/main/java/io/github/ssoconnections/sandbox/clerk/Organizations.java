// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.sandbox.rest.Ids;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Every organization of the instance, with its domains. What the vendor's document does
 * not say is an assumption: the codes for a slug or a domain that exists, and for a
 * verified domain that serves an active connection of the same organization.
 */
final class Organizations {

	private static final int DEFAULT_MEMBERSHIPS = 5;

	private final Map<String, ObjectNode> organizations = new LinkedHashMap<>();

	private final Map<String, OrganizationDomain> domains = new LinkedHashMap<>();

	private final InstantSource clock;

	Organizations(InstantSource clock) {
		this.clock = clock;
	}

	void clear() {
		this.organizations.clear();
		this.domains.clear();
	}

	List<ObjectNode> newestFirst() {
		List<ObjectNode> all = new ArrayList<>(this.organizations.values());
		Collections.reverse(all);
		return all;
	}

	ObjectNode get(String idOrSlug) {
		return this.organizations.values()
			.stream()
			.filter((each) -> text(each, "id").equals(idOrSlug) || text(each, "slug").equals(idOrSlug))
			.findFirst()
			.orElseThrow(ClerkException::notFound);
	}

	private static String text(ObjectNode organization, String field) {
		return organization.path(field).asText();
	}

	ObjectNode create(ObjectNode body) {
		return create(Ids.next("org_", 27), body);
	}

	ObjectNode create(String id, ObjectNode body) {
		long now = this.clock.millis();
		String name = text(body, "name");
		String slug = body.hasNonNull("slug") ? text(body, "slug")
				: name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-") + "-" + now;
		if (this.organizations.values().stream().anyMatch((each) -> text(each, "slug").equals(slug))) {
			throw ClerkException.unprocessable("form_identifier_exists", "That slug is taken.", "slug");
		}
		ObjectNode organization = JsonNodeFactory.instance.objectNode();
		organization.put("object", "organization").put("id", id).put("name", name).put("slug", slug);
		organization.put("has_image", false);
		organization.put("max_allowed_memberships", body.path("max_allowed_memberships").asInt(DEFAULT_MEMBERSHIPS));
		organization.put("admin_delete_enabled", true);
		List.of("public_metadata", "private_metadata")
			.forEach((field) -> organization.set(field,
					body.path(field).isObject() ? body.get(field) : organization.objectNode()));
		if (body.hasNonNull("created_by")) {
			organization.set("created_by", body.get("created_by"));
		}
		organization.set("role_set_key",
				body.path("role_set_key").isTextual() ? body.get("role_set_key") : JsonNodeFactory.instance.nullNode());
		organization.put("created_at", now).put("updated_at", now);
		this.organizations.put(text(organization, "id"), organization);
		return organization;
	}

	List<OrganizationDomain> domainsOf(String idOrSlug) {
		String id = text(get(idOrSlug), "id");
		List<OrganizationDomain> all = new ArrayList<>(
				this.domains.values().stream().filter((domain) -> domain.organizationId().equals(id)).toList());
		Collections.reverse(all);
		return all;
	}

	OrganizationDomain domain(String idOrSlug, String domainId) {
		return domainsOf(idOrSlug).stream()
			.filter((domain) -> domain.id().equals(domainId))
			.findFirst()
			.orElseThrow(ClerkException::notFound);
	}

	OrganizationDomain createDomain(String idOrSlug, String name, String enrollmentMode, boolean verified) {
		String domainName = name.toLowerCase(Locale.ROOT);
		if (domainsOf(idOrSlug).stream().anyMatch((domain) -> domain.name().equals(domainName))) {
			throw ClerkException.unprocessable("form_identifier_exists", "The organization has that domain.", "name");
		}
		OrganizationDomain domain = new OrganizationDomain(text(get(idOrSlug), "id"), domainName, enrollmentMode,
				verified, this.clock.millis());
		this.domains.put(domain.id(), domain);
		return domain;
	}

	void deleteDomain(OrganizationDomain domain) {
		this.domains.remove(domain.id());
	}

	/**
	 * Return the verified domains.
	 * @param organizationId the id of the organization, {@code null} for all
	 * @return the names
	 */
	Set<String> verifiedDomains(@Nullable String organizationId) {
		Set<String> names = new LinkedHashSet<>();
		this.domains.values()
			.stream()
			.filter((domain) -> organizationId == null || domain.organizationId().equals(organizationId))
			.filter(OrganizationDomain::isVerified)
			.forEach((domain) -> names.add(domain.name()));
		return names;
	}

	void removeVerifiedDomains(String organizationId, List<String> names) {
		this.domains.values()
			.removeIf((domain) -> domain.isVerified() && domain.organizationId().equals(organizationId)
					&& names.contains(domain.name()));
	}

}
