// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.organization;

import java.time.Duration;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.client.CreateOrFind;
import io.github.ssoconnections.client.CreateOrFind.Candidate;
import io.github.ssoconnections.client.CreateOrFind.Match;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Default {@link ClerkOrganizationCreation}.
 */
final class DefaultClerkOrganizationCreation implements ClerkOrganizationCreation {

	private static final String SLUG_TAKEN = "form_identifier_exists";

	private final ClerkOrganizations organizations;

	private final CreateOrFind<Organization> createOrFind;

	DefaultClerkOrganizationCreation(ClerkOrganizations organizations, Account account, Duration settleTime,
			Duration timeout) {
		Assert.notNull(organizations, "'organizations' must not be null");
		this.organizations = organizations;
		this.createOrFind = new CreateOrFind<>(account, "organizations.create", settleTime, timeout, "this slug",
				"slug");
	}

	@Override
	public Mono<CreateResult<Organization>> createOrFind(NewOrganization organization) {
		Assert.notNull(organization, "'organization' must not be null");
		Assert.isTrue(organization.get("slug") instanceof String, "'slug' must be set");
		String slug = String.valueOf(organization.get("slug"));
		Flux<Candidate<Organization>> candidates = this.organizations.get(slug)
			.onErrorResume(SsoApiException.NotFound.class, (absent) -> Mono.empty())
			.map((found) -> new Candidate<>(found, found.id(), Match.YES))
			.flux();
		return this.createOrFind.executeUnique(candidates, this.organizations.create(organization),
				DefaultClerkOrganizationCreation::isSlugTaken);
	}

	private static boolean isSlugTaken(Throwable failure) {
		return failure instanceof SsoApiException rejected
				&& rejected.errors().stream().anyMatch((error) -> SLUG_TAKEN.equals(error.code()));
	}

}
