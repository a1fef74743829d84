// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import io.github.ssoconnections.sandbox.rest.Call;
import io.github.ssoconnections.sandbox.rest.Field;
import io.github.ssoconnections.sandbox.rest.Operations;
import io.github.ssoconnections.sandbox.rest.Query;
import io.github.ssoconnections.sandbox.rest.Reply;
import io.github.ssoconnections.sandbox.rest.Shape;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The operations below {@code /v1/organizations}.
 */
final class OrganizationOperations {

	private static final String COLLECTION = "/v1/organizations";

	private static final String ITEM = COLLECTION + "/{id}";

	private static final String DOMAINS = ITEM + "/domains";

	private static final String DOMAIN = DOMAINS + "/{domainId}";

	private static final List<String> MODES = List.of("automatic_invitation", "automatic_suggestion",
			"manual_invitation", "enterprise_sso");

	private static final Shape METADATA = Shape.of().others(Field.anything("metadata"));

	private static final Shape CREATE = Shape.of(Field.string("name").mustBeThere().nonEmpty().atMostCharacters(256),
			Field.string("created_by").orNull(), Field.object("private_metadata", METADATA).orNull(),
			Field.object("public_metadata", METADATA).orNull(), Field.string("slug").matching("[a-z0-9-]+").orNull(),
			Field.integer("max_allowed_memberships").between(0, Integer.MAX_VALUE).orNull(),
			Field.ignored("created_at"), Field.string("role_set_key").orNull());

	private static final Shape CREATE_DOMAIN = Shape.of(
			Field.string("name").mustBeThere().matching("([A-Za-z0-9-]+\\.)+[A-Za-z0-9-]+"),
			Field.string("enrollment_mode").oneOf(MODES), Field.bool("verified").orNull());

	private static final Shape UPDATE_DOMAIN = Shape.of(Field.string("enrollment_mode").oneOf(MODES).orNull(),
			Field.bool("verified").orNull());

	private final Organizations organizations;

	private final Connections connections;

	private final InstantSource clock;

	OrganizationOperations(Organizations organizations, Connections connections, InstantSource clock) {
		this.organizations = organizations;
		this.connections = connections;
		this.clock = clock;
	}

	void addTo(Operations<Function<Call, Reply>> operations) {
		operations.add("GET", COLLECTION, this::list)
			.add("POST", COLLECTION, this::create)
			.add("GET", ITEM, this::get)
			.add("GET", DOMAINS, this::listDomains)
			.add("POST", DOMAINS, this::createDomain)
			.add("PATCH", DOMAIN, this::updateDomain)
			.add("DELETE", DOMAIN, this::deleteDomain)
			.add("POST", DOMAIN + "/verify_ownership", this::verifyOwnership);
	}

	private Reply list(Call call) {
		String query = call.query().first("query");
		List<ObjectNode> matches = this.organizations.newestFirst()
			.stream()
			.filter((each) -> query == null || matches(each, query))
			.sorted(order(call.query()))
			.toList();
		return Replies.page(call.query(), matches, (organization) -> view(organization, call.query()));
	}

	private static boolean matches(ObjectNode organization, String query) {
		String part = query.toLowerCase(Locale.ROOT);
		return organization.get("id").textValue().equals(query) || organization.get("slug").textValue().contains(part)
				|| organization.get("name").textValue().toLowerCase(Locale.ROOT).contains(part);
	}

	private static Comparator<ObjectNode> order(Query query) {
		String orderBy = query.first("order_by");
		String field = (orderBy != null) ? orderBy.replaceFirst("^[+-]", "") : "";
		Comparator<ObjectNode> order = switch (field) {
			case "" -> (one, other) -> 0;
			case "name" -> Comparator.comparing((ObjectNode each) -> each.get("name").textValue());
			case "created_at" -> Comparator.comparing((ObjectNode each) -> each.get("created_at").longValue());
			case "members_count" -> (one, other) -> 0;
			default -> throw query.invalid("order_by", "one of name, created_at, members_count");
		};
		return (orderBy != null && orderBy.startsWith("-")) ? order.reversed() : order;
	}

	private static JsonNode view(ObjectNode organization, Query query) {
		ObjectNode view = organization.deepCopy();
		return Boolean.TRUE.equals(query.flag("include_members_count")) ? view.put("members_count", 0) : view;
	}

	private Reply create(Call call) {
		return Reply.ok(this.organizations.create(call.body(CREATE)).deepCopy());
	}

	private Reply get(Call call) {
		return Reply.ok(view(this.organizations.get(call.id()), call.query()));
	}

	private Reply listDomains(Call call) {
		Boolean verified = call.query().flag("verified");
		List<String> modes = call.query().all("enrollment_mode");
		List<OrganizationDomain> matches = this.organizations.domainsOf(call.id())
			.stream()
			.filter((domain) -> verified == null || verified == domain.isVerified())
			.filter((domain) -> modes.stream()
				.allMatch((mode) -> mode.startsWith("-") ? !mode.equals("-" + domain.enrollmentMode())
						: mode.equals(domain.enrollmentMode())))
			.toList();
		return Replies.page(call.query(), matches, OrganizationDomain::toJson);
	}

	private Reply createDomain(Call call) {
		String id = this.organizations.get(call.id()).get("id").textValue();
		ObjectNode body = call.body(CREATE_DOMAIN);
		String name = body.get("name").textValue().toLowerCase(Locale.ROOT);
		boolean verified = body.path("verified").asBoolean(true);
		requireUnused(id, name, verified);
		return Reply.ok(this.organizations
			.createDomain(id, name, body.path("enrollment_mode").asText("manual_invitation"), verified)
			.toJson());
	}

	private void requireUnused(String organizationId, String name, boolean verified) {
		if (verified && this.connections.isServed(organizationId, name)) {
			throw ClerkException.unprocessable("form_param_value_invalid",
					"A domain that serves Enterprise SSO cannot be a verified domain of the same organization.",
					"verified");
		}
	}

	private OrganizationDomain domain(Call call) {
		return this.organizations.domain(call.id(), call.variables().getOrDefault("domainId", ""));
	}

	private Reply updateDomain(Call call) {
		OrganizationDomain domain = domain(call);
		ObjectNode body = call.body(UPDATE_DOMAIN);
		requireUnused(domain.organizationId(), domain.name(), body.path("verified").asBoolean(false));
		domain.update(withoutNulls(body), this.clock.millis());
		return Reply.ok(domain.toJson());
	}

	private static ObjectNode withoutNulls(ObjectNode body) {
		ObjectNode copy = JsonNodeFactory.instance.objectNode();
		body.properties()
			.stream()
			.filter((field) -> !field.getValue().isNull())
			.forEach((field) -> copy.set(field.getKey(), field.getValue()));
		return copy;
	}

	private Reply deleteDomain(Call call) {
		OrganizationDomain domain = domain(call);
		this.organizations.deleteDomain(domain);
		return Replies.deleted("organization_domain", domain.id());
	}

	private Reply verifyOwnership(Call call) {
		OrganizationDomain domain = domain(call);
		domain.verifyOwnership(this.clock.millis());
		return Reply.ok(domain.toJson());
	}

}
