// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.directory;

import java.util.Map;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.ssoconnections.Assert;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Synchronized group of Google Workspace, in requests and responses.
 *
 * @param id the id of the group, 1 to 32 letters and digits
 * @param name the name of the group
 * @param email the e-mail address of the group
 * @param directMembersCount the number of its direct members
 * @param unknownFields unknown fields
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SynchronizedGroup(@Nullable String id, @Nullable String name, @Nullable String email,
		@Nullable Long directMembersCount, @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,32}");

	public SynchronizedGroup {
		unknownFields = UnknownFields.of(unknownFields);
	}

	/**
	 * Create a group.
	 * @param id the id of the group, 1 to 32 letters and digits
	 * @return the group
	 */
	public static SynchronizedGroup of(String id) {
		Assert.isTrue(id != null && ID.matcher(id).matches(), "'id' must be 1 to 32 letters and digits");
		return new SynchronizedGroup(id, null, null, null, UnknownFields.none());
	}

}
