// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.Collection;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * Report of what could not be decoded, for callers that draw conclusions from the absence
 * of a value. Pass it in the Reactor context:
 * {@code service.listAll().contextWrite(report)}.
 */
public final class DecodingReport implements UnaryOperator<Context> {

	private static final int MAX_DESCRIBED = 20;

	private final Queue<Deviation> deviations = new ConcurrentLinkedQueue<>();

	private final AtomicInteger skipped = new AtomicInteger();

	/**
	 * Report the number of elements of a list that were skipped.
	 * @param <T> the type of the elements
	 * @param list the list
	 * @param onSkipped invoked before completion, if elements were skipped, with their
	 * number
	 * @return the list
	 */
	public static <T> Flux<T> countSkipped(Flux<T> list, IntConsumer onSkipped) {
		return Flux.defer(() -> {
			DecodingReport report = new DecodingReport();
			return list.doOnComplete(() -> {
				if (report.skipped() > 0) {
					onSkipped.accept(report.skipped());
				}
			}).contextWrite(report);
		});
	}

	@Override
	public Context apply(Context context) {
		return context.put(DecodingReport.class, this);
	}

	static @Nullable DecodingReport from(ContextView context) {
		return context.getOrDefault(DecodingReport.class, null);
	}

	void add(Collection<Deviation> deviations) {
		for (Deviation deviation : deviations) {
			if (deviation.isSkipped()) {
				this.skipped.incrementAndGet();
			}
			this.deviations.add(deviation);
		}
	}

	/**
	 * Return the number of list elements that were skipped.
	 * @return the number
	 */
	int skipped() {
		return this.skipped.get();
	}

	/**
	 * Describe elements that were skipped, or have an unexpected structure in given
	 * fields.
	 * @param fields the wire names of the relevant fields
	 * @return the description, {@code null} if there are no such elements
	 */
	@Nullable String describe(String... fields) {
		Set<String> relevant = Set.of(fields);
		String description = this.deviations.stream()
			.map((deviation) -> deviation.describe(relevant))
			.filter((text) -> !text.isEmpty())
			.limit(MAX_DESCRIBED)
			.collect(Collectors.joining("; "));
		return description.isEmpty() ? null : description;
	}

	/**
	 * Element with an unexpected structure.
	 *
	 * @param id the id of the element, {@code null} if it has no valid one
	 * @param index the zero-based index in the list
	 * @param fields the paths of the fields, empty if the element was skipped
	 */
	record Deviation(@Nullable String id, int index, Set<String> fields) {

		boolean isSkipped() {
			return this.fields.isEmpty();
		}

		String describe() {
			return describe(this.fields);
		}

		String describe(Set<String> relevant) {
			if (isSkipped()) {
				return ((this.id != null) ? this.id : "element " + (this.index + 1)) + " cannot be decoded";
			}
			Set<String> named = new TreeSet<>(this.fields);
			named.removeIf((field) -> !relevant.contains(field));
			return named.isEmpty() ? ""
					: ((this.id != null) ? this.id : "element " + (this.index + 1)) + ": " + String.join(", ", named);
		}

	}

}
