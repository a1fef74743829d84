// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.activation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.application.Application;
import io.github.ssoconnections.auth0.application.OrganizationDiscoveryMethod;
import io.github.ssoconnections.auth0.discovery.DiscoveryDomain;
import io.github.ssoconnections.auth0.options.ConnectionOptions;
import io.github.ssoconnections.auth0.organization.OrganizationConnection;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in to an organization needs. What could not be read is empty.
 */
final class ReadinessRules {

	private static final String CONNECTION = "GET /connections/{id}";

	private static final String READ_CONNECTIONS = "read:connections";

	private static final String ALIASES = "domain_aliases";

	private final @Nullable String domain;

	private final boolean earlyAccess;

	private final List<MissingPart> missing = new ArrayList<>();

	private @Nullable Auth0Connection connection;

	private @Nullable Application application;

	/**
	 * Create the rules.
	 * @param domain the domain of the e-mail addresses, {@code null} for any
	 * @param earlyAccess whether organizations have the endpoint of early access
	 */
	ReadinessRules(@Nullable String domain, boolean earlyAccess) {
		this.domain = domain;
		this.earlyAccess = earlyAccess;
	}

	void connection(Optional<Auth0Connection> connection) {
		this.connection = connection.orElse(null);
		if (connection.isEmpty()) {
			unknown(SignInPart.CONNECTION_ACTIVE, CONNECTION, READ_CONNECTIONS);
		}
		require(connection.map(ReadinessRules::isActive).orElse(true), SignInPart.CONNECTION_ACTIVE,
				"The connection is not active, for no organization.");
	}

	static boolean isActive(Auth0Connection connection) {
		return connection.authentication() == null || !Boolean.FALSE.equals(connection.authentication().active());
	}

	void client(Optional<Boolean> enabled) {
		if (enabled.isEmpty()) {
			unknown(SignInPart.CLIENT_ENABLED, "GET /connections/{id}/clients", READ_CONNECTIONS);
		}
		require(enabled.orElse(true), SignInPart.CLIENT_ENABLED, "The connection is not enabled for the client.");
	}

	void organization(Optional<List<OrganizationConnection>> enabled, String connectionId) {
		if (enabled.isEmpty()) {
			String call = "GET /organizations/{id}/enabled_connections";
			String scope = "read:organization_connections";
			unknown(SignInPart.ORGANIZATION_ENABLED, call, scope);
			unknown(SignInPart.MEMBERSHIP, call, scope);
			return;
		}
		Optional<OrganizationConnection> found = enabled.get()
			.stream()
			.filter((each) -> connectionId.equals(each.connectionId()))
			.findFirst();
		require(found.isPresent(), SignInPart.ORGANIZATION_ENABLED,
				"The connection is not enabled for the organization.");
		require(found.isEmpty() || Boolean.TRUE.equals(found.get().assignMembershipOnLogin()), SignInPart.MEMBERSHIP,
				"Users do not become members of the organization: only those who are members already can sign in.");
	}

	void application(Optional<Application> application) {
		this.application = application.orElse(null);
		if (application.isEmpty()) {
			unknown(SignInPart.ORGANIZATION_USAGE, "GET /clients/{id}", "read:clients");
		}
		require(application.map(Application::isOrganizationAllowed).orElse(true), SignInPart.ORGANIZATION_USAGE,
				"The client denies organizations: its organization_usage is deny, or not set.");
	}

	/**
	 * Return whether the client prompts for the organization.
	 * @return whether it does, as far as known
	 */
	boolean prompts() {
		return this.application != null && this.application.isOrganizationPrompted();
	}

	void prompt(Optional<List<DiscoveryDomain>> domains) {
		List<OrganizationDiscoveryMethod> methods = (this.application != null)
				? this.application.organizationDiscoveryMethods() : null;
		require(methods != null && methods.contains(OrganizationDiscoveryMethod.EMAIL), SignInPart.DISCOVERY_METHOD,
				"The organization prompt takes no e-mail address: organization_discovery_methods lacks email.");
		if (domains.isEmpty()) {
			unknown(SignInPart.DISCOVERY_DOMAIN, "GET /organizations/{id}/discovery-domains",
					"read:organization_discovery_domains");
		}
		require(domains
			.map((all) -> all.stream()
				.filter(DiscoveryDomain::isDiscoverable)
				.anyMatch((each) -> each.domain() != null && matches(each.domain())))
			.orElse(true), SignInPart.DISCOVERY_DOMAIN,
				"The organization prompt does not find the organization: the domain is no verified discovery domain "
						+ "of it, or one that is not used, or not returned by Auth0 yet.");
	}

	void homeRealm() {
		if (this.connection == null) {
			unknown(SignInPart.DOMAIN_ALIAS, CONNECTION, READ_CONNECTIONS);
			return;
		}
		ConnectionOptions options = this.connection.options();
		if (options == null) {
			unknown(SignInPart.DOMAIN_ALIAS, CONNECTION, "read:connections_options");
			return;
		}
		require(options.get(ALIASES) instanceof Collection<?> aliases
				&& aliases.stream().anyMatch((alias) -> alias instanceof String text && matches(text)),
				SignInPart.DOMAIN_ALIAS,
				"Home realm discovery does not find the connection: the domain is not among its domain_aliases.");
	}

	List<MissingPart> missing() {
		return this.missing;
	}

	private boolean matches(String name) {
		return this.domain == null || this.domain.equalsIgnoreCase(name);
	}

	private void require(boolean present, SignInPart part, String text) {
		if (!present) {
			this.missing.add(new MissingPart(part, false, text, endpoint(part.call()), part.scope()));
		}
	}

	private void unknown(SignInPart part, String call, String scope) {
		this.missing.add(MissingPart.unknown(part, endpoint(call), scope));
	}

	private String endpoint(String call) {
		return this.earlyAccess ? call.replace("/enabled_connections", "/connections") : call;
	}

}
