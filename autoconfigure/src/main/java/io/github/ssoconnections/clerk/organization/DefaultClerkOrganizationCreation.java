// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.organization;

import java.time.Duration;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.client.CreateOrFind;
import reactor.core.publisher.Mono;

/**
 * Default {@link ClerkOrganizationCreation}.
 */
final class DefaultClerkOrganizationCreation implements ClerkOrganizationCreation {

	private static final String SLUG_TAKEN = "form_identifier_exists";

	private final ClerkOrganizations organizations;

	private final Duration settleTime;

	DefaultClerkOrganizationCreation(ClerkOrganizations organizations, Duration settleTime) {
		Assert.notNull(organizations, "'organizations' must not be null");
		Assert.notNull(settleTime, "'settleTime' must not be null");
		this.organizations = organizations;
		this.settleTime = settleTime;
	}

	@Override
	public Mono<CreateResult<Organization>> createOrFind(NewOrganization organization) {
		Assert.notNull(organization, "'organization' must not be null");
		Assert.isTrue(organization.get("slug") instanceof String, "'slug' must be set");
		Mono<Organization> find = this.organizations.get(String.valueOf(organization.get("slug")))
			.onErrorResume(SsoApiException.NotFound.class, (absent) -> Mono.empty());
		Mono<Organization> create = this.organizations.create(organization);
		return found(find).switchIfEmpty(create.map((created) -> new CreateResult<>(created, true))
			.onErrorResume(CreateOrFind::isResponseLost, (failure) -> findAfter(failure, find))
			.onErrorResume(DefaultClerkOrganizationCreation::isSlugTaken,
					(taken) -> found(find).switchIfEmpty(Mono.error(taken))));
	}

	private static Mono<CreateResult<Organization>> found(Mono<Organization> find) {
		return find.map((organization) -> new CreateResult<>(organization, false));
	}

	private Mono<CreateResult<Organization>> findAfter(Throwable failure, Mono<Organization> find) {
		return Mono.delay(this.settleTime).then(find.onErrorMap((lookup) -> {
			failure.addSuppressed(lookup);
			return failure;
		})).map((created) -> new CreateResult<>(created, true)).switchIfEmpty(Mono.error(failure));
	}

	private static boolean isSlugTaken(Throwable failure) {
		return failure instanceof SsoApiException rejected
				&& rejected.errors().stream().anyMatch((error) -> SLUG_TAKEN.equals(error.code()));
	}

}
