// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.attention;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Severity;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;
import org.jspecify.annotations.Nullable;

/**
 * Something that needs attention. Contains no secret.
 *
 * @param kind why
 * @param severity how urgent it is: {@link Severity#ERROR} if users cannot sign in, or
 * will not be able to within the critical threshold
 * @param account the account
 * @param connections the connections, none if it concerns the account; several for a
 * conflict
 * @param at the end of a validity, the time of a test run, or of the last successful
 * refresh; {@code null} if it is unknown or there is none
 * @param value the domain of a conflict, the reason of a failure in the words of the
 * vendor, or what an account lacks; {@code null} if there is none
 */
public record AttentionItem(AttentionKind kind, Severity severity, Account account, List<CatalogEntry> connections,
		@Nullable Instant at, @Nullable String value) {

	/**
	 * Order by urgency: severity, kind, time, and name.
	 */
	public static final Comparator<AttentionItem> BY_URGENCY = Comparator.comparing(AttentionItem::severity)
		.thenComparing(AttentionItem::kind)
		.thenComparing(AttentionItem::time)
		.thenComparing(AttentionItem::name, String.CASE_INSENSITIVE_ORDER)
		.thenComparing((item) -> item.account().toString());

	public AttentionItem {
		Assert.notNull(kind, "'kind' must not be null");
		Assert.notNull(severity, "'severity' must not be null");
		Assert.notNull(account, "'account' must not be null");
		connections = List.copyOf(connections);
	}

	private Instant time() {
		return (this.at != null) ? this.at : Instant.MAX;
	}

	private String name() {
		if (this.connections.isEmpty()) {
			return "";
		}
		CatalogEntry first = this.connections.get(0);
		return first.name() + " " + first.id();
	}

}
