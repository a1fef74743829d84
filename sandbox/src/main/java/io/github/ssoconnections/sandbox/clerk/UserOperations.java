// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import io.github.ssoconnections.sandbox.rest.Call;
import io.github.ssoconnections.sandbox.rest.Ids;
import io.github.ssoconnections.sandbox.rest.Operations;
import io.github.ssoconnections.sandbox.rest.Query;
import io.github.ssoconnections.sandbox.rest.Reply;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.node.ArrayNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Users and their enterprise accounts. The list understands {@code email_address},
 * {@code email_address_query} and the paging; it ignores the other filters.
 */
final class UserOperations {

	private static final int DEFAULT_LIMIT = 10;

	private static final int MAX_LIMIT = 500;

	private static final int MAX_ADDRESSES = 100;

	private static final List<String> EMPTY = List.of("phone_numbers", "web3_wallets", "passkeys", "external_accounts",
			"saml_accounts");

	private static final List<String> NULL = List.of("username", "first_name", "last_name", "primary_phone_number_id",
			"primary_web3_wallet_id", "external_id", "last_sign_in_at", "lockout_expires_in_seconds",
			"verification_attempts_remaining", "last_active_at", "mfa_enabled_at", "mfa_disabled_at",
			"legal_accepted_at");

	private static final List<String> FALSE = List.of("has_image", "password_enabled", "two_factor_enabled",
			"totp_enabled", "backup_code_enabled", "banned", "locked", "delete_self_enabled",
			"create_organization_enabled");

	private final Connections connections;

	private final InstantSource clock;

	/** The oldest first. */
	private final List<User> users = new ArrayList<>();

	UserOperations(Connections connections, InstantSource clock) {
		this.connections = connections;
		this.clock = clock;
	}

	void addTo(Operations<Function<Call, Reply>> operations) {
		operations.add("GET", "/v1/users", this::list);
	}

	void clear() {
		this.users.clear();
	}

	void add(String emailAddress, List<String> connectionIds) {
		connectionIds.forEach(this.connections::get);
		this.users.add(new User(Ids.next("user_", 27), emailAddress.toLowerCase(Locale.ROOT), connectionIds,
				this.clock.millis()));
	}

	private Reply list(Call call) {
		Query query = call.query();
		List<String> addresses = query.all("email_address");
		if (addresses.size() > MAX_ADDRESSES) {
			throw query.invalid("email_address", "at most 100 addresses");
		}
		int limit = query.number("limit", 1, MAX_LIMIT, DEFAULT_LIMIT);
		int offset = query.number("offset", 0, Integer.MAX_VALUE, 0);
		String after = query.first("starting_after");
		requireCursor(query, after, offset);
		List<User> newestFirst = new ArrayList<>(this.users);
		Collections.reverse(newestFirst);
		String part = query.first("email_address_query");
		ArrayNode page = JsonNodeFactory.instance.arrayNode();
		newestFirst.stream()
			.skip((after != null) ? position(newestFirst, after) + 1 : 0)
			.filter((user) -> addresses.isEmpty() || addresses.contains(user.emailAddress()))
			.filter((user) -> part == null || user.emailAddress().contains(part.toLowerCase(Locale.ROOT)))
			.skip(offset)
			.limit(limit)
			.forEach((user) -> page.add(view(user)));
		return Reply.ok(page);
	}

	private static void requireCursor(Query query, @Nullable String after, int offset) {
		String orderBy = query.first("order_by");
		if (after != null && (offset != 0 || (orderBy != null && !orderBy.matches("[+-]?created_at")))) {
			throw ClerkException.unprocessable("form_param_value_invalid",
					"starting_after requires the order of created_at, and no offset.", "starting_after");
		}
	}

	private static long position(List<User> users, String id) {
		return users.stream()
			.filter((user) -> user.id().equals(id))
			.mapToLong(users::indexOf)
			.findFirst()
			.orElseThrow(() -> ClerkException.unprocessable("form_param_value_invalid", "There is no such user.",
					"starting_after"));
	}

	private ObjectNode view(User user) {
		ObjectNode view = JsonNodeFactory.instance.objectNode().put("id", user.id()).put("object", "user");
		NULL.forEach(view::putNull);
		FALSE.forEach((field) -> view.put(field, false));
		EMPTY.forEach(view::putArray);
		view.putObject("public_metadata");
		view.put("created_at", user.createdAt()).put("updated_at", user.createdAt());
		String addressId = user.id().replace("user_", "idn_");
		view.put("primary_email_address_id", addressId);
		view.putArray("email_addresses")
			.addObject()
			.put("id", addressId)
			.put("object", "email_address")
			.put("email_address", user.emailAddress())
			.put("reserved", false)
			.put("created_at", user.createdAt())
			.put("updated_at", user.createdAt())
			.putNull("verification")
			.putArray("linked_to");
		ArrayNode accounts = view.putArray("enterprise_accounts");
		this.connections.newestFirst()
			.stream()
			.filter((connection) -> user.connectionIds().contains(connection.id()))
			.forEach((connection) -> accounts.add(account(user, connection)));
		return view;
	}

	private static ObjectNode account(User user, Connection connection) {
		ObjectNode account = JsonNodeFactory.instance.objectNode();
		account.put("id", connection.id().replaceFirst("^[a-z]+_", "eacc_")).put("object", "enterprise_account");
		account.put("protocol", protocol(connection)).put("provider", connection.provider());
		account.put("active", true).put("email_address", user.emailAddress()).putNull("verification");
		account.put("enterprise_connection_id", connection.id()).put("last_authenticated_at", user.createdAt());
		ObjectNode of = account.putObject("enterprise_connection");
		of.put("id", connection.id()).put("protocol", protocol(connection)).put("provider", connection.provider());
		of.set("name", connection.settings().get("name"));
		of.putNull("logo_public_url").put("active", connection.isActive());
		of.set("domains", connection.settings().path("domains"));
		List.of("sync_user_attributes", "disable_additional_identifications")
			.forEach((flag) -> of.put(flag, connection.settings().path(flag).asBoolean()));
		List.of("allow_subdomains", "allow_idp_initiated")
			.forEach((flag) -> of.put(flag, connection.saml().path(flag).asBoolean()));
		of.put("created_at", connection.createdAt()).put("updated_at", connection.updatedAt());
		return account;
	}

	private static String protocol(Connection connection) {
		return connection.isSaml() ? "saml" : "oauth";
	}

	/**
	 * A user.
	 *
	 * @param id the id
	 * @param emailAddress the address, in lower case
	 * @param connectionIds the connections through which the user came
	 * @param createdAt when, in milliseconds
	 */
	private record User(String id, String emailAddress, List<String> connectionIds, long createdAt) {

	}

}
