// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.SsoApiException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Default {@link Auth0SecretExpiries}.
 */
final class DefaultAuth0SecretExpiries implements Auth0SecretExpiries {

	private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

	private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

	private final Auth0Client client;

	private final Auth0ConnectionService connections;

	private final ConnectionUpdates updates;

	DefaultAuth0SecretExpiries(Auth0Client client) {
		Assert.notNull(client, "'client' must not be null");
		this.client = client;
		this.connections = Auth0ConnectionService.create(client);
		this.updates = new ConnectionUpdates(client);
	}

	/**
	 * Return the noted time of a connection.
	 * @param connection the connection
	 * @return the time, {@code null} if there is none, or no valid one
	 */
	static @Nullable Instant secretExpiresAt(Auth0Connection connection) {
		try {
			String value = value(connection);
			return (value != null) ? Instant.parse(value) : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	private static @Nullable String value(Auth0Connection connection) {
		Map<String, @Nullable String> metadata = connection.metadata();
		return (metadata != null) ? metadata.get(METADATA_KEY) : null;
	}

	@Override
	public Mono<Void> noteSecretExpiry(String connectionId, Instant expiresAt) {
		Assert.isTrue(expiresAt != null && !expiresAt.isBefore(FIRST) && !expiresAt.isAfter(LAST),
				"'expiresAt' must be in the years 2000 to 9999");
		String value = expiresAt.truncatedTo(ChronoUnit.SECONDS).toString();
		return this.updates.setMetadata(connectionId, METADATA_KEY, value, (connection) -> {
			if (ConnectionFacts.usesOtherProtocol(connection)) {
				throw withoutSecret(connectionId);
			}
		}).then();
	}

	@Override
	public Mono<Void> clearSecretExpiry(String connectionId) {
		return this.updates.removeMetadata(connectionId, METADATA_KEY).then();
	}

	@Override
	public Mono<Instant> getSecretExpiry(String connectionId) {
		return this.connections.get(connectionId).flatMap((connection) -> {
			Instant expiresAt = secretExpiresAt(connection);
			return (expiresAt != null || value(connection) == null) ? Mono.justOrEmpty(expiresAt) : Mono
				.error(new SsoApiException.MalformedResponse(
						details("connections.get",
								"the connection " + connectionId + " has no time such as 2027-01-31T00:00:00Z in the "
										+ "property " + METADATA_KEY + " of its metadata: note it again",
								false),
						false));
		});
	}

	private SsoApiException withoutSecret(String connectionId) {
		return new SsoApiException.InvalidRequest(details(ConnectionUpdates.NAME,
				"not sent: the connection " + connectionId + " does not use OIDC, and has no client secret", true));
	}

	private SsoApiException.Details details(String operation, String reason, boolean notSent) {
		return new SsoApiException.Details(this.client.account(), operation, null, reason, List.of(), null, null,
				notSent, null);
	}

}
