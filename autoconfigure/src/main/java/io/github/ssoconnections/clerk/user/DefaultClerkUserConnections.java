// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.user;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.ApiQuery;
import io.github.ssoconnections.client.Effect;
import io.github.ssoconnections.client.ResponseType;
import io.github.ssoconnections.user.UserConnection;
import io.github.ssoconnections.user.UserConnections;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

/**
 * Default {@link ClerkUserConnections}.
 */
final class DefaultClerkUserConnections implements ClerkUserConnections {

	private static final ApiOperation<List<User>> LIST = ApiOperation.of("users.list", HttpMethod.GET, "/users",
			Effect.READ, ResponseType.of(List.class, User.class));

	private static final int PAGE = 500;

	private static final int MAX_PAGES = 20;

	private final ClerkClient client;

	DefaultClerkUserConnections(ClerkClient client) {
		Assert.notNull(client, "'client' must not be null");
		this.client = client;
	}

	@Override
	public Flux<UserConnections> find(String emailAddress) {
		Assert.isEmailAddress(emailAddress, "emailAddress");
		return this.client.execute(LIST.call().query(new UserQuery().address(emailAddress)))
			.flatMapIterable((users) -> users)
			.map((user) -> new UserConnections(this.client.account(), (user.id() != null) ? user.id() : "",
					user.accounts().stream().map(DefaultClerkUserConnections::connection).toList()));
	}

	private static UserConnection connection(User.EnterpriseAccount account) {
		User.Connection connection = account.enterpriseConnection();
		return new UserConnection(account.connectionId(), (connection != null) ? connection.name() : null,
				account.provider(), account.active(), account.lastAuthenticatedAt());
	}

	@Override
	public Mono<MovedUsers> countMoved(EnterpriseConnection connection) {
		Assert.notNull(connection, "'connection' must not be null");
		List<String> domains = (connection.domains() != null) ? connection.domains() : List.of();
		boolean subdomains = connection.saml() != null && Boolean.TRUE.equals(connection.saml().allowSubdomains());
		return Mono.defer(() -> {
			Set<String> moved = new HashSet<>();
			return Flux.fromIterable(domains)
				.map((domain) -> domain.toLowerCase(Locale.ROOT))
				.concatMap((domain) -> collect(moved, connection.id(), domain, subdomains, null, 1))
				.reduce(isKnown(connection), Boolean::logicalAnd)
				.map((complete) -> new MovedUsers(connection.id(), domains, moved.size(), complete));
		});
	}

	// An unexpected structure could hide users
	private static boolean isKnown(EnterpriseConnection connection) {
		return !connection.unknownFields().containsKey("domains")
				&& !connection.unknownFields().containsKey("saml_connection")
				&& (connection.saml() == null || !connection.saml().unknownFields().containsKey("allow_subdomains"));
	}

	private static boolean isKnown(User user) {
		return !user.unknownFields().containsKey("email_addresses") && user.addresses()
			.stream()
			.noneMatch((address) -> address == null || address.unknownFields().containsKey("email_address"));
	}

	// Whether these are all users of the domain
	private Mono<Boolean> collect(Set<String> moved, String connectionId, String domain, boolean subdomains,
			@Nullable String after, int page) {
		UserQuery query = new UserQuery().domain((subdomains ? "" : "@") + domain, PAGE, after);
		return this.client.execute(LIST.call().query(query)).flatMap((users) -> {
			users.stream()
				.filter((user) -> user.addresses().stream().anyMatch((each) -> isIn(domain, subdomains, each)))
				.filter((user) -> user.accounts()
					.stream()
					.noneMatch((account) -> connectionId.equals(account.connectionId())))
				.forEach((user) -> moved.add(String.valueOf(user.id())));
			boolean known = users.stream().allMatch(DefaultClerkUserConnections::isKnown);
			String last = users.isEmpty() ? null : users.get(users.size() - 1).id();
			if (users.size() < PAGE) {
				return Mono.just(known);
			}
			return (page == MAX_PAGES || last == null || last.equals(after)) ? Mono.just(false)
					: collect(moved, connectionId, domain, subdomains, last, page + 1).map((all) -> all && known);
		});
	}

	private static boolean isIn(String domain, boolean subdomains, User.EmailAddress address) {
		String text = (address.emailAddress() != null) ? address.emailAddress().toLowerCase(Locale.ROOT) : "";
		String host = text.substring(text.lastIndexOf('@') + 1);
		return host.equals(domain) || (subdomains && host.endsWith("." + domain));
	}

	/** Query of users. */
	private static final class UserQuery extends ApiQuery<UserQuery> {

		// Assumed: Clerk compares the case, and stores what was typed or lower case
		UserQuery address(String emailAddress) {
			return param("email_address",
					Stream.of(emailAddress, emailAddress.toLowerCase(Locale.ROOT)).distinct().toArray());
		}

		UserQuery domain(String part, int limit, @Nullable String after) {
			return single("email_address_query", part).single("limit", limit).single("starting_after", after);
		}

	}

}
