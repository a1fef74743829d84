// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Operations;
import io.github.ssoconnections.auth0.Auth0Page;
import io.github.ssoconnections.auth0.Auth0PageQuery;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.ResponseType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

/**
 * Default {@link Auth0DirectoryProvisionings}.
 */
final class DefaultAuth0DirectoryProvisionings implements Auth0DirectoryProvisionings {

	private static final String PROVISIONING_PATH = Auth0Operations.CONNECTION + "/directory-provisioning";

	private static final String GROUPS = PROVISIONING_PATH + "/synchronized-groups";

	/** Groups that Auth0 adds or removes per request. */
	private static final int PART = 100;

	private static final String ADVICE = "get the directory provisioning of the connection";

	private static final ResponseType<DirectoryProvisioning> PROVISIONING = ResponseType
		.of(DirectoryProvisioning.class);

	private static final ApiOperation<Auth0Page<DirectoryProvisioning>> LIST = Auth0Operations
		.<Auth0Page<DirectoryProvisioning>>read("directory_provisionings.list", "/connections-directory-provisionings",
				ResponseType.of(Auth0Page.class, DirectoryProvisioning.class))
		.withScopes("read:directory_provisionings");

	private static final ApiOperation<DirectoryProvisioning> GET = Auth0Operations
		.read("directory_provisionings.get", PROVISIONING_PATH, PROVISIONING)
		.withScopes("read:directory_provisionings");

	private static final ApiOperation<DirectoryProvisioning> CREATE = Auth0Operations
		.changing(Auth0Operations.create("directory_provisionings.create", PROVISIONING_PATH, PROVISIONING)
			.withRecoveryAdvice(ADVICE))
		.withScopes("create:directory_provisionings");

	private static final ApiOperation<DirectoryProvisioning> UPDATE = Auth0Operations
		.changing(Auth0Operations.update("directory_provisionings.update", PROVISIONING_PATH, PROVISIONING)
			.withRecoveryAdvice(ADVICE))
		.withScopes("update:directory_provisionings");

	private static final ApiOperation<Boolean> DELETE = Auth0Operations
		.changing(Auth0Operations.delete("directory_provisionings.delete", PROVISIONING_PATH))
		.withScopes("delete:directory_provisionings");

	private static final ApiOperation<DefaultDirectoryMapping> GET_DEFAULT_MAPPING = Auth0Operations
		.read("directory_provisionings.get_default_mapping", PROVISIONING_PATH + "/default-mapping",
				ResponseType.of(DefaultDirectoryMapping.class))
		.withScopes("read:directory_provisionings");

	private static final ApiOperation<DirectorySynchronization> CREATE_SYNCHRONIZATION = Auth0Operations
		.create("directory_synchronizations.create", PROVISIONING_PATH + "/synchronizations",
				ResponseType.of(DirectorySynchronization.class))
		.withRecoveryAdvice(ADVICE)
		.withScopes("create:directory_provisionings");

	private static final ApiOperation<Auth0Page<SynchronizedGroup>> LIST_GROUPS = Auth0Operations
		.<Auth0Page<SynchronizedGroup>>read("synchronized_groups.list", GROUPS,
				ResponseType.of(Auth0Page.class, SynchronizedGroup.class))
		.withScopes("read:directory_provisionings");

	private static final ApiOperation<Boolean> REPLACE_GROUPS = Auth0Operations
		.changing(Auth0Operations.update("synchronized_groups.replace", HttpMethod.PUT, GROUPS)
			.withRecoveryAdvice("list the synchronized groups of the connection"))
		.withScopes("update:directory_provisionings");

	private static final ApiOperation<Boolean> ADD_GROUPS = Auth0Operations
		.changing(Auth0Operations.update("synchronized_groups.add", HttpMethod.POST, GROUPS)
			.withRecoveryAdvice("list the synchronized groups of the connection"))
		.withScopes("update:directory_provisionings");

	private static final ApiOperation<Boolean> REMOVE_GROUPS = Auth0Operations
		.changing(Auth0Operations.update("synchronized_groups.remove", HttpMethod.DELETE, GROUPS)
			.withRecoveryAdvice("list the synchronized groups of the connection"))
		.withScopes("update:directory_provisionings");

	private final Auth0Client client;

	DefaultAuth0DirectoryProvisionings(Auth0Client client) {
		Assert.notNull(client, "'client' must not be null");
		this.client = client;
	}

	@Override
	public Mono<Auth0Page<DirectoryProvisioning>> list(Auth0PageQuery query) {
		return this.client.execute(LIST.call().query(query));
	}

	@Override
	public Flux<DirectoryProvisioning> listAll(Auth0PageQuery query) {
		return this.client.executeAll(LIST.call(), query, Auth0Page::data, Auth0Page::next);
	}

	@Override
	public Mono<DirectoryProvisioning> get(String id) {
		return this.client.execute(GET.call(id));
	}

	@Override
	public Mono<DirectoryProvisioning> create(String id) {
		return this.client.execute(CREATE.call(id));
	}

	@Override
	public Mono<DirectoryProvisioning> create(String id, DirectoryProvisioningSettings settings) {
		return this.client.execute(CREATE.call(id).body(settings));
	}

	@Override
	public Mono<DirectoryProvisioning> update(String id, DirectoryProvisioningSettings settings) {
		return this.client.execute(UPDATE.call(id).body(settings));
	}

	@Override
	public Mono<Void> delete(String id) {
		return this.client.execute(DELETE.call(id)).then();
	}

	@Override
	public Mono<DefaultDirectoryMapping> getDefaultMapping(String id) {
		return this.client.execute(GET_DEFAULT_MAPPING.call(id));
	}

	@Override
	public Mono<DirectorySynchronization> createSynchronization(String id) {
		return this.client.execute(CREATE_SYNCHRONIZATION.call(id));
	}

	@Override
	public Mono<Auth0Page<SynchronizedGroup>> listSynchronizedGroups(String id, Auth0PageQuery query) {
		return this.client.execute(LIST_GROUPS.call(id).query(query));
	}

	@Override
	public Flux<SynchronizedGroup> listAllSynchronizedGroups(String id) {
		return this.client.executeAll(LIST_GROUPS.call(id), new Auth0PageQuery(), Auth0Page::data, Auth0Page::next);
	}

	@Override
	public Mono<Void> replaceSynchronizedGroups(String id, SynchronizedGroups groups) {
		return this.client.execute(REPLACE_GROUPS.call(id).body(groups)).then();
	}

	@Override
	public Mono<Void> addSynchronizedGroups(String id, SynchronizedGroups groups) {
		Assert.notNull(groups, "'groups' must not be null");
		Assert.isTrue(!(groups.get("groups") instanceof Collection<?> all) || all.size() <= PART,
				"'groups' must have at most 100 groups: add them in several calls");
		return this.client.execute(ADD_GROUPS.call(id).body(groups)).then();
	}

	@Override
	public Mono<Void> removeSynchronizedGroups(String id, Collection<String> groupIds) {
		Assert.notEmpty(groupIds, "'groupIds' must not be empty");
		List<SynchronizedGroup> groups = groupIds.stream().distinct().map(SynchronizedGroup::of).toList();
		List<Mono<Boolean>> parts = new ArrayList<>();
		for (int start = 0; start < groups.size(); start += PART) {
			List<SynchronizedGroup> part = groups.subList(start, Math.min(start + PART, groups.size()));
			parts.add(this.client.execute(REMOVE_GROUPS.call(id).body(new SynchronizedGroups().groups(part))));
		}
		return Flux.concat(parts).then();
	}

}
