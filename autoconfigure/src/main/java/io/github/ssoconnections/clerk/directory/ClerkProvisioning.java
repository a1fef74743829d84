// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.directory;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.provisioning.Provisioning;
import io.github.ssoconnections.provisioning.ProvisioningState;
import reactor.core.publisher.Mono;

/**
 * {@link Provisioning} at Clerk: the directories of a connection. Clerk finds no
 * directory by its connection, so that the list of all directories is read.
 */
public final class ClerkProvisioning implements Provisioning {

	private static final int PAGE_SIZE = 500;

	private final Account account;

	private final ClerkDirectories directories;

	private ClerkProvisioning(Account account, ClerkDirectories directories) {
		this.account = account;
		this.directories = directories;
	}

	/**
	 * Create the provisioning of an account.
	 * @param account the account
	 * @param directories the service of the account
	 * @return the provisioning
	 */
	public static ClerkProvisioning create(Account account, ClerkDirectories directories) {
		Assert.notNull(account, "'account' must not be null");
		Assert.notNull(directories, "'directories' must not be null");
		return new ClerkProvisioning(account, directories);
	}

	@Override
	public Account account() {
		return this.account;
	}

	@Override
	public Mono<ProvisioningState> get(String connectionId) {
		Assert.hasText(connectionId, "'connectionId' must not be empty");
		return this.directories.listAll(new DirectoryQuery().limit(PAGE_SIZE))
			.filter((directory) -> connectionId.equals(directory.enterpriseConnectionId()))
			.map((directory) -> new ProvisioningState.Endpoint(directory.id(), directory.name(), directory.enabled(),
					directory.endpointUrl(), directory.updatedAt(), null))
			.collectList()
			.map((endpoints) -> new ProvisioningState(connectionId, endpoints));
	}

}
