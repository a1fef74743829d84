// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import io.github.ssoconnections.SsoApiException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How users and groups of Google Workspace are provisioned over connections.
 *
 * @see <a href=
 * "https://auth0.com/docs/api/management/v2/connections/get-directory-provisioning">Auth0:
 * Directory provisioning of a connection</a>
 */
public interface Auth0DirectoryProvisionings {

	/**
	 * Return the directory provisioning of one tenant.
	 * @param client the tenant
	 * @return the directory provisioning
	 */
	static Auth0DirectoryProvisionings create(Auth0Client client) {
		return new DefaultAuth0DirectoryProvisionings(client);
	}

	/**
	 * List one page of the directory provisioning of all connections. Needs the scope
	 * {@code read:directory_provisionings}, as do the other readings.
	 * @param query which page
	 * @return the page
	 */
	Mono<Auth0Page<DirectoryProvisioning>> list(Auth0PageQuery query);

	/**
	 * List the directory provisioning of all connections, page by page, as far as it is
	 * asked for.
	 * @return the directory provisioning
	 */
	default Flux<DirectoryProvisioning> listAll() {
		return listAll(new Auth0PageQuery());
	}

	/**
	 * List the directory provisioning of all connections, page by page, as far as it is
	 * asked for.
	 * @param query the size of a page, and where to start
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
	 * Switch directory provisioning on. Needs the scope
	 * {@code create:directory_provisionings}, as do synchronizations.
	 * @param id the id of the connection
	 * @return the directory provisioning as created
	 */
	Mono<DirectoryProvisioning> create(String id);

	/**
	 * Switch directory provisioning on.
	 * @param id the id of the connection
	 * @param settings how it is to be
	 * @return the directory provisioning as created
	 */
	Mono<DirectoryProvisioning> create(String id, DirectoryProvisioningSettings settings);

	/**
	 * Change directory provisioning. Needs the scope
	 * {@code update:directory_provisionings}.
	 * @param id the id of the connection
	 * @param settings what to change
	 * @return the directory provisioning as changed
	 */
	Mono<DirectoryProvisioning> update(String id, DirectoryProvisioningSettings settings);

	/**
	 * Switch directory provisioning off. Needs the scope
	 * {@code delete:directory_provisionings}.
	 * @param id the id of the connection
	 * @return completes when it is off
	 */
	Mono<Void> delete(String id);

	/**
	 * Get the mapping that directory provisioning has when none is given.
	 * @param id the id of the connection
	 * @return the mapping
	 */
	Mono<DefaultDirectoryMapping> getDefaultMapping(String id);

	/**
	 * Start a synchronization.
	 * @param id the id of the connection
	 * @return the synchronization, or {@link SsoApiException.Conflict} if one is under
	 * way
	 */
	Mono<DirectorySynchronization> createSynchronization(String id);

	/**
	 * List one page of the groups that are synchronized.
	 * @param id the id of the connection
	 * @param query which page
	 * @return the page
	 */
	Mono<Auth0Page<SynchronizedGroup>> listSynchronizedGroups(String id, Auth0PageQuery query);

	/**
	 * List the groups that are synchronized, page by page, as far as they are asked for.
	 * @param id the id of the connection
	 * @return the groups
	 */
	Flux<SynchronizedGroup> listAllSynchronizedGroups(String id);

	/**
	 * Replace the groups that are synchronized. Needs the scope
	 * {@code update:directory_provisionings}.
	 * @param id the id of the connection
	 * @param groups all groups
	 * @return completes when they are replaced
	 */
	Mono<Void> replaceSynchronizedGroups(String id, SynchronizedGroups groups);

}
