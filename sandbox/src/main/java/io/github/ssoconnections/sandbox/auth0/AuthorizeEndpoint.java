// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.http.Request;
import io.github.ssoconnections.sandbox.rest.Call;
import io.github.ssoconnections.sandbox.rest.Query;
import io.github.ssoconnections.sandbox.rest.Reply;
import io.github.ssoconnections.sandbox.signin.Outcome;
import io.github.ssoconnections.sandbox.signin.SignIn;
import io.github.ssoconnections.sandbox.signin.SignInPages;
import org.jspecify.annotations.Nullable;

/**
 * The address at which a sign-in begins. It leads to the page that plays the IdP, and not
 * back to the application: {@code redirect_uri} is ignored, and no result is stored.
 */
final class AuthorizeEndpoint {

	static final String PATH = "/authorize";

	private final Tenant tenant;

	private final SignInPages pages;

	AuthorizeEndpoint(Tenant tenant, SignInPages pages) {
		this.tenant = tenant;
		this.pages = pages;
	}

	Reply respond(Request request) {
		if (!request.getMethod().value().equals("GET")) {
			return this.pages.message(405, "Not supported", "A sign-in begins with GET.");
		}
		Query query = Call.of(request, Map.of(), Auth0Exception::of).query();
		String name = query.first("connection");
		String clientId = query.first("client_id");
		Connection connection = this.tenant.listed()
			.stream()
			.filter((candidate) -> candidate.name().equals(name))
			.findFirst()
			.orElse(null);
		String problem = problem(connection, clientId);
		if (problem != null || connection == null || clientId == null) {
			return this.pages.message(400, "The sign-in cannot begin", String.valueOf(problem));
		}
		return Reply.empty(302)
			.with(Map.of("Location", this.pages.open(new ClientSignIn(connection, clientId)), "Cache-Control",
					"no-store"));
	}

	private static @Nullable String problem(@Nullable Connection connection, @Nullable String clientId) {
		if (connection == null) {
			return "There is no connection of this name.";
		}
		if (!connection.settings().path("authentication").path("active").asBoolean(true)) {
			return "The connection is not active.";
		}
		return (clientId == null || !connection.clients().contains(clientId))
				? "The connection is not enabled for the client." : null;
	}

	/**
	 * A sign-in to a client.
	 *
	 * @param connection the connection
	 * @param clientId the client
	 */
	private record ClientSignIn(Connection connection, String clientId) implements SignIn {

		@Override
		public String connectionId() {
			return this.connection.id();
		}

		@Override
		public boolean isStored() {
			return false;
		}

		@Override
		public List<String> describe() {
			String domain = this.connection.options().path("domain_aliases").path(0).asText("example.com");
			return List.of("Sign-in through the connection " + this.connection.name() + " at Auth0 to the client "
					+ this.clientId + ".", "Jane Doe signs in with jane.doe@" + domain + ".");
		}

		@Override
		public String complete(Outcome outcome) {
			String result = switch (outcome) {
				case SUCCESS -> "Jane Doe would be signed in.";
				case FAILURE -> "The sign-in would fail: the IdP denied access.";
				case WRONG_ATTRIBUTE -> "Jane Doe would be signed in without an e-mail address.";
			};
			return result + " Auth0 would send the browser to the client. No result is stored.";
		}

	}

}
