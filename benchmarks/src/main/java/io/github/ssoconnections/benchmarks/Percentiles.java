// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.util.Collection;
import java.util.List;

import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * How long single calls of a load took.
 */
public class Percentiles implements InternalProfiler {

	static final String P50 = "p50";

	static final String P99 = "p99";

	@Override
	public String getDescription() {
		return "Latency of single calls";
	}

	@Override
	public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
	}

	@Override
	public Collection<? extends Result> afterIteration(BenchmarkParams benchmark, IterationParams iteration,
			IterationResult result) {
		return List.of(new ScalarResult(P50, Load.percentile(0.5), "ms", AggregationPolicy.AVG),
				new ScalarResult(P99, Load.percentile(0.99), "ms", AggregationPolicy.AVG));
	}

}
