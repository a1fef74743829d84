// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.ssoconnections.client.ApiQuery;
import io.github.ssoconnections.testing.Setters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Every parameter of every query. {@link OperationTests} tests their encoding.
 */
class QueryTests {

	private static final Setters<Auth0ConnectionQuery> CONNECTIONS = Setters.of(Auth0ConnectionQuery::new,
			(setters) -> setters.row("take(Integer)", (query) -> query.take(1), "take=1")
				.row("from(String)", (query) -> query.from("c"), "from=c")
				.row("page(Integer)", (query) -> query.page(0), "page=0")
				.row("perPage(Integer)", (query) -> query.perPage(100), "per_page=100")
				.row("includeTotals(Boolean)", (query) -> query.includeTotals(false), "include_totals=false")
				.row("strategy(ConnectionStrategy[])",
						(query) -> query.strategy(ConnectionStrategy.OKTA, new ConnectionStrategy("new")),
						"strategy=okta&strategy=new")
				.row("name(String)", (query) -> query.name("acme"), "name=acme")
				.row("fields(String)", (query) -> query.fields("id,name"), "fields=id,name")
				.row("includeFields(Boolean)", (query) -> query.includeFields(true), "include_fields=true"));

	private static final Setters<Auth0FieldQuery> FIELDS = Setters.of(Auth0FieldQuery::new,
			(setters) -> setters.row("fields(String)", (query) -> query.fields("id"), "fields=id")
				.row("includeFields(Boolean)", (query) -> query.includeFields(false), "include_fields=false"));

	private static final Setters<Auth0PageQuery> PAGES = Setters.of(Auth0PageQuery::new,
			(setters) -> setters.row("take(Integer)", (query) -> query.take(100), "take=100")
				.row("from(String)", (query) -> query.from("c"), "from=c"));

	private static final Setters<EnabledClientQuery> CLIENTS = Setters.of(EnabledClientQuery::new,
			(setters) -> setters.row("take(Integer)", (query) -> query.take(1000), "take=1000")
				.row("from(String)", (query) -> query.from("c"), "from=c"));

	static Stream<Setters<?>> queries() {
		return Stream.of(CONNECTIONS, FIELDS, PAGES, CLIENTS);
	}

	static Stream<Arguments> setters() {
		return queries()
			.flatMap((query) -> query.signatures().stream().map((signature) -> Arguments.of(query, signature)));
	}

	@ParameterizedTest
	@MethodSource("queries")
	void everySetterIsTested(Setters<?> query) {
		assertThat(query.signatures()).containsExactlyInAnyOrderElementsOf(Setters.signatures(query.type()));
	}

	@ParameterizedTest
	@MethodSource("setters")
	void containsTheSetParametersOnly(Setters<?> query, String setter) {
		assertThat(parameters((ApiQuery<?>) query.withValue(setter))).isEqualTo(query.wire(setter));
		if (!setter.endsWith("[])")) {
			assertThat(parameters((ApiQuery<?>) query.withNull(setter))).isEmpty();
		}
	}

	@Test
	void usesCheckpointPaginationByDefault() {
		assertThat(parameters(new Auth0ConnectionQuery().name("a").orByCheckpoint(7))).isEqualTo("name=a&take=7");
		for (Auth0ConnectionQuery told : new Auth0ConnectionQuery[] { new Auth0ConnectionQuery().take(1),
				new Auth0ConnectionQuery().from("c"), new Auth0ConnectionQuery().page(0),
				new Auth0ConnectionQuery().perPage(1), new Auth0ConnectionQuery().includeTotals(true) }) {
			assertThat(told.orByCheckpoint(7)).isSameAs(told);
		}
		Auth0ConnectionQuery query = new Auth0ConnectionQuery();
		query.orByCheckpoint(7);
		assertThat(parameters(query)).isEmpty();
	}

	@Test
	void hasTheBoundsOfTheDocument() {
		for (int take : new int[] { -1, 0, 101 }) {
			rejects("take", () -> new Auth0ConnectionQuery().take(take));
			rejects("perPage", () -> new Auth0ConnectionQuery().perPage(take));
			rejects("take", () -> new Auth0PageQuery().take(take));
		}
		rejects("page", () -> new Auth0ConnectionQuery().page(-1));
		rejects("take", () -> new EnabledClientQuery().take(0));
		rejects("take", () -> new EnabledClientQuery().take(1001));
		rejects("from", () -> new EnabledClientQuery().from("c".repeat(1001)));
		assertThat(new EnabledClientQuery().from("c".repeat(1000)).parameters()).hasSize(1);
	}

	private static void rejects(String name, Runnable call) {
		assertThatIllegalArgumentException().isThrownBy(call::run).withMessageStartingWith("'" + name + "' must ");
	}

	private static String parameters(ApiQuery<?> query) {
		return query.parameters()
			.stream()
			.map((parameter) -> parameter.name() + "=" + parameter.value())
			.collect(Collectors.joining("&"));
	}

}
