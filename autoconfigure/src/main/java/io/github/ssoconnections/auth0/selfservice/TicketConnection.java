// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.selfservice;

import java.util.Map;
import java.util.regex.Pattern;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * Connection that the holder of a ticket creates. The name is required. Third-party
 * applications cannot use the connection by default
 * ({@code "is_domain_connection":false}).
 */
public final class TicketConnection extends ApiBody<TicketConnection> {

	private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9](-[a-zA-Z0-9]|[a-zA-Z0-9])*");

	private static final int MAX_NAME = 128;

	private static final int MAX_METADATA = 10;

	/**
	 * Create a connection for first-party applications.
	 */
	public TicketConnection() {
		put("is_domain_connection", false);
	}

	/**
	 * Set the name, unique in the tenant.
	 * @param name 1 to 128 letters, digits and single hyphens between them
	 * @return this body
	 */
	public TicketConnection name(String name) {
		Assert.notNull(name, "'name' must not be null");
		Assert.isTrue(name.length() <= MAX_NAME && NAME.matcher(name).matches(),
				"'name' must be 1 to 128 letters, digits and single hyphens between them");
		return put("name", name);
	}

	/**
	 * Set the name on the login page.
	 * @param displayName the name, at most 128 characters, may be {@code null}
	 * @return this body
	 */
	public TicketConnection displayName(@Nullable String displayName) {
		Assert.isTrue(displayName == null || displayName.length() <= MAX_NAME,
				"'displayName' must not be longer than 128 characters");
		return put("display_name", displayName);
	}

	/**
	 * Set whether third-party applications can use the connection.
	 * @param isDomainConnection whether it is possible; {@code false} by default
	 * @return this body
	 */
	public TicketConnection isDomainConnection(@Nullable Boolean isDomainConnection) {
		return put("is_domain_connection", isDomainConnection);
	}

	/**
	 * Set whether the login page shows a button for the connection.
	 * @param showAsButton whether it does, may be {@code null}
	 * @return this body
	 */
	public TicketConnection showAsButton(@Nullable Boolean showAsButton) {
		return put("show_as_button", showAsButton);
	}

	/**
	 * Set the application's own metadata of the connection.
	 * @param metadata at most 10 entries, with values of at most 255 characters, may be
	 * {@code null}
	 * @return this body
	 */
	public TicketConnection metadata(@Nullable Map<String, @Nullable String> metadata) {
		Assert.isTrue(metadata == null || metadata.size() <= MAX_METADATA,
				"'metadata' must not have more than 10 entries");
		return put("metadata", metadata);
	}

	/**
	 * Set options of the connection.
	 * @param options the options, may be {@code null}
	 * @return this body
	 */
	public TicketConnection options(@Nullable TicketConnectionOptions options) {
		return put("options", options);
	}

}
