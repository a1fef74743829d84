// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.directory;

import java.util.Collection;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Page;
import io.github.ssoconnections.auth0.Auth0PageQuery;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Directory provisioning of users and groups of Google Workspace.
 *
 * @see <a href=
 * "https://auth0.com/docs/api/management/v2/connections/get-directory-provisioning">Auth0:
 * Directory provisioning of a connection</a>
 */
public interface Auth0DirectoryProvisionings {

	/**
	 * Create the service for one tenant.
	 * @param client the tenant
	 * @return the service
	 */
	static Auth0DirectoryProvisionings create(Auth0Client client) {
		return new DefaultAuth0DirectoryProvisionings(client);
	}

	/**
	 * List one page of the directory provisioning of all connections. Needs the scope
	 * {@code read:directory_provisionings}, as do the other read operations.
	 * @param query the page to return
	 * @return the page
	 */
	Mono<Auth0Page<DirectoryProvisioning>> list(Auth0PageQuery query);

	/**
	 * List the directory provisioning of all connections, fetching pages on demand.
	 * @return the directory provisioning
	 */
	default Flux<DirectoryProvisioning> listAll() {
		return listAll(new Auth0PageQuery());
	}

	/**
	 * List the directory provisioning of all connections, fetching pages on demand.
	 * @param query the page size and the start
	 * @return the directory provisioning
	 */
	Flux<DirectoryProvisioning> listAll(Auth0PageQuery query);

	/**
	 * Get the directory provisioning of a connection.
	 * @param id the id of the connection
	 * @return the directory provisioning
	 */
	Mono<DirectoryProvisioning> get(String id);

	/**
	 * Enable directory provisioning. Needs the scope
	 * {@code create:directory_provisionings}, as does the start of a synchronization.
	 * @param id the id of the connection
	 * @return the created directory provisioning
	 */
	Mono<DirectoryProvisioning> create(String id);

	/**
	 * Enable directory provisioning.
	 * @param id the id of the connection
	 * @param settings the settings
	 * @return the created directory provisioning
	 */
	Mono<DirectoryProvisioning> create(String id, DirectoryProvisioningSettings settings);

	/**
	 * Change directory provisioning. Needs the scope
	 * {@code update:directory_provisionings}.
	 * @param id the id of the connection
	 * @param settings the changes
	 * @return the updated directory provisioning
	 */
	Mono<DirectoryProvisioning> update(String id, DirectoryProvisioningSettings settings);

	/**
	 * Disable directory provisioning. Needs the scope
	 * {@code delete:directory_provisionings}.
	 * @param id the id of the connection
	 * @return completes when it is disabled
	 */
	Mono<Void> delete(String id);

	/**
	 * Get the default mapping of directory provisioning.
	 * @param id the id of the connection
	 * @return the mapping
	 */
	Mono<DefaultDirectoryMapping> getDefaultMapping(String id);

	/**
	 * Start a synchronization.
	 * @param id the id of the connection
	 * @return the synchronization, or {@link SsoApiException.Conflict} if a
	 * synchronization is in progress
	 */
	Mono<DirectorySynchronization> createSynchronization(String id);

	/**
	 * List one page of the synchronized groups.
	 * @param id the id of the connection
	 * @param query the page to return
	 * @return the page
	 */
	Mono<Auth0Page<SynchronizedGroup>> listSynchronizedGroups(String id, Auth0PageQuery query);

	/**
	 * List the synchronized groups, fetching pages on demand.
	 * @param id the id of the connection
	 * @return the groups
	 */
	Flux<SynchronizedGroup> listAllSynchronizedGroups(String id);

	/**
	 * Replace the synchronized groups. Needs the scope
	 * {@code update:directory_provisionings}.
	 * @param id the id of the connection
	 * @param groups all groups
	 * @return completes when the groups are replaced
	 */
	Mono<Void> replaceSynchronizedGroups(String id, SynchronizedGroups groups);

	/**
	 * Add synchronized groups, and keep the others. Of a group that exists, Auth0 stores
	 * name, e-mail address and number of members as given, and clears those that are left
	 * out. Newer than the vendor's document. Needs the scope
	 * {@code update:directory_provisionings}.
	 * @param id the id of the connection
	 * @param groups the groups to add, at most 100
	 * @return completes when the groups are added
	 */
	Mono<Void> addSynchronizedGroups(String id, SynchronizedGroups groups);

	/**
	 * Remove synchronized groups, and keep the others. Newer than the vendor's document.
	 * Needs the scope {@code update:directory_provisionings}. Auth0 accepts 100 groups
	 * per request: more are sent in several requests, one after the other. If one fails,
	 * the groups of the earlier ones have been removed.
	 * @param id the id of the connection
	 * @param groupIds the ids of the groups to remove, each of 1 to 32 letters and digits
	 * @return completes when the groups are removed
	 */
	Mono<Void> removeSynchronizedGroups(String id, Collection<String> groupIds);

}
