// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.directory;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.ssoconnections.Assert;

/**
 * Selection of the synchronized groups of a directory. Unknown values are supported.
 *
 * @param value the value in JSON
 */
public record SynchronizeGroups(@JsonValue String value) {

	/** All groups. */
	public static final SynchronizeGroups ALL = new SynchronizeGroups("all");

	/**
	 * Selected groups, see {@link Auth0DirectoryProvisionings#replaceSynchronizedGroups}.
	 */
	public static final SynchronizeGroups SELECTED = new SynchronizeGroups("selected");

	/** No groups. */
	public static final SynchronizeGroups OFF = new SynchronizeGroups("off");

	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public SynchronizeGroups {
		Assert.notNull(value, "'value' must not be null");
	}

	@Override
	public String toString() {
		return this.value;
	}

}
