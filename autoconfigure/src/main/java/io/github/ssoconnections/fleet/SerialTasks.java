// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Tasks that run one after the other, without a thread of their own: on the calling
 * thread, or on the thread that runs one of them at that time. They throw no exceptions.
 */
final class SerialTasks implements Executor {

	private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();

	private final AtomicInteger count = new AtomicInteger();

	@Override
	public void execute(Runnable task) {
		this.tasks.add(task);
		if (this.count.getAndIncrement() == 0) {
			run();
		}
	}

	private void run() {
		Error failure = null;
		do {
			try {
				this.tasks.remove().run();
			}
			catch (Error ex) {
				failure = ex;
			}
		}
		while (this.count.decrementAndGet() != 0);
		if (failure != null) {
			throw failure;
		}
	}

}
