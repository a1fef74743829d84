// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.ssoconnections.declarative.AppliedStep;
import io.github.ssoconnections.declarative.ConnectionPlan;
import io.github.ssoconnections.declarative.PlannedConnection;
import io.github.ssoconnections.declarative.StepOutcome;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Subscription;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.SignalType;

/**
 * Applies a plan. If the process is interrupted, as by Ctrl-C, the step in progress is
 * completed and no other one is begun.
 */
final class ApplyRun {

	private static final Duration GRACE = Duration.ofSeconds(40);

	private static final Duration REPORT = Duration.ofSeconds(10);

	private final ConnectionPlan plan;

	private final Surroundings surroundings;

	private final Duration grace;

	private final Progress progress;

	private final Steps steps = new Steps();

	private final CountDownLatch reported = new CountDownLatch(1);

	private final Thread hook = new Thread(this::interrupt, "sso-connections-interrupt");

	private volatile boolean interrupted;

	private volatile boolean cancelled;

	ApplyRun(ConnectionPlan plan, Surroundings surroundings) {
		this(plan, surroundings, GRACE);
	}

	ApplyRun(ConnectionPlan plan, Surroundings surroundings, Duration grace) {
		this.plan = plan;
		this.surroundings = surroundings;
		this.grace = grace;
		this.progress = surroundings.progress();
	}

	/**
	 * Apply.
	 * @param applied the steps as they are done
	 * @return a step for each change of the plan
	 */
	List<AppliedStep> run(Flux<AppliedStep> applied) {
		Runtime.getRuntime().addShutdownHook(this.hook);
		showProgress(0);
		applied.subscribe(this.steps);
		await(this.steps.ended, null);
		this.progress.clear();
		List<AppliedStep> completed = this.steps.completed();
		RuntimeException failure = this.steps.failure;
		if (failure != null && completed.isEmpty()) {
			finish();
			throw failure;
		}
		return complete(completed, failure);
	}

	/**
	 * Declare that the result is shown.
	 */
	void finish() {
		if (this.interrupted) {
			this.surroundings.message("Interrupted. The next plan has what is left");
		}
		this.reported.countDown();
		try {
			Runtime.getRuntime().removeShutdownHook(this.hook);
		}
		catch (IllegalStateException ex) {
			// The process is ending
		}
	}

	/**
	 * Complete the step in progress, and begin no other one. Returns when the result is
	 * shown.
	 */
	void interrupt() {
		this.interrupted = true;
		this.progress.clear();
		this.surroundings.message("Interrupted: the request in progress is completed, and no other one is begun");
		if (!await(this.steps.ended, this.grace)) {
			this.cancelled = true;
			this.steps.dispose();
		}
		await(this.reported, REPORT);
	}

	private List<AppliedStep> complete(List<AppliedStep> completed, @Nullable RuntimeException failure) {
		List<AppliedStep> all = new ArrayList<>(completed);
		List<PlannedConnection> changes = this.plan.changes();
		String reason = this.interrupted ? "interrupted" : "failed unexpectedly";
		boolean unknown = this.cancelled || failure != null;
		for (int i = completed.size(); i < changes.size(); i++) {
			all.add((unknown && i == completed.size())
					? step(changes.get(i), StepOutcome.FAILED, reason + ", and the outcome of the request is unknown")
					: step(changes.get(i), StepOutcome.NOT_RUN, reason));
		}
		return all;
	}

	private static AppliedStep step(PlannedConnection planned, StepOutcome outcome, String reason) {
		String id = (planned.current() != null) ? planned.current().id() : null;
		return new AppliedStep(planned.action(), planned.name(), id, outcome, reason, null);
	}

	private void showProgress(int done) {
		List<PlannedConnection> changes = this.plan.changes();
		if (!this.interrupted && done < changes.size()) {
			this.progress.show(done, changes.size(), changes.get(done).name());
		}
	}

	private static boolean await(CountDownLatch latch, @Nullable Duration timeout) {
		try {
			if (timeout != null) {
				return latch.await(timeout.toMillis(), TimeUnit.MILLISECONDS);
			}
			latch.await();
			return true;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * Collects the steps.
	 */
	private final class Steps extends BaseSubscriber<AppliedStep> {

		private final CountDownLatch ended = new CountDownLatch(1);

		private final List<AppliedStep> completed = new ArrayList<>();

		private volatile @Nullable RuntimeException failure;

		@Override
		protected void hookOnSubscribe(Subscription subscription) {
			requestUnbounded();
		}

		@Override
		protected void hookOnNext(AppliedStep step) {
			int done;
			synchronized (this.completed) {
				this.completed.add(step);
				done = this.completed.size();
			}
			if (ApplyRun.this.interrupted) {
				// Before the next step is begun
				cancel();
			}
			else {
				showProgress(done);
			}
		}

		@Override
		protected void hookOnError(Throwable throwable) {
			this.failure = (throwable instanceof RuntimeException exception) ? exception
					: new IllegalStateException(throwable);
		}

		@Override
		protected void hookFinally(SignalType type) {
			this.ended.countDown();
		}

		private List<AppliedStep> completed() {
			synchronized (this.completed) {
				return List.copyOf(this.completed);
			}
		}

	}

}
