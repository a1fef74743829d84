// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.customer;

import java.util.List;
import java.util.Map;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.handover.IdpProduct;
import io.github.ssoconnections.onboarding.OnboardingRequest;
import io.github.ssoconnections.onboarding.OnboardingState;
import io.github.ssoconnections.onboarding.SignInTest;
import org.jspecify.annotations.Nullable;

/**
 * A customer who is being added.
 *
 * @param id the random id, part of the addresses of the pages
 * @param account the account
 * @param customer the name of the customer
 * @param product the product that the customer uses as IdP
 * @param idp what was entered about the IdP
 * @param domains what was entered about domains, organization and clients; {@code null}
 * before
 * @param state how far the onboarding is, {@code null} before the connection is created
 * @param created whether the creation is complete
 * @param test the link of a test that was not shown yet
 */
record CustomerDraft(String id, Account account, String customer, IdpProduct product, IdpInput idp,
		@Nullable DomainsInput domains, @Nullable OnboardingState state, boolean created, @Nullable SignInTest test) {

	CustomerDraft withIdp(Account account, String customer, IdpProduct product, IdpInput idp) {
		boolean same = account.equals(this.account);
		DomainsInput domains = (this.domains != null && !same) ? this.domains.withoutVendor() : this.domains;
		return new CustomerDraft(this.id, account, customer, product, idp, domains, same ? this.state : null,
				this.created, this.test);
	}

	CustomerDraft withDomains(DomainsInput domains) {
		return new CustomerDraft(this.id, this.account, this.customer, this.product, this.idp, domains, this.state,
				this.created, this.test);
	}

	/** The secret and the document are at the vendor now. */
	CustomerDraft withCreated(OnboardingState state) {
		return new CustomerDraft(this.id, this.account, this.customer, this.product, this.idp.withoutSecret(),
				this.domains, state, true, this.test);
	}

	CustomerDraft withState(OnboardingState state) {
		return new CustomerDraft(this.id, this.account, this.customer, this.product, this.idp, this.domains, state,
				this.created, this.test);
	}

	CustomerDraft withTest(@Nullable SignInTest test) {
		return new CustomerDraft(this.id, this.account, this.customer, this.product, this.idp, this.domains, this.state,
				this.created, test);
	}

	@Nullable String connectionId() {
		return (this.state != null) ? this.state.connectionId() : null;
	}

	/** The page to go on with. */
	public String step() {
		return this.created ? "activation" : (this.domains != null) ? "domains" : "findings";
	}

	OnboardingRequest toRequest(DomainsInput input) {
		InvalidFormException.check(!input.domains().isEmpty(), "Enter at least one domain.");
		InvalidFormException.check(!this.account.vendor().equals("auth0") || !input.clientIds().isEmpty(),
				"Enter at least one client: Auth0 signs in the users of these clients only.");
		InvalidFormException.check(!input.discoveryDomains() || !input.organization().equals("none"),
				"Discovery domains belong to an organization: choose one, or do not add them.");
		return new OnboardingRequest(this.customer, this.idp.toSettings(), input.domains(), input.toOrganization(),
				input.clientIds(), input.discoveryDomains(),
				input.connectionName().isEmpty() ? null : input.connectionName());
	}

	/** What a form shows that creates the connection. */
	Object facts() {
		return Map.of("account", this.account, "customer", this.customer, "product", this.product, "idp", this.idp,
				"domains", (this.domains != null) ? this.domains : List.of());
	}

}
