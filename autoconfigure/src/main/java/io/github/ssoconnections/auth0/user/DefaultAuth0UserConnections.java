// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.user;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Operations;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.ApiQuery;
import io.github.ssoconnections.client.ResponseType;
import io.github.ssoconnections.user.UserConnection;
import io.github.ssoconnections.user.UserConnections;
import reactor.core.publisher.Flux;

/**
 * Default {@link Auth0UserConnections}.
 */
final class DefaultAuth0UserConnections implements Auth0UserConnections {

	private static final ApiOperation<List<User>> LIST = Auth0Operations
		.<List<User>>read("users.list_by_email", "/users-by-email", ResponseType.of(List.class, User.class))
		.withScopes("read:users");

	private final Auth0Client client;

	DefaultAuth0UserConnections(Auth0Client client) {
		Assert.notNull(client, "'client' must not be null");
		this.client = client;
	}

	@Override
	public Flux<UserConnections> find(String emailAddress) {
		Assert.isEmailAddress(emailAddress, "emailAddress");
		List<UserQuery> spellings = Stream.of(emailAddress, emailAddress.toLowerCase(Locale.ROOT))
			.distinct()
			.map((address) -> new UserQuery().address(address))
			.toList();
		return Flux.fromIterable(spellings)
			.concatMap((query) -> this.client.execute(LIST.call().query(query)))
			.flatMapIterable((users) -> users)
			.map(this::connections)
			.distinct(UserConnections::userId);
	}

	private UserConnections connections(User user) {
		List<User.Identity> identities = (user.identities() != null) ? user.identities() : List.of();
		return new UserConnections(this.client.account(), (user.userId() != null) ? user.userId() : "",
				identities.stream()
					.map((identity) -> new UserConnection(null, identity.connection(), identity.provider(), null, null))
					.toList());
	}

	/** Query of users by address. */
	private static final class UserQuery extends ApiQuery<UserQuery> {

		UserQuery address(String emailAddress) {
			return single("email", emailAddress).single("fields", "user_id,email,identities");
		}

	}

}
