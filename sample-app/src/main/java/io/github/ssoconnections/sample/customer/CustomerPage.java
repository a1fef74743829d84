// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.customer;

import java.util.List;
import java.util.Locale;

import io.github.ssoconnections.PartialChange;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.onboarding.OnboardingStep;
import io.github.ssoconnections.onboarding.PartialOnboarding;
import io.github.ssoconnections.sample.web.ChangeGuard;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * A page of a step.
 */
final class CustomerPage {

	private static final String FAILURE = "failure";

	private static final String DETAIL = "detail";

	private final Rendering.Builder<?> view;

	private CustomerPage(String view, int step, @Nullable CustomerDraft draft) {
		this.view = Rendering.view(view).modelAttribute("step", step);
		if (draft != null) {
			this.view.modelAttribute("draft", draft);
		}
	}

	static CustomerPage of(String view, int step, @Nullable CustomerDraft draft) {
		return new CustomerPage(view, step, draft);
	}

	CustomerPage with(String name, Object value) {
		this.view.modelAttribute(name, value);
		return this;
	}

	CustomerPage withMessage(String message) {
		return with("message", message);
	}

	CustomerPage withInvalid(String detail) {
		return withFailure(HttpStatus.UNPROCESSABLE_CONTENT, "Check what you have entered", detail);
	}

	CustomerPage withFailure(HttpStatus status, String failure, String detail) {
		this.view.status(status);
		return with(FAILURE, failure).with(DETAIL, detail);
	}

	/**
	 * Say why a call of the vendor failed, and what is done of it.
	 * @param failure the failure
	 * @return this
	 */
	CustomerPage withFailure(Throwable failure) {
		if (!(failure instanceof SsoApiException)) {
			return withInvalid(String.valueOf(failure.getMessage()));
		}
		HttpStatus status = (failure instanceof SsoApiException.Conflict) ? HttpStatus.CONFLICT
				: HttpStatus.BAD_GATEWAY;
		String done = PartialOnboarding.of(failure)
			.map((partial) -> partial.state().done().isEmpty() ? " Nothing was done."
					: " Done so far: " + names(partial.state().done()) + ".")
			.orElse("");
		boolean again = status != HttpStatus.CONFLICT && failure.getSuppressed().length > 0
				&& failure.getSuppressed()[0] instanceof PartialChange;
		return withFailure(status, "The vendor did not do this",
				sentence(failure) + done + (again ? " Try again: what is done is found, and not done twice." : ""));
	}

	CustomerPage withFailure(ErrorResponseException rejected) {
		return withFailure(HttpStatus.valueOf(rejected.getStatusCode().value()),
				String.valueOf(rejected.getBody().getTitle()), String.valueOf(rejected.getBody().getDetail()));
	}

	static @Nullable ErrorResponseException rejectedName(ChangeGuard guard, CustomerDraft draft, FormFields fields) {
		try {
			guard.requireName(draft.account(), draft.customer(), fields.get("confirmation"));
			return null;
		}
		catch (ErrorResponseException ex) {
			return ex;
		}
	}

	static boolean isExpected(Throwable failure) {
		return failure instanceof SsoApiException || failure instanceof IllegalArgumentException;
	}

	private static String sentence(Throwable failure) {
		String message = String.valueOf(failure.getMessage());
		return message.endsWith(".") ? message : message + ".";
	}

	static String names(List<OnboardingStep> steps) {
		return String.join(", ",
				steps.stream().map((step) -> step.name().toLowerCase(Locale.ROOT).replace('_', ' ')).toList());
	}

	Rendering build() {
		return this.view.build();
	}

}
