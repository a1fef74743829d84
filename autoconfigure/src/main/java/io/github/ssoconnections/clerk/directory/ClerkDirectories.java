// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.directory;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.DeletedObject;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Directories at Clerk: provisioning of the users of an enterprise connection (SCIM), and
 * the roles of their groups.
 * <p>
 * Every failure is an {@link SsoApiException}, such as {@link SsoApiException.Forbidden}
 * if the plan of the account has no directories. An invalid argument fails the method
 * call with an {@link IllegalArgumentException}, and nothing is sent.
 *
 * @see <a href= "https://clerk.com/docs/reference/backend-api/tag/directories">Clerk:
 * Directories</a>
 */
public interface ClerkDirectories {

	/**
	 * Create the service for one account.
	 * @param client the client of the account
	 * @return the service
	 */
	static ClerkDirectories create(ClerkClient client) {
		return new DefaultClerkDirectories(client);
	}

	/**
	 * List one page of directories, without their API keys.
	 * @param query the query
	 * @return the page
	 */
	Mono<Page<Directory>> list(DirectoryQuery query);

	/**
	 * List all directories. Pages are fetched as the subscriber requests items.
	 * @return the directories
	 */
	default Flux<Directory> listAll() {
		return listAll(new DirectoryQuery());
	}

	/**
	 * List directories. Pages are fetched as the subscriber requests items.
	 * @param query the query; its limit is the size of a page, its offset is that of the
	 * first item
	 * @return the directories
	 */
	Flux<Directory> listAll(DirectoryQuery query);

	/**
	 * Get a directory, without its API key.
	 * @param id the id of the directory
	 * @return the directory
	 */
	Mono<Directory> get(String id);

	/**
	 * Create a directory. After an {@link SsoApiException.OutcomeUnknown}, list the
	 * directories before another attempt; the API key of one that is found is obtained by
	 * a rotation.
	 * @param directory the directory
	 * @return the directory with its API key, which no later response contains
	 */
	Mono<Directory> create(NewDirectory directory);

	/**
	 * Update a directory.
	 * @param id the id of the directory
	 * @param patch the update
	 * @return the updated directory
	 */
	Mono<Directory> update(String id, DirectoryPatch patch);

	/**
	 * Delete a directory. Requests of the IdP with its API key are rejected from then on.
	 * @param id the id of the directory
	 * @return the deleted object
	 */
	Mono<DeletedObject> delete(String id);

	/**
	 * Replace the API key. The previous key remains valid for a short time, in which the
	 * new one has to be entered at the IdP. The request is never retried: after an
	 * {@link SsoApiException.OutcomeUnknown}, the previous key may be about to expire,
	 * and another rotation returns a key.
	 * @param id the id of the directory
	 * @return the directory with its new API key, which no later response contains
	 */
	Mono<Directory> rotateApiKey(String id);

	/**
	 * List the roles of the groups of a directory, by precedence. The vendor returns all
	 * of them at once.
	 * @param id the id of the directory
	 * @return the mappings
	 */
	Mono<Page<GroupRoleMapping>> listGroupRoleMappings(String id);

	/**
	 * Map a group to a role. Requires that group role mapping is enabled for the
	 * directory, as do the following methods.
	 * @param id the id of the directory
	 * @param mapping the mapping
	 * @return the created mapping
	 */
	Mono<GroupRoleMapping> createGroupRoleMapping(String id, NewGroupRoleMapping mapping);

	/**
	 * Replace all mappings of a directory.
	 * @param id the id of the directory
	 * @param mappings the complete list, whose order is the precedence
	 * @return the mappings
	 */
	Mono<Page<GroupRoleMapping>> replaceGroupRoleMappings(String id, GroupRoleMappings mappings);

	/**
	 * Delete a mapping.
	 * @param id the id of the directory
	 * @param mappingId the id of the mapping
	 * @return the deleted object
	 */
	Mono<DeletedObject> deleteGroupRoleMapping(String id, String mappingId);

}
