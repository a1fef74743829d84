// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0PageQuery;
import io.github.ssoconnections.auth0.account.Auth0Account;
import io.github.ssoconnections.auth0.organization.Organization;
import io.github.ssoconnections.auth0.organization.OrganizationConnection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Default implementation of {@link OrganizationScan}.
 */
final class DefaultOrganizationScan implements OrganizationScan {

	private static final int PAGE_SIZE = 100;

	private final Auth0Account source;

	DefaultOrganizationScan(Auth0Account source) {
		this.source = source;
	}

	@Override
	public Mono<ScanCost> cost(OrganizationScanState state) {
		Assert.notNull(state, "'state' must not be null");
		Auth0PageQuery count = new Auth0PageQuery().param("page", 0).param("per_page", 1).param("include_totals", true);
		return this.source.organizations().list(count).flatMap((page) -> {
			Long total = page.total();
			return (total != null) ? Mono.just(cost(total, state)) : Mono.error(withoutTotal());
		});
	}

	private static ScanCost cost(long total, OrganizationScanState state) {
		long left = state.complete() ? 0 : Math.max(0, total - state.organizations().size());
		long pages = Math.max(1, (total + PAGE_SIZE - 1) / PAGE_SIZE);
		return new ScanCost(left, state.complete() ? 0 : left + pages);
	}

	private SsoApiException withoutTotal() {
		return new SsoApiException.MalformedResponse(new SsoApiException.Details(this.source.client().account(),
				"organizations.list", null, "the response has no total", List.of(), null, null, false, null), false);
	}

	@Override
	public Flux<ScannedOrganization> run(OrganizationScanState state) {
		Assert.notNull(state, "'state' must not be null");
		if (state.complete()) {
			return Flux.empty();
		}
		Set<String> scanned = state.organizations()
			.stream()
			.map(ScannedOrganization::id)
			.collect(Collectors.toUnmodifiableSet());
		return this.source.organizations()
			.listAll(new Auth0PageQuery().take(PAGE_SIZE))
			.filter((organization) -> organization.id() != null && !scanned.contains(organization.id()))
			.concatMap((organization) -> scan(organization, organization.id()), 1);
	}

	private Mono<ScannedOrganization> scan(Organization organization, @Nullable String id) {
		return Mono.justOrEmpty(id)
			.flatMap((known) -> this.source.organizationConnections()
				.list(known)
				.map((connections) -> new ScannedOrganization(known, organization.name(), ids(connections))))
			// Deleted meanwhile
			.onErrorResume(SsoApiException.NotFound.class, (deleted) -> Mono.empty());
	}

	private static List<String> ids(List<OrganizationConnection> connections) {
		return connections.stream().map(OrganizationConnection::connectionId).filter(Objects::nonNull).toList();
	}

}
