// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import io.github.ssoconnections.catalog.CatalogEntry;

/**
 * Selects the connections of a page. Keeps those up to the end of the page, and neither
 * copies nor sorts the others.
 */
final class PageSelection {

	private final ConnectionQuery query;

	private final Comparator<CatalogEntry> order;

	private final int end;

	/** The last of the page is the head. */
	private final PriorityQueue<CatalogEntry> first;

	private int total;

	PageSelection(ConnectionQuery query) {
		this.query = query;
		this.order = query.sort().comparator(query.isDescending());
		this.end = (int) Math.min((long) query.offset() + query.limit(), Integer.MAX_VALUE);
		this.first = new PriorityQueue<>(this.order.reversed());
	}

	void add(Collection<CatalogEntry> entries) {
		for (CatalogEntry entry : entries) {
			if (this.query.includes(entry)) {
				this.total++;
				add(entry);
			}
		}
	}

	private void add(CatalogEntry entry) {
		if (this.first.size() < this.end) {
			this.first.add(entry);
		}
		else if (this.order.compare(entry, this.first.element()) < 0) {
			this.first.remove();
			this.first.add(entry);
		}
	}

	int total() {
		return this.total;
	}

	List<CatalogEntry> page() {
		List<CatalogEntry> page = new ArrayList<>();
		while (this.first.size() > this.query.offset()) {
			page.add(0, this.first.remove());
		}
		return page;
	}

}
