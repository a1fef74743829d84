// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.application;

import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Application (client), with the fields that a sign-in to an organization depends on. A
 * component is {@code null} if the response does not contain it.
 *
 * @param clientId the id of the application
 * @param name the name
 * @param organizationUsage how it uses organizations; absent means
 * {@link OrganizationUsage#DENY}, or that the token lacks the scope {@code read:clients}
 * @param organizationRequireBehavior what it does when an organization is required and
 * not named
 * @param organizationDiscoveryMethods how users find their organization in the
 * organization prompt
 * @param callbacks the URLs that users may be sent to after a sign-in
 * @param unknownFields unknown fields
 */
public record Application(@Nullable String clientId, @Nullable String name,
		@Nullable OrganizationUsage organizationUsage,
		@Nullable OrganizationRequireBehavior organizationRequireBehavior,
		@Nullable List<OrganizationDiscoveryMethod> organizationDiscoveryMethods, @Nullable List<String> callbacks,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public Application {
		organizationDiscoveryMethods = (organizationDiscoveryMethods != null)
				? Collections.unmodifiableList(organizationDiscoveryMethods) : null;
		callbacks = (callbacks != null) ? Collections.unmodifiableList(callbacks) : null;
		unknownFields = UnknownFields.of(unknownFields);
	}

	/**
	 * Return whether users can sign in to an organization.
	 * @return whether the usage is known and not {@link OrganizationUsage#DENY}
	 */
	@JsonIgnore
	public boolean isOrganizationAllowed() {
		return this.organizationUsage != null && !OrganizationUsage.DENY.equals(this.organizationUsage);
	}

	/**
	 * Return whether users meet the organization prompt before the login.
	 * @return whether an organization is required and prompted for
	 */
	@JsonIgnore
	public boolean isOrganizationPrompted() {
		return OrganizationUsage.REQUIRE.equals(this.organizationUsage)
				&& OrganizationRequireBehavior.PRE_LOGIN_PROMPT.equals(this.organizationRequireBehavior);
	}

}
