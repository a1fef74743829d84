// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.ssoconnections.ListDrift;
import io.github.ssoconnections.Page;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a list while its pages come in, one after the other: how long it is,
 * and which items came lately.
 */
final class Listing<T> {

	/** As many as drift can bring in a row, and a few more. */
	static final int MAX_PAGES_WITHOUT_PROGRESS = 10;

	private final Function<T, @Nullable String> id;

	private final int remembered;

	private final Supplier<? extends RuntimeException> endless;

	private final CycleDetector circle = new CycleDetector();

	private final Deque<Set<String>> lately = new ArrayDeque<>();

	private @Nullable Long firstTotal;

	/**
	 * Read by the thread that asks for more pages, written by the one that takes them.
	 */
	private volatile @Nullable Long total;

	private long duplicates;

	private int pagesWithoutProgress;

	Listing(Function<T, @Nullable String> id, int remembered, Supplier<? extends RuntimeException> endless) {
		this.id = id;
		this.remembered = remembered;
		this.endless = endless;
	}

	/**
	 * Take in a page.
	 * @param page the next page in order
	 * @param offset where it starts
	 * @return its items without those that came before
	 */
	List<T> take(Page<T> page, long offset) {
		begin(page, offset);
		return page.data().stream().filter(this::isNew).toList();
	}

	/**
	 * Take note that a page begins.
	 * @param page the next page in order
	 * @param offset where it starts
	 */
	void begin(Page<T> page, long offset) {
		this.firstTotal = (this.firstTotal != null) ? this.firstTotal : page.totalCount();
		this.total = (page.totalCount() != null) ? page.totalCount() : this.total;
		this.lately.addLast(new HashSet<>());
		if (this.lately.size() > this.remembered) {
			this.lately.removeFirst();
		}
		boolean stuck = !isBeyondEnd(page, offset) && ++this.pagesWithoutProgress > MAX_PAGES_WITHOUT_PROGRESS;
		if (stuck || this.circle.add(ids(page)) > MAX_PAGES_WITHOUT_PROGRESS) {
			throw this.endless.get();
		}
	}

	private List<String> ids(Page<T> page) {
		List<String> ids = new ArrayList<>(page.data().size());
		for (T item : page.data()) {
			String id = this.id.apply(item);
			if (id != null) {
				ids.add(id);
			}
		}
		return ids;
	}

	// The list has become shorter since the page was requested
	private static boolean isBeyondEnd(Page<?> page, long offset) {
		return page.data().isEmpty() && page.skipped() == 0 && page.totalCount() != null && offset >= page.totalCount();
	}

	/**
	 * Take in an item.
	 * @param item the next item of the page that began last
	 * @return whether it came neither on this page nor on one of those before
	 */
	boolean isNew(T item) {
		String id = this.id.apply(item);
		if (id == null) {
			this.pagesWithoutProgress = 0;
			return true;
		}
		boolean known = this.lately.stream().anyMatch((page) -> page.contains(id));
		this.lately.getLast().add(id);
		this.duplicates += known ? 1 : 0;
		this.pagesWithoutProgress = known ? this.pagesWithoutProgress : 0;
		return !known;
	}

	@Nullable Long total() {
		return this.total;
	}

	/**
	 * Return whether nothing can come after what was fetched.
	 * @param next the offset of the next item
	 * @param limit the size of a page
	 * @param lastSize the size of the last page
	 * @return whether the list is at its end
	 */
	boolean isComplete(long next, int limit, int lastSize) {
		Long total = this.total;
		return (total != null) ? next >= total : lastSize < limit;
	}

	void reportDrift(Consumer<ListDrift> consumer) {
		Long before = this.firstTotal;
		Long now = this.total;
		if (this.duplicates > 0 || (before != null && !before.equals(now))) {
			consumer.accept(new ListDrift(before, now, this.duplicates));
		}
	}

}
