// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.log;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Operations;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.ApiQuery;
import io.github.ssoconnections.client.ResponseType;
import reactor.core.publisher.Mono;

/**
 * Default {@link Auth0SignInFailures}.
 */
final class DefaultAuth0SignInFailures implements Auth0SignInFailures {

	private static final int MAX_LIMIT = 100;

	private static final ApiOperation<List<LogEvent>> LIST = Auth0Operations
		.<List<LogEvent>>read("logs.list", "/logs", ResponseType.of(List.class, LogEvent.class))
		.withScopes("read:logs");

	private final Auth0Client client;

	DefaultAuth0SignInFailures(Auth0Client client) {
		Assert.notNull(client, "'client' must not be null");
		this.client = client;
	}

	@Override
	public Mono<List<SignInFailure>> recent(String connectionId, int limit) {
		Auth0Operations.checkId(connectionId);
		Assert.isTrue(limit >= 1 && limit <= MAX_LIMIT, "'limit' must be between 1 and 100");
		return this.client.execute(LIST.call().query(new LogQuery().failuresOf(connectionId, limit)))
			.map((events) -> events.stream().map(SignInFailure::of).toList());
	}

	/** Query of failed sign-ins. */
	private static final class LogQuery extends ApiQuery<LogQuery> {

		/** What Auth0's log streams group as failures of a sign-in. */
		private static final String FAILED = Stream.of("f", "fc", "fco", "fcoa", "fens", "fp", "fu")
			.map((type) -> "type:" + type)
			.collect(Collectors.joining(" OR ", "(", ")"));

		LogQuery failuresOf(String connectionId, int limit) {
			// No details: they may contain a whole response of the IdP
			return single("q", "connection_id:\"" + connectionId + "\" AND " + FAILED).single("sort", "date:-1")
				.single("per_page", limit)
				.single("fields", "date,type,description,user_name")
				.single("include_fields", true);
		}

	}

}
