// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.client.paging.CheckpointPaging;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.http.HttpMethod;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a list is streamed whose pages say where the next one starts.
 */
class CheckpointPagingTests {

	private static final ApiOperation<Checkpoint> LIST = ApiOperation.of("things.list", HttpMethod.GET, "/things",
			Effect.READ, ResponseType.of(Checkpoint.class));

	private static final CheckpointPaging PAGING = new CheckpointPaging("take", "from", Set.of("page", "per_page"), 10);

	private final Upstream upstream = new Upstream().respondsWith((request) -> page(request, 35));

	private final List<String> queries = new ArrayList<>();

	private ApiClient client = this.upstream.client();

	@Test
	void emitsEverythingInOrderWithOneRequestAPage() {
		StepVerifier.create(list(new Query())).expectNextSequence(things(35)).expectComplete().verify(Calls.PATIENCE);
		assertThat(this.queries).containsExactly("take=10", "take=10&from=10", "take=10&from=20", "take=10&from=30");
	}

	@Test
	void keepsToTheQueryButForOtherPaging() {
		Query query = new Query().param("name", "a+b")
			.param("take", 20)
			.param("from", "5")
			.param("page", 3)
			.param("per_page", 7);
		StepVerifier.create(list(query).count()).expectNext(30L).expectComplete().verify(Calls.PATIENCE);
		assertThat(this.queries).containsExactly("name=a%2Bb&take=20&from=5", "name=a%2Bb&take=20&from=25");
	}

	@Test
	void fetchesNoPageBeforeTheOneBeforeItIsTaken() {
		StepVerifier.create(list(new Query()), 0)
			.thenRequest(9)
			.expectNextCount(9)
			.then(() -> assertThat(this.queries).hasSize(1))
			.thenRequest(2)
			.expectNextCount(2)
			.then(() -> assertThat(this.queries).hasSize(2))
			.thenCancel()
			.verify(Calls.PATIENCE);
		this.queries.clear();
		StepVerifier.create(list(new Query()).take(10)).expectNextCount(10).expectComplete().verify(Calls.PATIENCE);
		assertThat(this.queries).hasSize(1);
	}

	@Test
	void goesOnAfterAnEmptyPage() {
		this.upstream.respondsWith((request) -> {
			this.queries.add(request.url().getQuery());
			return Upstream.status(200, (this.queries.size() == 1) ? "{\"items\":[],\"next\":\"n\"}"
					: "{\"items\":[\"thing_0\"],\"next\":\"\"}");
		});
		StepVerifier.create(list(new Query())).expectNext("thing_0").expectComplete().verify(Calls.PATIENCE);
		assertThat(this.queries).hasSize(2);
	}

	@Test
	void failsWhenTheListWouldNeverEnd() {
		this.upstream.respondsWith((request) -> Upstream.status(200,
				"{\"items\":[\"thing_" + this.upstream.count() + "\"],\"next\":\"n\"}"));
		StepVerifier.create(list(new Query()))
			.expectNext("thing_1")
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.MalformedResponse.class)
				.hasMessage("stub things.list: 200 the next page token was returned before"))
			.verify(Calls.PATIENCE);
		assertThat(this.upstream.count()).isEqualTo(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 3, 7 })
	void failsWhenTheNextPagesGoRoundInACircle(int length) {
		this.upstream.respondsWith((request) -> Upstream.status(200,
				"{\"items\":[\"thing\"],\"next\":\"n" + this.upstream.count() % length + "\"}"));
		StepVerifier.create(list(new Query()))
			.expectNextCount(length)
			.expectError(SsoApiException.MalformedResponse.class)
			.verify(Calls.PATIENCE);
		assertThat(this.upstream.count()).isEqualTo(length + 1);
	}

	@Test
	void failsWhenEmptyPagesNeverEnd() {
		this.upstream.respondsWith(
				(request) -> Upstream.status(200, "{\"items\":[],\"next\":\"n" + this.upstream.count() + "\"}"));
		StepVerifier.create(list(new Query()))
			.expectError(SsoApiException.MalformedResponse.class)
			.verify(Calls.PATIENCE);
		assertThat(this.upstream.count()).isEqualTo(11);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 2, 5, 30 })
	void failsWhenPagesComeRoundAgainUnderOtherNames(int length) {
		this.upstream.respondsWith((request) -> Upstream.status(200, "{\"items\":[\"thing_"
				+ this.upstream.count() % length + "\"],\"next\":\"n" + this.upstream.count() + "\"}"));
		StepVerifier.create(list(new Query()).then())
			.expectError(SsoApiException.MalformedResponse.class)
			.verify(Calls.PATIENCE);
		assertThat(this.upstream.count()).isLessThan(64 + 20 * length);
	}

	@Test
	void fetchesAPageThatIsTooLargeAgainInHalves() {
		this.client = this.upstream.client(ApiClientSettings.defaults().withMaxResponseSize(DataSize.ofBytes(80)));
		StepVerifier.create(list(new Query())).expectNextSequence(things(35)).expectComplete().verify(Calls.PATIENCE);
		assertThat(this.queries.subList(0, 4)).containsExactly("take=10", "take=5", "take=10&from=5", "take=5&from=5");
	}

	@Test
	void emitsWhatCameBeforeAFailure() {
		this.upstream.respondsWith((request) -> request.url().getQuery().contains("from=10") ? Upstream.status(400, "")
				: page(request, 35));
		StepVerifier.create(list(new Query()))
			.expectNextSequence(things(10))
			.expectError(SsoApiException.InvalidRequest.class)
			.verify(Calls.PATIENCE);
	}

	@Test
	void startsAnewWithEachSubscription() {
		Flux<String> list = list(new Query());
		StepVerifier.create(list.count()).expectNext(35L).expectComplete().verify(Calls.PATIENCE);
		StepVerifier.create(list.count()).expectNext(35L).expectComplete().verify(Calls.PATIENCE);
		assertThat(this.queries).hasSize(8);
	}

	@Test
	void needsNoStackForALongList() {
		this.upstream.respondsWith((request) -> page(request, 20_000));
		StepVerifier.create(list(new Query().param("take", 2)).count())
			.expectNext(20_000L)
			.expectComplete()
			.verify(Calls.PATIENCE);
	}

	private Flux<String> list(Query query) {
		return PAGING.stream(this.client, LIST.call(), query, Checkpoint::items, Checkpoint::next);
	}

	private Mono<ClientResponse> page(ClientRequest request, int total) {
		this.queries.add(request.url().getRawQuery());
		Map<String, String> query = UriComponentsBuilder.fromUri(request.url())
			.build()
			.getQueryParams()
			.toSingleValueMap();
		int from = Integer.parseInt(query.getOrDefault("from", "0"));
		int to = Math.min(from + Integer.parseInt(query.get("take")), total);
		List<String> items = IntStream.range(from, to).mapToObj((number) -> "\"thing_" + number + "\"").toList();
		return Upstream.status(200, "{\"items\":" + items + ((to < total) ? ",\"next\":\"" + to + "\"" : "") + "}");
	}

	private static List<String> things(int count) {
		return IntStream.range(0, count).mapToObj((number) -> "thing_" + number).toList();
	}

	private record Checkpoint(List<String> items, @Nullable String next) {
	}

	private static final class Query extends ApiQuery<Query> {

	}

}
