// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.directory;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Page;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.DeletedObject;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.Effect;
import io.github.ssoconnections.client.ResponseType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

/**
 * Default {@link ClerkDirectories}.
 */
final class DefaultClerkDirectories implements ClerkDirectories {

	private static final String ALL = "/directories";

	private static final String ONE = ALL + "/{directory_id}";

	private static final String MAPPINGS = ONE + "/group_role_mappings";

	private static final String COMPARE = "list the group role mappings of the directory and compare";

	private static final ResponseType<Directory> DIRECTORY = ResponseType.of(Directory.class)
		.identifiedBy(Directory.class, Directory::id);

	private static final ResponseType<Page<GroupRoleMapping>> ALL_MAPPINGS = ResponseType
		.<Page<GroupRoleMapping>>of(Page.class, GroupRoleMapping.class)
		.identifiedBy(GroupRoleMapping.class, GroupRoleMapping::id);

	private static final ApiOperation<Page<Directory>> LIST = ApiOperation.of("directories.list", HttpMethod.GET, ALL,
			Effect.READ,
			ResponseType.<Page<Directory>>of(Page.class, Directory.class).identifiedBy(Directory.class, Directory::id));

	private static final ApiOperation<Directory> GET = ApiOperation.of("directories.get", HttpMethod.GET, ONE,
			Effect.READ, DIRECTORY);

	private static final ApiOperation<Directory> CREATE = ApiOperation
		.of("directories.create", HttpMethod.POST, ALL, Effect.CREATE, DIRECTORY)
		.withRecoveryAdvice("list the directories, look for the enterprise connection, and rotate the API key");

	private static final ApiOperation<Directory> UPDATE = ApiOperation
		.of("directories.update", HttpMethod.PATCH, ONE, Effect.PATCH, DIRECTORY)
		.withRecoveryAdvice("get the directory and compare");

	private static final ApiOperation<DeletedObject> DELETE = ApiOperation
		.of("directories.delete", HttpMethod.DELETE, ONE, Effect.DELETE, ResponseType.of(DeletedObject.class))
		.withFallbackResult(DeletedObject::assumed);

	private static final ApiOperation<Directory> ROTATE_API_KEY = ApiOperation
		.of("directories.rotate_api_key", HttpMethod.POST, ONE + "/rotate_api_key", Effect.CREATE, DIRECTORY)
		.withRecoveryAdvice("rotate the API key once more, as the previous one may expire");

	private static final ApiOperation<Page<GroupRoleMapping>> LIST_MAPPINGS = ApiOperation
		.of("group_role_mappings.list", HttpMethod.GET, MAPPINGS, Effect.READ, ALL_MAPPINGS);

	private static final ApiOperation<GroupRoleMapping> CREATE_MAPPING = ApiOperation
		.of("group_role_mappings.create", HttpMethod.POST, MAPPINGS, Effect.CREATE,
				ResponseType.of(GroupRoleMapping.class).identifiedBy(GroupRoleMapping.class, GroupRoleMapping::id))
		.withRecoveryAdvice(COMPARE);

	private static final ApiOperation<Page<GroupRoleMapping>> REPLACE_MAPPINGS = ApiOperation
		.of("group_role_mappings.replace", HttpMethod.PUT, MAPPINGS, Effect.PATCH, ALL_MAPPINGS)
		.withRecoveryAdvice(COMPARE);

	private static final ApiOperation<DeletedObject> DELETE_MAPPING = ApiOperation
		.of("group_role_mappings.delete", HttpMethod.DELETE, MAPPINGS + "/{mapping_id}", Effect.DELETE,
				ResponseType.of(DeletedObject.class))
		.withFallbackResult(DeletedObject::assumed);

	private final ClerkClient client;

	DefaultClerkDirectories(ClerkClient client) {
		Assert.notNull(client, "'client' must not be null");
		this.client = client;
	}

	@Override
	public Mono<Page<Directory>> list(DirectoryQuery query) {
		return this.client.execute(LIST.call().query(query));
	}

	@Override
	public Flux<Directory> listAll(DirectoryQuery query) {
		return this.client.executeAll(LIST.call(), query, Directory::id, (drift) -> {
		});
	}

	@Override
	public Mono<Directory> get(String id) {
		return this.client.execute(GET.call(id));
	}

	@Override
	public Mono<Directory> create(NewDirectory directory) {
		return this.client.execute(CREATE.call().body(directory));
	}

	@Override
	public Mono<Directory> update(String id, DirectoryPatch patch) {
		return this.client.execute(UPDATE.call(id).body(patch));
	}

	@Override
	public Mono<DeletedObject> delete(String id) {
		return this.client.execute(DELETE.call(id));
	}

	@Override
	public Mono<Directory> rotateApiKey(String id) {
		return this.client.execute(ROTATE_API_KEY.call(id));
	}

	@Override
	public Mono<Page<GroupRoleMapping>> listGroupRoleMappings(String id) {
		return this.client.execute(LIST_MAPPINGS.call(id));
	}

	@Override
	public Mono<GroupRoleMapping> createGroupRoleMapping(String id, NewGroupRoleMapping mapping) {
		return this.client.execute(CREATE_MAPPING.call(id).body(mapping));
	}

	@Override
	public Mono<Page<GroupRoleMapping>> replaceGroupRoleMappings(String id, GroupRoleMappings mappings) {
		return this.client.execute(REPLACE_MAPPINGS.call(id).body(mappings));
	}

	@Override
	public Mono<DeletedObject> deleteGroupRoleMapping(String id, String mappingId) {
		return this.client.execute(DELETE_MAPPING.call(id, mappingId));
	}

}
