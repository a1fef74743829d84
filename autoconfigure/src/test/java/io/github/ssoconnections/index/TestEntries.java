// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.util.List;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;

/**
 * Entries of an index.
 */
final class TestEntries {

	private TestEntries() {
	}

	static CatalogEntry clerk(String id, Boolean active, Boolean subdomains, String... domains) {
		return new CatalogEntry("clerk", Account.DEFAULT, id, "Customer " + id, CatalogEntry.SAML, "saml_okta", active,
				List.of(domains), List.of(),
				new CatalogEntry.Details(false, subdomains, null, null, List.of(), null, null, null));
	}

	static CatalogEntry auth0(String id, Boolean active, String tenantDomain, String... domains) {
		return new CatalogEntry("auth0", Account.DEFAULT, id, "Customer " + id, CatalogEntry.SAML, "samlp", active,
				List.of(domains), List.of(),
				new CatalogEntry.Details(false, null, tenantDomain, null, null, null, null, null));
	}

	static CatalogEntry incomplete(String id) {
		return new CatalogEntry("auth0", Account.DEFAULT, id, null, CatalogEntry.SAML, "samlp", true, List.of(), null,
				new CatalogEntry.Details(true, null, null, null, null, null, null, null));
	}

	static CatalogEntry withEntityId(CatalogEntry entry, String entityId) {
		CatalogEntry.Details details = entry.details();
		return entry.withDetails(new CatalogEntry.Details(details.incomplete(), details.allowSubdomains(),
				details.tenantDomain(), entityId, details.organizationIds(), null, null, null));
	}

}
