// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;
import org.jspecify.annotations.Nullable;

/**
 * Row of a table of connections.
 *
 * @param path the address of the connection
 * @param id the id
 * @param name the display name, or the id
 * @param account vendor and account
 * @param provider the kind of IdP
 * @param domains the domains, as far as there is room
 * @param state whether users can sign in
 * @param organizations the organizations, as far as there is room; {@code null} if they
 * are unknown
 * @param certificates how the certificates and the client secret stand
 * @param withoutCertificates what stands in place of certificates
 */
public record ConnectionRow(String path, String id, String name, String account, String provider, List<String> domains,
		SignInState state, @Nullable List<String> organizations, List<CertificateView> certificates,
		String withoutCertificates) {

	private static final int ROOM = 4;

	static ConnectionRow of(CatalogEntry entry, Instant now) {
		String id = Objects.requireNonNullElse(entry.id(), "");
		List<String> organizations = entry.details().organizationIds();
		return new ConnectionRow(ConnectionPaths.of(entry), Texts.brief(id),
				Texts.brief(Objects.requireNonNullElse(entry.name(), id)),
				VendorNames.of(new Account(entry.vendor(), entry.account())), Texts.brief(entry.provider()),
				some(entry.domains()), SignInState.of(entry), (organizations != null) ? some(organizations) : null,
				CertificateView.of(entry, now).stream().limit(ROOM).toList(),
				!CatalogEntry.SAML.equals(entry.protocol()) ? "Not used"
						: (entry.certificates() == null) ? "Unknown" : "None");
	}

	private static List<String> some(List<String> all) {
		int room = (all.size() <= ROOM) ? all.size() : ROOM - 1;
		List<String> some = new ArrayList<>();
		all.stream().limit(room).map(Texts::brief).forEach(some::add);
		if (all.size() > room) {
			some.add("and " + (all.size() - room) + " more");
		}
		return some;
	}

}
