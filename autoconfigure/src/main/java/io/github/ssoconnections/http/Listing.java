// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.ssoconnections.ListDrift;
import io.github.ssoconnections.Page;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a list while its pages come in, one after the other: how long it is,
 * and which items came lately.
 */
final class Listing<T> {

	private final Function<T, @Nullable String> id;

	private final int remembered;

	private final Deque<Set<String>> lately = new ArrayDeque<>();

	private @Nullable Long firstTotal;

	/**
	 * Read by the thread that asks for more pages, written by the one that takes them.
	 */
	private volatile @Nullable Long total;

	private long duplicates;

	Listing(Function<T, @Nullable String> id, int remembered) {
		this.id = id;
		this.remembered = remembered;
	}

	/**
	 * Take in a page.
	 * @param page the next page in order
	 * @return its items without those that came on one of the pages before
	 */
	List<T> take(Page<T> page) {
		this.firstTotal = (this.firstTotal != null) ? this.firstTotal : page.totalCount();
		this.total = (page.totalCount() != null) ? page.totalCount() : this.total;
		Set<String> ids = new HashSet<>();
		List<T> items = new ArrayList<>(page.data().size());
		for (T item : page.data()) {
			String id = this.id.apply(item);
			if (id == null || (isNew(id) && ids.add(id))) {
				items.add(item);
			}
			else {
				this.duplicates++;
			}
		}
		this.lately.add(ids);
		if (this.lately.size() > this.remembered) {
			this.lately.remove();
		}
		return items;
	}

	private boolean isNew(String id) {
		return this.lately.stream().noneMatch((page) -> page.contains(id));
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
