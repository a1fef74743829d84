// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.util.List;

import io.github.ssoconnections.Severity;
import io.github.ssoconnections.catalog.CatalogEntry;

/**
 * Connections of one account, or of accounts that serve one sign-in page, that compete
 * for the same users.
 *
 * @param kind what the connections have in common
 * @param severity {@link Severity#ERROR} if two or more of the connections may be active,
 * {@link Severity#WARNING} if one of them may be active, otherwise {@link Severity#INFO}
 * @param value the domain in ASCII and lower case, or the entity ID
 * @param connections the connections, at least two, active first
 */
public record DomainConflict(Kind kind, Severity severity, String value, List<CatalogEntry> connections) {

	public DomainConflict {
		connections = List.copyOf(connections);
	}

	/**
	 * What connections have in common.
	 */
	public enum Kind {

		/** Users of one e-mail domain. */
		DOMAIN,

		/** One entity ID of an IdP, with different domains; {@link Severity#INFO}. */
		IDP_ENTITY_ID

	}

}
