// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.organization;

import java.time.Instant;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * A domain of an organization. A component is {@code null} if it is absent from the
 * response.
 *
 * @param object the kind of the object
 * @param id the id, empty if it is absent from the response
 * @param organizationId the id of the organization
 * @param name the domain, in lower case
 * @param enrollmentMode how users of the domain join the organization
 * @param affiliationEmailAddress the e-mail address that verified the domain
 * @param affiliationVerification whether the domain belongs to the organization
 * @param ownershipVerification whether the ownership of the domain is verified,
 * {@code null} until it was attempted
 * @param totalPendingInvitations the number of pending invitations of the domain
 * @param totalPendingSuggestions the number of pending suggestions of the domain
 * @param createdAt when the domain was created
 * @param updatedAt when the domain was last changed
 * @param unknownFields the unknown fields, with the deprecated {@code verification}
 */
public record OrganizationDomain(@Nullable String object, String id, @Nullable String organizationId,
		@Nullable String name, @Nullable EnrollmentMode enrollmentMode, @Nullable String affiliationEmailAddress,
		@Nullable Verification affiliationVerification, @Nullable Verification ownershipVerification,
		@Nullable Integer totalPendingInvitations, @Nullable Integer totalPendingSuggestions,
		@Nullable Instant createdAt, @Nullable Instant updatedAt,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public OrganizationDomain {
		id = (id != null) ? id : "";
		unknownFields = UnknownFields.of(unknownFields);
	}

	/**
	 * Return whether the domain is a verified domain of the organization.
	 * @return whether its affiliation is verified
	 */
	public boolean isVerified() {
		return this.affiliationVerification != null && "verified".equals(this.affiliationVerification.status());
	}

	/**
	 * Return whether the ownership of the domain is verified.
	 * @return whether it is, by DNS or by override
	 */
	public boolean isOwnershipVerified() {
		return this.ownershipVerification != null && "verified".equals(this.ownershipVerification.status());
	}

	/**
	 * Return whether Clerk removes the domain when a connection of the organization with
	 * the same domain is activated.
	 * @return whether it is verified in either way
	 */
	public boolean isRemovedOnActivation() {
		return isVerified() || isOwnershipVerified();
	}

	/**
	 * Verification of a domain.
	 *
	 * @param status the state: {@code unverified}, {@code verified}, {@code failed} or
	 * {@code expired}
	 * @param strategy how the domain is verified, such as {@code manual_override}
	 * @param attempts the number of attempts
	 * @param expireAt when the verification expires
	 * @param verifiedAt when the ownership was verified
	 * @param unknownFields the unknown fields
	 */
	public record Verification(@Nullable String status, @Nullable String strategy, @Nullable Integer attempts,
			@Nullable Instant expireAt, @Nullable Instant verifiedAt,
			@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

		public Verification {
			unknownFields = UnknownFields.of(unknownFields);
		}

	}

}
