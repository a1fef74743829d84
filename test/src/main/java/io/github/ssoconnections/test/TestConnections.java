// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.SamlConnection;
import io.github.ssoconnections.client.WireJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.core.io.ClassPathResource;
import org.springframework.util.Assert;

/**
 * Connections as the vendors return them, with every field, for unit tests that mock a
 * service. The same domain gives equal connections, with the same ids. They are active;
 * their signing certificate is valid from 2026 to 2098.
 * <p>
 * Fields can be replaced by their names in the vendor's API, those of nested objects
 * after a dot: {@code Map.of("active", false, "saml_connection.force_authn", true)}.
 */
public final class TestConnections {

	private static final Pattern DOMAIN = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

	private TestConnections() {
	}

	/**
	 * Create a SAML connection at Clerk.
	 * @param domain the domain of its users, such as {@code acme.example}
	 * @return the connection
	 */
	public static SamlConnection saml(String domain) {
		return saml(domain, Map.of());
	}

	/**
	 * Create a SAML connection at Clerk.
	 * @param domain the domain of its users, such as {@code acme.example}
	 * @param fields the fields that differ, by name
	 * @return the connection
	 */
	public static SamlConnection saml(String domain, Map<String, ? extends @Nullable Object> fields) {
		return read("saml-connection", domain, fields, SamlConnection.class);
	}

	/**
	 * Create an enterprise connection at Clerk, with SAML. Its SAML settings are those of
	 * {@link #saml(String)}.
	 * @param domain the domain of its users, such as {@code acme.example}
	 * @return the connection
	 */
	public static EnterpriseConnection enterprise(String domain) {
		return enterprise(domain, Map.of());
	}

	/**
	 * Create an enterprise connection at Clerk, with SAML.
	 * @param domain the domain of its users, such as {@code acme.example}
	 * @param fields the fields that differ, by name
	 * @return the connection
	 */
	public static EnterpriseConnection enterprise(String domain, Map<String, ? extends @Nullable Object> fields) {
		return read("enterprise-connection", domain, fields, EnterpriseConnection.class);
	}

	/**
	 * Create an enterprise connection at Clerk, with OIDC.
	 * @param domain the domain of its users, such as {@code acme.example}
	 * @return the connection
	 */
	public static EnterpriseConnection oidc(String domain) {
		return oidc(domain, Map.of());
	}

	/**
	 * Create an enterprise connection at Clerk, with OIDC.
	 * @param domain the domain of its users, such as {@code acme.example}
	 * @param fields the fields that differ, by name
	 * @return the connection
	 */
	public static EnterpriseConnection oidc(String domain, Map<String, ? extends @Nullable Object> fields) {
		return read("oidc-connection", domain, fields, EnterpriseConnection.class);
	}

	/**
	 * Create a connection at Auth0, with the strategy {@code samlp}. Its name is the
	 * domain with hyphens.
	 * @param domain the domain of its users, such as {@code acme.example}
	 * @return the connection
	 */
	public static Auth0Connection auth0(String domain) {
		return auth0(domain, Map.of());
	}

	/**
	 * Create a connection at Auth0, with the strategy {@code samlp}.
	 * @param domain the domain of its users, such as {@code acme.example}
	 * @param fields the fields that differ, by name
	 * @return the connection
	 */
	public static Auth0Connection auth0(String domain, Map<String, ? extends @Nullable Object> fields) {
		return read("auth0-connection", domain, fields, Auth0Connection.class);
	}

	private static <T> T read(String template, String domain, Map<String, ? extends @Nullable Object> fields,
			Class<T> type) {
		Assert.isTrue(DOMAIN.matcher(domain).matches(),
				"'domain' must be the name of a domain in lower case, such as 'acme.example'");
		JsonMapper mapper = WireJson.mapper();
		ObjectNode json = (ObjectNode) mapper.readTree(template(template).replace("{domain}", domain)
			.replace("{name}", domain.replaceAll("[.-]+", "-"))
			.replace("{key}", key(domain)));
		fields.forEach((path, value) -> replace(json, path, mapper.valueToTree(value)));
		return mapper.treeToValue(json, type);
	}

	private static String template(String name) {
		try {
			return new ClassPathResource(name + ".json", TestConnections.class)
				.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String key(String domain) {
		return UUID.nameUUIDFromBytes(domain.getBytes(StandardCharsets.UTF_8))
			.toString()
			.replace("-", "")
			.substring(16);
	}

	private static void replace(ObjectNode json, String path, JsonNode value) {
		ObjectNode parent = json;
		String[] names = path.split("\\.");
		for (int i = 0; i < names.length - 1; i++) {
			Assert.isTrue(parent.get(names[i]) instanceof ObjectNode,
					"There is no object for the field '" + path + "'");
			parent = (ObjectNode) parent.get(names[i]);
		}
		parent.set(names[names.length - 1], value);
	}

}
