// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.auth0.options.OtherOptions;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a new connection and of a patch.
 *
 * @param <B> the type of the body itself
 */
public abstract sealed class ConnectionBody<B extends ConnectionBody<B>> extends ApiBody<B>
		permits NewAuth0Connection, Auth0ConnectionPatch {

	private static final int MAX_NAME = 128;

	private static final int MAX_METADATA = 10;

	private static final int MAX_METADATA_VALUE = 255;

	ConnectionBody() {
	}

	@Override
	public B set(String field, @Nullable Object value) {
		return super.set(field, ("options".equals(field) && value instanceof Map<?, ?> map) ? options(map) : value);
	}

	private static OtherOptions options(Map<?, ?> fields) {
		OtherOptions options = new OtherOptions();
		fields.forEach((name, value) -> options.set(String.valueOf(name), value));
		return options;
	}

	/**
	 * Set the name on the login page.
	 * @param displayName the name, at most 128 characters, may be {@code null}
	 * @return this body
	 */
	public B displayName(@Nullable String displayName) {
		Assert.isTrue(displayName == null || displayName.length() <= MAX_NAME,
				"'displayName' must not be longer than 128 characters");
		return put("display_name", displayName);
	}

	/**
	 * Set whether third-party applications can use the connection.
	 * @param isDomainConnection whether it is possible, may be {@code null}
	 * @return this body
	 */
	public B isDomainConnection(@Nullable Boolean isDomainConnection) {
		return put("is_domain_connection", isDomainConnection);
	}

	/**
	 * Set whether the login page shows a button. Otherwise, users are routed by e-mail
	 * domain only.
	 * @param showAsButton whether there is a button, may be {@code null}
	 * @return this body
	 */
	public B showAsButton(@Nullable Boolean showAsButton) {
		return put("show_as_button", showAsButton);
	}

	/**
	 * Set the realms, as a complete list. The default is the name.
	 * @param realms the realms, may be {@code null}
	 * @return this body
	 */
	public B realms(@Nullable List<String> realms) {
		return put("realms", realms);
	}

	/**
	 * Set the realms, as a complete list.
	 * @param realm the first realm
	 * @param furtherRealms the other realms
	 * @return this body
	 */
	public B realms(String realm, String... furtherRealms) {
		return realms(Stream.concat(Stream.of(realm), Stream.of(furtherRealms)).toList());
	}

	/**
	 * Set the application's own metadata of the connection.
	 * @param metadata at most 10 properties, whose values are at most 255 characters long
	 * or {@code null}; may be {@code null}
	 * @return this body
	 */
	public B metadata(@Nullable Map<String, @Nullable String> metadata) {
		if (metadata != null) {
			Assert.isTrue(metadata.size() <= MAX_METADATA, "'metadata' must not have more than 10 properties");
			for (String value : metadata.values()) {
				Assert.isTrue(value == null || value.length() <= MAX_METADATA_VALUE,
						"'metadata' must not have values longer than 255 characters");
			}
		}
		return put("metadata", metadata);
	}

	/**
	 * Set whether users can sign in.
	 * @param authentication whether it is possible, may be {@code null}
	 * @return this body
	 */
	public B authentication(@Nullable AuthenticationPurpose authentication) {
		return put("authentication", authentication);
	}

	/**
	 * Set whether users can connect accounts.
	 * @param connectedAccounts whether it is possible, may be {@code null}
	 * @return this body
	 */
	public B connectedAccounts(@Nullable ConnectedAccountsPurpose connectedAccounts) {
		return put("connected_accounts", connectedAccounts);
	}

	/**
	 * Set whether the connection is a requesting application for cross-app access.
	 * @param crossAppAccessRequestingApp the value, may be {@code null}
	 * @return this body
	 */
	public B crossAppAccessRequestingApp(@Nullable CrossAppAccessRequestingApp crossAppAccessRequestingApp) {
		return put("cross_app_access_requesting_app", crossAppAccessRequestingApp);
	}

	/**
	 * Set whether the connection is a resource application for cross-app access.
	 * @param crossAppAccessResourceApp the value, {@code null} to remove it
	 * @return this body
	 */
	public B crossAppAccessResourceApp(@Nullable CrossAppAccessResourceApp crossAppAccessResourceApp) {
		return put("cross_app_access_resource_app", crossAppAccessResourceApp);
	}

}
