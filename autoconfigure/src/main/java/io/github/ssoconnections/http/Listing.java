// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.util.ArrayDeque;
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
	 * @return its items without those that came before
	 */
	List<T> take(Page<T> page) {
		begin(page);
		return page.data().stream().filter(this::isNew).toList();
	}

	/**
	 * Take note that a page begins.
	 * @param page the next page in order
	 */
	void begin(Page<T> page) {
		this.firstTotal = (this.firstTotal != null) ? this.firstTotal : page.totalCount();
		this.total = (page.totalCount() != null) ? page.totalCount() : this.total;
		this.lately.addLast(new HashSet<>());
		if (this.lately.size() > this.remembered) {
			this.lately.removeFirst();
		}
	}

	/**
	 * Take in an item.
	 * @param item the next item of the page that began last
	 * @return whether it came neither on this page nor on one of those before
	 */
	boolean isNew(T item) {
		String id = this.id.apply(item);
		if (id == null) {
			return true;
		}
		boolean known = this.lately.stream().anyMatch((page) -> page.contains(id));
		this.lately.getLast().add(id);
		this.duplicates += known ? 1 : 0;
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
