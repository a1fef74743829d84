// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.options;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Claims of an OIDC IdP that fill the user's fields.
 */
public final class AttributeMap extends OptionsObject<AttributeMap> {

	static final DeclaredOptions<AttributeMap> DECLARED = new DeclaredOptions<>();

	/**
	 * {@code mapping_mode}: Mode: {@code use_map}, for {@code oidc} also
	 * {@code bind_all}, for {@code okta} also {@code basic_profile}.
	 */
	public static final ConnectionOption<AttributeMap, String> MAPPING_MODE = DECLARED.text("mapping_mode");

	/** {@code attributes}: The user's fields with their templates. */
	public static final ConnectionOption<AttributeMap, Map<String, @Nullable Object>> ATTRIBUTES = DECLARED
		.map("attributes");

	/** {@code userinfo_scope}: Scopes that are requested from the userinfo endpoint. */
	public static final ConnectionOption<AttributeMap, String> USERINFO_SCOPE = DECLARED.text("userinfo_scope");

	static final OptionType<AttributeMap> TYPE = OptionType
		.object((value) -> read(value, AttributeMap.class, AttributeMap::new), DECLARED);

}
