// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Which claim of an OIDC IdP fills which field of the user.
 */
public final class AttributeMap extends OptionsObject<AttributeMap> {

	/**
	 * Return the mode: {@code use_map}, for {@code oidc} also {@code bind_all}, for
	 * {@code okta} also {@code basic_profile}.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String mappingMode() {
		return text("mapping_mode");
	}

	/**
	 * Set the mode: {@code use_map}, for {@code oidc} also {@code bind_all}, for {@code
	 * okta} also {@code basic_profile}.
	 * @param mappingMode the value, may be {@code null}
	 * @return these options
	 */
	public AttributeMap mappingMode(@Nullable String mappingMode) {
		return put("mapping_mode", mappingMode);
	}

	/**
	 * Return the fields of the user with what fills them.
	 * @return the value, {@code null} if it is absent or no object
	 */
	public @Nullable Map<String, @Nullable Object> attributes() {
		return object("attributes");
	}

	/**
	 * Set the fields of the user with what fills them.
	 * @param attributes the value, may be {@code null}
	 * @return these options
	 */
	public AttributeMap attributes(@Nullable Map<String, @Nullable Object> attributes) {
		return put("attributes", attributes);
	}

	/**
	 * Return the scopes that the userinfo endpoint is asked for.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String userinfoScope() {
		return text("userinfo_scope");
	}

	/**
	 * Set the scopes that the userinfo endpoint is asked for.
	 * @param userinfoScope the value, may be {@code null}
	 * @return these options
	 */
	public AttributeMap userinfoScope(@Nullable String userinfoScope) {
		return put("userinfo_scope", userinfoScope);
	}

}
