// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.SsoApiException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Default {@link ClerkSecretExpiries}.
 */
final class DefaultClerkSecretExpiries implements ClerkSecretExpiries {

	private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

	private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

	private static final String SAML = "saml_";

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

	private final EnterpriseConnectionService service;

	private final ClerkClient client;

	private final @Nullable ClerkSecretExpiryStore store;

	DefaultClerkSecretExpiries(EnterpriseConnectionService service, ClerkClient client,
			@Nullable ClerkSecretExpiryStore store) {
		Assert.notNull(service, "'service' must not be null");
		Assert.notNull(client, "'client' must not be null");
		this.service = service;
		this.client = client;
		this.store = store;
	}

	@Override
	public Mono<Void> noteSecretExpiry(String connectionId, Instant expiresAt) {
		Assert.isTrue(expiresAt != null && !expiresAt.isBefore(FIRST) && !expiresAt.isAfter(LAST),
				"'expiresAt' must be in the years 2000 to 9999");
		Mono<EnterpriseConnection> connection = this.service.get(connectionId);
		return withStore(
				(times) -> connection.flatMap((current) -> usesSaml(current) ? Mono.error(withoutSecret(connectionId))
						: times.put(this.client.account(), connectionId, expiresAt.truncatedTo(ChronoUnit.SECONDS))));
	}

	private static boolean usesSaml(EnterpriseConnection connection) {
		ConnectionProvider provider = connection.provider();
		return connection.oidc() == null
				&& (connection.saml() != null || (provider != null && provider.value().startsWith(SAML)));
	}

	@Override
	public Mono<Void> clearSecretExpiry(String connectionId) {
		checkId(connectionId);
		return withStore((times) -> times.remove(this.client.account(), connectionId));
	}

	@Override
	public Mono<Instant> getSecretExpiry(String connectionId) {
		checkId(connectionId);
		return withStore((times) -> times.get(this.client.account(), connectionId));
	}

	private static void checkId(String id) {
		Assert.isTrue(id != null && ID.matcher(id).matches(),
				"'id' must be 1 to 128 characters out of A-Z, a-z, 0-9, '_' and '-'");
	}

	private <T> Mono<T> withStore(Function<ClerkSecretExpiryStore, Mono<T>> call) {
		return Mono.defer(() -> (this.store != null) ? call.apply(this.store)
				: Mono.error(new IllegalStateException("There is no place for the expiry of client secrets at Clerk: "
						+ "define a ClerkSecretExpiryStore bean")));
	}

	private SsoApiException withoutSecret(String connectionId) {
		return new SsoApiException.InvalidRequest(
				new SsoApiException.Details(this.client.account(), "enterprise_connections.get", null,
						"not stored: the connection " + connectionId + " uses SAML, and has no client secret",
						List.of(), null, null, true, null));
	}

}
