// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.organization;

import java.time.Duration;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Operations;
import io.github.ssoconnections.auth0.Auth0Page;
import io.github.ssoconnections.auth0.Auth0PageQuery;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.CreateOrFind;
import io.github.ssoconnections.client.CreateOrFind.Candidate;
import io.github.ssoconnections.client.CreateOrFind.Match;
import io.github.ssoconnections.client.ResponseType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Default {@link Auth0Organizations}.
 */
final class DefaultAuth0Organizations implements Auth0Organizations {

	static final String ORGANIZATIONS = "/organizations";

	private static final ResponseType<Organization> ORGANIZATION = ResponseType.of(Organization.class);

	private static final ApiOperation<Auth0Page<Organization>> LIST = Auth0Operations
		.<Auth0Page<Organization>>read("organizations.list", ORGANIZATIONS,
				ResponseType.of(Auth0Page.class, Organization.class))
		.withScopes("read:organizations");

	private static final ApiOperation<Organization> GET = Auth0Operations
		.read("organizations.get", ORGANIZATIONS + "/{organization_id}", ORGANIZATION)
		.withScopes("read:organizations");

	private static final ApiOperation<Organization> GET_BY_NAME = Auth0Operations
		.read("organizations.get_by_name", ORGANIZATIONS + "/name/{name}", ORGANIZATION)
		.withScopes("read:organizations");

	private static final ApiOperation<Organization> CREATE = Auth0Operations
		.create("organizations.create", ORGANIZATIONS, ORGANIZATION)
		.withRecoveryAdvice("get the organization by its name")
		.withScopes("create:organizations");

	private final Auth0Client client;

	private final CreateOrFind<Organization> createOrFind;

	DefaultAuth0Organizations(Auth0Client client, Duration settleTime, Duration timeout) {
		this.client = client;
		this.createOrFind = new CreateOrFind<>(client.account(), "organizations.create", settleTime, timeout,
				"this name", "name");
	}

	@Override
	public Mono<Auth0Page<Organization>> list(Auth0PageQuery query) {
		return this.client.execute(LIST.call().query(query));
	}

	@Override
	public Flux<Organization> listAll(Auth0PageQuery query) {
		return this.client.executeAll(LIST.call(), query, Auth0Page::data, Auth0Page::next);
	}

	@Override
	public Mono<Organization> get(String id) {
		return this.client.execute(GET.call(id));
	}

	@Override
	public Mono<Organization> getByName(String name) {
		return this.client.execute(GET_BY_NAME.call(name));
	}

	@Override
	public Mono<Organization> create(NewOrganization organization) {
		return this.client.execute(CREATE.call().body(organization));
	}

	@Override
	public Mono<CreateResult<Organization>> createOrFind(NewOrganization organization) {
		Assert.notNull(organization, "'organization' must not be null");
		Assert.isTrue(organization.fields().get("name") instanceof String,
				"'name' must be set, as organizations are identified by name");
		String name = (String) organization.fields().get("name");
		Flux<Candidate<Organization>> candidates = getByName(name)
			.onErrorResume(SsoApiException.NotFound.class, (absent) -> Mono.empty())
			.map((found) -> new Candidate<>(found, (found.id() != null) ? found.id() : "",
					name.equals(found.name()) ? Match.YES : Match.UNKNOWN))
			.flux();
		return this.createOrFind.executeUnique(candidates, create(organization));
	}

}
