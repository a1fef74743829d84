// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A thread for each caller of a blocking client: a virtual one where the JDK has them.
 */
final class BlockingCallers implements AutoCloseable {

	private final ExecutorService executor = executor();

	private static ExecutorService executor() {
		try {
			return (ExecutorService) Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
		}
		catch (ReflectiveOperationException ex) {
			return Executors.newCachedThreadPool();
		}
	}

	/**
	 * Make calls, each of which returns with its response.
	 * @param caller the caller
	 * @param call the call
	 */
	void repeat(Caller caller, Callable<?> call) {
		this.executor.execute(() -> {
			try {
				while (caller.next()) {
					caller.responded(call.call());
				}
			}
			catch (Throwable ex) {
				caller.failed(ex);
			}
		});
	}

	@Override
	public void close() {
		this.executor.shutdown();
	}

}
