// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.customer;

import java.util.Locale;
import java.util.Optional;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.handover.IdpProduct;
import io.github.ssoconnections.onboarding.Onboardings;
import io.github.ssoconnections.sample.web.ChangesNothing;
import io.github.ssoconnections.sample.web.Redirects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * Step 1: the customer, and what the administrator of the customer's IdP has sent.
 */
@Controller
class IdpStepPages {

	private final CustomerDrafts drafts;

	private final Onboardings onboardings;

	IdpStepPages(CustomerDrafts drafts, Onboardings onboardings) {
		this.drafts = drafts;
		this.onboardings = onboardings;
	}

	@GetMapping(path = "/customers", produces = MediaType.TEXT_HTML_VALUE)
	Rendering start() {
		return page(null, IdpForm.EMPTY).build();
	}

	@ChangesNothing
	@PostMapping("/customers")
	Mono<Rendering> create(ServerWebExchange exchange) {
		return FormFields.read(exchange).map((fields) -> save(null, fields));
	}

	@GetMapping(path = "/customers/{stateId}/idp", produces = MediaType.TEXT_HTML_VALUE)
	Rendering show(@PathVariable String stateId) {
		CustomerDraft draft = this.drafts.get(stateId);
		return draft.created() ? Redirects.to("/customers/{id}/activation", stateId)
				: page(draft, IdpForm.of(draft)).build();
	}

	@ChangesNothing
	@PostMapping("/customers/{stateId}/idp")
	Mono<Rendering> change(@PathVariable String stateId, ServerWebExchange exchange) {
		CustomerDraft draft = this.drafts.get(stateId);
		return FormFields.read(exchange).map((fields) -> save(draft, fields));
	}

	@ChangesNothing
	@PostMapping("/customers/{stateId}/discard")
	Rendering discard(@PathVariable String stateId) {
		this.drafts.discard(stateId);
		return Redirects.to("/customers");
	}

	private Rendering save(@Nullable CustomerDraft draft, FormFields fields) {
		IdpForm form = IdpForm.of(fields, draft);
		try {
			InvalidFormException.check(draft == null || !draft.created(),
					"The connection exists already: change it on its own page.");
			Account account = account(form.account());
			InvalidFormException.check(!form.customer().isEmpty(), "Enter the name of the customer.");
			IdpInput idp = IdpInput.of(fields, (draft != null) ? draft.idp() : IdpInput.EMPTY);
			idp.toSettings();
			IdpProduct product = product(form.product(), idp.kind().protocol());
			String id = (draft != null) ? this.drafts
				.update(draft.id(), (present) -> present.withIdp(account, form.customer(), product, idp))
				.id() : this.drafts.create(account, form.customer(), product, idp).id();
			return Redirects.to("/customers/{id}/findings", id);
		}
		catch (IllegalArgumentException ex) {
			return page(draft, form).withInvalid(String.valueOf(ex.getMessage())).build();
		}
	}

	private Account account(String text) {
		return this.onboardings.accounts()
			.stream()
			.filter((account) -> (account.vendor() + "/" + account.name()).equals(text))
			.findFirst()
			.orElseThrow(() -> new InvalidFormException("Choose an account."));
	}

	private static IdpProduct product(String id, String protocol) {
		Optional<IdpProduct> product = id.isEmpty() ? Optional.of(IdpProduct.generic(protocol)) : IdpProduct.find(id);
		InvalidFormException.check(product.isPresent(), "Choose the product that the customer uses.");
		InvalidFormException.check(product.get().supports(protocol),
				"There are no texts for " + protocol.toUpperCase(Locale.ROOT) + " with " + product.get().displayName()
						+ ": choose another product, or none.");
		return product.get();
	}

	private CustomerPage page(@Nullable CustomerDraft draft, IdpForm form) {
		return CustomerPage.of("customer-idp", 1, draft)
			.with("form", form)
			.with("action", (draft != null) ? "/customers/" + draft.id() + "/idp" : "/customers")
			.with("accounts", this.onboardings.accounts())
			.with("products", IdpProduct.values())
			.with("drafts", this.drafts.all());
	}

	/**
	 * What the form shows. The secret is not among it.
	 *
	 * @param account the vendor and the name of the account
	 * @param customer the name of the customer
	 * @param product the id of the product, empty for another one
	 * @param kind how the IdP is described
	 * @param url the URL of the metadata
	 * @param fileName the name of the file that was sent before
	 * @param entityId the entity ID
	 * @param ssoUrl the SSO URL
	 * @param certificate the certificate
	 * @param issuer the issuer
	 * @param clientId the client ID
	 * @param secretSet whether there is a client secret
	 */
	record IdpForm(String account, String customer, String product, String kind, String url, String fileName,
			String entityId, String ssoUrl, String certificate, String issuer, String clientId, boolean secretSet) {

		static final IdpForm EMPTY = new IdpForm("", "", "", "url", "", "", "", "", "", "", "", false);

		static IdpForm of(CustomerDraft draft) {
			IdpInput idp = draft.idp();
			return new IdpForm(draft.account().vendor() + "/" + draft.account().name(), draft.customer(),
					draft.product().id(), idp.kind().id(), idp.url(), idp.fileName(), idp.entityId(), idp.ssoUrl(),
					idp.certificate(), idp.issuer(), idp.clientId(), idp.clientSecret() != null);
		}

		static IdpForm of(FormFields form, @Nullable CustomerDraft draft) {
			return new IdpForm(form.get("account"), form.get("customer"), form.get("product"), form.get("kind"),
					form.get("url"), (draft != null) ? draft.idp().fileName() : "", form.get("entityId"),
					form.get("ssoUrl"), form.get("certificate"), form.get("issuer"), form.get("clientId"),
					draft != null && draft.idp().clientSecret() != null);
		}

	}

}
