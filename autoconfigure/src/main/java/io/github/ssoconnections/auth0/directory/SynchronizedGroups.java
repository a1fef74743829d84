// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.directory;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * Synchronized groups of Google Workspace in a request.
 */
public final class SynchronizedGroups extends ApiBody<SynchronizedGroups> {

	/**
	 * Set the groups, as a complete list.
	 * @param groups the groups, may be {@code null}
	 * @return this body
	 */
	public SynchronizedGroups groups(@Nullable List<SynchronizedGroup> groups) {
		return put("groups", groups);
	}

	/**
	 * Set the groups, as a complete list.
	 * @param id the id of the first group
	 * @param furtherIds the ids of the other groups
	 * @return this body
	 */
	public SynchronizedGroups groups(String id, String... furtherIds) {
		return groups(Stream.concat(Stream.of(id), Stream.of(furtherIds)).map(SynchronizedGroup::of).toList());
	}

}
