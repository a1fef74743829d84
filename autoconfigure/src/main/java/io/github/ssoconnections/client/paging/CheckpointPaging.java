// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.paging;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.github.ssoconnections.SsoApiException.MalformedResponse;
import io.github.ssoconnections.client.ApiCall;
import io.github.ssoconnections.client.ApiClient;
import io.github.ssoconnections.client.ApiQuery;
import io.github.ssoconnections.client.QueryParameter;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Checkpoint pagination: each page contains the next page token. Pages are fetched
 * sequentially, each when all items of the previous one were consumed.
 */
public final class CheckpointPaging {

	private final String sizeName;

	private final String fromName;

	/** The names of all parameters for pagination. */
	private final Set<String> pagingNames;

	private final int pageSize;

	/**
	 * Create an instance.
	 * @param sizeName the name of the parameter for the page size
	 * @param fromName the name of the parameter for the page token
	 * @param otherPaging the names of parameters for other kinds of pagination, which are
	 * not sent
	 * @param pageSize the default page size
	 */
	public CheckpointPaging(String sizeName, String fromName, Set<String> otherPaging, int pageSize) {
		this.sizeName = sizeName;
		this.fromName = fromName;
		this.pagingNames = new HashSet<>(otherPaging);
		this.pagingNames.addAll(List.of(sizeName, fromName));
		this.pageSize = pageSize;
	}

	/**
	 * Return all items of a list.
	 * @param <P> the type of a page
	 * @param <T> the type of the items
	 * @param client the client
	 * @param call the call
	 * @param query the query, optionally with page size and token of the first page
	 * @param items returns the items of a page
	 * @param next returns the next page token, {@code null} or empty for the last page
	 * @return the items
	 */
	public <P, T> Flux<T> stream(ApiClient client, ApiCall<P> call, ApiQuery<?> query, Function<P, List<T>> items,
			Function<P, @Nullable String> next) {
		PageParameters parameters = new PageParameters(query);
		List<QueryParameter> filters = parameters.without(this.pagingNames);
		int size = (int) parameters.number(this.sizeName, this.pageSize);
		String start = parameters.text(this.fromName);
		return Flux.defer(() -> {
			Position<P> position = new Position<>(start);
			return Flux.<Mono<P>>generate((sink) -> {
				if (position.last) {
					sink.complete();
				}
				else {
					sink.next(fetch(client, call, filters, position.from, size)
						.doOnNext((page) -> position.advance(client, call, items.apply(page), next.apply(page))));
				}
			}).concatMap((page) -> page.flatMapIterable(items), 0);
		});
	}

	private <P> Mono<P> fetch(ApiClient client, ApiCall<P> call, List<QueryParameter> filters, @Nullable String from,
			int size) {
		Mono<P> page = client.execute(call.query(at(filters, from, size)));
		return (size <= 1) ? page : page.onErrorResume(MalformedResponse.class,
				(failure) -> failure.isTooLarge() ? fetch(client, call, filters, from, size / 2) : Mono.error(failure));
	}

	private List<QueryParameter> at(List<QueryParameter> filters, @Nullable String from, int size) {
		List<QueryParameter> parameters = new ArrayList<>(filters);
		parameters.add(new QueryParameter(this.sizeName, Integer.toString(size)));
		if (from != null) {
			parameters.add(new QueryParameter(this.fromName, from));
		}
		return parameters;
	}

	private static final class Position<P> {

		private @Nullable String from;

		private final Set<String> seen = new HashSet<>();

		private final CycleDetector cycles = new CycleDetector();

		private int empty;

		private boolean last;

		Position(@Nullable String from) {
			this.from = from;
		}

		void advance(ApiClient client, ApiCall<P> call, List<?> items, @Nullable String next) {
			this.last = (next == null || next.isEmpty());
			if (next != null && (next.equals(this.from) || !this.seen.add(next))) {
				throw client.endless(call, "the next page token was returned before");
			}
			this.empty = items.isEmpty() ? this.empty + 1 : 0;
			if (!this.last && (this.empty > Listing.MAX_PAGES_WITHOUT_PROGRESS
					|| this.cycles.add(items) > Listing.MAX_PAGES_WITHOUT_PROGRESS)) {
				throw client.endless(call, Listing.MAX_PAGES_WITHOUT_PROGRESS + " pages in a row had no new items");
			}
			this.from = next;
		}

	}

}
