// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.organization;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Page;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.Effect;
import io.github.ssoconnections.client.ResponseType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

/**
 * Default {@link ClerkOrganizations}.
 */
final class DefaultClerkOrganizations implements ClerkOrganizations {

	static final String ALL = "/organizations";

	static final String ONE = ALL + "/{organization_id}";

	private static final ResponseType<Organization> ORGANIZATION = ResponseType.of(Organization.class)
		.identifiedBy(Organization.class, Organization::id);

	private static final ApiOperation<Page<Organization>> LIST = ApiOperation.of("organizations.list", HttpMethod.GET,
			ALL, Effect.READ, ResponseType.<Page<Organization>>of(Page.class, Organization.class)
				.identifiedBy(Organization.class, Organization::id));

	private static final ApiOperation<Organization> GET = ApiOperation.of("organizations.get", HttpMethod.GET, ONE,
			Effect.READ, ORGANIZATION);

	private static final ApiOperation<Organization> CREATE = ApiOperation
		.of("organizations.create", HttpMethod.POST, ALL, Effect.CREATE, ORGANIZATION)
		.withRecoveryAdvice("get the organization by its slug");

	private final ClerkClient client;

	DefaultClerkOrganizations(ClerkClient client) {
		Assert.notNull(client, "'client' must not be null");
		this.client = client;
	}

	@Override
	public Mono<Page<Organization>> list(OrganizationQuery query) {
		return this.client.execute(LIST.call().query(query));
	}

	@Override
	public Flux<Organization> listAll(OrganizationQuery query) {
		return this.client.executeAll(LIST.call(), query, Organization::id, (drift) -> {
		});
	}

	@Override
	public Mono<Organization> get(String idOrSlug) {
		return this.client.execute(GET.call(idOrSlug));
	}

	@Override
	public Mono<Organization> create(NewOrganization organization) {
		return this.client.execute(CREATE.call().body(organization));
	}

}
