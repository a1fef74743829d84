// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import org.jspecify.annotations.Nullable;

/**
 * Order of the connections of a {@link ConnectionPage}. A connection without a value is
 * at the end, in both directions. Equal connections are sorted by vendor, account and id.
 */
public enum ConnectionSort {

	/** By display name, in which case is ignored. */
	NAME((descending) -> byText(CatalogEntry::name, descending)),

	/** By the first domain. */
	DOMAIN((descending) -> byText((entry) -> entry.domains().isEmpty() ? null : entry.domains().get(0), descending)),

	/** By the kind of IdP. */
	PROVIDER((descending) -> byText(CatalogEntry::provider, descending)),

	/** Active connections first, then those that may be active, then inactive. */
	STATE((descending) -> by(Candidates::activity, Comparator.<Integer>naturalOrder(), descending)),

	/**
	 * By the time at which the last certificate or the client secret expires, the soonest
	 * first.
	 */
	EXPIRY((descending) -> by(ConnectionSort::expiry, Comparator.<Instant>naturalOrder(), descending)),

	/** By vendor and account. */
	ACCOUNT((descending) -> byText((entry) -> entry.vendor() + "/" + entry.account(), descending));

	private static final Comparator<CatalogEntry> BY_ID = Comparator.comparing(CatalogEntry::vendor)
		.thenComparing(CatalogEntry::account)
		.thenComparing((entry) -> String.valueOf(entry.id()));

	private final Function<Boolean, Comparator<CatalogEntry>> order;

	ConnectionSort(Function<Boolean, Comparator<CatalogEntry>> order) {
		this.order = order;
	}

	Comparator<CatalogEntry> comparator(boolean descending) {
		return this.order.apply(descending).thenComparing(BY_ID);
	}

	private static Comparator<CatalogEntry> byText(Key<String> key, boolean descending) {
		return by(key, String.CASE_INSENSITIVE_ORDER, descending);
	}

	private static <T> Comparator<CatalogEntry> by(Key<T> key, Comparator<T> order, boolean descending) {
		Comparator<T> directed = descending ? order.reversed() : order;
		return (one, other) -> compare(key.of(one), key.of(other), directed);
	}

	private static <T> int compare(@Nullable T one, @Nullable T other, Comparator<T> order) {
		if (one == null || other == null) {
			return Boolean.compare(one == null, other == null);
		}
		return order.compare(one, other);
	}

	private static @Nullable Instant expiry(CatalogEntry entry) {
		Instant last = entry.details().oidcSecretExpiresAt();
		List<CatalogCertificate> certificates = entry.certificates();
		for (CatalogCertificate certificate : (certificates != null) ? certificates : List.<CatalogCertificate>of()) {
			Instant end = certificate.notAfter();
			last = (end != null && (last == null || end.isAfter(last))) ? end : last;
		}
		return last;
	}

	@FunctionalInterface
	private interface Key<T> {

		@Nullable T of(CatalogEntry entry);

	}

}
