// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import io.github.bucket4j.TimeMeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a fleet makes of the limit when each instance keeps to its own share, by
 * simulation: more instances than any test could run.
 */
class OwnShareTests {

	private static final RateLimit LIMIT = RateLimit.of(1000, Duration.ofSeconds(10));

	private static final long STEP = Duration.ofMillis(10).toNanos();

	private static final int STEPS_OF_A_WINDOW = 1000;

	private static final int STEPS = 22 * STEPS_OF_A_WINDOW;

	@Test
	void usesOfTheLimitWhatTheDocumentationSays() throws IOException {
		StringBuilder table = new StringBuilder();
		for (int instances : new int[] { 10, 100, 1000 }) {
			// Work is counted in shares of the limit, 1 being all that it allows
			double busy = run(instances, instances, 2, 0).used();
			double uneven = run(instances, instances / 5, 0.8, 0.2).used();
			double single = run(instances, 1, 1, 0).used();
			table.append(String.format(Locale.ROOT, "| %,d | %.0f %% | %.0f %% | %s |%n", instances, busy * 100,
					uneven * 100, percent(single)));
		}
		assertThat(Files.readString(Path.of("../docs/reliability.md"))).contains(table);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3, 8, 10, 64, 100, 333, 1000 })
	void keepsEveryWindowOfTheFleetBelowTheLimit(int instances) {
		assertThat(run(instances, instances, 2, 0).most()).isLessThanOrEqualTo(LIMIT.limit());
	}

	@Test
	void keepsToTheLimitOnAverageWhenThereAreMoreInstancesThanPermits() {
		assertThat(run(2000, 2000, 4, 0).used()).isBetween(0.9, 1.0);
	}

	/**
	 * Let the first instances have so much work between them, and the rest so much.
	 */
	private static Outcome run(int instances, int hot, double hotWork, double restWork) {
		Clock clock = new Clock();
		Random random = new Random(1);
		List<LocalPermits> permits = new ArrayList<>();
		double[] work = new double[instances];
		for (int i = 0; i < instances; i++) {
			permits.add(new LocalPermits(LIMIT.share(instances), clock));
			work[i] = 1 - 2 * random.nextDouble();
		}
		long[] sent = new long[STEPS];
		for (int step = 0; step < STEPS; step++) {
			for (int i = 0; i < instances; i++) {
				double share = (i < hot) ? hotWork / hot : restWork / (instances - hot);
				work[i] += share * LIMIT.limit() / STEPS_OF_A_WINDOW;
				if (work[i] >= 1) {
					long permitted = permits.get(i).takeNow((long) work[i]).permits();
					work[i] -= permitted;
					sent[step] += permitted;
				}
			}
			clock.now += STEP;
		}
		return outcome(sent);
	}

	private static Outcome outcome(long[] sent) {
		long most = 0;
		long inWindow = 0;
		long counted = 0;
		int skipped = 2 * STEPS_OF_A_WINDOW;
		for (int step = 0; step < sent.length; step++) {
			inWindow += sent[step] - ((step >= STEPS_OF_A_WINDOW) ? sent[step - STEPS_OF_A_WINDOW] : 0);
			most = Math.max(most, inWindow);
			counted += (step >= skipped) ? sent[step] : 0;
		}
		double windows = (sent.length - skipped) / (double) STEPS_OF_A_WINDOW;
		return new Outcome(counted / windows / LIMIT.limit(), most);
	}

	private static String percent(double share) {
		return (share >= 0.01) ? String.format(Locale.ROOT, "%.0f %%", share * 100)
				: String.format(Locale.ROOT, "%.1f %%", share * 100);
	}

	/**
	 * What came of it.
	 *
	 * @param used the part of the limit that was used, after two windows
	 * @param most the largest number of requests in a window
	 */
	private record Outcome(double used, long most) {
	}

	private static final class Clock implements TimeMeter {

		private long now;

		@Override
		public long currentTimeNanos() {
			return this.now;
		}

		@Override
		public boolean isWallClockBased() {
			return false;
		}

	}

}
