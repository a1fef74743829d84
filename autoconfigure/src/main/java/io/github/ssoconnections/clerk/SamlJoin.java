// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.catalog.CatalogEntry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;

/**
 * Joins the list of enterprise connections with the list of SAML connections, which adds
 * certificates that are absent from the first list, and connections that are in the
 * second list only. Keeps the ids of all connections, and the entries without
 * certificates.
 */
final class SamlJoin {

	private final Set<String> known = new HashSet<>();

	private final Map<String, CatalogEntry> incomplete = new LinkedHashMap<>();

	private final CatalogEntries entries;

	SamlJoin(CatalogEntries entries) {
		this.entries = entries;
	}

	void accept(EnterpriseConnection connection, SynchronousSink<CatalogEntry> sink) {
		CatalogEntry entry = this.entries.of(connection);
		EnterpriseConnection.Saml saml = connection.saml();
		String key = (saml != null && saml.id() != null) ? saml.id() : connection.id();
		if (saml != null && key != null) {
			this.known.add(key);
			if (connection.id() != null) {
				this.known.add(connection.id());
			}
			if (entry.certificates() == null) {
				this.incomplete.put(key, entry);
				return;
			}
		}
		sink.next(entry);
	}

	void accept(SamlConnection connection, SynchronousSink<CatalogEntry> sink) {
		CatalogEntry entry = firstNonNull(remove(connection.id()), remove(connection.enterpriseConnectionId()));
		if (entry != null) {
			sink.next(entry.withCertificates(CatalogEntries.certificates(connection)));
		}
		else if (!isKnown(connection.id()) && !isKnown(connection.enterpriseConnectionId())) {
			sink.next(this.entries.of(connection));
		}
	}

	/**
	 * Return the connections whose certificates are in neither list.
	 * @return the connections
	 */
	Flux<CatalogEntry> remaining() {
		return Flux.defer(() -> Flux.fromIterable(this.incomplete.values()));
	}

	private @Nullable CatalogEntry remove(@Nullable String id) {
		return (id != null) ? this.incomplete.remove(id) : null;
	}

	private boolean isKnown(@Nullable String id) {
		return id != null && this.known.contains(id);
	}

	private static @Nullable CatalogEntry firstNonNull(@Nullable CatalogEntry one, @Nullable CatalogEntry other) {
		return (one != null) ? one : other;
	}

}
