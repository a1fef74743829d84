// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;

import io.github.ssoconnections.sandbox.rest.Call;
import io.github.ssoconnections.sandbox.rest.Ids;
import io.github.ssoconnections.sandbox.rest.Operations;
import io.github.ssoconnections.sandbox.rest.Reply;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.node.ArrayNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * SCIM: how an identity provider pushes users, and with which tokens.
 */
final class ScimOperations {

	private static final String CONFIGURATION = "/api/v2/connections/{id}/scim-configuration";

	private static final String TOKENS = CONFIGURATION + "/tokens";

	private static final int MAX_TOKENS = 2;

	private static final List<String> DEFAULT_SCOPES = List.of("get:users", "post:users", "put:users", "patch:users",
			"delete:users");

	private static final List<List<String>> DEFAULT_MAPPING = List.of(List.of("email", "emails[primary eq true].value"),
			List.of("given_name", "name.givenName"), List.of("family_name", "name.familyName"),
			List.of("name", "displayName"), List.of("username", "userName"),
			List.of("blocked", "active[value eq false]"), List.of("app_metadata.external_id", "externalId"));

	private final Tenant tenant;

	private final InstantSource clock;

	ScimOperations(Tenant tenant, InstantSource clock) {
		this.tenant = tenant;
		this.clock = clock;
	}

	void addTo(Operations<Guarded> operations) {
		operations.add("GET", "/api/v2/connections-scim-configurations", Guarded.by("read:scim_config", this::list))
			.add("GET", CONFIGURATION, Guarded.by("read:scim_config", this::get))
			.add("POST", CONFIGURATION, Guarded.by("create:scim_config", this::create))
			.add("PATCH", CONFIGURATION, Guarded.by("update:scim_config", this::update))
			.add("DELETE", CONFIGURATION, Guarded.by("delete:scim_config", this::delete))
			.add("GET", CONFIGURATION + "/default-mapping", Guarded.by("read:scim_config", this::defaultMapping))
			.add("GET", TOKENS, Guarded.by("read:scim_token", this::listTokens))
			.add("POST", TOKENS, Guarded.by("create:scim_token", this::createToken))
			.add("DELETE", TOKENS + "/{tokenId}", Guarded.by("delete:scim_token", this::deleteToken));
	}

	private Reply list(Call call) {
		List<Connection> configured = this.tenant.listed().stream().filter((each) -> each.scim() != null).toList();
		return Reply.ok(new Checkpoints<Connection>("scim_configurations", 100, Connection::position,
				(connection) -> Objects.requireNonNull(connection.scim()).deepCopy())
			.page(call.query(), configured));
	}

	private Connection configured(Call call) {
		Connection connection = this.tenant.get(call.id());
		if (connection.scim() == null) {
			throw Auth0Exception.notFound("Not Found");
		}
		return connection;
	}

	private Reply get(Call call) {
		return Reply.ok(Objects.requireNonNull(configured(call).scim()).deepCopy());
	}

	private Reply create(Call call) {
		Connection connection = this.tenant.get(call.id());
		ObjectNode body = call.optionalBody(RequestShapes.CREATE_SCIM_CONFIGURATION);
		if (connection.scim() != null) {
			throw Auth0Exception.badRequest("SCIM configuration already exists for connection");
		}
		if (connection.options().path("use_common_endpoint").asBoolean()) {
			throw Auth0Exception
				.badRequest("SCIM cannot be enabled for this connection when the Azure AD common endpoint is used.");
		}
		ObjectNode configuration = connection.reference().put("tenant_name", "sandbox");
		String created = this.clock.instant().toString();
		configuration.put("user_id_attribute", "externalId").put("created_at", created).put("updated_on", created);
		configuration.set("mapping", defaultMapping());
		configuration.setAll(body);
		connection.scim(configuration);
		return Reply.created(configuration.deepCopy());
	}

	private Reply update(Call call) {
		Connection connection = configured(call);
		ObjectNode configuration = Objects.requireNonNull(connection.scim());
		configuration.setAll(call.body(RequestShapes.UPDATE_SCIM_CONFIGURATION));
		return Reply.ok(configuration.put("updated_on", this.clock.instant().toString()).deepCopy());
	}

	private Reply delete(Call call) {
		configured(call).scim(null);
		return Reply.empty(204);
	}

	private Reply defaultMapping(Call call) {
		this.tenant.get(call.id());
		return Reply.ok(JsonNodeFactory.instance.objectNode().set("mapping", defaultMapping()));
	}

	private static ArrayNode defaultMapping() {
		ArrayNode mapping = JsonNodeFactory.instance.arrayNode();
		DEFAULT_MAPPING.forEach((item) -> mapping.addObject().put("auth0", item.get(0)).put("scim", item.get(1)));
		return mapping;
	}

	private Reply listTokens(Call call) {
		ArrayNode tokens = JsonNodeFactory.instance.arrayNode();
		configured(call).scimTokens().forEach((token) -> tokens.add(token.deepCopy()));
		return Reply.ok(tokens);
	}

	/**
	 * Create a token. It is in this response, and in no other.
	 * @param call the request
	 * @return the token
	 */
	private Reply createToken(Call call) {
		Connection connection = configured(call);
		ObjectNode body = call.optionalBody(RequestShapes.CREATE_SCIM_TOKEN);
		if (connection.scimTokens().size() == MAX_TOKENS) {
			throw Auth0Exception.conflict("Maximum of 2 tokens already issued for this connection");
		}
		ObjectNode token = JsonNodeFactory.instance.objectNode().put("token_id", Ids.next("tok_", 16));
		JsonNode scopes = body.get("scopes");
		if (scopes != null) {
			token.set("scopes", scopes);
		}
		else {
			DEFAULT_SCOPES.forEach(token.putArray("scopes")::add);
		}
		token.put("created_at", this.clock.instant().toString());
		if (body.hasNonNull("token_lifetime")) {
			token.put("valid_until",
					this.clock.instant().plusSeconds(body.get("token_lifetime").longValue()).toString());
		}
		connection.scimTokens().add(token);
		return Reply.created(token.deepCopy().put("token", Ids.next("tok_sandbox_", 40)));
	}

	private Reply deleteToken(Call call) {
		String tokenId = call.variables().get("tokenId");
		if (!configured(call).scimTokens().removeIf((token) -> token.get("token_id").textValue().equals(tokenId))) {
			throw Auth0Exception.notFound("Not Found");
		}
		return Reply.empty(204);
	}

}
