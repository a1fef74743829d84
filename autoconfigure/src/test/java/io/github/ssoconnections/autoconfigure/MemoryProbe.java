// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.testing.VendorUnderTest;
import io.netty.util.internal.PlatformDependent;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What {@link BoundedMemoryTests} runs in a process of its own: calls a server that never
 * stops, and prints the result and the memory that it took.
 */
public final class MemoryProbe {

	private static final long MAX_LEFT = 8 * 1024 * 1024;

	private MemoryProbe() {
	}

	/**
	 * Print the outcome of every call, and the peaks of memory in bytes.
	 * @param arguments the vendor, the server, the path of the response, the number of
	 * calls, how many of them at a time, and properties
	 */
	public static void main(String[] arguments) {
		VendorUnderTest vendor = VendorUnderTest.valueOf(arguments[0]);
		int calls = Integer.parseInt(arguments[3]);
		int parallel = Integer.parseInt(arguments[4]);
		VendorContexts.against(vendor, arguments[1])
			.withPropertyValues(vendor.property("response-timeout=120s"), vendor.property("call-timeout=120s"))
			.withPropertyValues(List.of(arguments).subList(5, arguments.length).toArray(String[]::new))
			.run((context) -> {
				VendorUnderTest.Connections connections = vendor.connections(context);
				connections.get("ordinary").block(Duration.ofSeconds(60));
				long heapBefore = usedHeap();
				long directBefore = usedDirect();
				Peak peak = new Peak();
				Thread sampler = new Thread(peak);
				sampler.start();
				Flux.range(0, calls)
					.flatMap((call) -> outcome(connections.get(arguments[2])), parallel)
					.doOnNext((outcome) -> System.out.println("outcome=" + outcome))
					.blockLast(Duration.ofSeconds(300));
				peak.done.set(true);
				sampler.join();
				System.out.println("samples=" + peak.samples);
				System.out.println("heap=" + (peak.heap - heapBefore));
				System.out.println("direct=" + (peak.direct - directBefore));
				// Decompression may continue for a while after the failure
				CountingServer.await("What was read is given back",
						() -> usedHeap() - heapBefore + usedDirect() - directBefore < MAX_LEFT);
			});
		System.exit(0);
	}

	private static Mono<String> outcome(Mono<?> call) {
		return call.map((response) -> "response")
			.onErrorResume(SsoApiException.MalformedResponse.class,
					(ex) -> Mono.just(ex.isTooLarge() ? "too large" : "malformed"))
			.onErrorResume((ex) -> Mono.just(ex.toString()));
	}

	// Live objects after a collection, before new allocations
	private static long usedHeap() {
		System.gc();
		return ManagementFactory.getMemoryPoolMXBeans()
			.stream()
			.filter((pool) -> pool.getType() == MemoryType.HEAP && pool.getCollectionUsage() != null)
			.mapToLong((pool) -> pool.getCollectionUsage().getUsed())
			.sum();
	}

	/** Netty's own count, and the JDK's of what Netty does not count. */
	private static long usedDirect() {
		long jdk = ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class)
			.stream()
			.filter((pool) -> pool.getName().equals("direct"))
			.mapToLong(BufferPoolMXBean::getMemoryUsed)
			.sum();
		return jdk + Math.max(PlatformDependent.usedDirectMemory(), 0);
	}

	private static final class Peak implements Runnable {

		private final AtomicBoolean done = new AtomicBoolean();

		private long heap;

		private long direct;

		private int samples;

		@Override
		public void run() {
			do {
				this.direct = Math.max(this.direct, usedDirect());
				this.heap = Math.max(this.heap, usedHeap());
				this.samples++;
				CountingServer.pause(1);
			}
			while (!this.done.get());
		}

	}

}
