// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.user;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * User at Clerk: what a look-up of connections reads. The personal data of the other
 * fields is in {@code unknownFields}, and is not passed on.
 *
 * @param id the id
 * @param emailAddresses the e-mail addresses
 * @param enterpriseAccounts the accounts at enterprise connections
 * @param unknownFields the unknown fields
 */
public record User(@Nullable String id, @Nullable List<EmailAddress> emailAddresses,
		@Nullable List<EnterpriseAccount> enterpriseAccounts,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public User {
		emailAddresses = (emailAddresses != null) ? Collections.unmodifiableList(emailAddresses) : null;
		enterpriseAccounts = (enterpriseAccounts != null) ? Collections.unmodifiableList(enterpriseAccounts) : null;
		unknownFields = UnknownFields.of(unknownFields);
	}

	List<EnterpriseAccount> accounts() {
		return (this.enterpriseAccounts != null) ? this.enterpriseAccounts : List.of();
	}

	List<EmailAddress> addresses() {
		return (this.emailAddresses != null) ? this.emailAddresses : List.of();
	}

	/**
	 * E-mail address of a user.
	 *
	 * @param emailAddress the address
	 * @param unknownFields the unknown fields
	 */
	public record EmailAddress(@Nullable String emailAddress,
			@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

		public EmailAddress {
			unknownFields = UnknownFields.of(unknownFields);
		}

	}

	/**
	 * Account of a user at an enterprise connection.
	 *
	 * @param enterpriseConnectionId the id of the connection
	 * @param provider the provider, such as {@code saml_okta}
	 * @param active whether the account is active
	 * @param enterpriseConnection the connection
	 * @param lastAuthenticatedAt the last sign-in
	 * @param unknownFields the unknown fields
	 */
	public record EnterpriseAccount(@Nullable String enterpriseConnectionId, @Nullable String provider,
			@Nullable Boolean active, @Nullable Connection enterpriseConnection, @Nullable Instant lastAuthenticatedAt,
			@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

		public EnterpriseAccount {
			unknownFields = UnknownFields.of(unknownFields);
		}

		@Nullable String connectionId() {
			return (this.enterpriseConnectionId == null && this.enterpriseConnection != null)
					? this.enterpriseConnection.id() : this.enterpriseConnectionId;
		}

	}

	/**
	 * Enterprise connection of an account.
	 *
	 * @param id the id
	 * @param name the name
	 * @param unknownFields the unknown fields
	 */
	public record Connection(@Nullable String id, @Nullable String name,
			@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

		public Connection {
			unknownFields = UnknownFields.of(unknownFields);
		}

	}

}
