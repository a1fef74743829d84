// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.connection;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.onboarding.ActivationReview;
import io.github.ssoconnections.onboarding.Offboarding;
import io.github.ssoconnections.onboarding.OnboardedConnection;
import io.github.ssoconnections.onboarding.Onboarding;
import io.github.ssoconnections.onboarding.Onboardings;
import io.github.ssoconnections.onboarding.RotationAction;
import io.github.ssoconnections.onboarding.RotationState;
import io.github.ssoconnections.onboarding.SignInTest;
import io.github.ssoconnections.sample.page.Times;
import io.github.ssoconnections.sample.page.VendorNames;
import io.github.ssoconnections.sample.web.ChangeGuard;
import io.github.ssoconnections.sample.web.FormState;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * The pages of a connection, from what is so now.
 */
@Component
class ConnectionViews {

	private static final String ACTIVATED = "activated";

	private static final String DEACTIVATED = "deactivated";

	/** What the address may say that was done. */
	private static final Map<String, String> MESSAGES = Map.of(ACTIVATED, "The connection is active.", DEACTIVATED,
			"Nobody can sign in with the connection any more. Sessions and refresh tokens that exist stay valid until they "
					+ "end or are revoked.",
			"renamed", "The connection has a new name.", "certificates", "The certificates have changed.", "unchanged",
			"Nothing had to be changed.");

	private final Onboardings onboardings;

	private final ConnectionEvents events;

	private final Offboardings offboardings;

	private final ChangeGuard guard;

	private final Clock clock = Clock.systemUTC();

	ConnectionViews(Onboardings onboardings, ConnectionEvents events, Offboardings offboardings, ChangeGuard guard) {
		this.onboardings = onboardings;
		this.events = events;
		this.offboardings = offboardings;
		this.guard = guard;
	}

	Onboarding onboarding(ConnectionReference reference) {
		return reference.onboarding(this.onboardings);
	}

	/**
	 * Return the state that the forms of a connection are rendered from.
	 * @param connection the connection
	 * @return the facts that a form must not outlive
	 */
	static String state(OnboardedConnection connection) {
		return FormState.of(facts(connection));
	}

	static Object[] facts(OnboardedConnection connection) {
		return new Object[] { connection.version(), connection.state().isActive(), connection.organizations(),
				connection.clients() };
	}

	static Object[] facts(OnboardedConnection connection, ActivationReview review) {
		return new Object[] { facts(connection), review.clientIds(), review.organizationIds(), review.removedDomains(),
				String.valueOf(review.existingUsers()), review.existingUsersComplete(), review.conflicts(),
				review.missing(), review.testNeeded(), review.unknown() };
	}

	Mono<Rendering> show(ConnectionReference reference, @Nullable String done) {
		return page(reference, HttpStatus.OK, done, null, null, Map.of());
	}

	/**
	 * Show the present state after a form that failed.
	 * @param reference the connection
	 * @param status the status
	 * @param failure what failed
	 * @param detail why
	 * @return the page
	 */
	Mono<Rendering> failed(ConnectionReference reference, HttpStatus status, String failure, String detail) {
		return failed(reference, status, failure, detail, Map.of());
	}

	Mono<Rendering> failed(ConnectionReference reference, HttpStatus status, String failure, String detail,
			Map<String, ?> entered) {
		return page(reference, status, null, failure, detail, entered);
	}

	Mono<Rendering> failed(ConnectionReference reference, SsoApiException failure) {
		ProblemDetail problem = failure.toProblemDetail();
		return failed(reference, HttpStatus.valueOf(problem.getStatus()), String.valueOf(problem.getTitle()),
				String.valueOf(failure.getMessage()))
			.onErrorMap((other) -> failure);
	}

	Mono<Rendering> changedSince(ConnectionReference reference, Map<String, ?> entered) {
		return failed(reference, HttpStatus.CONFLICT, "The connection has changed",
				"Nothing was done: the page was opened before the last change. This is how the connection is now.",
				entered);
	}

	private Mono<Rendering> page(ConnectionReference reference, HttpStatus status, @Nullable String done,
			@Nullable String failure, @Nullable String detail, Map<String, ?> entered) {
		Onboarding onboarding = onboarding(reference);
		return Mono.zip(onboarding.get(reference.id()), onboarding.rotation().get(reference.id()))
			.map((read) -> view("connection", reference, read.getT1()).status(status)
				.model(present("message", message(done, read.getT1()), "failure", failure, "detail", detail,
						"offboarding", offboarding(reference, done, read.getT1())))
				.model(Map.of("entered", "", "certificate", ""))
				.model(entered)
				.modelAttribute("state", state(read.getT1()))
				.modelAttribute("tests", read.getT1().tests().stream().map(TestView::of).toList())
				.modelAttribute("rotation", read.getT2())
				.modelAttribute("unsupported", unsupported(read.getT2()))
				.modelAttribute("timeline", CertificateTimeline.of(read.getT2().certificates(), this.clock.instant()))
				.modelAttribute("canAdd", read.getT2().isSupported(RotationAction.ADD))
				.modelAttribute("canRemove", canRemove(read.getT2()))
				.modelAttribute("canReplace", read.getT2().isSupported(RotationAction.REPLACE))
				.modelAttribute("canRefresh", read.getT2().isSupported(RotationAction.REFRESH))
				.modelAttribute("events", this.events.of(reference.account(), reference.id()))
				.build());
	}

	// Anybody can write an address: what it says must be so
	private static @Nullable String message(@Nullable String done, OnboardedConnection connection) {
		boolean active = connection.state().isActive();
		boolean wrong = done == null || (done.equals(ACTIVATED) && !active) || (done.equals(DEACTIVATED) && active);
		return wrong ? null : MESSAGES.get(done);
	}

	private @Nullable Offboarding offboarding(ConnectionReference reference, @Nullable String done,
			OnboardedConnection connection) {
		return (DEACTIVATED.equals(done) && !connection.state().isActive()) ? this.offboardings.find(reference) : null;
	}

	private static List<String> unsupported(RotationState rotation) {
		Map<String, List<String>> actions = new TreeMap<>();
		for (RotationAction action : RotationAction.values()) {
			String reason = rotation.unsupported().get(action);
			if (reason != null) {
				actions.computeIfAbsent(reason, (key) -> new ArrayList<>()).add(action.name().toLowerCase(Locale.ROOT));
			}
		}
		return actions.entrySet()
			.stream()
			.map((entry) -> "Not supported: " + String.join(", ", entry.getValue()) + ". " + entry.getKey())
			.toList();
	}

	private static boolean canRemove(RotationState rotation) {
		return rotation.isSupported(RotationAction.REMOVE) && rotation.certificates().size() > 1;
	}

	Rendering review(ConnectionReference reference, OnboardedConnection connection, ActivationReview review,
			HttpStatus status, @Nullable String failure) {
		return view("connection-activate", reference, connection).status(status)
			.model(present("failure", failure))
			.modelAttribute("review", review)
			.modelAttribute("state", FormState.of(facts(connection, review)))
			.build();
	}

	Rendering test(ConnectionReference reference, OnboardedConnection connection, SignInTest test,
			boolean wantedActivation) {
		return view("connection-test", reference, connection).modelAttribute("test", test)
			.modelAttribute("url", (test.url() != null) ? test.url().value() : "")
			.modelAttribute("wantedActivation", wantedActivation)
			.build();
	}

	private Rendering.Builder<?> view(String name, ConnectionReference reference, OnboardedConnection connection) {
		String id = reference.id();
		return Rendering.view(name)
			.modelAttribute("path", reference.path())
			.modelAttribute("id", id)
			.modelAttribute("vendor", VendorNames.of(reference.account()))
			.modelAttribute("deletesUsers", reference.account().vendor().equals("auth0"))
			.modelAttribute("connection", connection)
			.modelAttribute("name", name(connection, id))
			.modelAttribute("updatedAt", Times.of(connection.entry().details().updatedAt()))
			.model(present("serviceProvider", ServiceProviderView.of(connection.serviceProvider())))
			.modelAttribute("readOnly", this.guard.isReadOnly(reference.account()))
			.modelAttribute("asksForName", this.guard.asksForName(reference.account()));
	}

	static String name(OnboardedConnection connection, String id) {
		String name = connection.entry().name();
		return (name != null) ? name : id;
	}

	// A template takes an empty text for true
	private static Map<String, Object> present(@Nullable Object... namesAndValues) {
		Map<String, Object> model = new LinkedHashMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			Object value = namesAndValues[i + 1];
			if (value != null) {
				model.put(String.valueOf(namesAndValues[i]), value);
			}
		}
		return model;
	}

}
