// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.testing;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.auth0.Auth0ConnectionPatch;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.Auth0Settings;
import io.github.ssoconnections.auth0.ConnectionStrategy;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.auth0.options.OidcOptions;
import io.github.ssoconnections.clerk.ClerkClient;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.ClerkSettings;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.clerk.OidcSettings;
import io.github.ssoconnections.client.ApiClientSettings;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * A vendor, as the suites see it that hold for all of them: one operation for each
 * effect, by its public service.
 */
public enum VendorUnderTest {

	CLERK("clerk", "enterprise_connections", "list the connections and look for its name and domains", "/v1",
			"api-key=sk_test_wire") {

		@Override
		public Connections connections(BeanFactory beans) {
			return new OfClerk(beans.getBean(EnterpriseConnectionService.class));
		}

		@Override
		public Connections connect(WebClient.Builder builder, String baseUrl, ApiClientSettings settings) {
			return new OfClerk(EnterpriseConnectionService.create(ClerkClient.create(builder,
					ClerkConnectionDetails.of(KEY, baseUrl), ClerkSettings.defaults().withClient(settings))));
		}

	},

	AUTH0("auth0", "connections", "list the connections of that name", "", "token=sk_test_wire") {

		@Override
		public Connections connections(BeanFactory beans) {
			return new OfAuth0(beans.getBean(Auth0ConnectionService.class));
		}

		@Override
		public Connections connect(WebClient.Builder builder, String baseUrl, ApiClientSettings settings) {
			return new OfAuth0(Auth0ConnectionService.create(Auth0Client.create(builder,
					Auth0ConnectionDetails.ofToken(baseUrl, KEY), Auth0Settings.defaults().withClient(settings))));
		}

	};

	/**
	 * What opens either vendor.
	 */
	public static final String KEY = "sk_test_wire";

	/**
	 * What no failure may tell.
	 */
	public static final String SECRET = "oidc-client-secret";

	private final String vendor;

	private final String operations;

	private final String advice;

	private final String path;

	private final String credential;

	VendorUnderTest(String vendor, String operations, String advice, String path, String credential) {
		this.vendor = vendor;
		this.operations = operations;
		this.advice = advice;
		this.path = path;
		this.credential = credential;
	}

	/**
	 * Return the name under which the vendor is reported.
	 */
	public String vendor() {
		return this.vendor;
	}

	/**
	 * Return the name of an operation.
	 * @param verb such as {@code create}
	 */
	public String operation(String verb) {
		return this.operations + "." + verb;
	}

	/**
	 * Return what to do when it is not known whether a connection was created.
	 */
	public String advice() {
		return this.advice;
	}

	/**
	 * Return a property, such as {@code max-connections=7}, under the vendor's prefix.
	 */
	public String property(String property) {
		return "sso-connections." + this.vendor + "." + property;
	}

	/**
	 * Return the properties of an application that calls a server as fast as it can.
	 * @param server the address, without a path
	 */
	public String[] properties(String server) {
		return new String[] { property(this.credential), property("base-url=" + baseUrl(server)),
				property("rate-limit.enabled=false"), property("retry.initial-backoff=1ms") };
	}

	/**
	 * Return the base URL under which a server is the vendor.
	 */
	public String baseUrl(String server) {
		return server + this.path;
	}

	/**
	 * Return the connections of an application.
	 */
	public abstract Connections connections(BeanFactory beans);

	/**
	 * Return connections without an application.
	 * @param baseUrl the base URL
	 */
	public abstract Connections connect(WebClient.Builder builder, String baseUrl, ApiClientSettings settings);

	/**
	 * One operation for each effect. What reads and writes responds with the id.
	 */
	public interface Connections {

		Mono<String> get(String id);

		/**
		 * Create a connection, with a {@link VendorUnderTest#SECRET}.
		 * @param name letters, digits and single hyphens
		 */
		Mono<String> create(String name);

		/**
		 * Send a {@link VendorUnderTest#SECRET}, with one request.
		 */
		Mono<String> update(String id);

		Mono<?> delete(String id);

	}

	private record OfClerk(EnterpriseConnectionService service) implements Connections {

		@Override
		public Mono<String> get(String id) {
			return this.service.get(id).map((connection) -> String.valueOf(connection.id()));
		}

		@Override
		public Mono<String> create(String name) {
			return this.service
				.create(new NewEnterpriseConnection().name(name).oidc(new OidcSettings().clientSecret(SECRET)))
				.map((connection) -> String.valueOf(connection.id()));
		}

		@Override
		public Mono<String> update(String id) {
			return this.service
				.update(id, new EnterpriseConnectionPatch().oidc(new OidcSettings().clientSecret(SECRET)))
				.map((connection) -> String.valueOf(connection.id()));
		}

		@Override
		public Mono<?> delete(String id) {
			return this.service.delete(id);
		}

	}

	private record OfAuth0(Auth0ConnectionService service) implements Connections {

		@Override
		public Mono<String> get(String id) {
			return this.service.get(id).map((connection) -> String.valueOf(connection.id()));
		}

		@Override
		public Mono<String> create(String name) {
			return this.service
				.create(new NewAuth0Connection().name(name)
					.strategy(ConnectionStrategy.OIDC)
					.options(new OidcOptions().set(OidcOptions.CLIENT_SECRET, Secret.of(SECRET))))
				.map((connection) -> String.valueOf(connection.id()));
		}

		// With the display name, as it would have to be read otherwise
		@Override
		public Mono<String> update(String id) {
			return this.service
				.update(id, new Auth0ConnectionPatch().displayName("Acme").set("secret", Secret.of(SECRET)))
				.map((connection) -> String.valueOf(connection.id()));
		}

		@Override
		public Mono<?> delete(String id) {
			return this.service.delete(id);
		}

	}

}
