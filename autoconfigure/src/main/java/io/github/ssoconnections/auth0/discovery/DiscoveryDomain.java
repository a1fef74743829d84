// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.discovery;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Discovery domain of an organization.
 *
 * @param id the id
 * @param domain the domain, such as {@code acme.com}
 * @param status whether the ownership was verified, as the caller said
 * @param useForOrganizationDiscovery whether the organization prompt finds the
 * organization by this domain
 * @param verificationTxt the text of the TXT record that proves the ownership
 * @param verificationHost the host of that record, below the domain
 * @param unknownFields unknown fields
 */
public record DiscoveryDomain(@Nullable String id, @Nullable String domain, @Nullable DiscoveryDomainStatus status,
		@Nullable Boolean useForOrganizationDiscovery, @Nullable String verificationTxt,
		@Nullable String verificationHost, @JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public DiscoveryDomain {
		unknownFields = UnknownFields.of(unknownFields);
	}

	/**
	 * Return whether the organization prompt finds the organization by this domain.
	 * @return whether the domain is verified and used for discovery
	 */
	@JsonIgnore
	public boolean isDiscoverable() {
		return DiscoveryDomainStatus.VERIFIED.equals(this.status)
				&& !Boolean.FALSE.equals(this.useForOrganizationDiscovery);
	}

}
