// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client.paging;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.ssoconnections.ListDrift;
import io.github.ssoconnections.Page;
import io.github.ssoconnections.SsoApiException.MalformedResponse;
import io.github.ssoconnections.client.ApiCall;
import io.github.ssoconnections.client.ApiClient;
import io.github.ssoconnections.client.ApiQuery;
import io.github.ssoconnections.client.QueryParameter;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.SynchronousSink;

/**
 * Offset pagination. The first page contains the total count; further pages are fetched
 * in order, a few concurrently, on demand.
 */
public final class OffsetPaging {

	private static final int PREFETCH = 32;

	private final String limitName;

	private final String offsetName;

	private final int pageSize;

	private final int parallelism;

	/**
	 * Create an instance.
	 * @param limitName the name of the parameter for the page size
	 * @param offsetName the name of the parameter for the offset
	 * @param pageSize the default page size
	 * @param parallelism the number of pages fetched concurrently, at least 1
	 */
	public OffsetPaging(String limitName, String offsetName, int pageSize, int parallelism) {
		this.limitName = limitName;
		this.offsetName = offsetName;
		this.pageSize = pageSize;
		this.parallelism = parallelism;
	}

	/**
	 * Return all items of a list.
	 * @param <T> the type of the items
	 * @param client the client
	 * @param call the call
	 * @param query the query; its limit is the page size, its offset the start
	 * @param id returns the id of an item, by which duplicates are dropped
	 * @param onDrift invoked at most once, before completion, if the list changed during
	 * pagination
	 * @return the items
	 */
	public <T> Flux<T> stream(ApiClient client, ApiCall<Page<T>> call, ApiQuery<?> query,
			Function<T, @Nullable String> id, Consumer<ListDrift> onDrift) {
		PageParameters parameters = new PageParameters(query);
		List<QueryParameter> filters = parameters.without(Set.of(this.limitName, this.offsetName));
		int limit = (int) parameters.number(this.limitName, this.pageSize);
		long start = parameters.number(this.offsetName, 0);
		PageFetcher<T> fetcher = (offset, size) -> client.execute(call.query(at(filters, size, offset)));
		return Flux.defer(() -> {
			Listing<T> listing = new Listing<>(id, this.parallelism + 2, () -> client.endless(call,
					Listing.MAX_PAGES_WITHOUT_PROGRESS + " pages in a row had no new items"));
			return fetch(fetcher, start, limit).flatMapMany((first) -> {
				int size = sizeOf(first);
				return Flux.fromIterable(listing.addPage(first, start))
					.concatWith(rest(fetcher, listing, start + size, limit, size));
			}).doOnComplete(() -> listing.reportDrift(onDrift));
		});
	}

	private <T> Flux<T> rest(PageFetcher<T> fetcher, Listing<T> listing, long next, int limit, int lastSize) {
		return Flux.defer(() -> {
			if (lastSize == 0 || listing.isComplete(next, limit, lastSize)) {
				return Flux.empty();
			}
			int step = Math.min(lastSize, limit);
			Long total = listing.total();
			return (total != null) ? parallel(fetcher, listing, next, total, step)
					: sequential(fetcher, listing, next, limit);
		});
	}

	private <T> Flux<T> parallel(PageFetcher<T> fetcher, Listing<T> listing, long next, long total, int step) {
		long pages = (total - next + step - 1) / step;
		Flux<Long> offsets = Flux.generate(() -> 0L, (page, sink) -> {
			if (page == pages) {
				sink.complete();
			}
			else {
				sink.next(next + page * step);
			}
			return page + 1;
		});
		// Items instead of pages, so that a page counts as prefetched until it is emitted
		return offsets
			.flatMapSequential((offset) -> slots(fetch(fetcher, offset, step), offset), this.parallelism, PREFETCH)
			.<T>handle((slot, sink) -> slot.emit(listing, sink))
			.concatWith(rest(fetcher, listing, next + pages * step, step, step));
	}

	private static <T> Flux<Slot<T>> slots(Mono<Page<T>> fetched, long offset) {
		return fetched
			.flatMapMany((page) -> page.data().isEmpty() ? Flux.just(new Slot<>(page, offset, 0, null))
					: Flux.range(0, page.data().size()).map((index) -> new Slot<>(page, offset, index, null)))
			.onErrorResume((failure) -> Mono.just(new Slot<>(null, offset, 0, failure)));
	}

	private <T> Flux<T> sequential(PageFetcher<T> fetcher, Listing<T> listing, long next, int limit) {
		return step(fetcher, next, limit)
			.expand((step) -> (sizeOf(step.page()) < limit) ? Mono.empty() : step(fetcher, step.next(), limit))
			.concatMapIterable((step) -> listing.addPage(step.page(), step.next() - sizeOf(step.page())), 1);
	}

	private <T> Mono<Step<T>> step(PageFetcher<T> fetcher, long offset, int limit) {
		return fetch(fetcher, offset, limit).map((page) -> new Step<>(page, offset + sizeOf(page)));
	}

	private <T> Mono<Page<T>> fetch(PageFetcher<T> fetcher, long offset, int limit) {
		Mono<Page<T>> page = fetcher.fetch(offset, limit);
		if (limit == 1) {
			return page;
		}
		int half = limit / 2;
		return page.onErrorResume(MalformedResponse.class,
				(failure) -> failure.isTooLarge() ? fetch(fetcher, offset, half).flatMap(
						(first) -> fetch(fetcher, offset + half, limit - half).map((second) -> join(first, second)))
						: Mono.error(failure));
	}

	private static <T> Page<T> join(Page<T> first, Page<T> second) {
		List<T> data = new ArrayList<>(first.data());
		data.addAll(second.data());
		return new Page<>(data, second.totalCount(), first.skipped() + second.skipped());
	}

	private static int sizeOf(Page<?> page) {
		return page.data().size() + page.skipped();
	}

	private List<QueryParameter> at(List<QueryParameter> filters, long limit, long offset) {
		List<QueryParameter> parameters = new ArrayList<>(filters);
		parameters.add(new QueryParameter(this.limitName, Long.toString(limit)));
		parameters.add(new QueryParameter(this.offsetName, Long.toString(offset)));
		return parameters;
	}

	/**
	 * Position of an item on its page. The failure of a page is a slot too, so that it is
	 * emitted after the items before it.
	 */
	private record Slot<T>(@Nullable Page<T> page, long offset, int index, @Nullable Throwable failure) {

		void emit(Listing<T> listing, SynchronousSink<T> sink) {
			if (this.page == null) {
				sink.error((this.failure != null) ? this.failure : new IllegalStateException());
				return;
			}
			if (this.index == 0) {
				listing.startPage(this.page, this.offset);
			}
			if (!this.page.data().isEmpty() && listing.isNew(this.page.data().get(this.index))) {
				sink.next(this.page.data().get(this.index));
			}
		}

	}

	private record Step<T>(Page<T> page, long next) {
	}

	@FunctionalInterface
	private interface PageFetcher<T> {

		Mono<Page<T>> fetch(long offset, int limit);

	}

}
