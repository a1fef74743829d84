// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.directory;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * Settings of new or existing directory provisioning. All are optional.
 */
public final class DirectoryProvisioningSettings extends ApiBody<DirectoryProvisioningSettings> {

	/**
	 * Set the directory attributes of the user fields, as a complete list.
	 * @param mapping the mappings, at least one, may be {@code null}
	 * @return this body
	 */
	public DirectoryProvisioningSettings mapping(@Nullable List<DirectoryMapping> mapping) {
		Assert.isTrue(mapping == null || !mapping.isEmpty(), "'mapping' must not be empty");
		return put("mapping", mapping);
	}

	/**
	 * Set the directory attributes of the user fields, as a complete list.
	 * @param mapping the first mapping
	 * @param furtherMappings the other mappings
	 * @return this body
	 */
	public DirectoryProvisioningSettings mapping(DirectoryMapping mapping, DirectoryMapping... furtherMappings) {
		return mapping(Stream.concat(Stream.of(mapping), Stream.of(furtherMappings)).toList());
	}

	/**
	 * Set whether synchronizations run automatically.
	 * @param synchronizeAutomatically whether they do, may be {@code null}
	 * @return this body
	 */
	public DirectoryProvisioningSettings synchronizeAutomatically(@Nullable Boolean synchronizeAutomatically) {
		return put("synchronize_automatically", synchronizeAutomatically);
	}

	/**
	 * Set the synchronized groups.
	 * @param synchronizeGroups the groups, may be {@code null}
	 * @return this body
	 */
	public DirectoryProvisioningSettings synchronizeGroups(@Nullable SynchronizeGroups synchronizeGroups) {
		return put("synchronize_groups", synchronizeGroups);
	}

}
