// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.catalog;

import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * A connection with the properties that all vendors have in common. Contains no secret.
 *
 * @param vendor the vendor, such as {@code clerk}
 * @param account the name of the account, {@value Account#DEFAULT} if it has none
 * @param id the vendor's id
 * @param name the display name
 * @param protocol {@code saml} or {@code oidc}
 * @param provider the kind of IdP as the vendor names it, such as {@code saml_okta}
 * @param active whether users can sign in
 * @param domains the e-mail domains whose users sign in through the connection
 * @param certificates the trusted signing certificates, the primary certificate first;
 * empty if there are none, {@code null} if they are absent from the response of the
 * vendor
 * @param details further properties, {@link Details#NONE} if they are unknown
 */
public record CatalogEntry(String vendor, String account, @Nullable String id, @Nullable String name,
		@Nullable String protocol, @Nullable String provider, @Nullable Boolean active, List<String> domains,
		@Nullable List<CatalogCertificate> certificates, Details details) {

	/**
	 * {@link #protocol()} of a connection that trusts signing certificates.
	 */
	public static final String SAML = "saml";

	/**
	 * {@link #protocol()} of a connection that needs no signing certificate.
	 */
	public static final String OIDC = "oidc";

	public CatalogEntry {
		Assert.hasText(vendor, "'vendor' must not be empty");
		Assert.hasText(account, "'account' must not be empty");
		Assert.notNull(domains, "'domains' must not be null");
		Assert.notNull(details, "'details' must not be null");
		id = StringUtils.hasText(id) ? id : null;
		name = StringUtils.hasText(name) ? name : null;
		domains = List.copyOf(domains);
		certificates = (certificates != null) ? List.copyOf(certificates) : null;
	}

	/**
	 * Create an entry without details.
	 * @param vendor the vendor
	 * @param account the name of the account
	 * @param id the vendor's id
	 * @param name the display name
	 * @param protocol {@code saml} or {@code oidc}
	 * @param provider the kind of IdP as the vendor names it
	 * @param active whether users can sign in
	 * @param domains the e-mail domains
	 * @param certificates the trusted signing certificates
	 */
	public CatalogEntry(String vendor, String account, @Nullable String id, @Nullable String name,
			@Nullable String protocol, @Nullable String provider, @Nullable Boolean active, List<String> domains,
			@Nullable List<CatalogCertificate> certificates) {
		this(vendor, account, id, name, protocol, provider, active, domains, certificates, Details.NONE);
	}

	/**
	 * Return a copy with another id.
	 * @param id the vendor's id
	 * @return the entry
	 */
	public CatalogEntry withId(@Nullable String id) {
		return new CatalogEntry(this.vendor, this.account, id, this.name, this.protocol, this.provider, this.active,
				this.domains, this.certificates, this.details);
	}

	/**
	 * Return a copy with another state.
	 * @param active whether users can sign in, {@code null} if it is unknown
	 * @return the entry
	 */
	public CatalogEntry withActive(@Nullable Boolean active) {
		return new CatalogEntry(this.vendor, this.account, this.id, this.name, this.protocol, this.provider, active,
				this.domains, this.certificates, this.details);
	}

	/**
	 * Return a copy with other certificates.
	 * @param certificates the trusted signing certificates
	 * @return the entry
	 */
	public CatalogEntry withCertificates(@Nullable List<CatalogCertificate> certificates) {
		return new CatalogEntry(this.vendor, this.account, this.id, this.name, this.protocol, this.provider,
				this.active, this.domains, certificates, this.details);
	}

	/**
	 * Return a copy with other details.
	 * @param details the details
	 * @return the entry
	 */
	public CatalogEntry withDetails(Details details) {
		return new CatalogEntry(this.vendor, this.account, this.id, this.name, this.protocol, this.provider,
				this.active, this.domains, this.certificates, details);
	}

	/**
	 * Further properties of a connection, {@code null} if unknown.
	 *
	 * @param incomplete whether the domains are unknown, because the response has none or
	 * they cannot be read
	 * @param allowSubdomains whether subdomains of the domains are included (Clerk, SAML)
	 * @param tenantDomain the one of the domains that is only the domain of the tenant at
	 * the IdP (Auth0, with Microsoft Entra ID and Google Workspace)
	 * @param idpEntityId the entity ID of the IdP (SAML)
	 * @param organizationIds the organizations whose users sign in through the connection
	 * @param clientIds the clients that the connection is enabled for (Auth0)
	 * @param oidcSecretExpiresAt when the client secret at the IdP expires, as the
	 * application has noted it (OIDC)
	 * @param updatedAt when the connection was last changed (Clerk)
	 * @param lastTestRun the newest test run, {@link LastTestRun#NONE} if there is none
	 * (Clerk, only if test runs are read)
	 */
	public record Details(boolean incomplete, @Nullable Boolean allowSubdomains, @Nullable String tenantDomain,
			@Nullable String idpEntityId, @Nullable List<String> organizationIds, @Nullable List<String> clientIds,
			@Nullable Instant oidcSecretExpiresAt, @Nullable Instant updatedAt, @Nullable LastTestRun lastTestRun) {

		/**
		 * Nothing is known.
		 */
		public static final Details NONE = new Details(false, null, null, null, null, null, null, null);

		public Details {
			organizationIds = (organizationIds != null) ? List.copyOf(organizationIds) : null;
			clientIds = (clientIds != null) ? List.copyOf(clientIds) : null;
		}

		/**
		 * Create details without a test run.
		 * @param incomplete whether the domains are unknown
		 * @param allowSubdomains whether subdomains are included
		 * @param tenantDomain the domain of the tenant at the IdP
		 * @param idpEntityId the entity ID of the IdP
		 * @param organizationIds the organizations
		 * @param clientIds the clients
		 * @param oidcSecretExpiresAt when the client secret expires
		 * @param updatedAt when the connection was last changed
		 */
		public Details(boolean incomplete, @Nullable Boolean allowSubdomains, @Nullable String tenantDomain,
				@Nullable String idpEntityId, @Nullable List<String> organizationIds, @Nullable List<String> clientIds,
				@Nullable Instant oidcSecretExpiresAt, @Nullable Instant updatedAt) {
			this(incomplete, allowSubdomains, tenantDomain, idpEntityId, organizationIds, clientIds,
					oidcSecretExpiresAt, updatedAt, null);
		}

		/**
		 * Return a copy with another expiry of the client secret.
		 * @param oidcSecretExpiresAt when the client secret expires
		 * @return the details
		 */
		public Details withOidcSecretExpiresAt(@Nullable Instant oidcSecretExpiresAt) {
			return new Details(this.incomplete, this.allowSubdomains, this.tenantDomain, this.idpEntityId,
					this.organizationIds, this.clientIds, oidcSecretExpiresAt, this.updatedAt, this.lastTestRun);
		}

		/**
		 * Return a copy with organizations and clients that were read by further
		 * requests.
		 * @param organizationIds the organizations
		 * @param clientIds the clients
		 * @return the details
		 */
		public Details withAssignments(@Nullable List<String> organizationIds, @Nullable List<String> clientIds) {
			return new Details(this.incomplete, this.allowSubdomains, this.tenantDomain, this.idpEntityId,
					organizationIds, clientIds, this.oidcSecretExpiresAt, this.updatedAt, this.lastTestRun);
		}

		/**
		 * Return a copy with a test run that was read by a further request.
		 * @param lastTestRun the newest test run, {@code null} if it is unknown
		 * @return the details
		 */
		public Details withLastTestRun(@Nullable LastTestRun lastTestRun) {
			return new Details(this.incomplete, this.allowSubdomains, this.tenantDomain, this.idpEntityId,
					this.organizationIds, this.clientIds, this.oidcSecretExpiresAt, this.updatedAt, lastTestRun);
		}

	}

}
