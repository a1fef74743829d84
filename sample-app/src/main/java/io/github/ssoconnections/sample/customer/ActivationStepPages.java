// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.customer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.onboarding.ActivationReview;
import io.github.ssoconnections.onboarding.OnboardedConnection;
import io.github.ssoconnections.onboarding.Onboarding;
import io.github.ssoconnections.onboarding.Onboardings;
import io.github.ssoconnections.onboarding.SignInTest;
import io.github.ssoconnections.sample.web.CertificateBody;
import io.github.ssoconnections.sample.web.Change;
import io.github.ssoconnections.sample.web.ChangeGuard;
import io.github.ssoconnections.sample.web.FormState;
import io.github.ssoconnections.sample.web.GuardsAccount;
import io.github.ssoconnections.sample.web.Redirects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * Step 4: the sheet, the test and the activation.
 */
@Controller
class ActivationStepPages {

	private static final String PAGE = "/customers/{id}/activation";

	private final CustomerDrafts drafts;

	private final Onboardings onboardings;

	private final ChangeGuard guard;

	ActivationStepPages(CustomerDrafts drafts, Onboardings onboardings, ChangeGuard guard) {
		this.drafts = drafts;
		this.onboardings = onboardings;
		this.guard = guard;
	}

	@GetMapping(path = "/customers/{stateId}/activation", produces = MediaType.TEXT_HTML_VALUE)
	Mono<Rendering> show(@PathVariable String stateId, ServerWebExchange exchange) {
		CustomerDraft draft = this.drafts.get(stateId);
		if (!draft.created()) {
			return Mono.just(Redirects.to("/customers/{id}/{step}", stateId, draft.step()));
		}
		SignInTest test = draft.test();
		if (test != null && exchange.getRequest().getMethod() == HttpMethod.GET) {
			this.drafts.update(stateId, (present) -> present.withTest(null));
		}
		return page(draft, test).map(CustomerPage::build);
	}

	@GetMapping({ "/customers/{stateId}/sheet.md", "/customers/{stateId}/sheet.html",
			"/customers/{stateId}/sheet.csv" })
	Mono<ResponseEntity<byte[]>> download(@PathVariable String stateId, ServerWebExchange exchange) {
		CustomerDraft draft = this.drafts.get(stateId);
		String extension = Objects
			.requireNonNull(StringUtils.getFilenameExtension(exchange.getRequest().getPath().value()));
		return onboarding(draft).handOver(connectionId(draft), draft.product()).map((sheet) -> {
			HttpHeaders headers = new HttpHeaders();
			sheet.headers(extension).forEach(headers::set);
			return new ResponseEntity<>(sheet.toText(extension).getBytes(StandardCharsets.UTF_8), headers,
					HttpStatus.OK);
		})
			.onErrorMap(ActivationStepPages::hasNoSheet, (failure) -> CertificateBody.problem(HttpStatus.CONFLICT,
					"no-sheet", "There is no sheet", String.valueOf(failure.getMessage())));
	}

	@GuardsAccount
	@PostMapping("/customers/{stateId}/test")
	Mono<Rendering> test(@PathVariable String stateId, ServerWebExchange exchange) {
		CustomerDraft draft = this.drafts.get(stateId);
		Change change = Change.of(exchange).begin(draft.account()).action("test");
		String id = connectionId(draft);
		change.connection(id);
		return reviewed(draft, id, exchange,
				"Nothing was tested: the connection is not what the page said. Check it again.",
				(review) -> onboarding(draft).test(id)
					.doOnNext((test) -> this.drafts.update(stateId, (present) -> present.withTest(test)))
					.map((test) -> Redirects.to(PAGE, stateId)));
	}

	@GuardsAccount
	@PostMapping("/customers/{stateId}/activate")
	Mono<Rendering> activate(@PathVariable String stateId, ServerWebExchange exchange) {
		CustomerDraft draft = this.drafts.get(stateId);
		Change change = Change.of(exchange).begin(draft.account()).action("activate");
		String id = connectionId(draft);
		change.connection(id);
		return reviewed(draft, id, exchange,
				"Nothing was activated: what the activation changes is not what the page said. Check it again.",
				(review) -> activate(draft, review, change));
	}

	private Mono<Rendering> reviewed(CustomerDraft draft, String id, ServerWebExchange exchange, String changed,
			Function<ActivationReview, Mono<Rendering>> action) {
		return FormFields.read(exchange).flatMap((fields) -> {
			ErrorResponseException rejected = CustomerPage.rejectedName(this.guard, draft, fields);
			if (rejected != null) {
				return page(draft, null).map((page) -> page.withFailure(rejected).build());
			}
			return onboarding(draft).review(id)
				.flatMap((review) -> FormState.matches(fields.values()
					.get(FormState.FIELD), facts(review)) ? action.apply(review) : page(draft, null).map(
							(page) -> page.withFailure(HttpStatus.CONFLICT, "Something has changed", changed).build()));
		})
			.onErrorResume(CustomerPage::isExpected,
					(failure) -> page(draft, null).map((page) -> page.withFailure(failure).build()));
	}

	private Mono<Rendering> activate(CustomerDraft draft, ActivationReview review, Change change) {
		return onboarding(draft).activate(review).map((activation) -> {
			if (!activation.isActive()) {
				change.outcome("test-needed");
			}
			this.drafts.update(draft.id(),
					(present) -> present.withState(activation.state()).withTest(activation.testNeeded()));
			return Redirects.to(PAGE, draft.id());
		});
	}

	// What the vendor counts may change between two requests without a change of ours
	private static Object facts(ActivationReview review) {
		return new Object[] { review.clientIds(), review.organizationIds(), review.removedDomains(), review.missing(),
				review.testNeeded(), review.existingUsers(),
				review.conflicts().stream().map(CheckView::sentence).toList(), review.state().domains() };
	}

	private Mono<CustomerPage> page(CustomerDraft draft, @Nullable SignInTest test) {
		String id = connectionId(draft);
		Onboarding onboarding = onboarding(draft);
		return onboarding.get(id)
			.onErrorMap(SsoApiException.NotFound.class, (ex) -> deleted(draft))
			.zipWhen((connection) -> onboarding.review(id))
			.flatMap((read) -> {
				CustomerPage page = page(draft, read.getT1(), read.getT2(), test);
				return onboarding.handOver(id, draft.product())
					.map((sheet) -> page.with("sheet", sheet))
					.onErrorResume(ActivationStepPages::hasNoSheet,
							(failure) -> Mono.just(page.with("noSheet", String.valueOf(failure.getMessage()))));
			})
			.onErrorResume(CustomerPage::isExpected,
					(failure) -> Mono.just(CustomerPage.of("customer-activation", 4, draft).withFailure(failure)));
	}

	private CustomerPage page(CustomerDraft draft, OnboardedConnection connection, ActivationReview review,
			@Nullable SignInTest test) {
		CustomerPage page = CustomerPage.of("customer-activation", 4, draft)
			.with("connection", connection)
			.with("review", review)
			.with("conflicts", review.conflicts().stream().map(CheckView::sentence).toList())
			.with("state", FormState.of(facts(review)))
			.with("auth0", draft.account().vendor().equals("auth0"))
			.with("asksForName", this.guard.asksForName(draft.account()))
			.with("readOnly", this.guard.isReadOnly(draft.account()));
		return (test != null) ? page.with("test", TestLink.of(test)) : page;
	}

	// A setting is missing, such as the name of the tenant
	private static boolean hasNoSheet(Throwable failure) {
		return CustomerPage.isExpected(failure) || failure instanceof IllegalStateException;
	}

	private Onboarding onboarding(CustomerDraft draft) {
		return this.onboardings.get(draft.account());
	}

	private ErrorResponseException deleted(CustomerDraft draft) {
		this.drafts.discard(draft.id());
		return CertificateBody.problem(HttpStatus.NOT_FOUND, "connection-deleted", "The connection was deleted",
				"The vendor does not have it any more. Add the customer again to create another one.");
	}

	private static String connectionId(CustomerDraft draft) {
		String id = draft.connectionId();
		if (id == null || !draft.created()) {
			throw CertificateBody.problem(HttpStatus.CONFLICT, "not-created", "The connection does not exist yet",
					"Create it in the step before.");
		}
		return id;
	}

	/**
	 * The link of a test, which is shown once.
	 *
	 * @param url the link, {@code null} if there is none
	 * @param recorded whether the vendor records the result
	 * @param missing what is missing for a sign-in
	 */
	record TestLink(@Nullable String url, boolean recorded, List<String> missing) {

		static TestLink of(SignInTest test) {
			String url = (test.url() != null) ? test.url().value() : null;
			boolean web = url != null && (url.startsWith("https://") || url.startsWith("http://127.0.0.1:")
					|| url.startsWith("http://localhost:"));
			return new TestLink(web ? url : null, test.recorded(), test.missing());
		}

	}

}
