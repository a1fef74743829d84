// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test.autoconfigure;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.test.SandboxCredentials;

import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;

/**
 * A vendor that the sandbox stands in for.
 */
enum SandboxVendor {

	AUTH0("auth0", Auth0ConnectionDetails.class, SandboxAuth0ConnectionDetails.class,
			List.of("token", "client-id", "client-secret")),

	CLERK("clerk", ClerkConnectionDetails.class, SandboxClerkConnectionDetails.class, List.of("api-key"));

	private final ConfigurationPropertyName prefix;

	private final Class<? extends ConnectionDetails> details;

	private final Class<? extends ConnectionDetails> sandboxDetails;

	private final List<String> credentials;

	SandboxVendor(String name, Class<? extends ConnectionDetails> details,
			Class<? extends ConnectionDetails> sandboxDetails, List<String> credentials) {
		this.prefix = ConfigurationPropertyName.of("sso-connections." + name);
		this.details = details;
		this.sandboxDetails = sandboxDetails;
		this.credentials = credentials;
	}

	/**
	 * Return the prefix of the vendor's properties.
	 * @return the prefix, without a dot at the end
	 */
	String prefix() {
		return this.prefix.toString();
	}

	/**
	 * Return the type of the connection details of an account.
	 * @return the type
	 */
	Class<? extends ConnectionDetails> details() {
		return this.details;
	}

	/**
	 * Return the type of the connection details of an account at the sandbox.
	 * @return the type, whose constructor takes the sandbox and the name of the account
	 */
	Class<? extends ConnectionDetails> sandboxDetails() {
		return this.sandboxDetails;
	}

	/**
	 * Return the accounts of the application.
	 * @param environment the environment
	 * @return the names, {@code default} for the account without a name
	 */
	Set<String> accounts(Environment environment) {
		// An environment variable names the account without its dashes
		Map<String, String> names = new LinkedHashMap<>();
		ConfigurationPropertyName named = this.prefix.append("accounts");
		int index = named.getNumberOfElements();
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			if (source instanceof IterableConfigurationPropertySource iterable) {
				iterable.stream()
					.filter(named::isAncestorOf)
					.map((name) -> name.getElement(index, Form.DASHED))
					.forEach((name) -> names.merge(name.replace("-", ""), name,
							(one, other) -> (other.length() > one.length()) ? other : one));
			}
		}
		Set<String> accounts = new LinkedHashSet<>(names.values());
		if (accounts.isEmpty() || this.credentials.stream()
			.anyMatch((property) -> environment.containsProperty(this.prefix.append(property).toString()))) {
			accounts.add(SandboxCredentials.DEFAULT_ACCOUNT);
		}
		return accounts;
	}

}
