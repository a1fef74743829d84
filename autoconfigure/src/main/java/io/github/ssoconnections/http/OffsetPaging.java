// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import io.github.ssoconnections.Page;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Streams a list that is paged by offset: a page is fetched when the items before it have
 * been taken.
 */
public final class OffsetPaging {

	private final String limitName;

	private final String offsetName;

	private final int pageSize;

	/**
	 * Create a paging.
	 * @param limitName the name of the parameter for the size of a page
	 * @param offsetName the name of the parameter for the items to skip
	 * @param pageSize the size of a page where the query does not say one
	 */
	public OffsetPaging(String limitName, String offsetName, int pageSize) {
		this.limitName = limitName;
		this.offsetName = offsetName;
		this.pageSize = pageSize;
	}

	/**
	 * Stream a list.
	 * @param <T> the type of the items
	 * @param client the client
	 * @param call the call that lists
	 * @param query the query; its limit is the size of a page, its offset where to start
	 * @return the items
	 */
	public <T> Flux<T> stream(ApiClient client, ApiCall<Page<T>> call, ApiQuery<?> query) {
		List<QueryParameter> filters = new ArrayList<>(query.parameters());
		filters.removeIf((parameter) -> isPaging(parameter.name()));
		long limit = query.number(this.limitName, this.pageSize);
		long start = query.number(this.offsetName, 0);
		Function<Long, Mono<Step<T>>> step = (offset) -> client.execute(call.query(at(filters, limit, offset)))
			.map((page) -> new Step<>(page, offset, limit));
		return Flux.defer(() -> step.apply(start))
			.expand((done) -> done.isLast() ? Mono.empty() : step.apply(done.next()))
			// One page ahead at most: with the default, it would fetch as fast as it can
			.flatMapIterable((done) -> done.page().data(), 1);
	}

	private boolean isPaging(String name) {
		return name.equals(this.limitName) || name.equals(this.offsetName);
	}

	private List<QueryParameter> at(List<QueryParameter> filters, long limit, long offset) {
		List<QueryParameter> parameters = new ArrayList<>(filters);
		parameters.add(new QueryParameter(this.limitName, Long.toString(limit)));
		parameters.add(new QueryParameter(this.offsetName, Long.toString(offset)));
		return parameters;
	}

	private record Step<T>(Page<T> page, long offset, long limit) {

		long next() {
			return this.offset + this.page.data().size();
		}

		// By the total where there is one: a vendor may give less than was asked for
		boolean isLast() {
			int size = this.page.data().size();
			Long total = this.page.totalCount();
			return size == 0 || ((total != null) ? next() >= total : size < this.limit);
		}

	}

}
