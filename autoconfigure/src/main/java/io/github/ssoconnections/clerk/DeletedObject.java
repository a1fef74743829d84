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

	/**
	 * Return what a deletion answers whose own answer was lost, when a repeat finds the
	 * thing gone.
	 * @param id the id of the thing
	 * @return the answer, without a kind
	 */
	static DeletedObject lostAnswer(String id) {
		return new DeletedObject(null, id, null, true, null, UnknownFields.none());
	}

}
