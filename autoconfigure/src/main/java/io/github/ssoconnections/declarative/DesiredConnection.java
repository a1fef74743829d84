// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.SecretFields;
import io.github.ssoconnections.onboarding.IdpSettings;
import org.jspecify.annotations.Nullable;

/**
 * A connection as it shall be. What it does not name is left as it is: a component that
 * is {@code null}, and a field that the settings do not contain, at any depth. A list is
 * complete, and a field that is {@code null} in the settings shall be absent.
 *
 * @param id the vendor's id, {@code null} if the connection is found by its name; at
 * Clerk, which has no other key, an id finds a connection whose name or domains changed
 * @param name the unique and immutable name at Auth0, the display name at Clerk
 * @param provider the kind of IdP as the vendor names it: the provider at Clerk, such as
 * {@code saml_okta}, the strategy at Auth0, such as {@code samlp}. It cannot be changed.
 * {@code null} for the one that the IdP suggests
 * @param domains the e-mail domains whose users sign in through the connection
 * @param active whether users can sign in
 * @param organizations the ids of the organizations: at most one at Clerk; at Auth0 those
 * that the connection is enabled for, and no other organization is read
 * @param idp the IdP, {@code null} if it is not declared, or in the settings
 * @param settings further fields with the vendor's names in a request, such as
 * {@code sync_user_attributes} or {@code options}, with nested maps and lists. Texts in
 * secret fields become a {@link io.github.ssoconnections.Secret}
 * @param origin where it is declared, for messages, such as
 * {@code connections.yml, line 12}
 */
public record DesiredConnection(@Nullable String id, String name, @Nullable String provider,
		@Nullable List<String> domains, @Nullable Boolean active, @Nullable List<String> organizations,
		@Nullable IdpSettings idp, Map<String, @Nullable Object> settings, @Nullable String origin) {

	public DesiredConnection {
		Assert.hasText(name, "'name' must not be empty");
		Assert.notNull(settings, "'settings' must not be null");
		domains = (domains != null) ? List.copyOf(domains) : null;
		organizations = (organizations != null) ? List.copyOf(organizations) : null;
		settings = SecretFields.protect(settings);
	}

	/**
	 * Declare a connection of which nothing but the name is fixed.
	 * @param name the unique name at Auth0, the display name at Clerk
	 * @return the connection
	 */
	public static DesiredConnection of(String name) {
		return new DesiredConnection(null, name, null, null, null, null, null, Map.of(), null);
	}

	/**
	 * Return a copy with an id.
	 * @param id the vendor's id
	 * @return the copy
	 */
	public DesiredConnection withId(@Nullable String id) {
		return new DesiredConnection(id, this.name, this.provider, this.domains, this.active, this.organizations,
				this.idp, this.settings, this.origin);
	}

	/**
	 * Return a copy with a kind of IdP.
	 * @param provider the provider at Clerk, the strategy at Auth0
	 * @return the copy
	 */
	public DesiredConnection withProvider(@Nullable String provider) {
		return new DesiredConnection(this.id, this.name, provider, this.domains, this.active, this.organizations,
				this.idp, this.settings, this.origin);
	}

	/**
	 * Return a copy with domains.
	 * @param domains all domains
	 * @return the copy
	 */
	public DesiredConnection withDomains(@Nullable List<String> domains) {
		return new DesiredConnection(this.id, this.name, this.provider, domains, this.active, this.organizations,
				this.idp, this.settings, this.origin);
	}

	/**
	 * Return a copy with domains.
	 * @param domains all domains
	 * @return the copy
	 */
	public DesiredConnection withDomains(String... domains) {
		return withDomains(List.of(domains));
	}

	/**
	 * Return a copy with a state.
	 * @param active whether users can sign in
	 * @return the copy
	 */
	public DesiredConnection withActive(@Nullable Boolean active) {
		return new DesiredConnection(this.id, this.name, this.provider, this.domains, active, this.organizations,
				this.idp, this.settings, this.origin);
	}

	/**
	 * Return a copy with organizations.
	 * @param organizations the ids of the organizations
	 * @return the copy
	 */
	public DesiredConnection withOrganizations(@Nullable List<String> organizations) {
		return new DesiredConnection(this.id, this.name, this.provider, this.domains, this.active, organizations,
				this.idp, this.settings, this.origin);
	}

	/**
	 * Return a copy with an IdP.
	 * @param idp the IdP
	 * @return the copy
	 */
	public DesiredConnection withIdp(@Nullable IdpSettings idp) {
		return new DesiredConnection(this.id, this.name, this.provider, this.domains, this.active, this.organizations,
				idp, this.settings, this.origin);
	}

	/**
	 * Return a copy with further fields.
	 * @param settings the fields with the vendor's names in a request
	 * @return the copy
	 */
	public DesiredConnection withSettings(Map<String, @Nullable Object> settings) {
		return new DesiredConnection(this.id, this.name, this.provider, this.domains, this.active, this.organizations,
				this.idp, settings, this.origin);
	}

	/**
	 * Return a copy with a place of declaration.
	 * @param origin the place, for messages
	 * @return the copy
	 */
	public DesiredConnection withOrigin(@Nullable String origin) {
		return new DesiredConnection(this.id, this.name, this.provider, this.domains, this.active, this.organizations,
				this.idp, this.settings, origin);
	}

	/**
	 * Return the name and the place of declaration, for messages.
	 * @return the text, without further fields
	 */
	public String describe() {
		return (this.origin != null) ? this.origin + ", " + this.name : this.name;
	}

	@Override
	public String toString() {
		return "DesiredConnection[" + describe() + "]";
	}

}
