// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.SsoApiException.MalformedResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Streams a list each of whose pages says where the next one starts: a chain, one request
 * after the other, and none before what came with the one before it has been taken.
 */
public final class CheckpointPaging {

	private final String sizeName;

	private final String fromName;

	private final Set<String> otherPaging;

	private final int pageSize;

	/**
	 * Create a paging.
	 * @param sizeName the name of the parameter for the size of a page
	 * @param fromName the name of the parameter for where a page starts
	 * @param otherPaging the names of parameters that page in another way, and are left
	 * out
	 * @param pageSize the size of a page where the query does not say one
	 */
	public CheckpointPaging(String sizeName, String fromName, Set<String> otherPaging, int pageSize) {
		this.sizeName = sizeName;
		this.fromName = fromName;
		this.otherPaging = otherPaging;
		this.pageSize = pageSize;
	}

	/**
	 * Stream a list.
	 * @param <P> the type of a page
	 * @param <T> the type of the items
	 * @param client the client
	 * @param call the call that lists
	 * @param query the query; it may say the size of a page and where to start
	 * @param items gives the items of a page
	 * @param next gives where the page after a page starts, {@code null} or empty after
	 * the last
	 * @return the items
	 */
	public <P, T> Flux<T> stream(ApiClient client, ApiCall<P> call, ApiQuery<?> query, Function<P, List<T>> items,
			Function<P, @Nullable String> next) {
		List<QueryParameter> filters = new ArrayList<>(query.parameters());
		filters.removeIf((parameter) -> isPaging(parameter.name()));
		int size = (int) query.number(this.sizeName, this.pageSize);
		String start = query.text(this.fromName);
		return Flux.defer(() -> {
			Place<P> place = new Place<>(start);
			// The next page is asked for when this one has been taken whole
			return Flux.<Mono<P>>generate((sink) -> {
				if (place.atEnd) {
					sink.complete();
				}
				else {
					sink.next(fetch(client, call, filters, place.from, size)
						.doOnNext((page) -> place.moveOn(client, call, items.apply(page), next.apply(page))));
				}
			}).concatMap((page) -> page.flatMapIterable(items), 0);
		});
	}

	// A page that is too large for the client is fetched again, half as long
	private <P> Mono<P> fetch(ApiClient client, ApiCall<P> call, List<QueryParameter> filters, @Nullable String from,
			int size) {
		Mono<P> page = client.execute(call.query(at(filters, from, size)));
		return (size <= 1) ? page : page.onErrorResume(MalformedResponse.class,
				(failure) -> failure.isTooLarge() ? fetch(client, call, filters, from, size / 2) : Mono.error(failure));
	}

	private boolean isPaging(String name) {
		return name.equals(this.sizeName) || name.equals(this.fromName) || this.otherPaging.contains(name);
	}

	private List<QueryParameter> at(List<QueryParameter> filters, @Nullable String from, int size) {
		List<QueryParameter> parameters = new ArrayList<>(filters);
		parameters.add(new QueryParameter(this.sizeName, Integer.toString(size)));
		if (from != null) {
			parameters.add(new QueryParameter(this.fromName, from));
		}
		return parameters;
	}

	private static final class Place<P> {

		private @Nullable String from;

		private final Set<String> seen = new HashSet<>();

		private final CycleDetector circle = new CycleDetector();

		private int empty;

		private boolean atEnd;

		Place(@Nullable String from) {
			this.from = from;
		}

		void moveOn(ApiClient client, ApiCall<P> call, List<?> items, @Nullable String next) {
			this.atEnd = (next == null || next.isEmpty());
			if (next != null && (next.equals(this.from) || !this.seen.add(next))) {
				throw endless(client, call, "the next page is one that was fetched before");
			}
			this.empty = items.isEmpty() ? this.empty + 1 : 0;
			if (!this.atEnd && (this.empty > Listing.MAX_PAGES_WITHOUT_PROGRESS
					|| this.circle.add(items) > Listing.MAX_PAGES_WITHOUT_PROGRESS)) {
				throw endless(client, call, Listing.MAX_PAGES_WITHOUT_PROGRESS + " pages brought nothing new");
			}
			this.from = next;
		}

		private static SsoApiException endless(ApiClient client, ApiCall<?> call, String reason) {
			return client.exchange().failures().endless(call.operation(), reason);
		}

	}

}
