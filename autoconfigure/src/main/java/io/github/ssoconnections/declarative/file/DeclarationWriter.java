// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative.file;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.declarative.Declaration;
import io.github.ssoconnections.declarative.DesiredConnection;
import io.github.ssoconnections.declarative.ExportedConnections;
import io.github.ssoconnections.declarative.InvalidDeclarationException;
import io.github.ssoconnections.declarative.SecretReference;
import io.github.ssoconnections.onboarding.IdpSettings;
import org.jspecify.annotations.Nullable;

/**
 * Writes a declaration as YAML that reads back as an equal declaration. Secrets are
 * written as references, and in no other way.
 */
final class DeclarationWriter {

	private static final int MAX_SIMPLE_KEY = 1000;

	private final StringBuilder yaml = new StringBuilder();

	private String connection = "";

	String write(ExportedConnections exported) {
		exported.omitted().forEach((line) -> this.yaml.append(YamlText.comment(line)).append('\n'));
		begin(exported.vendor(), exported.connections().isEmpty());
		exported.connections().forEach((one) -> {
			connection(one.connection());
			one.hidden().forEach((line) -> this.yaml.append("    ").append(YamlText.comment(line)).append('\n'));
		});
		return checked();
	}

	String write(Declaration declaration) {
		begin(declaration.vendor(), declaration.connections().isEmpty());
		declaration.connections().forEach(this::connection);
		return checked();
	}

	private void begin(String vendor, boolean empty) {
		field("", "vendor", vendor);
		this.yaml.append(empty ? "connections: []\n" : "connections:\n");
	}

	private String checked() {
		if (this.yaml.length() > YamlParser.MAX_SIZE) {
			throw new InvalidDeclarationException(
					"The declaration is larger than 5 MiB: write the connections into several files");
		}
		return this.yaml.toString();
	}

	private void connection(DesiredConnection connection) {
		this.connection = Excerpt.quoted(connection.name());
		this.yaml.append("  - name:");
		value("    ", "name", connection.name(), 1);
		field("    ", "id", connection.id());
		field("    ", "provider", connection.provider());
		field("    ", "domains", connection.domains());
		field("    ", "active", connection.active());
		field("    ", "organizations", connection.organizations());
		if (connection.idp() != null) {
			this.yaml.append("    idp:\n");
			idp(connection.idp());
		}
		if (!connection.settings().isEmpty()) {
			this.yaml.append("    settings:\n");
			fields("      ", connection.settings(), 4);
		}
	}

	private void idp(IdpSettings idp) {
		String indent = "      ";
		if (idp instanceof IdpSettings.MetadataUrl url) {
			field(indent, "metadata-url", url.url());
		}
		else if (idp instanceof IdpSettings.MetadataDocument document) {
			field(indent, "metadata", document.xml());
		}
		else if (idp instanceof IdpSettings.Saml saml) {
			field(indent, "entity-id", saml.entityId());
			field(indent, "sso-url", saml.ssoUrl());
			field(indent, "certificates", saml.certificates());
		}
		else if (idp instanceof IdpSettings.Oidc oidc) {
			field(indent, "issuer", oidc.issuer());
			field(indent, "client-id", oidc.clientId());
			field(indent, "client-secret", oidc.clientSecret());
		}
	}

	private void field(String indent, String name, @Nullable Object value) {
		if (value != null) {
			this.yaml.append(indent).append(name).append(':');
			value(indent, name, value, 1);
		}
	}

	private void fields(String indent, Map<?, ?> fields, int depth) {
		Map<String, @Nullable Object> sorted = new TreeMap<>();
		fields.forEach((name, value) -> sorted.put(String.valueOf(name), value));
		sorted.forEach((name, value) -> {
			String key = YamlText.of(Placeholders.escape(name));
			this.yaml.append(indent);
			this.yaml.append((key.length() > MAX_SIMPLE_KEY) ? "? " + key + "\n" + indent : key).append(':');
			value(indent, name, value, depth);
		});
	}

	private void value(String indent, String name, @Nullable Object value, int depth) {
		if (depth > YamlParser.MAX_DEPTH) {
			throw error(name, "is nested deeper than " + YamlParser.MAX_DEPTH + " levels");
		}
		if (value instanceof Map<?, ?> map && !map.isEmpty()) {
			this.yaml.append('\n');
			fields(indent + "  ", map, depth + 1);
		}
		else if (value instanceof Collection<?> items && !items.isEmpty()) {
			this.yaml.append('\n');
			items(indent + "  ", name, items, depth + 1);
		}
		else {
			this.yaml.append(' ').append(scalar(indent + "  ", name, value)).append('\n');
		}
	}

	private void items(String indent, String name, Collection<?> items, int depth) {
		for (Object item : items) {
			this.yaml.append(indent).append('-');
			value(indent, name, item, depth);
		}
	}

	private String scalar(String indent, String name, @Nullable Object value) {
		if (value instanceof String text) {
			return YamlText.value(Placeholders.escape(text), indent);
		}
		if (value instanceof SecretReference reference) {
			return reference.toString();
		}
		if (value instanceof Secret) {
			throw error(name, "has the value of a secret: use a SecretReference in its place");
		}
		if (value instanceof Map) {
			return "{}";
		}
		if (value instanceof Collection) {
			return "[]";
		}
		return (value instanceof Number number) ? number(name, number) : other(name, value);
	}

	private String number(String name, Number number) {
		if (number instanceof Integer || number instanceof Long || number instanceof BigInteger) {
			return number.toString();
		}
		if (number instanceof BigDecimal || Double.isFinite(number.doubleValue())) {
			return withPoint(number.toString());
		}
		throw error(name, "is no number that can be sent");
	}

	// With a point, no version of YAML reads it as an integer or a text
	private static String withPoint(String number) {
		int exponent = number.indexOf('E');
		if (number.indexOf('.') >= 0) {
			return number;
		}
		return (exponent < 0) ? number + "." : number.substring(0, exponent) + "." + number.substring(exponent);
	}

	private String other(String name, @Nullable Object value) {
		if (value == null || value instanceof Boolean) {
			return String.valueOf(value);
		}
		throw error(name, "has a value of the type " + value.getClass().getName()
				+ ", and only text, numbers, booleans, maps and lists can be written");
	}

	private InvalidDeclarationException error(String name, String message) {
		return new InvalidDeclarationException(
				"Connection " + this.connection + ": the field " + Excerpt.quoted(name) + " " + message);
	}

}
