// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import io.github.ssoconnections.catalog.CatalogEntry;

/**
 * Whether users can sign in, as a table says it.
 */
public enum SignInState {

	/** Users can sign in. */
	ACTIVE("Active", "ok"),

	/** Users cannot sign in. */
	INACTIVE("Inactive", "off"),

	/** Auth0 does not say in a list whether a connection is enabled for a client. */
	NOT_SUSPENDED("Not suspended", "unknown"),

	/** The vendor does not say it. */
	UNKNOWN("Unknown", "unknown");

	private final String label;

	private final String style;

	SignInState(String label, String style) {
		this.label = label;
		this.style = style;
	}

	/**
	 * Return the state of a connection.
	 * @param entry the connection, as the index has it
	 * @return the state
	 */
	public static SignInState of(CatalogEntry entry) {
		if (entry.active() == null) {
			return UNKNOWN;
		}
		if (!entry.active()) {
			return INACTIVE;
		}
		return (entry.vendor().equals("auth0") && entry.details().clientIds() == null) ? NOT_SUSPENDED : ACTIVE;
	}

	public String label() {
		return this.label;
	}

	public String style() {
		return this.style;
	}

}
