// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative.file;

import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.Excerpt;
import org.jspecify.annotations.Nullable;

/**
 * Reads fields of which the names and types are known. What stands in a text field is a
 * text, with or without quotes, and is not converted.
 */
final class FieldReader {

	private final SourceFile source;

	private final SettingsReader settings;

	private final YamlNode.Mapping mapping;

	/**
	 * Create a reader, and reject other fields.
	 * @param source the file
	 * @param settings reads texts and secrets
	 * @param node the fields
	 * @param where the name of the field that they are in, for messages
	 * @param known the names of all fields
	 */
	FieldReader(SourceFile source, SettingsReader settings, YamlNode node, String where, List<String> known) {
		if (!(node instanceof YamlNode.Mapping fields)) {
			throw source.error(node.line(), where + " must have fields: " + String.join(", ", known));
		}
		this.source = source;
		this.settings = settings;
		this.mapping = fields;
		fields.fields().forEach((name, field) -> {
			if (!known.contains(name)) {
				throw source.error(field.line(),
						where + " has no field " + Excerpt.quoted(name) + ": use " + String.join(", ", known));
			}
			if (field.value() instanceof YamlNode.Scalar scalar && scalar.isNull()) {
				throw source.error(field.line(), "'" + name + "' has no value: write one, or remove the field");
			}
		});
	}

	int line() {
		return this.mapping.line();
	}

	int line(String name) {
		YamlNode.Field field = this.mapping.fields().get(name);
		return (field != null) ? field.line() : line();
	}

	boolean has(String name) {
		return this.mapping.fields().containsKey(name);
	}

	@Nullable YamlNode node(String name) {
		YamlNode.Field field = this.mapping.fields().get(name);
		return (field != null) ? field.value() : null;
	}

	@Nullable String text(String name) {
		YamlNode node = node(name);
		return (node != null) ? text(name, node) : null;
	}

	String requiredText(String name, String instruction) {
		String text = text(name);
		if (text == null) {
			throw this.source.error(line(), "'" + name + "' is missing: " + instruction);
		}
		return text;
	}

	private String text(String name, YamlNode node) {
		if (!(node instanceof YamlNode.Scalar scalar)) {
			throw this.source.error(node.line(), "'" + name + "' must be a text");
		}
		String text = this.settings.text(name, scalar);
		if (text.isBlank() || scalar.isNull()) {
			throw this.source.error(node.line(), "'" + name + "' must not be blank");
		}
		return text;
	}

	@Nullable List<String> texts(String name) {
		YamlNode node = node(name);
		if (node == null) {
			return null;
		}
		List<String> texts = new ArrayList<>();
		items(name, node).forEach((item) -> texts.add(text(name, item)));
		return texts;
	}

	List<YamlNode> items(String name, YamlNode node) {
		if (!(node instanceof YamlNode.Sequence sequence)) {
			throw this.source.error(node.line(), "'" + name + "' must be a list: write [a, b], or [] for an empty one");
		}
		return sequence.items();
	}

	@Nullable Boolean bool(String name) {
		YamlNode node = node(name);
		if (node == null) {
			return null;
		}
		if (node instanceof YamlNode.Scalar scalar && YamlScalars.value(scalar) instanceof Boolean value) {
			return value;
		}
		throw this.source.error(node.line(), "'" + name + "' must be true or false, without quotes");
	}

}
