// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.options;

import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.certificate.SamlMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Options of a connection in a request: those that all enterprise strategies share. See
 * {@link ConnectionOptions} for the options of a response.
 *
 * @param <B> the type of the options themselves
 */
public abstract sealed class StrategyOptions<B extends StrategyOptions<B>> extends OptionsObject<B>
		permits SamlIdpOptions, OidcIdpOptions, WaadOptions, AdfsOptions, GoogleAppsOptions, AdOptions, OtherOptions {

	static final DeclaredOptions<StrategyOptions<?>> DECLARED = new DeclaredOptions<>();

	private static final Set<String> METADATA = Set.of("metadataXml", "fedMetadataXml");

	/**
	 * {@code domain_aliases}: E-mail domains whose users sign in at this IdP (home realm
	 * discovery).
	 */
	public static final ConnectionOption<StrategyOptions<?>, List<String>> DOMAIN_ALIASES = DECLARED
		.texts("domain_aliases");

	/** {@code tenant_domain}: First e-mail domain of the IdP. */
	public static final ConnectionOption<StrategyOptions<?>, String> TENANT_DOMAIN = DECLARED.text("tenant_domain");

	/** {@code icon_url}: URL of the icon on the login button. */
	public static final ConnectionOption<StrategyOptions<?>, String> ICON_URL = DECLARED.text("icon_url");

	/**
	 * {@code set_user_root_attributes}: When name, given name, family name, nickname and
	 * picture are taken from the IdP: {@code on_each_login} (the default),
	 * {@code on_first_login} or {@code never_on_login}.
	 */
	public static final ConnectionOption<StrategyOptions<?>, String> SET_USER_ROOT_ATTRIBUTES = DECLARED
		.text("set_user_root_attributes");

	/**
	 * {@code non_persistent_attrs}: User attributes that are not stored. Leave it unset
	 * rather than set it to {@code null}, which has broken sign-ins.
	 */
	public static final ConnectionOption<StrategyOptions<?>, List<String>> NON_PERSISTENT_ATTRS = DECLARED
		.texts("non_persistent_attrs");

	/**
	 * {@code upstream_params}: Parameters that are passed to the IdP: by name, an object
	 * with {@code alias} (a parameter of the application) or {@code value}.
	 */
	public static final ConnectionOption<StrategyOptions<?>, Map<String, @Nullable Object>> UPSTREAM_PARAMS = DECLARED
		.map("upstream_params");

	StrategyOptions() {
	}

	@Override
	public B set(String field, @Nullable Object value) {
		return super.set(field, stripped(field, value));
	}

	@Override
	public <T> B set(ConnectionOption<? super B, T> option, @Nullable T value) {
		return put(option.name(), stripped(option.name(), value));
	}

	private static @Nullable Object stripped(String field, @Nullable Object value) {
		return (value instanceof String xml && METADATA.contains(field)) ? SamlMetadata.strip(xml) : value;
	}

}
