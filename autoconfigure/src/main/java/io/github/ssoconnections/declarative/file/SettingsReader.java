// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative.file;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.SecretFields;
import io.github.ssoconnections.declarative.SecretReference;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields with the vendor's names, and resolves references in those that are secret.
 * A message contains no value of a secret field.
 */
final class SettingsReader {

	private final SourceFile source;

	private final SecretReferences secrets;

	SettingsReader(SourceFile source, SecretReferences secrets) {
		this.source = source;
		this.secrets = secrets;
	}

	Map<String, @Nullable Object> read(YamlNode.Mapping settings) {
		return fields(settings, false);
	}

	private Map<String, @Nullable Object> fields(YamlNode.Mapping mapping, boolean secret) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>();
		mapping.fields().forEach((name, field) -> {
			rejectOpening(name, "a name", field.line());
			String unescaped = Placeholders.unescape(name);
			if (fields.containsKey(unescaped)) {
				throw this.source.error(field.line(), Excerpt.quoted(unescaped) + " stands twice: remove one of them");
			}
			fields.put(unescaped, value(unescaped, field.value(), secret || SecretFields.isSecretObject(unescaped)));
		});
		return Collections.unmodifiableMap(fields);
	}

	private @Nullable Object value(String name, YamlNode node, boolean secret) {
		if (node instanceof YamlNode.Mapping mapping) {
			return fields(mapping, secret);
		}
		if (node instanceof YamlNode.Sequence sequence) {
			List<@Nullable Object> items = new ArrayList<>();
			sequence.items().forEach((item) -> items.add(value(name, item, secret)));
			return Collections.unmodifiableList(items);
		}
		YamlNode.Scalar scalar = (YamlNode.Scalar) node;
		if (SecretFields.isSecret(name) || (secret && isTextual(scalar))) {
			return scalar.isNull() ? null : secret(name, scalar);
		}
		return plain(name, scalar);
	}

	private static boolean isTextual(YamlNode.Scalar scalar) {
		return YamlScalars.isAmbiguous(scalar) || YamlScalars.isText(scalar);
	}

	private @Nullable Object plain(String name, YamlNode.Scalar scalar) {
		if (YamlScalars.isAmbiguous(scalar)) {
			throw this.source.error(scalar.line(),
					Excerpt.quoted(name) + " is " + Excerpt.of(scalar.text(), 20)
							+ ", which versions of YAML read differently: put a text into quotes,"
							+ " write a boolean as true or false, and a number in decimal digits");
		}
		return (YamlScalars.value(scalar) instanceof String) ? text(name, scalar) : YamlScalars.value(scalar);
	}

	/**
	 * Return a text that is no secret.
	 * @param name the name of the field
	 * @param scalar the value
	 * @return the text, {@code $$&#123;} unescaped
	 */
	String text(String name, YamlNode.Scalar scalar) {
		rejectOpening(scalar.text(), Excerpt.quoted(name), scalar.line());
		return Placeholders.unescape(scalar.text());
	}

	private void rejectOpening(String text, String where, int line) {
		if (Placeholders.containsOpening(text)) {
			throw this.source.error(line, where + " contains ${, and only a secret field can be a reference:"
					+ " write the value itself, with $${ for the text ${");
		}
	}

	/**
	 * Resolve the reference in a secret field.
	 * @param name the name of the field
	 * @param scalar the value
	 * @return a secret or a {@link SecretReference}
	 */
	Object secret(String name, YamlNode.Scalar scalar) {
		Matcher reference = Placeholders.reference(scalar.text());
		if (!reference.matches()) {
			throw this.source.error(scalar.line(), Excerpt.quoted(name) + " is a secret field: write it as ${"
					+ this.secrets.prefix() + "…}, and set that variable to the secret");
		}
		String variable = reference.group(1);
		if (!SecretReference.isName(variable)) {
			throw this.source.error(scalar.line(), Excerpt.quoted(name) + " must be ${" + this.secrets.prefix()
					+ "…} with a name of at most 200 characters A-Z, a-z, 0-9 or '_';" + " defaults are not supported");
		}
		if (!this.secrets.permits(variable)) {
			throw this.source.error(scalar.line(),
					Excerpt.quoted(name) + " refers to " + variable + ", and the name must begin with "
							+ this.secrets.prefix() + " and not with SSO_CONNECTIONS_: rename the variable");
		}
		Object secret = this.secrets.resolve(variable);
		if (secret == null) {
			throw this.source.error(scalar.line(), Excerpt.quoted(name) + " refers to " + variable
					+ ", which is not set or is blank: set that variable to the secret");
		}
		return secret;
	}

}
