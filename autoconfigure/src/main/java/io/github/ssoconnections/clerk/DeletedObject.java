// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * What Clerk answers to a deletion.
 *
 * @param object the kind of thing that was deleted
 * @param id its id
 * @param slug its slug
 * @param deleted whether it was deleted
 * @param externalId its id in your system
 * @param unknownFields fields that this version does not model
 */
public record DeletedObject(@Nullable String object, @Nullable String id, @Nullable String slug,
		@Nullable Boolean deleted, @Nullable String externalId,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public DeletedObject {
		unknownFields = UnknownFields.of(unknownFields);
	}

}
