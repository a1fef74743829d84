// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.discovery;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.UnknownFields;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Operations;
import io.github.ssoconnections.auth0.Auth0Page;
import io.github.ssoconnections.auth0.Auth0PageQuery;
import io.github.ssoconnections.auth0.organization.Auth0Organizations;
import io.github.ssoconnections.client.ApiCall;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.ResponseType;
import io.github.ssoconnections.lint.PublicDomains;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Default {@link Auth0DiscoveryDomains}.
 */
final class DefaultAuth0DiscoveryDomains implements Auth0DiscoveryDomains {

	private static final String ALL = "/organizations/{organization_id}/discovery-domains";

	private static final String ONE = ALL + "/{domain_id}";

	private static final String AGAIN = "send it again";

	private static final ResponseType<DiscoveryDomain> DOMAIN = ResponseType.of(DiscoveryDomain.class);

	private static final ApiOperation<Auth0Page<DiscoveryDomain>> LIST = Auth0Operations
		.<Auth0Page<DiscoveryDomain>>read("discovery_domains.list", ALL,
				ResponseType.of(Auth0Page.class, DiscoveryDomain.class))
		.withScopes("read:organization_discovery_domains");

	private static final ApiOperation<DiscoveryDomain> GET = Auth0Operations.read("discovery_domains.get", ONE, DOMAIN)
		.withScopes("read:organization_discovery_domains");

	private static final ApiOperation<DiscoveryDomain> GET_BY_NAME = Auth0Operations
		.read("discovery_domains.get_by_name", ALL + "/name/{domain}", DOMAIN)
		.withDomainAsLastId()
		.withScopes("read:organization_discovery_domains");

	private static final ApiOperation<DiscoveryDomain> CREATE = Auth0Operations
		.create("discovery_domains.create", ALL, DOMAIN)
		.withRecoveryAdvice("send it again: a conflict means that the domain is there")
		.withScopes("create:organization_discovery_domains");

	private static final ApiOperation<DiscoveryDomain> UPDATE = Auth0Operations
		.update("discovery_domains.update", ONE, DOMAIN)
		.withRecoveryAdvice(AGAIN)
		.withScopes("update:organization_discovery_domains");

	private static final ApiOperation<DiscoveryDomain> MARK_VERIFIED = Auth0Operations
		.update("discovery_domains.mark_verified", ONE, DOMAIN)
		.withRecoveryAdvice(AGAIN)
		.withScopes("update:organization_discovery_domains");

	private static final ApiOperation<DiscoveryDomain> MARK_PENDING = Auth0Operations
		.update("discovery_domains.mark_pending", ONE, DOMAIN)
		.withRecoveryAdvice(AGAIN)
		.withScopes("update:organization_discovery_domains");

	private static final ApiOperation<Boolean> DELETE = Auth0Operations.delete("discovery_domains.delete", ONE)
		.withScopes("delete:organization_discovery_domains");

	private final Auth0Client client;

	private final Supplier<PublicDomains> publicDomains;

	private final TxtRecords txtRecords;

	DefaultAuth0DiscoveryDomains(Auth0Client client, Supplier<PublicDomains> publicDomains, TxtRecords txtRecords) {
		Assert.notNull(client, "'client' must not be null");
		Assert.notNull(publicDomains, "'publicDomains' must not be null");
		Assert.notNull(txtRecords, "'txtRecords' must not be null");
		this.client = client;
		this.publicDomains = publicDomains;
		this.txtRecords = txtRecords;
	}

	@Override
	public Mono<Auth0Page<DiscoveryDomain>> list(String organizationId, Auth0PageQuery query) {
		return this.client.execute(LIST.call(organizationId).query(query));
	}

	@Override
	public Flux<DiscoveryDomain> listAll(String organizationId, Auth0PageQuery query) {
		return this.client.executeAll(LIST.call(organizationId), query, Auth0Page::data, Auth0Page::next);
	}

	@Override
	public Mono<DiscoveryDomain> get(String organizationId, String domainId) {
		return this.client.execute(GET.call(organizationId, domainId));
	}

	@Override
	public Mono<DiscoveryDomain> getByName(String organizationId, String domain) {
		return this.client.execute(GET_BY_NAME.call(organizationId, domain));
	}

	@Override
	public Mono<DiscoveryDomain> create(String organizationId, NewDiscoveryDomain domain) {
		Assert.notNull(domain, "'domain' must not be null");
		return this.client.execute(CREATE.call(organizationId).body(domain.asPending()));
	}

	@Override
	public Mono<CreateResult<DiscoveryDomain>> createOrFind(String organizationId, NewDiscoveryDomain domain) {
		Assert.notNull(domain, "'domain' must not be null");
		Assert.isTrue(domain.get("domain") instanceof String, "'domain' must have a name");
		String name = String.valueOf(domain.get("domain"));
		Mono<DiscoveryDomain> existing = getByName(organizationId, name).onErrorResume(SsoApiException.NotFound.class,
				(notYet) -> Mono.just(named(name)));
		return create(organizationId, domain).map((created) -> new CreateResult<>(created, true))
			.onErrorResume(SsoApiException.Conflict.class,
					(there) -> existing.map((found) -> new CreateResult<>(found, false)));
	}

	private static DiscoveryDomain named(String name) {
		return new DiscoveryDomain(null, name, null, null, null, null, UnknownFields.none());
	}

	@Override
	public Mono<DiscoveryDomain> update(String organizationId, String domainId, DiscoveryDomainPatch patch) {
		return this.client.execute(UPDATE.call(organizationId, domainId).body(patch));
	}

	@Override
	public Mono<DiscoveryDomain> markVerified(String organizationId, DiscoveryDomain domain) {
		Assert.notNull(domain, "'domain' must not be null");
		ApiCall<DiscoveryDomain> call = MARK_VERIFIED.call(organizationId, textOf(domain.id()))
			.body(DiscoveryDomainPatch.of(DiscoveryDomainStatus.VERIFIED));
		Assert.hasText(domain.domain(), "'domain' must have a name");
		Assert.isTrue(this.publicDomains.get().find(textOf(domain.domain())).isEmpty(),
				"'domain' must belong to one company: a public suffix, a domain of every tenant of a service and that of "
						+ "a public mail service are never marked as verified");
		// The name was checked, and the id is sent: they must be those of one domain
		return get(organizationId, textOf(domain.id())).flatMap((current) -> {
			Assert.isTrue(textOf(domain.domain()).equalsIgnoreCase(current.domain()),
					"'domain' must have the name that Auth0 has for its id");
			return this.client.execute(call);
		});
	}

	@Override
	public Mono<DiscoveryDomain> markPending(String organizationId, String domainId) {
		return this.client.execute(MARK_PENDING.call(organizationId, domainId)
			.body(DiscoveryDomainPatch.of(DiscoveryDomainStatus.PENDING)));
	}

	private static String textOf(@Nullable String text) {
		return (text != null) ? text : "";
	}

	@Override
	public Mono<Void> delete(String organizationId, String domainId) {
		return this.client.execute(DELETE.call(organizationId, domainId)).then();
	}

	@Override
	public Mono<DiscoveryDomainCheck> check(DiscoveryDomain domain) {
		Assert.notNull(domain, "'domain' must not be null");
		String host = textOf(domain.verificationHost());
		String expected = textOf(domain.verificationTxt());
		Assert.hasText(domain.domain(), "'domain' must have a name");
		if (domain.verificationHost() == null || expected.isEmpty()) {
			// Such as a domain that Auth0 does not return yet
			return Mono.just(unknown(host, expected));
		}
		DnsTxtRecords.checkHost(host);
		Assert.isTrue(
				("." + host.toLowerCase(Locale.ROOT)).endsWith("." + textOf(domain.domain()).toLowerCase(Locale.ROOT)),
				"'domain' must have a host of the TXT record that is the domain or below it");
		return Mono.defer(() -> this.txtRecords.lookup(host))
			.defaultIfEmpty(List.of())
			.map((texts) -> new DiscoveryDomainCheck(host, expected, result(expected, texts), texts))
			.onErrorResume((failure) -> Mono.just(unknown(host, expected)));
	}

	private static DiscoveryDomainCheck unknown(String host, String expected) {
		return new DiscoveryDomainCheck(host, expected, DiscoveryDomainCheck.Result.UNKNOWN, List.of());
	}

	private static DiscoveryDomainCheck.Result result(String expected, List<String> texts) {
		if (texts.isEmpty()) {
			return DiscoveryDomainCheck.Result.ABSENT;
		}
		return texts.contains(expected) ? DiscoveryDomainCheck.Result.FOUND : DiscoveryDomainCheck.Result.OTHER_TEXT;
	}

	@Override
	public Flux<DiscoveryDomainConflict> findConflicts(String organizationId, String domain) {
		GET_BY_NAME.call(organizationId, domain);
		return Auth0Organizations.create(this.client)
			.listAll()
			.filter((organization) -> !organizationId.equals(organization.id()))
			.concatMap((organization) -> getByName(textOf(organization.id()), domain)
				.onErrorResume(SsoApiException.NotFound.class, (absent) -> Mono.empty())
				.map((found) -> new DiscoveryDomainConflict(organization, found)));
	}

}
