// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.fleet;

import java.util.concurrent.RejectedExecutionException;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Loop that subscribes to one publication after the other: on a thread between start and
 * stop, or on the calling thread if it needs none. Without a publication, it is idle
 * until the next call of {@link #proceed()}.
 */
final class PublicationLoop {

	private static final Log logger = LogFactory.getLog(EventPublication.class);

	private final Supplier<@Nullable Mono<?>> publications;

	private final boolean needsThread;

	private final SerialTasks tasksWithoutThread = new SerialTasks();

	private volatile @Nullable Scheduler thread;

	private volatile Disposable publishing = Disposables.disposed();

	// Used by the tasks alone
	private @Nullable MonoSink<Void> idle;

	/**
	 * Create a loop.
	 * @param publications supplies the next publication, {@code null} if there is none
	 * @param needsThread whether the loop does nothing before the start and after the
	 * stop; otherwise, it needs no start
	 */
	PublicationLoop(Supplier<@Nullable Mono<?>> publications, boolean needsThread) {
		this.publications = publications;
		this.needsThread = needsThread;
	}

	boolean needsThread() {
		return this.needsThread;
	}

	/**
	 * Return the thread.
	 * @return the scheduler, {@code null} before the start and after the stop
	 */
	@Nullable Scheduler thread() {
		return this.thread;
	}

	/**
	 * Start to use a thread.
	 * @param scheduler the scheduler of the thread
	 * @return the thread
	 */
	Scheduler start(Scheduler scheduler) {
		Scheduler thread = Schedulers.single(scheduler);
		this.thread = thread;
		return thread;
	}

	/**
	 * Cancel the publication that is in progress and subscribe to no more.
	 * @param thread the thread
	 */
	void stop(Scheduler thread) {
		this.thread = null;
		this.publishing.dispose();
		thread.dispose();
	}

	/**
	 * Subscribe to the next publication, unless one is in progress.
	 */
	void proceed() {
		execute(this::publishNext);
	}

	/**
	 * Subscribe to the next publication after a task that runs in the loop.
	 * @param task the task
	 */
	void proceedAfter(Runnable task) {
		execute(() -> {
			task.run();
			publishNext();
		});
	}

	/**
	 * Proceed until there is no publication.
	 * @return the completion
	 */
	Mono<Void> whenIdle() {
		return Mono.create((sink) -> proceedAfter(() -> this.idle = sink));
	}

	private void publishNext() {
		if (!this.publishing.isDisposed()) {
			return;
		}
		Mono<?> publication = this.publications.get();
		if (publication != null) {
			run(publication);
		}
		else if (this.idle != null) {
			this.idle.success();
			this.idle = null;
		}
	}

	private void run(Mono<?> publication) {
		Disposable.Swap publishing = Disposables.swap();
		this.publishing = publishing;
		publishing.update(publication
			.onErrorResume(
					(failure) -> Mono.fromRunnable(() -> logger.error("Publication failed unexpectedly", failure)))
			.doFinally((signal) -> {
				publishing.dispose();
				proceed();
			})
			.subscribe());
	}

	private void execute(Runnable task) {
		Scheduler thread = this.thread;
		try {
			if (thread != null) {
				thread.schedule(task);
			}
			else if (!this.needsThread) {
				this.tasksWithoutThread.execute(task);
			}
		}
		catch (RejectedExecutionException ex) {
			logger.debug("No event is published after the stop", ex);
		}
	}

}
