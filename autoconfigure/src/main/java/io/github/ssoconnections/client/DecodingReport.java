// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.Collection;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * What could not be read of the responses to some calls, for callers that decide by what
 * is absent. Written into the Reactor context of the calls:
 * {@code service.listAll().contextWrite(report)}.
 */
public final class DecodingReport implements UnaryOperator<Context> {

	/** Enough for a message, however long the list is. */
	private static final int KEPT = 20;

	private final Queue<Oddity> oddities = new ConcurrentLinkedQueue<>();

	private final AtomicInteger skipped = new AtomicInteger();

	@Override
	public Context apply(Context context) {
		return context.put(DecodingReport.class, this);
	}

	static @Nullable DecodingReport from(ContextView context) {
		return context.getOrDefault(DecodingReport.class, null);
	}

	void add(Collection<Oddity> oddities) {
		for (Oddity oddity : oddities) {
			if (oddity.isSkipped()) {
				this.skipped.incrementAndGet();
			}
			this.oddities.add(oddity);
		}
	}

	/**
	 * Return how many elements of lists were skipped, as they could not be read.
	 * @return the number
	 */
	public int skipped() {
		return this.skipped.get();
	}

	/**
	 * Return why nothing can be concluded from what was read.
	 * @param fields the fields that the conclusion rests on, by wire name
	 * @return which elements were skipped, or have such a field of an unexpected
	 * structure; {@code null} if there are none
	 */
	public @Nullable String doubt(String... fields) {
		Set<String> relevant = Set.of(fields);
		String doubt = this.oddities.stream()
			.map((oddity) -> oddity.describe(relevant))
			.filter((text) -> !text.isEmpty())
			.limit(KEPT)
			.collect(Collectors.joining("; "));
		return doubt.isEmpty() ? null : doubt;
	}

	/**
	 * An element, or a field of it, of an unexpected structure.
	 *
	 * @param id the id of the element, {@code null} if it has none that can be read
	 * @param index its place in the list, from 0 on
	 * @param fields the fields by their path, empty if the whole element was skipped
	 */
	record Oddity(@Nullable String id, int index, Set<String> fields) {

		boolean isSkipped() {
			return this.fields.isEmpty();
		}

		String describe() {
			return describe(this.fields);
		}

		String describe(Set<String> relevant) {
			if (isSkipped()) {
				return ((this.id != null) ? this.id : "element " + (this.index + 1)) + " cannot be read";
			}
			Set<String> named = new TreeSet<>(this.fields);
			named.removeIf((field) -> !relevant.contains(field));
			return named.isEmpty() ? ""
					: ((this.id != null) ? this.id : "element " + (this.index + 1)) + ": " + String.join(", ", named);
		}

	}

}
