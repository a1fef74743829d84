// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.infra.IterationParams;
import org.openjdk.jmh.profile.InternalProfiler;
import org.openjdk.jmh.results.AggregationPolicy;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.ScalarResult;

/**
 * What an operation costs the whole process, its garbage collection included: CPU time,
 * and memory allocated by all threads.
 */
public class Costs implements InternalProfiler {

	static final String CPU = "cpu";

	static final String ALLOCATED = "allocated";

	private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private long cpuBefore;

	private long allocatedBefore;

	@Override
	public String getDescription() {
		return "CPU time and allocation of the process";
	}

	@Override
	public void beforeIteration(BenchmarkParams benchmark, IterationParams iteration) {
		this.allocatedBefore = allocated();
		this.cpuBefore = this.system.getProcessCpuTime();
	}

	@Override
	public Collection<? extends Result> afterIteration(BenchmarkParams benchmark, IterationParams iteration,
			IterationResult result) {
		double operations = result.getMetadata().getAllOps();
		double cpu = (this.system.getProcessCpuTime() - this.cpuBefore) / 1e3 / operations;
		double allocated = (allocated() - this.allocatedBefore) / 1024.0 / operations;
		List<Result<?>> costs = new ArrayList<>();
		costs.add(new ScalarResult(CPU, cpu, "us/op", AggregationPolicy.AVG));
		costs.add(new ScalarResult(ALLOCATED, allocated, "KB/op", AggregationPolicy.AVG));
		return costs;
	}

	// Threads that end on the way take what they have allocated with them where the JDK
	// has no total
	private long allocated() {
		try {
			return (long) ThreadMXBean.class.getMethod("getTotalThreadAllocatedBytes").invoke(this.threads);
		}
		catch (ReflectiveOperationException ex) {
			long sum = 0;
			for (long bytes : this.threads.getThreadAllocatedBytes(this.threads.getAllThreadIds())) {
				sum += Math.max(bytes, 0);
			}
			return sum;
		}
	}

}
