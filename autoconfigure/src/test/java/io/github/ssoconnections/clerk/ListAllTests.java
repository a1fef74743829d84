// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How whole lists are streamed, page by page.
 */
@Tag("blockhound")
class ListAllTests {

	@RegisterExtension
	static final Wire wire = new Wire();

	@ParameterizedTest
	@EnumSource
	void fetchesPageAfterPageUntilTheTotal(Api api) {
		api.holds(5, 2);
		StepVerifier.create(api.ids(2)).expectNext("0", "1", "2", "3", "4").expectComplete().verify(Clerk.TIMEOUT);
		assertThat(wire.urls()).containsExactly(api.url(2, 0), api.url(2, 2), api.url(2, 4));
	}

	@ParameterizedTest
	@EnumSource
	void doesNotAskForAPageBehindTheTotal(Api api) {
		api.holds(4, 2);
		StepVerifier.create(api.ids(2)).expectNextCount(4).expectComplete().verify(Clerk.TIMEOUT);
		assertThat(wire.urls()).containsExactly(api.url(2, 0), api.url(2, 2));
	}

	@ParameterizedTest
	@EnumSource
	void requestsPagesOfAHundredByDefault(Api api) {
		wire.respondsTo(api.url(100, 0), 200, Clerk.page(1, "{\"id\":\"0\"}"));
		StepVerifier.create(api.ids(ClerkSettings.defaults(), null, null))
			.expectNext("0")
			.expectComplete()
			.verify(Clerk.TIMEOUT);
		assertThat(wire.urls()).containsExactly(api.url(100, 0));
	}

	@ParameterizedTest
	@EnumSource
	void fetchesNoMoreThanIsTaken(Api api) {
		api.holds(100, 10);
		StepVerifier.create(api.ids(10).take(3)).expectNextCount(3).expectComplete().verify(Clerk.TIMEOUT);
		assertThat(wire.urls()).containsExactly(api.url(10, 0));
		wire.server().resetRequests();
		StepVerifier.create(api.ids(10).take(10)).expectNextCount(10).expectComplete().verify(Clerk.TIMEOUT);
		assertThat(wire.urls()).containsExactly(api.url(10, 0));
		wire.server().resetRequests();
		StepVerifier.create(api.ids(10).take(11)).expectNextCount(11).expectComplete().verify(Clerk.TIMEOUT);
		assertThat(wire.urls()).containsExactly(api.url(10, 0), api.url(10, 10));
		wire.server().resetRequests();
		StepVerifier.create(api.ids(10).take(35)).expectNextCount(35).expectComplete().verify(Clerk.TIMEOUT);
		assertThat(wire.urls()).hasSize(4);
	}

	@ParameterizedTest
	@EnumSource
	void fetchesNoMorePagesAheadOfTheDemandThanItsParallelism(Api api) {
		api.holds(200, 10);
		ClerkSettings settings = ClerkSettings.defaults().withPageSize(10).withPageParallelism(3);
		StepVerifier.create(api.ids(settings, null, null), 0)
			.then(() -> assertThat(wire.urls()).hasSizeLessThanOrEqualTo(1))
			.thenRequest(1)
			.expectNextCount(1)
			.then(() -> assertThat(wire.urls()).hasSizeLessThanOrEqualTo(4))
			.thenRequest(10)
			.expectNextCount(10)
			.then(() -> assertThat(wire.urls()).hasSizeLessThanOrEqualTo(5))
			.thenRequest(Long.MAX_VALUE)
			.expectNextSequence(IntStream.range(11, 200).mapToObj(Integer::toString).toList())
			.expectComplete()
			.verify(Clerk.TIMEOUT);
		assertThat(wire.urls()).hasSize(20).doesNotHaveDuplicates();
	}

	@ParameterizedTest
	@EnumSource
	void startsAtTheOffsetOfTheQueryAndKeepsItsFilters(Api api) {
		wire.respondsTo(api.filteredUrl(3, 7), 200, Clerk.page(12, items(7, 10)));
		wire.respondsTo(api.filteredUrl(3, 10), 200, Clerk.page(12, items(10, 12)));
		StepVerifier.create(api.filteredIds(3, 7L))
			.expectNext("7", "8", "9", "10", "11")
			.expectComplete()
			.verify(Clerk.TIMEOUT);
		assertThat(wire.urls()).containsExactly(api.filteredUrl(3, 7), api.filteredUrl(3, 10));
	}

	@ParameterizedTest
	@EnumSource
	void goesOnAfterAPageThatIsShorterThanAskedFor(Api api) {
		wire.respondsTo(api.url(4, 0), 200, Clerk.page(5, items(0, 2)));
		wire.respondsTo(api.url(2, 2), 200, Clerk.page(5, items(2, 4)));
		wire.respondsTo(api.url(2, 4), 200, Clerk.page(5, items(4, 5)));
		StepVerifier.create(api.ids(4)).expectNext("0", "1", "2", "3", "4").expectComplete().verify(Clerk.TIMEOUT);
		assertThat(wire.urls()).containsExactly(api.url(4, 0), api.url(2, 2), api.url(2, 4));
	}

	@ParameterizedTest
	@EnumSource
	void endsAtAnEmptyPageWhateverTheTotal(Api api) {
		wire.respondsWith(200, Clerk.page(9));
		wire.respondsTo(api.url(2, 0), 200, Clerk.page(9, items(0, 2)));
		StepVerifier.create(api.ids(2)).expectNext("0", "1").expectComplete().verify(Clerk.TIMEOUT);
	}

	@ParameterizedTest
	@EnumSource
	void endsAtAShortPageWhereThereIsNoTotal(Api api) {
		wire.respondsTo(api.url(2, 0), 200, withoutTotal(items(0, 2)));
		wire.respondsTo(api.url(2, 2), 200, withoutTotal(items(2, 3)));
		StepVerifier.create(api.ids(2)).expectNext("0", "1", "2").expectComplete().verify(Clerk.TIMEOUT);
		assertThat(wire.urls()).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource
	void requestsAnotherPageAfterAFullPageWithoutTotal(Api api) {
		wire.respondsTo(api.url(2, 0), 200, withoutTotal(items(0, 2)));
		wire.respondsTo(api.url(2, 2), 200, withoutTotal());
		StepVerifier.create(api.ids(2)).expectNext("0", "1").expectComplete().verify(Clerk.TIMEOUT);
		assertThat(wire.urls()).hasSize(2);
	}

	@ParameterizedTest
	@EnumSource
	void isEmptyWhenThereIsNothing(Api api) {
		api.holds(0, 2);
		StepVerifier.create(api.ids(2)).expectComplete().verify(Clerk.TIMEOUT);
		assertThat(wire.urls()).containsExactly(api.url(2, 0));
	}

	@ParameterizedTest
	@EnumSource
	void failsAfterTheItemsOfTheFirstPageWhenTheSecondFails(Api api) {
		api.holds(4, 2);
		wire.respondsTo(api.url(2, 2), 500, "");
		StepVerifier.create(api.ids(2))
			.expectNext("0", "1")
			.expectError(SsoApiException.Unavailable.class)
			.verify(Clerk.TIMEOUT);
		assertThat(wire.urls()).containsExactly(api.url(2, 0), api.url(2, 2));
	}

	@ParameterizedTest
	@EnumSource
	void failsWhenAPageHasNoList(Api api) {
		for (String body : new String[] { "{}", "{\"total_count\":3}", "{\"data\":{}}" }) {
			wire.respondsWith(200, body);
			StepVerifier.create(api.ids(2)).expectError(SsoApiException.MalformedResponse.class).verify(Clerk.TIMEOUT);
		}
	}

	@ParameterizedTest
	@EnumSource
	void startsAnewForEverySubscription(Api api) {
		api.holds(3, 2);
		Flux<String> ids = api.ids(2);
		StepVerifier.create(ids.concatWith(ids))
			.expectNext("0", "1", "2", "0", "1", "2")
			.expectComplete()
			.verify(Clerk.TIMEOUT);
		assertThat(wire.urls()).containsExactly(api.url(2, 0), api.url(2, 2), api.url(2, 0), api.url(2, 2));
	}

	private static String[] items(int from, int to) {
		return IntStream.range(from, to).mapToObj((id) -> "{\"id\":\"" + id + "\"}").toArray(String[]::new);
	}

	private static String withoutTotal(String... items) {
		return "{\"data\":[" + String.join(",", items) + "]}";
	}

	enum Api {

		ENTERPRISE("/enterprise_connections?", "organization_id=org_1&active=false&"),

		SAML("/saml_connections?", "query=a%26b&organization_id=%2Borg_1&organization_id=-org_2&");

		private final String path;

		private final String filters;

		Api(String path, String filters) {
			this.path = path;
			this.filters = filters;
		}

		/**
		 * Serve a list with the numbers up to the total as ids.
		 */
		void holds(int total, int pageSize) {
			for (int offset = 0; offset == 0 || offset < total; offset += pageSize) {
				wire.respondsTo(url(pageSize, offset), 200,
						Clerk.page(total, items(offset, Math.min(offset + pageSize, total))));
			}
		}

		String url(int limit, int offset) {
			return this.path + "limit=" + limit + "&offset=" + offset;
		}

		String filteredUrl(int limit, int offset) {
			return this.path + this.filters + "limit=" + limit + "&offset=" + offset;
		}

		Flux<String> ids(int pageSize) {
			return ids(ClerkSettings.defaults().withPageSize(pageSize).withPageParallelism(1), null, null);
		}

		Flux<String> filteredIds(Integer limit, Long offset) {
			return ids(ClerkSettings.defaults().withPageParallelism(1), limit, offset);
		}

		Flux<String> ids(ClerkSettings settings, Integer limit, Long offset) {
			ClerkClient client = Clerk.client(wire, settings);
			boolean filtered = limit != null;
			if (this == ENTERPRISE) {
				EnterpriseConnectionQuery query = new EnterpriseConnectionQuery().limit(limit).offset(offset);
				return map(
						EnterpriseConnectionService.create(client)
							.listAll(filtered ? query.organizationId("org_1").active(false) : query),
						EnterpriseConnection::id);
			}
			SamlConnectionQuery query = new SamlConnectionQuery().offset(offset);
			if (filtered) {
				query.query("a&b").limit(limit).includeOrganizations("org_1").excludeOrganizations("org_2");
			}
			return map(SamlConnectionService.create(client).listAll(query), SamlConnection::id);
		}

		private static <T> Flux<String> map(Flux<T> items, Function<T, String> id) {
			return items.map(id);
		}

	}

}
