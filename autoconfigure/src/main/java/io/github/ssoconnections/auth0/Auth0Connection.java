// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.ssoconnections.UnknownFields;
import io.github.ssoconnections.auth0.options.ConnectionOptions;
import io.github.ssoconnections.catalog.CatalogEntry;
import org.jspecify.annotations.Nullable;

/**
 * A connection. A component is {@code null} if the response does not contain it.
 *
 * @param id the id; empty only if it is absent from the response to a create or an update
 * @param name the name, unique in the tenant; empty if it is absent from the response
 * @param displayName the name on the login page
 * @param strategy the kind of IdP
 * @param options the options of the strategy; {@code null} when the token lacks the scope
 * {@code read:connections_options}
 * @param realms the realms, by default the name
 * @param enabledClients the ids of the applications that use the connection, where Auth0
 * still returns them; see {@link Auth0ConnectionClients}
 * @param isDomainConnection whether third-party applications can use the connection
 * @param showAsButton whether the login page shows a button
 * @param metadata the application's own metadata of the connection
 * @param authentication whether users can sign in
 * @param connectedAccounts whether accounts can be connected
 * @param crossAppAccessRequestingApp whether the connection is a requesting application
 * for cross-app access
 * @param crossAppAccessResourceApp whether the connection is a resource application for
 * cross-app access
 * @param unknownFields unknown fields
 */
public record Auth0Connection(String id, String name, @Nullable String displayName,
		@Nullable ConnectionStrategy strategy, @Nullable ConnectionOptions options, @Nullable List<String> realms,
		@Nullable List<String> enabledClients, @Nullable Boolean isDomainConnection, @Nullable Boolean showAsButton,
		@Nullable Map<String, @Nullable String> metadata, @Nullable AuthenticationPurpose authentication,
		@Nullable ConnectedAccountsPurpose connectedAccounts,
		@Nullable CrossAppAccessRequestingApp crossAppAccessRequestingApp,
		@Nullable CrossAppAccessResourceApp crossAppAccessResourceApp,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public Auth0Connection {
		id = (id != null) ? id : "";
		name = (name != null) ? name : "";
		realms = (realms != null) ? Collections.unmodifiableList(realms) : null;
		enabledClients = (enabledClients != null) ? Collections.unmodifiableList(enabledClients) : null;
		metadata = (metadata != null) ? Collections.<String, @Nullable String>unmodifiableMap(metadata) : null;
		unknownFields = UnknownFields.of(unknownFields);
	}

	/**
	 * Return whether it is a SAML connection.
	 * @return whether the strategy is {@code samlp} or {@code pingfederate}
	 */
	@JsonIgnore
	public boolean isSaml() {
		return CatalogEntry.SAML.equals(ConnectionFacts.protocol(this));
	}

	/**
	 * Return whether it is an OIDC connection.
	 * @return whether the strategy is {@code oidc}, {@code okta}, {@code google-apps}, or
	 * {@code waad} without WS-Federation
	 */
	@JsonIgnore
	public boolean isOidc() {
		return CatalogEntry.OIDC.equals(ConnectionFacts.protocol(this));
	}

}
