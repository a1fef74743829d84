// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

import io.github.ssoconnections.sandbox.rest.Call;
import io.github.ssoconnections.sandbox.rest.Ids;
import io.github.ssoconnections.sandbox.rest.Operations;
import io.github.ssoconnections.sandbox.rest.Reply;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Self-service profiles, their texts, and tickets. What is not recorded is an assumption:
 * a client, an organization or a connection in a ticket that does not exist is rejected
 * with 400.
 */
final class SelfServiceOperations {

	private static final String COLLECTION = "/api/v2/self-service-profiles";

	private static final String ITEM = COLLECTION + "/{id}";

	private static final String TEXTS = ITEM + "/custom-text/{language}/{page}";

	private static final int MAX_PROFILES = 20;

	private final Tenant tenant;

	private final Predicate<String> clients;

	private final Predicate<String> organizations;

	private final InstantSource clock;

	private final Map<String, ObjectNode> profiles = new LinkedHashMap<>();

	private final Map<String, ObjectNode> texts = new HashMap<>();

	SelfServiceOperations(Tenant tenant, Predicate<String> clients, Predicate<String> organizations,
			InstantSource clock) {
		this.tenant = tenant;
		this.clients = clients;
		this.organizations = organizations;
		this.clock = clock;
	}

	void addTo(Operations<Guarded> operations) {
		operations.add("GET", COLLECTION, Guarded.by("read:self_service_profiles", this::list))
			.add("POST", COLLECTION, Guarded.by("create:self_service_profiles", this::create))
			.add("GET", ITEM, Guarded.by("read:self_service_profiles", this::get))
			.add("PATCH", ITEM, Guarded.by("update:self_service_profiles", this::update))
			.add("DELETE", ITEM, Guarded.by("delete:self_service_profiles", this::delete))
			.add("GET", TEXTS, Guarded.by("read:self_service_profile_custom_texts", this::getTexts))
			.add("PUT", TEXTS, Guarded.by("update:self_service_profile_custom_texts", this::setTexts))
			.add("POST", ITEM + "/sso-ticket", Guarded.by("create:sso_access_tickets", this::createTicket))
			.add("POST", COLLECTION + "/{profileId}/sso-ticket/{id}/revoke",
					Guarded.by("delete:sso_access_tickets", (call) -> Reply.empty(202)));
	}

	void clear() {
		this.profiles.clear();
		this.texts.clear();
	}

	private Reply list(Call call) {
		List<JsonNode> all = List.copyOf(this.profiles.values());
		return Reply.ok(OffsetPages.page(call.query(), "self_service_profiles", all));
	}

	private Reply create(Call call) {
		ObjectNode body = call.body(SelfServiceShapes.CREATE_PROFILE);
		if (this.profiles.size() == MAX_PROFILES) {
			throw new Auth0Exception(409, "No more profiles can be created for this tenant.", null);
		}
		String now = this.clock.instant().toString();
		ObjectNode profile = JsonNodeFactory.instance.objectNode().put("id", Ids.next("ssp_", 22));
		profile.setAll(body);
		profile.put("created_at", now).put("updated_at", now);
		this.profiles.put(profile.get("id").textValue(), profile);
		return Reply.created(profile.deepCopy());
	}

	private ObjectNode profile(Call call) {
		ObjectNode profile = this.profiles.get(call.id());
		if (profile == null) {
			throw Auth0Exception.notFound("The self-service profile does not exist.");
		}
		return profile;
	}

	private Reply get(Call call) {
		return Reply.ok(profile(call).deepCopy());
	}

	private Reply update(Call call) {
		ObjectNode profile = profile(call);
		ObjectNode body = call.body(SelfServiceShapes.UPDATE_PROFILE);
		body.properties().forEach((field) -> {
			if (field.getValue().isNull()) {
				profile.remove(field.getKey());
			}
			else {
				profile.set(field.getKey(), field.getValue());
			}
		});
		return Reply.ok(profile.put("updated_at", this.clock.instant().toString()).deepCopy());
	}

	private Reply delete(Call call) {
		this.profiles.remove(call.id());
		this.texts.keySet().removeIf((key) -> key.startsWith(call.id() + "/"));
		return Reply.empty(204);
	}

	private String page(Call call) {
		profile(call);
		String language = Objects.requireNonNull(call.variables().get("language"));
		String page = Objects.requireNonNull(call.variables().get("page"));
		if (!language.equals("en") || !page.equals("get-started")) {
			throw Auth0Exception.notFound("Not Found");
		}
		return call.id() + "/" + language + "/" + page;
	}

	private Reply getTexts(Call call) {
		ObjectNode set = this.texts.get(page(call));
		return Reply.ok((set != null) ? set.deepCopy() : JsonNodeFactory.instance.objectNode());
	}

	private Reply setTexts(Call call) {
		String page = page(call);
		ObjectNode body = call.body(SelfServiceShapes.TEXTS);
		this.texts.put(page, body);
		return Reply.ok(body.deepCopy());
	}

	private Reply createTicket(Call call) {
		profile(call);
		ObjectNode body = call.body(SelfServiceShapes.TICKET);
		JsonNode name = body.at("/connection_config/name");
		List<Connection> existing = this.tenant.listed();
		if (existing.stream().anyMatch((each) -> each.name().equals(name.textValue()))) {
			throw Auth0Exception.conflict("A connection with this name already exists.");
		}
		JsonNode id = body.path("connection_id");
		require(!id.isTextual() || existing.stream().anyMatch((each) -> each.id().equals(id.textValue())),
				"The connection does not exist.");
		require(id.isTextual() || !body.has("enabled_features"), "enabled_features requires a connection_id.");
		body.path("enabled_clients")
			.forEach((client) -> require(this.clients.test(client.textValue()), "The client does not exist."));
		body.path("enabled_organizations")
			.forEach((each) -> require(this.organizations.test(each.get("organization_id").textValue()),
					"The organization does not exist."));
		return Reply.created(JsonNodeFactory.instance.objectNode()
			.put("ticket", "https://sandbox.auth0.example/self-service/connections-flow?ticket=" + Ids.next("", 32)));
	}

	private static void require(boolean condition, String message) {
		if (!condition) {
			throw Auth0Exception.badRequest(message);
		}
	}

}
