// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.ratelimit;

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

	private static final long WINDOW = Duration.ofSeconds(10).toNanos();

	private static final int WINDOWS = 22;

	private static final int COARSE = 200;

	private static final int FINE = 1000;

	@Test
	void usesOfTheLimitWhatTheDocumentationSays() throws IOException {
		StringBuilder table = new StringBuilder();
		for (int instances : new int[] { 10, 100, 1000 }) {
			// Work is counted in shares of the limit, 1 being all that it allows
			double busy = run(FINE, instances, instances, 2, 0).used();
			double uneven = run(FINE, instances, instances / 5, 0.8, 0.2).used();
			double single = run(FINE, instances, 1, 1, 0).used();
			table.append(String.format(Locale.ROOT, "| %,d | %.0f %% | %.0f %% | %s |%n", instances, busy * 100,
					uneven * 100, percent(single)));
		}
		assertThat(Files.readString(Path.of("../docs/explanation/rate-limits.md"))).contains(table);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 3, 8, 10, 64, 100, 333, 1000 })
	void keepsEveryWindowOfTheFleetBelowTheLimit(int instances) {
		assertThat(run(COARSE, instances, instances, 2, 0).most()).isLessThanOrEqualTo(LIMIT.limit());
	}

	@Test
	void keepsToTheLimitOnAverageWhenThereAreMoreInstancesThanPermits() {
		assertThat(run(COARSE, 2000, 2000, 4, 0).used()).isBetween(0.9, 1.0);
	}

	/**
	 * Let the first instances have so much work between them, and the rest so much.
	 */
	private static Outcome run(int stepsOfAWindow, int instances, int hot, double hotWork, double restWork) {
		Clock clock = new Clock();
		Random random = new Random(1);
		List<LocalPermits> permits = new ArrayList<>();
		double[] work = new double[instances];
		for (int i = 0; i < instances; i++) {
			permits.add(new LocalPermits(LIMIT.share(instances), clock));
			work[i] = 1 - 2 * random.nextDouble();
		}
		long[] sent = new long[WINDOWS * stepsOfAWindow];
		for (int step = 0; step < sent.length; step++) {
			for (int i = 0; i < instances; i++) {
				double share = (i < hot) ? hotWork / hot : restWork / (instances - hot);
				work[i] += share * LIMIT.limit() / stepsOfAWindow;
				if (work[i] >= 1) {
					long permitted = permits.get(i).acquireNow((long) work[i]).permits();
					work[i] -= permitted;
					sent[step] += permitted;
				}
			}
			clock.now += WINDOW / stepsOfAWindow;
		}
		return outcome(sent, stepsOfAWindow);
	}

	private static Outcome outcome(long[] sent, int stepsOfAWindow) {
		long most = 0;
		long inWindow = 0;
		long counted = 0;
		int skipped = 2 * stepsOfAWindow;
		for (int step = 0; step < sent.length; step++) {
			inWindow += sent[step] - ((step >= stepsOfAWindow) ? sent[step - stepsOfAWindow] : 0);
			most = Math.max(most, inWindow);
			counted += (step >= skipped) ? sent[step] : 0;
		}
		double windows = (sent.length - skipped) / (double) stepsOfAWindow;
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
