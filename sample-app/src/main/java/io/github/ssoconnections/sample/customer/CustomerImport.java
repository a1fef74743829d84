// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.customer;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.Severity;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.onboarding.Onboarding;
import io.github.ssoconnections.onboarding.OnboardingCheck;
import io.github.ssoconnections.onboarding.OnboardingRequest;
import io.github.ssoconnections.onboarding.OnboardingState;
import io.github.ssoconnections.onboarding.PartialOnboarding;
import io.github.ssoconnections.sample.web.Change;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * An import of customers: first checked, then created. Goes on when its page is left.
 */
final class CustomerImport {

	/** Each check may fetch a document. */
	private static final int CHECKS_IN_FLIGHT = 4;

	private final String id;

	private final Onboarding onboarding;

	private final List<ImportedCustomer> customers;

	private final List<Result> results;

	private final Disposable.Swap running = Disposables.swap();

	private volatile Phase phase = Phase.CHECKING;

	CustomerImport(String id, Onboarding onboarding, List<ImportedCustomer> customers) {
		this.id = id;
		this.onboarding = onboarding;
		this.customers = List.copyOf(customers);
		this.results = Collections
			.synchronizedList(new ArrayList<>(customers.stream().map((customer) -> Result.PENDING).toList()));
	}

	String id() {
		return this.id;
	}

	Account account() {
		return this.onboarding.account();
	}

	Phase phase() {
		return this.phase;
	}

	void check() {
		this.running.update(Flux.range(0, this.customers.size())
			.flatMap((index) -> check(this.customers.get(index)).doOnNext((result) -> this.results.set(index, result)),
					CHECKS_IN_FLIGHT)
			.doOnComplete(() -> this.phase = Phase.CHECKED)
			.subscribe());
	}

	private Mono<Result> check(ImportedCustomer customer) {
		OnboardingRequest request = customer.request();
		if (request == null) {
			return Mono.just(Result.error(String.valueOf(customer.problem())));
		}
		return Mono.defer(() -> this.onboarding.check(request))
			.map(CustomerImport::result)
			.onErrorResume((failure) -> Mono.just(Result.error(message(failure))));
	}

	private static Result result(OnboardingCheck check) {
		List<String> sentences = new ArrayList<>();
		check.conflicts().forEach((conflict) -> sentences.add("Conflict: " + CheckView.sentence(conflict) + "."));
		check.removedDomains()
			.forEach((domain) -> sentences.add("The activation removes the verified domain " + domain + "."));
		check.findings().stream().map(Finding::message).forEach(sentences::add);
		sentences.addAll(check.unknown());
		if (check.existing() != null) {
			sentences.add("The connection " + check.existing() + " exists, and is used.");
		}
		if (!check.isWithoutErrors()) {
			return Result.error(String.join(" ", sentences));
		}
		boolean warning = !check.conflicts().isEmpty() || !check.removedDomains().isEmpty()
				|| !check.unknown().isEmpty()
				|| check.findings().stream().anyMatch((finding) -> finding.severity() == Severity.WARNING);
		return new Result(warning ? "Warning" : "OK", warning ? "warning" : "ok", String.join(" ", sentences), null,
				true);
	}

	/**
	 * Create the connections of all customers without an error, one after the other.
	 * Those that were created before are found.
	 * @return whether it has begun; {@code false} while something is running
	 */
	synchronized boolean create() {
		if (this.phase.isRunning()) {
			return false;
		}
		this.phase = Phase.CREATING;
		this.running.update(Flux.range(0, this.customers.size())
			.filter((index) -> this.results.get(index).creatable())
			.concatMap(
					(index) -> create(this.customers.get(index)).doOnNext((result) -> this.results.set(index, result)))
			.doOnComplete(() -> this.phase = Phase.DONE)
			.subscribe());
		return true;
	}

	private Mono<Result> create(ImportedCustomer customer) {
		return Mono.defer(() -> this.onboarding.create(Objects.requireNonNull(customer.request()))).map((state) -> {
			Change.record(account(), state.connectionId(), "import", "done");
			return new Result("Created", "ok", "", state.connectionId(), false);
		}).onErrorResume((failure) -> {
			@Nullable OnboardingState state = PartialOnboarding.of(failure).map(PartialOnboarding::state).orElse(null);
			@Nullable String connection = (state != null) ? state.connectionId() : null;
			Change.record(account(), connection, "import", "failed");
			String done = (state != null && !state.done().isEmpty())
					? " Done: " + CustomerPage.names(state.done()) + "." : "";
			return Mono.just(new Result("Failed", "error", message(failure) + done, connection, true));
		});
	}

	private static String message(Throwable failure) {
		String message = String.valueOf(failure.getMessage());
		return message.endsWith(".") ? message : message + ".";
	}

	void stop() {
		this.running.dispose();
	}

	List<Line> lines() {
		List<Line> lines = new ArrayList<>();
		for (int i = 0; i < this.customers.size(); i++) {
			lines.add(new Line(this.customers.get(i), this.results.get(i)));
		}
		return lines;
	}

	static int pending(List<Line> lines) {
		return (int) lines.stream().filter((line) -> line.result() == Result.PENDING).count();
	}

	static int creatable(List<Line> lines) {
		return (int) lines.stream().filter((line) -> line.result().creatable()).count();
	}

	/**
	 * How far an import is.
	 */
	enum Phase {

		CHECKING, CHECKED, CREATING, DONE;

		boolean isRunning() {
			return this == CHECKING || this == CREATING;
		}

	}

	/**
	 * A customer with the result.
	 *
	 * @param customer the customer
	 * @param result the result
	 */
	record Line(ImportedCustomer customer, Result result) {
	}

	/**
	 * What came of a customer.
	 *
	 * @param label a word
	 * @param style the style of its badge
	 * @param message sentences, empty if there is nothing to say
	 * @param connectionId the connection, {@code null} before it is created
	 * @param creatable whether a connection is to be created
	 */
	record Result(String label, String style, String message, @Nullable String connectionId, boolean creatable) {

		static final Result PENDING = new Result("Not checked yet", "off", "", null, false);

		static Result error(String message) {
			return new Result("Error", "error", message, null, false);
		}

	}

}
