// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * How users and groups of Google Workspace are provisioned over a connection.
 *
 * @param connectionId the id of the connection
 * @param connectionName the name of the connection
 * @param strategy the kind of IdP
 * @param mapping which attribute of the directory fills which field of the user
 * @param synchronizeAutomatically whether synchronizations run by themselves
 * @param synchronizeGroups which groups are synchronized
 * @param createdAt when it was created
 * @param updatedAt when it was last changed
 * @param lastSynchronizationAt when the last synchronization was
 * @param lastSynchronizationStatus how the last synchronization went
 * @param lastSynchronizationError why the last synchronization failed
 * @param unknownFields fields that this version does not model
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
