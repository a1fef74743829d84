// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The options of a connection, to be sent; what every enterprise strategy has in common.
 * See {@link ConnectionOptions} for those that come back.
 *
 * @param <B> the type of the options themselves
 */
public abstract sealed class StrategyOptions<B extends StrategyOptions<B>> extends OptionsObject<B>
		permits SamlIdpOptions, OidcIdpOptions, WaadOptions, AdfsOptions, GoogleAppsOptions, AdOptions, OtherOptions {

	StrategyOptions() {
	}

	@Override
	public B set(String field, @Nullable Object value) {
		return super.set(field, InlineMetadata.stripped(field, value));
	}

	/**
	 * Return the e-mail domains whose users are sent to this IdP (home realm discovery).
	 * @return the value, {@code null} if it is absent or no list
	 */
	public @Nullable List<String> domainAliases() {
		return texts("domain_aliases");
	}

	/**
	 * Set the e-mail domains whose users are sent to this IdP (home realm discovery).
	 * @param domainAliases the value, may be {@code null}
	 * @return these options
	 */
	public B domainAliases(@Nullable List<String> domainAliases) {
		return put("domain_aliases", domainAliases);
	}

	/**
	 * Return the first e-mail domain of the IdP.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String tenantDomain() {
		return text("tenant_domain");
	}

	/**
	 * Set the first e-mail domain of the IdP.
	 * @param tenantDomain the value, may be {@code null}
	 * @return these options
	 */
	public B tenantDomain(@Nullable String tenantDomain) {
		return put("tenant_domain", tenantDomain);
	}

	/**
	 * Return the address of the icon on the login button.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String iconUrl() {
		return text("icon_url");
	}

	/**
	 * Set the address of the icon on the login button.
	 * @param iconUrl the value, may be {@code null}
	 * @return these options
	 */
	public B iconUrl(@Nullable String iconUrl) {
		return put("icon_url", iconUrl);
	}

	/**
	 * Return when name, given name, family name, nickname and picture are taken from the
	 * IdP: {@code on_each_login} (the default), {@code on_first_login} or {@code
	 * never_on_login}.
	 * @return the value, {@code null} if it is absent or no text
	 */
	public @Nullable String setUserRootAttributes() {
		return text("set_user_root_attributes");
	}

	/**
	 * Set when name, given name, family name, nickname and picture are taken from the
	 * IdP: {@code on_each_login} (the default), {@code on_first_login} or {@code
	 * never_on_login}.
	 * @param setUserRootAttributes the value, may be {@code null}
	 * @return these options
	 */
	public B setUserRootAttributes(@Nullable String setUserRootAttributes) {
		return put("set_user_root_attributes", setUserRootAttributes);
	}

	/**
	 * Return the attributes of the user that are not stored.
	 * @return the value, {@code null} if it is absent or no list
	 */
	public @Nullable List<String> nonPersistentAttrs() {
		return texts("non_persistent_attrs");
	}

	/**
	 * Set the attributes of the user that are not stored. Leave it out rather than set it
	 * to {@code null}, which has broken sign-ins.
	 * @param nonPersistentAttrs the value, may be {@code null}
	 * @return these options
	 */
	public B nonPersistentAttrs(@Nullable List<String> nonPersistentAttrs) {
		return put("non_persistent_attrs", nonPersistentAttrs);
	}

	/**
	 * Return the parameters that are passed to the IdP: by name, an object with {@code
	 * alias} (a parameter of the application) or {@code value}.
	 * @return the value, {@code null} if it is absent or no object
	 */
	public @Nullable Map<String, @Nullable Object> upstreamParams() {
		return object("upstream_params");
	}

	/**
	 * Set the parameters that are passed to the IdP: by name, an object with {@code
	 * alias} (a parameter of the application) or {@code value}.
	 * @param upstreamParams the value, may be {@code null}
	 * @return these options
	 */
	public B upstreamParams(@Nullable Map<String, @Nullable Object> upstreamParams) {
		return put("upstream_params", upstreamParams);
	}

}
