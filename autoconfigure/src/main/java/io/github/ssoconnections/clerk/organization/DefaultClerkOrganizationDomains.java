// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.organization;

import java.util.function.Supplier;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Page;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.DeletedObject;
import io.github.ssoconnections.client.ApiCall;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.Effect;
import io.github.ssoconnections.client.ResponseType;
import io.github.ssoconnections.lint.PublicDomains;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

/**
 * Default {@link ClerkOrganizationDomains}.
 */
final class DefaultClerkOrganizationDomains implements ClerkOrganizationDomains {

	private static final String ALL = DefaultClerkOrganizations.ONE + "/domains";

	private static final String ONE = ALL + "/{domain_id}";

	private static final String COMPARE = "list the domains of the organization and compare";

	private static final ResponseType<OrganizationDomain> DOMAIN = ResponseType.of(OrganizationDomain.class)
		.identifiedBy(OrganizationDomain.class, OrganizationDomain::id);

	private static final ApiOperation<Page<OrganizationDomain>> LIST = ApiOperation.of("organization_domains.list",
			HttpMethod.GET, ALL, Effect.READ,
			ResponseType.<Page<OrganizationDomain>>of(Page.class, OrganizationDomain.class)
				.identifiedBy(OrganizationDomain.class, OrganizationDomain::id));

	private static final ApiOperation<OrganizationDomain> CREATE = ApiOperation
		.of("organization_domains.create", HttpMethod.POST, ALL, Effect.CREATE, DOMAIN)
		.withRecoveryAdvice("list the domains of the organization and look for its name");

	private static final ApiOperation<OrganizationDomain> UPDATE = ApiOperation
		.of("organization_domains.update", HttpMethod.PATCH, ONE, Effect.PATCH, DOMAIN)
		.withRecoveryAdvice(COMPARE);

	private static final ApiOperation<OrganizationDomain> MARK_VERIFIED = ApiOperation
		.of("organization_domains.mark_verified", HttpMethod.PATCH, ONE, Effect.PATCH, DOMAIN)
		.withRecoveryAdvice(COMPARE);

	private static final ApiOperation<OrganizationDomain> MARK_UNVERIFIED = ApiOperation
		.of("organization_domains.mark_unverified", HttpMethod.PATCH, ONE, Effect.PATCH, DOMAIN)
		.withRecoveryAdvice(COMPARE);

	private static final ApiOperation<OrganizationDomain> MARK_OWNERSHIP_VERIFIED = ApiOperation
		.of("organization_domains.mark_ownership_verified", HttpMethod.POST, ONE + "/verify_ownership", Effect.PATCH,
				DOMAIN)
		.withRecoveryAdvice(COMPARE);

	private static final ApiOperation<DeletedObject> DELETE = ApiOperation
		.of("organization_domains.delete", HttpMethod.DELETE, ONE, Effect.DELETE, ResponseType.of(DeletedObject.class))
		.withFallbackResult(DeletedObject::assumed);

	private final ClerkClient client;

	private final Supplier<PublicDomains> publicDomains;

	DefaultClerkOrganizationDomains(ClerkClient client, Supplier<PublicDomains> publicDomains) {
		Assert.notNull(client, "'client' must not be null");
		Assert.notNull(publicDomains, "'publicDomains' must not be null");
		this.client = client;
		this.publicDomains = publicDomains;
	}

	@Override
	public Mono<Page<OrganizationDomain>> list(String organizationId, OrganizationDomainQuery query) {
		return this.client.execute(LIST.call(organizationId).query(query));
	}

	@Override
	public Flux<OrganizationDomain> listAll(String organizationId, OrganizationDomainQuery query) {
		return this.client.executeAll(LIST.call(organizationId), query, OrganizationDomain::id, (drift) -> {
		});
	}

	@Override
	public Mono<OrganizationDomain> create(String organizationId, NewOrganizationDomain domain) {
		return this.client.execute(CREATE.call(organizationId).body(domain));
	}

	@Override
	public Mono<OrganizationDomain> update(String organizationId, String domainId, OrganizationDomainPatch patch) {
		return this.client.execute(UPDATE.call(organizationId, domainId).body(patch));
	}

	@Override
	public Mono<OrganizationDomain> markVerified(OrganizationDomain domain) {
		return this.client.execute(ofCompany(MARK_VERIFIED, domain).body(OrganizationDomainPatch.verified(true)));
	}

	@Override
	public Mono<OrganizationDomain> markUnverified(String organizationId, String domainId) {
		return this.client
			.execute(MARK_UNVERIFIED.call(organizationId, domainId).body(OrganizationDomainPatch.verified(false)));
	}

	@Override
	public Mono<OrganizationDomain> markOwnershipVerified(OrganizationDomain domain) {
		return this.client.execute(ofCompany(MARK_OWNERSHIP_VERIFIED, domain));
	}

	private ApiCall<OrganizationDomain> ofCompany(ApiOperation<OrganizationDomain> operation,
			OrganizationDomain domain) {
		Assert.notNull(domain, "'domain' must not be null");
		ApiCall<OrganizationDomain> call = operation.call(textOf(domain.organizationId()), domain.id());
		Assert.hasText(domain.name(), "'domain' must have a name");
		Assert.isTrue(this.publicDomains.get().find(textOf(domain.name())).isEmpty(),
				"'domain' must belong to one company: a public suffix, a domain of every tenant of a service and that of "
						+ "a public mail service are never marked as verified");
		return call;
	}

	private static String textOf(@Nullable String text) {
		return (text != null) ? text : "";
	}

	@Override
	public Mono<DeletedObject> delete(String organizationId, String domainId) {
		return this.client.execute(DELETE.call(organizationId, domainId));
	}

}
