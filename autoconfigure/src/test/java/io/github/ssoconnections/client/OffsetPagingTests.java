// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.ssoconnections.ListDrift;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.client.paging.OffsetPaging;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import org.springframework.util.MultiValueMap;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How lists are streamed: counted, without a clock.
 */
class OffsetPagingTests {

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private final List<String> requested = Collections.synchronizedList(new ArrayList<>());

	private final List<ListDrift> drifts = new ArrayList<>();

	private volatile int total = 100;

	private volatile boolean hasTotal = true;

	private int most = 500;

	private IntFunction<String> item = (index) -> "item_" + index;

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 9, 10, 11, 39, 40, 41, 50, 51, 997 })
	void emitsEverythingInOrderWithNoRequestTooMany(int size) {
		this.total = size;
		StepVerifier.create(stream(4).collectList()).expectNext(items(0, size)).expectComplete().verify(LIMIT);
		assertThat(this.requested).hasSize(Math.max((size + 9) / 10, 1));
		assertThat(this.drifts).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 9, 10, 11, 45, 997 })
	void emitsEverythingWhenTotalIsNotTold(int size) {
		this.total = size;
		this.hasTotal = false;
		StepVerifier.create(stream(4).collectList()).expectNext(items(0, size)).expectComplete().verify(LIMIT);
		assertThat(this.requested).hasSize(size / 10 + 1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 4, 16 })
	void fetchesAsManyPagesAtATimeAsConfigured(int parallelism) {
		this.total = 1000;
		List<Sinks.Empty<Void>> open = new ArrayList<>();
		List<String> got = new ArrayList<>();
		stream(parallelism, (request) -> {
			if (this.requested.size() == 1) {
				return page(request);
			}
			Sinks.Empty<Void> sink = Sinks.empty();
			open.add(sink);
			return sink.asMono().then(Mono.defer(() -> page(request)));
		}).subscribe(got::add);
		assertThat(got).hasSize(10);
		assertThat(this.requested).hasSize(1 + parallelism);
		// The last of them comes first: it waits for those before it, and nothing more is
		// requested
		open.get(parallelism - 1).tryEmitEmpty();
		assertThat(got).hasSize((parallelism == 1) ? 20 : 10);
		for (int i = 0; i < open.size(); i++) {
			open.get(i).tryEmitEmpty();
		}
		assertThat(got).isEqualTo(items(0, 1000));
		assertThat(this.requested).hasSize(100);
	}

	@Test
	void isNeverFurtherAheadOfDemandThanConfigured() {
		this.total = 1000;
		List<String> got = new ArrayList<>();
		BaseSubscriber<String> subscriber = new BaseSubscriber<>() {

			@Override
			protected void hookOnSubscribe(Subscription subscription) {
			}

			@Override
			protected void hookOnNext(String value) {
				got.add(value);
			}

		};
		stream(4).subscribe(subscriber);
		assertThat(this.requested).hasSizeLessThanOrEqualTo(1);
		subscriber.request(10);
		assertThat(got).hasSize(10);
		assertThat(this.requested).hasSizeLessThanOrEqualTo(5);
		for (int taken = 11; taken < 500; taken++) {
			subscriber.request(1);
			assertThat(got).hasSize(taken);
			assertThat(this.requested.size()).isLessThanOrEqualTo((taken + 9) / 10 + 4);
		}
		int before = this.requested.size();
		subscriber.cancel();
		assertThat(this.requested).hasSize(before);
	}

	@Test
	void fetchesOnePageWhenTenAreTaken() {
		this.total = 1000;
		StepVerifier.create(stream(4).take(10)).expectNextCount(10).expectComplete().verify(LIMIT);
		assertThat(this.requested).containsExactly("limit=10&offset=0");
	}

	@Test
	void stopsFetchingWhenCancelled() {
		this.total = 1000;
		List<Integer> cancelled = new ArrayList<>();
		Disposable stream = stream(4, (request) -> (this.requested.size() == 1) ? page(request)
				: Mono.<ClientResponse>never().doOnCancel(() -> cancelled.add(1)))
			.subscribe();
		assertThat(this.requested).hasSize(5);
		stream.dispose();
		assertThat(cancelled).hasSize(4);
		assertThat(this.requested).hasSize(5);
	}

	@Test
	void failsAfterEverythingBeforeTheFailingPage() {
		this.total = 1000;
		List<Sinks.Empty<Void>> open = new ArrayList<>();
		List<String> got = new ArrayList<>();
		List<Throwable> failures = new ArrayList<>();
		stream(4, (request) -> {
			if (this.requested.size() == 1) {
				return page(request);
			}
			if (this.requested.get(this.requested.size() - 1).endsWith("offset=30")) {
				return Upstream.status(403, "{}");
			}
			Sinks.Empty<Void> sink = Sinks.empty();
			open.add(sink);
			return sink.asMono().then(Mono.defer(() -> page(request)));
		}).subscribe(got::add, failures::add);
		assertThat(failures).isEmpty();
		open.get(1).tryEmitEmpty();
		assertThat(failures).isEmpty();
		open.get(0).tryEmitEmpty();
		assertThat(got).isEqualTo(items(0, 30));
		assertThat(failures).singleElement().isInstanceOf(SsoApiException.Forbidden.class);
	}

	@Test
	void emitsOnceWhatComesTwiceThroughDrift() {
		this.total = 60;
		// While the second page is fetched, three new items push all others back
		StepVerifier.create(stream(4, (request) -> {
			if (this.requested.size() == 2) {
				this.total = 63;
				this.item = (index) -> (index < 3) ? "new_" + index : "item_" + (index - 3);
			}
			return page(request);
		}).collectList()).expectNext(items(0, 60)).expectComplete().verify(LIMIT);
		assertThat(this.drifts).containsExactly(new ListDrift(60L, 63L, 3));
	}

	@Test
	void goesOnWhenTheListGrewWhileItWasRead() {
		this.total = 20;
		StepVerifier.create(stream(4, (request) -> {
			this.total = (this.requested.size() == 2) ? 45 : this.total;
			return page(request);
		}).collectList()).expectNext(items(0, 45)).expectComplete().verify(LIMIT);
		assertThat(this.drifts).containsExactly(new ListDrift(20L, 45L, 0));
	}

	@Test
	void endsWhenTheListShrankWhileItWasRead() {
		this.total = 100;
		StepVerifier.create(stream(4, (request) -> {
			this.total = (this.requested.size() >= 3) ? 15 : 100;
			return page(request);
		}).collectList()).assertNext((got) -> assertThat(got).containsAll(items(0, 20))).expectComplete().verify(LIMIT);
		assertThat(this.drifts).hasSize(1);
	}

	@Test
	void goesOnWhereTheVendorStoppedWhenItGivesLess() {
		this.total = 95;
		this.most = 7;
		StepVerifier.create(stream(4).collectList()).expectNext(items(0, 95)).expectComplete().verify(LIMIT);
		assertThat(this.requested).hasSize(14);
	}

	@Test
	void fetchesTooLargePageAgainInHalves() {
		this.total = 100;
		String large = "x".repeat(600);
		this.item = (index) -> "item_" + index + ((index / 10 == 3) ? large : "");
		ApiClientSettings settings = ApiClientSettings.defaults().withMaxResponseSize(DataSize.ofBytes(2500));
		StepVerifier.create(stream(4, this::page, settings, (item) -> item).map((item) -> item.replace(large, "")))
			.expectNextSequence(items(0, 100))
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.requested)
			.contains("limit=10&offset=30", "limit=5&offset=30", "limit=5&offset=35", "limit=2&offset=30",
					"limit=3&offset=32")
			.doesNotContain("limit=5&offset=20");
	}

	@Test
	void failsWhenOneItemIsTooLarge() {
		this.total = 10;
		this.item = (index) -> "x".repeat((index == 4) ? 5000 : 10);
		ApiClientSettings settings = ApiClientSettings.defaults().withMaxResponseSize(DataSize.ofBytes(2500));
		StepVerifier.create(stream(4, this::page, settings, (item) -> null))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOfSatisfying(
					SsoApiException.MalformedResponse.class, (ex) -> assertThat(ex.isTooLarge()).isTrue()))
			.verify(LIMIT);
		assertThat(this.requested).contains("limit=1&offset=4").hasSizeLessThan(25);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 4 })
	void failsWhenTheTotalIsTooLargeAndPagesAreEmpty(int parallelism) {
		StepVerifier
			.create(stream(parallelism,
					(request) -> (this.requested.size() == 1) ? page(request)
							: Upstream.status(200, "{\"data\":[],\"total_count\":1000000}")))
			.expectNextSequence(items(0, 10))
			.expectErrorSatisfies(OffsetPagingTests::assertEndless)
			.verify(LIMIT);
		assertThat(this.requested).hasSizeLessThanOrEqualTo(1 + 10 + parallelism);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void failsWhenTheSamePageComesForEver(boolean hasTotal) {
		String total = hasTotal ? ",\"total_count\":1000000" : "";
		StepVerifier
			.create(stream(1,
					(request) -> Upstream.status(200,
							"{\"data\":" + IntStream.range(0, 10).mapToObj((index) -> "\"item_" + index + "\"").toList()
									+ total + "}")))
			.expectNextSequence(items(0, 10))
			.expectErrorSatisfies(OffsetPagingTests::assertEndless)
			.verify(LIMIT);
		assertThat(this.requested).hasSizeLessThanOrEqualTo(1 + 10 + 1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 2, 7, 30 })
	void failsWhenPagesComeRoundAgain(int pages) {
		this.item = (index) -> "item_" + index % (pages * 10);
		this.total = 1_000_000;
		StepVerifier.create(stream(4).then()).expectErrorSatisfies(OffsetPagingTests::assertEndless).verify(LIMIT);
		assertThat(this.requested).hasSizeLessThan(64 + 20 * pages);
	}

	@Test
	void endsWhenTheListHasBecomeMuchShorter() {
		this.total = 1000;
		StepVerifier.create(stream(4, (request) -> {
			this.total = (this.requested.size() > 1) ? 15 : 1000;
			return page(request);
		})).expectNextSequence(items(0, 15)).expectComplete().verify(LIMIT);
		assertThat(this.drifts).singleElement().satisfies((drift) -> assertThat(drift.totalBefore()).isEqualTo(1000));
	}

	private static void assertEndless(Throwable failure) {
		assertThat(failure).isInstanceOf(SsoApiException.MalformedResponse.class)
			.hasMessage("stub things.list: 200 10 pages in a row had no new items");
	}

	@Test
	void keepsFiltersStartAndPageSizeOfTheQuery() {
		this.total = 50;
		Query query = new Query().param("active", false).param("offset", 30).param("limit", 7);
		OffsetPaging paging = new OffsetPaging("limit", "offset", 10, 4);
		ApiClient client = new Upstream().respondsWith(this::record).client();
		StepVerifier.create(paging.stream(client, Upstream.LIST.call(), query, (item) -> item, this.drifts::add))
			.expectNextSequence(items(30, 50))
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.requested).containsExactly("active=false&limit=7&offset=30", "active=false&limit=7&offset=37",
				"active=false&limit=7&offset=44");
	}

	@Test
	void readsEverythingAnewWhenSubscribedAgain() {
		Flux<String> stream = stream(4);
		StepVerifier.create(stream.concatWith(stream).count()).expectNext(200L).expectComplete().verify(LIMIT);
		assertThat(this.requested).hasSize(20);
	}

	@Test
	void holdsNoMoreThanAFewPagesOfALongList() {
		this.total = 20_000;
		StepVerifier.create(stream(4), 0)
			.thenRequest(5_000)
			.expectNextCount(5_000)
			.then(() -> assertThat(this.requested).hasSizeLessThanOrEqualTo(504))
			.thenRequest(15_000)
			.expectNextCount(15_000)
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.requested).hasSize(2_000);
	}

	private Flux<String> stream(int parallelism) {
		return stream(parallelism, this::page);
	}

	private Flux<String> stream(int parallelism, Function<ClientRequest, Mono<ClientResponse>> response) {
		return stream(parallelism, response, ApiClientSettings.defaults(), (item) -> item);
	}

	private Flux<String> stream(int parallelism, Function<ClientRequest, Mono<ClientResponse>> response,
			ApiClientSettings settings, Function<String, String> id) {
		ApiClient client = new Upstream().respondsWith((request) -> {
			this.requested.add(request.url().getQuery());
			return response.apply(request);
		}).client(settings);
		return new OffsetPaging("limit", "offset", 10, parallelism).stream(client, Upstream.LIST.call(), new Query(),
				id, this.drifts::add);
	}

	private Mono<ClientResponse> record(ClientRequest request) {
		this.requested.add(request.url().getQuery());
		return page(request);
	}

	private Mono<ClientResponse> page(ClientRequest request) {
		MultiValueMap<String, String> parameters = UriComponentsBuilder.fromUri(request.url()).build().getQueryParams();
		int offset = Integer.parseInt(parameters.getFirst("offset"));
		int limit = Math.min(Integer.parseInt(parameters.getFirst("limit")), this.most);
		String data = IntStream.range(offset, Math.max(Math.min(offset + limit, this.total), offset))
			.mapToObj((index) -> '"' + this.item.apply(index) + '"')
			.toList()
			.toString();
		return Upstream.status(200,
				"{\"data\":" + data + (this.hasTotal ? ",\"total_count\":" + this.total : "") + "}");
	}

	private static List<String> items(int from, int to) {
		return Stream.iterate(from, (index) -> index + 1)
			.limit(Math.max(to - from, 0))
			.map((index) -> "item_" + index)
			.toList();
	}

	private static final class Query extends ApiQuery<Query> {

	}

}
