// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.directory;

import java.util.Map;

import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * An update of a directory. A field that is not set keeps its value.
 */
public final class DirectoryPatch extends ApiBody<DirectoryPatch> {

	/**
	 * Set the name.
	 * @param name the name, may be {@code null}
	 * @return this body
	 */
	public DirectoryPatch name(@Nullable String name) {
		return put("name", name);
	}

	/**
	 * Set whether the directory is enabled.
	 * @param enabled whether it is enabled, may be {@code null}
	 * @return this body
	 */
	public DirectoryPatch enabled(@Nullable Boolean enabled) {
		return put("enabled", enabled);
	}

	/**
	 * Set the IdP.
	 * @param provider the provider, may be {@code null}
	 * @return this body
	 */
	public DirectoryPatch provider(@Nullable String provider) {
		return put("provider", provider);
	}

	/**
	 * Set paths of user attributes. They are merged into the attribute mapping of the
	 * directory.
	 * @param attributeMapping the paths in the directory by user attribute; a value that
	 * is {@code null} removes the attribute; may be {@code null}
	 * @return this body
	 */
	public DirectoryPatch attributeMapping(@Nullable Map<String, @Nullable String> attributeMapping) {
		return put("attribute_mapping", attributeMapping);
	}

	/**
	 * Set whether groups are mapped to roles.
	 * @param groupRoleMappingEnabled whether they are, may be {@code null}
	 * @return this body
	 */
	public DirectoryPatch groupRoleMappingEnabled(@Nullable Boolean groupRoleMappingEnabled) {
		return put("group_role_mapping_enabled", groupRoleMappingEnabled);
	}

}
