// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.directory;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.UnknownFields;
import io.github.ssoconnections.auth0.ConnectionStrategy;
import org.jspecify.annotations.Nullable;

/**
 * Directory provisioning of a Google Workspace connection.
 *
 * @param connectionId the id of the connection
 * @param connectionName the name of the connection
 * @param strategy the kind of IdP
 * @param mapping the directory attributes of the user fields
 * @param synchronizeAutomatically whether synchronizations run automatically
 * @param synchronizeGroups the synchronized groups
 * @param createdAt the time of the creation
 * @param updatedAt the time of the last change
 * @param lastSynchronizationAt the time of the last synchronization
 * @param lastSynchronizationStatus the status of the last synchronization
 * @param lastSynchronizationError the error of the last synchronization
 * @param unknownFields unknown fields
 */
public record DirectoryProvisioning(@Nullable String connectionId, @Nullable String connectionName,
		@Nullable ConnectionStrategy strategy, @Nullable List<DirectoryMapping> mapping,
		@Nullable Boolean synchronizeAutomatically, @Nullable SynchronizeGroups synchronizeGroups,
		@Nullable Instant createdAt, @Nullable Instant updatedAt, @Nullable Instant lastSynchronizationAt,
		@Nullable String lastSynchronizationStatus, @Nullable String lastSynchronizationError,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public DirectoryProvisioning {
		mapping = (mapping != null) ? Collections.unmodifiableList(mapping) : null;
		unknownFields = UnknownFields.of(unknownFields);
	}

}
