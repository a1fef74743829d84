// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.paging;

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
 * State of offset pagination: the total count and the ids of recent items.
 */
final class Listing<T> {

	/** More than concurrent changes can cause. */
	static final int MAX_PAGES_WITHOUT_PROGRESS = 10;

	private final Function<T, @Nullable String> id;

	private final int rememberedPages;

	private final Supplier<? extends RuntimeException> endless;

	private final CycleDetector cycles = new CycleDetector();

	private final Deque<Set<String>> recentIds = new ArrayDeque<>();

	private @Nullable Long firstTotal;

	/**
	 * Read by the thread that requests pages, written by the thread that receives them.
	 */
	private volatile @Nullable Long total;

	private long duplicates;

	private int pagesWithoutProgress;

	Listing(Function<T, @Nullable String> id, int rememberedPages, Supplier<? extends RuntimeException> endless) {
		this.id = id;
		this.rememberedPages = rememberedPages;
		this.endless = endless;
	}

	/**
	 * Add a page.
	 * @param page the next page in order
	 * @param offset the offset of the page
	 * @return the items without duplicates
	 */
	List<T> addPage(Page<T> page, long offset) {
		startPage(page, offset);
		return page.data().stream().filter(this::isNew).toList();
	}

	/**
	 * Start a page.
	 * @param page the next page in order
	 * @param offset the offset of the page
	 */
	void startPage(Page<T> page, long offset) {
		this.firstTotal = (this.firstTotal != null) ? this.firstTotal : page.totalCount();
		this.total = (page.totalCount() != null) ? page.totalCount() : this.total;
		this.recentIds.addLast(new HashSet<>());
		if (this.recentIds.size() > this.rememberedPages) {
			this.recentIds.removeFirst();
		}
		boolean stuck = !isBeyondEnd(page, offset) && ++this.pagesWithoutProgress > MAX_PAGES_WITHOUT_PROGRESS;
		if (stuck || this.cycles.add(ids(page)) > MAX_PAGES_WITHOUT_PROGRESS) {
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

	private static boolean isBeyondEnd(Page<?> page, long offset) {
		return page.data().isEmpty() && page.skipped() == 0 && page.totalCount() != null && offset >= page.totalCount();
	}

	/**
	 * Add an item.
	 * @param item the next item of the current page
	 * @return whether it is neither on this page nor on a remembered one
	 */
	boolean isNew(T item) {
		String id = this.id.apply(item);
		if (id == null) {
			this.pagesWithoutProgress = 0;
			return true;
		}
		boolean duplicate = this.recentIds.stream().anyMatch((page) -> page.contains(id));
		this.recentIds.getLast().add(id);
		this.duplicates += duplicate ? 1 : 0;
		this.pagesWithoutProgress = duplicate ? this.pagesWithoutProgress : 0;
		return !duplicate;
	}

	@Nullable Long total() {
		return this.total;
	}

	/**
	 * Return whether all pages were fetched.
	 * @param next the offset of the next item
	 * @param limit the page size
	 * @param lastSize the size of the last page
	 * @return whether the list is complete
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
