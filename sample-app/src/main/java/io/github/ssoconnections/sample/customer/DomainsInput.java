// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.customer;

import java.util.List;
import java.util.Locale;

import io.github.ssoconnections.onboarding.CustomerOrganization;
import org.jspecify.annotations.Nullable;

/**
 * What was entered about the customer's domains, organization and clients.
 *
 * @param domains the e-mail domains
 * @param organization {@code none}, {@code existing} or {@code new}
 * @param organizationId the id of an organization that exists
 * @param organizationName the name of an organization to be created
 * @param organizationDisplayName its display name
 * @param clientIds the clients (Auth0)
 * @param discoveryDomains whether the domains become discovery domains (Auth0)
 * @param connectionName the immutable name (Auth0), empty for one made from the name of
 * the customer
 */
record DomainsInput(List<String> domains, String organization, String organizationId, String organizationName,
		String organizationDisplayName, List<String> clientIds, boolean discoveryDomains, String connectionName) {

	private static final int MAX_NAME = 50;

	/** Nothing was entered yet: an organization of the customer's name is proposed. */
	static DomainsInput propose(String customer) {
		String name = customer.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
		return new DomainsInput(List.of(), "none", "", name.substring(0, Math.min(name.length(), MAX_NAME)), customer,
				List.of(), false, "");
	}

	static DomainsInput of(FormFields form) {
		return new DomainsInput(form.words("domains"), form.get("organization"), form.get("organizationId"),
				form.get("organizationName"), form.get("organizationDisplayName"), form.words("clientIds"),
				!form.get("discoveryDomains").isEmpty(), form.get("connectionName"));
	}

	/** Ids, names and settings of one account mean nothing at another one. */
	DomainsInput withoutVendor() {
		return new DomainsInput(this.domains, this.organization, "", this.organizationName,
				this.organizationDisplayName, List.of(), false, "");
	}

	@Nullable CustomerOrganization toOrganization() {
		switch (this.organization) {
			case "existing" -> {
				InvalidFormException.check(!this.organizationId.isEmpty(), "Enter the id of the organization.");
				return CustomerOrganization.existing(this.organizationId);
			}
			case "new" -> {
				InvalidFormException.check(!this.organizationName.isEmpty(), "Enter the name of the organization.");
				InvalidFormException.check(this.organizationName.matches("[a-z0-9][a-z0-9-]{0,49}"),
						"The name of the organization may have 50 characters: a to z, 0 to 9 and hyphens, and begins with a "
								+ "letter or a digit.");
				InvalidFormException.check(!this.organizationDisplayName.isEmpty(),
						"Enter the display name of the organization.");
				return CustomerOrganization.named(this.organizationName, this.organizationDisplayName);
			}
			case "none" -> {
				return null;
			}
			default -> throw new InvalidFormException("Choose an organization, or none.");
		}
	}

	public String domainLines() {
		return String.join("\n", this.domains);
	}

	public String clientLines() {
		return String.join("\n", this.clientIds);
	}

}
