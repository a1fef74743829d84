// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.connection;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.certificate.InvalidCertificateException;
import io.github.ssoconnections.onboarding.ActivationReview;
import io.github.ssoconnections.onboarding.OnboardedConnection;
import io.github.ssoconnections.onboarding.Onboarding;
import io.github.ssoconnections.onboarding.RotationResult;
import io.github.ssoconnections.onboarding.SignInTest;
import io.github.ssoconnections.sample.web.Change;
import io.github.ssoconnections.sample.web.ChangeGuard;
import io.github.ssoconnections.sample.web.FormState;
import io.github.ssoconnections.sample.web.Redirects;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * The actions of a connection. Each reads the connection first: nothing is done if it has
 * changed since its page was opened.
 */
@Controller
class ConnectionActions {

	private final ConnectionViews views;

	private final Offboardings offboardings;

	private final ChangeGuard guard;

	ConnectionActions(ConnectionViews views, Offboardings offboardings, ChangeGuard guard) {
		this.views = views;
		this.offboardings = offboardings;
		this.guard = guard;
	}

	@PostMapping("/connections/{vendor}/{account}/{id}/{action}")
	Mono<Rendering> run(@PathVariable String vendor, @PathVariable String account, @PathVariable String id,
			@PathVariable String action, ServerWebExchange exchange) {
		ConnectionReference reference = ConnectionReference.of(vendor, account, id);
		Action found = Action.find(action);
		Onboarding onboarding = this.views.onboarding(reference);
		Change.of(exchange).connection(id).action(found.path());
		return exchange.getFormData()
			.map(ActionForm::new)
			.flatMap((form) -> onboarding.get(id)
				.flatMap((connection) -> run(new Request(reference, onboarding, connection, form, exchange), found)))
			.onErrorResume(SsoApiException.class, (failure) -> this.views.failed(reference, failure));
	}

	private Mono<Rendering> run(Request request, Action action) {
		String name = ConnectionViews.name(request.connection(), request.id());
		try {
			if (action == Action.DELETE) {
				this.guard.requireTyped(name, request.form().typedName());
			}
			else {
				this.guard.requireName(request.reference().account(), name, request.form().typedName());
			}
		}
		catch (ErrorResponseException ex) {
			return rejected(request, action, String.valueOf(ex.getBody().getTitle()),
					String.valueOf(ex.getBody().getDetail()));
		}
		if (action == Action.ACTIVATE) {
			return activate(request);
		}
		if (!FormState.matches(request.form().state(), ConnectionViews.facts(request.connection()))) {
			return this.views.changedSince(request.reference(), request.form().entered(action));
		}
		try {
			return change(request, action).onErrorResume(IllegalArgumentException.class,
					(ex) -> rejected(request, action, "This cannot be done", String.valueOf(ex.getMessage())));
		}
		catch (InvalidCertificateException ex) {
			return rejected(request, action, "This is no certificate", ex.getMessage() + ".");
		}
		catch (IllegalArgumentException ex) {
			return rejected(request, action, "This cannot be done", String.valueOf(ex.getMessage()));
		}
	}

	private Mono<Rendering> change(Request request, Action action) {
		ActionForm form = request.form();
		Onboarding onboarding = request.onboarding();
		String id = request.id();
		return switch (action) {
			case TEST -> onboarding.test(id).map((test) -> showTest(request, test, false));
			case DEACTIVATE -> onboarding.offboard(id).map((report) -> {
				this.offboardings.keep(request.reference(), report);
				return done(request, "deactivated");
			});
			case RENAME ->
				onboarding.rename(id, form.newName()).then(Mono.fromSupplier(() -> done(request, "renamed")));
			case DELETE -> onboarding.delete(id).then(Mono.fromSupplier(() -> Redirects.to("/connections")));
			case ADD_CERTIFICATE ->
				onboarding.rotation().add(id, form.certificate()).flatMap((result) -> rotated(request, result));
			case REMOVE_CERTIFICATE ->
				onboarding.rotation().remove(id, form.sha256()).flatMap((result) -> rotated(request, result));
			case REPLACE_CERTIFICATE ->
				onboarding.rotation().replace(id, form.replacement()).flatMap((result) -> rotated(request, result));
			case REFRESH_METADATA -> onboarding.rotation().refresh(id).flatMap((result) -> rotated(request, result));
			case ACTIVATE -> activate(request);
		};
	}

	private Mono<Rendering> activate(Request request) {
		return request.onboarding().review(request.id()).flatMap((review) -> {
			Object[] facts = ConnectionViews.facts(request.connection(), review);
			return FormState.matches(request.form().state(), facts) ? activate(request, review)
					: Mono
						.just(this.views.review(request.reference(), request.connection(), review, HttpStatus.CONFLICT,
								"What the activation changes is not what was shown before. Nothing was done."));
		});
	}

	private Mono<Rendering> activate(Request request, ActivationReview review) {
		return request.onboarding().activate(review).map((activation) -> {
			SignInTest needed = activation.testNeeded();
			return (needed != null) ? showTest(request, needed, true) : done(request, "activated");
		});
	}

	private Rendering showTest(Request request, SignInTest test, boolean wantedActivation) {
		Change.of(request.exchange()).outcome(wantedActivation ? "test needed" : "done");
		return this.views.test(request.reference(), request.connection(), test, wantedActivation);
	}

	private Mono<Rendering> rotated(Request request, RotationResult result) {
		if (!result.isComplete()) {
			Change.of(request.exchange()).outcome("incomplete");
			return this.views.failed(request.reference(), HttpStatus.CONFLICT, "The change is not complete",
					String.join(" ", result.notes()));
		}
		boolean changed = !result.added().isEmpty() || !result.removed().isEmpty() || !result.notes().isEmpty();
		return Mono.just(done(request, changed ? "certificates" : "unchanged"));
	}

	private Mono<Rendering> rejected(Request request, Action action, String failure, String detail) {
		return this.views.failed(request.reference(), HttpStatus.UNPROCESSABLE_CONTENT, failure, detail,
				request.form().entered(action));
	}

	private static Rendering done(Request request, String done) {
		ConnectionReference reference = request.reference();
		return Redirects.done(done, "/connections/{vendor}/{account}/{id}", reference.account().vendor(),
				reference.account().name(), reference.id());
	}

	/**
	 * A form that was submitted.
	 *
	 * @param reference the connection as the address names it
	 * @param onboarding the onboarding of the account
	 * @param connection the connection as it is now
	 * @param form the fields
	 * @param exchange the request
	 */
	private record Request(ConnectionReference reference, Onboarding onboarding, OnboardedConnection connection,
			ActionForm form, ServerWebExchange exchange) {

		String id() {
			return this.reference.id();
		}

	}

}
