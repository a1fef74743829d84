// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.github.ssoconnections.Severity;
import io.github.ssoconnections.attention.AttentionItem;
import io.github.ssoconnections.attention.AttentionKind;
import io.github.ssoconnections.catalog.CatalogEntry;

/**
 * Row of what needs attention.
 *
 * @param title why, in words
 * @param urgency how urgent, in words
 * @param style how urgent, for the style sheet
 * @param account the account
 * @param connections the connections, as far as there is room
 * @param more the number of further connections
 * @param time when, empty if that is unknown
 * @param distance how far away that is
 * @param text what is known beyond that
 */
public record AttentionRow(String title, String urgency, String style, String account, List<Link> connections, int more,
		String time, String distance, String text) {

	private static final int ROOM = 4;

	static AttentionRow of(AttentionItem item, Instant now) {
		List<Link> links = item.connections().stream().limit(ROOM).map(AttentionRow::link).toList();
		return new AttentionRow(title(item.kind()), urgency(item.severity()), style(item.severity()),
				VendorNames.of(item.account()), links, item.connections().size() - links.size(), Times.of(item.at()),
				(item.at() != null) ? Times.distance(item.at(), now) : "", text(item));
	}

	static String title(AttentionKind kind) {
		return switch (kind) {
			case ACCOUNT_UNREACHABLE -> "Account cannot be reached";
			case CERTIFICATE_EXPIRED -> "Certificate expired";
			case SECRET_EXPIRED -> "Client secret expired";
			case DOMAIN_CONFLICT -> "Domain conflict";
			case CERTIFICATE_EXPIRING -> "Certificate expires";
			case SECRET_EXPIRING -> "Client secret expires";
			case TEST_FAILED -> "Test run failed";
			case NEVER_TESTED -> "Never tested";
			case ACCOUNT_INCOMPLETE -> "Not everything could be read";
		};
	}

	private static String urgency(Severity severity) {
		return switch (severity) {
			case ERROR -> "Urgent";
			case WARNING -> "Soon";
			case INFO -> "Note";
		};
	}

	private static String style(Severity severity) {
		return switch (severity) {
			case ERROR -> "error";
			case WARNING -> "warning";
			case INFO -> "off";
		};
	}

	private static String text(AttentionItem item) {
		String value = Texts.brief(item.value());
		return switch (item.kind()) {
			case ACCOUNT_UNREACHABLE -> "The last refresh failed (" + value + "). " + ((item.at() != null)
					? "What is shown is from the last one that succeeded." : "No refresh has succeeded yet.");
			case DOMAIN_CONFLICT -> "The connections compete for the users of " + value + ".";
			case NEVER_TESTED -> "Start a test run before users sign in.";
			case TEST_FAILED -> value.isEmpty() ? "The vendor gives no reason." : value;
			default -> value;
		};
	}

	private static Link link(CatalogEntry entry) {
		String id = Objects.requireNonNullElse(entry.id(), "");
		return new Link(ConnectionPaths.of(entry), Texts.brief(Objects.requireNonNullElse(entry.name(), id)),
				SignInState.of(entry).label().toLowerCase(Locale.ROOT));
	}

	/**
	 * Connection of the row.
	 *
	 * @param path its page
	 * @param name its name
	 * @param state whether users can sign in
	 */
	public record Link(String path, String name, String state) {

	}

}
