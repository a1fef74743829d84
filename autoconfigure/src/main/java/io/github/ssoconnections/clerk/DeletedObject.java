// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Clerk's response to a deletion.
 *
 * @param object the kind of the deleted object
 * @param id the id
 * @param slug the slug
 * @param deleted whether it was deleted
 * @param externalId the id in an external system
 * @param unknownFields the unknown fields
 */
public record DeletedObject(@Nullable String object, @Nullable String id, @Nullable String slug,
		@Nullable Boolean deleted, @Nullable String externalId,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public DeletedObject {
		unknownFields = UnknownFields.of(unknownFields);
	}

	/**
	 * Return the response of a deletion whose own response was lost, once a retry finds
	 * that the object does not exist.
	 * @param id the id of the object
	 * @return the response, without a kind
	 */
	public static DeletedObject assumed(String id) {
		return new DeletedObject(null, id, null, true, null, UnknownFields.none());
	}

}
