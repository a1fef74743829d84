// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Directory provisioning to be created, or a change to it. Nothing needs to be set.
 */
public final class DirectoryProvisioningSettings extends ApiBody<DirectoryProvisioningSettings> {

	/**
	 * Set which attribute of the directory fills which field of the user: the whole list.
	 * @param mapping the mapping, at least one, may be {@code null}
	 * @return this body
	 */
	public DirectoryProvisioningSettings mapping(@Nullable List<DirectoryMapping> mapping) {
		Assert.isTrue(mapping == null || !mapping.isEmpty(), "'mapping' must not be empty");
		return put("mapping", mapping);
	}

	/**
	 * Set which attribute of the directory fills which field of the user: the whole list.
	 * @param mapping the first one
	 * @param furtherMappings the other ones
	 * @return this body
	 */
	public DirectoryProvisioningSettings mapping(DirectoryMapping mapping, DirectoryMapping... furtherMappings) {
		return mapping(Stream.concat(Stream.of(mapping), Stream.of(furtherMappings)).toList());
	}

	/**
	 * Set whether synchronizations run by themselves.
	 * @param synchronizeAutomatically whether they do, may be {@code null}
	 * @return this body
	 */
	public DirectoryProvisioningSettings synchronizeAutomatically(@Nullable Boolean synchronizeAutomatically) {
		return put("synchronize_automatically", synchronizeAutomatically);
	}

	/**
	 * Set which groups are synchronized.
	 * @param synchronizeGroups which ones, may be {@code null}
	 * @return this body
	 */
	public DirectoryProvisioningSettings synchronizeGroups(@Nullable SynchronizeGroups synchronizeGroups) {
		return put("synchronize_groups", synchronizeGroups);
	}

}
