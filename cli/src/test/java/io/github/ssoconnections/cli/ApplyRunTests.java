// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import io.github.ssoconnections.declarative.AppliedStep;
import io.github.ssoconnections.declarative.PlanAction;
import io.github.ssoconnections.declarative.StepOutcome;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for {@link ApplyRun}: what an interrupt leaves.
 */
class ApplyRunTests {

	private final FakeAccount account = new FakeAccount();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	private final CountDownLatch begun = new CountDownLatch(1);

	private final Sinks.One<AppliedStep> second = Sinks.one();

	private final ExecutorService threads = Executors.newCachedThreadPool();

	@BeforeEach
	void planThree() {
		List.of("a", "b", "c").forEach((name) -> this.account.changes.add(FakeAccount.change(PlanAction.CREATE, name)));
	}

	@AfterEach
	void shutDown() {
		this.threads.shutdownNow();
	}

	@Test
	void completesTheStepInProgressAndBeginsNoOther() throws Exception {
		ApplyRun run = run(Duration.ofSeconds(30));
		CompletableFuture<List<AppliedStep>> steps = start(run);
		CompletableFuture<Void> interrupt = CompletableFuture.runAsync(run::interrupt, this.threads);
		awaitMessage();
		this.second.tryEmitValue(FakeAccount.step("b", StepOutcome.DONE)).orThrow();
		assertThat(steps.get(30, TimeUnit.SECONDS)).extracting(AppliedStep::outcome)
			.containsExactly(StepOutcome.DONE, StepOutcome.DONE, StepOutcome.NOT_RUN);
		assertThat(interrupt).as("Until the result is shown").isNotDone();
		run.finish();
		interrupt.get(30, TimeUnit.SECONDS);
		assertThat(err()).endsWith("Interrupted. The next plan has what is left\n");
	}

	@Test
	void reportsAStepThatDoesNotEndAsUnknown() throws Exception {
		ApplyRun run = run(Duration.ofMillis(1));
		CompletableFuture<List<AppliedStep>> steps = start(run);
		CompletableFuture<Void> interrupt = CompletableFuture.runAsync(run::interrupt, this.threads);
		List<AppliedStep> all = steps.get(30, TimeUnit.SECONDS);
		assertThat(all).extracting(AppliedStep::outcome)
			.containsExactly(StepOutcome.DONE, StepOutcome.FAILED, StepOutcome.NOT_RUN);
		assertThat(all.get(1).reason()).isEqualTo("interrupted, and the outcome of the request is unknown");
		assertThat(this.second.currentSubscriberCount()).isZero();
		run.finish();
		interrupt.get(30, TimeUnit.SECONDS);
	}

	@Test
	void reportsAnUnexpectedFailureWithTheStepsBeforeIt() {
		ApplyRun run = run(Duration.ofSeconds(30));
		List<AppliedStep> steps = run.run(Flux.just(FakeAccount.step("a", StepOutcome.DONE))
			.concatWith(Flux.error(new IllegalStateException("CANARYfailure"))));
		run.finish();
		assertThat(steps).extracting(AppliedStep::outcome)
			.containsExactly(StepOutcome.DONE, StepOutcome.FAILED, StepOutcome.NOT_RUN);
		assertThat(steps).extracting(AppliedStep::reason)
			.containsExactly(null, "failed unexpectedly, and the outcome of the request is unknown",
					"failed unexpectedly");
		assertThat(err()).isEmpty();
	}

	@Test
	void failsBeforeTheFirstStep() {
		ApplyRun run = run(Duration.ofSeconds(30));
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> run.run(Flux.error(new IllegalStateException("locked"))))
			.withMessage("locked");
	}

	private ApplyRun run(Duration grace) {
		PrintStream output = new PrintStream(this.err, true, StandardCharsets.UTF_8);
		Surroundings surroundings = new Surroundings(output, output, Map.of(), Set.of(),
				new Terminal.ProcessTerminal(null), this.account::open);
		return new ApplyRun(this.account.plan(), surroundings, grace);
	}

	private CompletableFuture<List<AppliedStep>> start(ApplyRun run) throws InterruptedException {
		Flux<AppliedStep> steps = Flux.just(1, 2, 3).concatMap((number) -> switch (number) {
			case 1 -> Mono.just(FakeAccount.step("a", StepOutcome.DONE));
			case 2 -> this.second.asMono().doOnSubscribe((subscription) -> this.begun.countDown());
			default -> Mono.error(new AssertionError("A step was begun after the interrupt"));
		}, 1);
		CompletableFuture<List<AppliedStep>> result = CompletableFuture.supplyAsync(() -> run.run(steps), this.threads);
		assertThat(this.begun.await(30, TimeUnit.SECONDS)).isTrue();
		return result;
	}

	private void awaitMessage() {
		while (!err().contains("Interrupted: the request in progress is completed")) {
			Thread.onSpinWait();
		}
	}

	private String err() {
		return this.err.toString(StandardCharsets.UTF_8);
	}

}
