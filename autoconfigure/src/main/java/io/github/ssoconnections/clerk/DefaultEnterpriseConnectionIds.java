// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.StringUtils;

/**
 * Default implementation of {@link EnterpriseConnectionIds}.
 */
@SuppressWarnings("deprecation")
final class DefaultEnterpriseConnectionIds implements EnterpriseConnectionIds {

	private final EnterpriseConnectionService connections;

	private final SamlConnectionService samlConnections;

	private final Account account;

	DefaultEnterpriseConnectionIds(EnterpriseConnectionService connections, SamlConnectionService samlConnections,
			Account account) {
		this.connections = connections;
		this.samlConnections = samlConnections;
		this.account = account;
	}

	@Override
	public Mono<String> get(String samlConnectionId) {
		return this.samlConnections.get(samlConnectionId)
			.flatMap((connection) -> Mono.justOrEmpty(connection.enterpriseConnectionId()).filter(StringUtils::hasText))
			.onErrorResume(SsoApiException.Gone.class, (removed) -> Mono.empty())
			.switchIfEmpty(Mono.defer(() -> search(samlConnectionId)));
	}

	private Mono<String> search(String samlConnectionId) {
		return this.connections.listAll()
			.filter((connection) -> samlConnectionId.equals(samlId(connection)) && !connection.id().isEmpty())
			.map(EnterpriseConnection::id)
			.next()
			.switchIfEmpty(Mono.error(() -> new SsoApiException.NotFound(
					new SsoApiException.Details(this.account, "enterprise_connections.list", null,
							"there is no enterprise connection of the SAML connection " + samlConnectionId, List.of(),
							null, null, false, null))));
	}

	@Override
	public Mono<Map<String, String>> getAll() {
		return this.connections.listAll().collect(LinkedHashMap::new, (ids, connection) -> {
			String samlId = samlId(connection);
			if (samlId != null && !connection.id().isEmpty()) {
				ids.put(samlId, connection.id());
			}
		});
	}

	private static @Nullable String samlId(EnterpriseConnection connection) {
		EnterpriseConnection.Saml saml = connection.saml();
		return (saml != null) ? saml.id() : null;
	}

}
