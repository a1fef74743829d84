// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.endpoint;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.endpoint.SsoConnectionsEndpoint.ConnectionDescriptor;
import io.github.ssoconnections.index.AccountGap;
import io.github.ssoconnections.index.ConnectionCandidate;
import io.github.ssoconnections.index.ConnectionLookup;
import org.jspecify.annotations.Nullable;

/**
 * Result of a look-up. Does not contain what was looked up.
 *
 * @param failure the reason of a failure, such as that the connections are not known yet;
 * {@code null} if the look-up succeeded
 * @param candidates the connections, active first, at most 20; {@code null} after a
 * failure
 * @param totalCount the number of all candidates, {@code null} after a failure
 * @param gaps what is unknown, {@code null} if every connection is known
 * @param refreshedAt the end of the last successful refresh, for several accounts the
 * earliest
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LookupDescriptor(@Nullable String failure, @Nullable List<CandidateDescriptor> candidates,
		@Nullable Integer totalCount, @Nullable List<String> gaps, @Nullable Instant refreshedAt) {

	private static final int MAX_CANDIDATES = 20;

	static LookupDescriptor failed(@Nullable String reason) {
		return new LookupDescriptor(reason, null, null, null, null);
	}

	static LookupDescriptor of(ConnectionLookup lookup, Function<CatalogEntry, ConnectionDescriptor> description) {
		List<CandidateDescriptor> candidates = lookup.candidates()
			.stream()
			.limit(MAX_CANDIDATES)
			.map((candidate) -> CandidateDescriptor.of(candidate, description))
			.toList();
		return new LookupDescriptor(null, candidates, lookup.candidates().size(),
				lookup.isComplete() ? null : lookup.gaps().stream().map(AccountGap::toString).toList(),
				lookup.refreshedAt());
	}

	/**
	 * A connection that may serve the domain.
	 *
	 * @param vendor the vendor
	 * @param account the name of the account
	 * @param reason {@code domain}, {@code tenant_domain} or {@code subdomain}
	 * @param connection the connection
	 */
	public record CandidateDescriptor(String vendor, String account, String reason, ConnectionDescriptor connection) {

		private static CandidateDescriptor of(ConnectionCandidate candidate,
				Function<CatalogEntry, ConnectionDescriptor> description) {
			CatalogEntry entry = candidate.entry();
			return new CandidateDescriptor(entry.vendor(), entry.account(),
					candidate.reason().name().toLowerCase(Locale.ROOT), description.apply(entry));
		}

	}

}
