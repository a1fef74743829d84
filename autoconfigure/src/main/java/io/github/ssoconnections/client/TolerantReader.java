// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.client.DecodingReport.Deviation;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lenient decoder for an element with fields of an unexpected structure: such a field
 * becomes {@code null}, and its value is kept in the unknown fields. Lists and maps are
 * decoded partially. Slower than the regular decoder, and used only if that fails.
 */
final class TolerantReader {

	private static final String ID = "id";

	/** Safe for logs. */
	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_|.-]{1,128}");

	private static final JsonMapper MAPPER = WireJson.mapper();

	private final Set<String> unexpected = new TreeSet<>();

	private final int index;

	private @Nullable String id;

	TolerantReader(int index) {
		this.index = index;
	}

	/**
	 * Decode an element.
	 * @param element the element
	 * @param type its type
	 * @param idRequired whether the element needs an id
	 * @return the value, {@code null} if it cannot be decoded
	 */
	@Nullable Object read(JsonNode element, JavaType type, boolean idRequired) {
		if (!element.isObject()) {
			return null;
		}
		JsonNode id = element.path(ID);
		this.id = (id.isString() && !id.stringValue().isBlank()) ? id.stringValue() : null;
		if (this.id == null && (idRequired || !(id.isMissingNode() || id.isNull()))) {
			return null;
		}
		return record(element, type, "");
	}

	void addUnexpected(Set<String> fields) {
		this.unexpected.addAll(fields);
	}

	/**
	 * Return the deviation of the element from the expected structure.
	 * @param value the decoded value, {@code null} if the element was skipped
	 * @return the deviation, {@code null} if there is none
	 */
	@Nullable Deviation deviation(@Nullable Object value) {
		String name = (this.id != null && NAME.matcher(this.id).matches()) ? this.id : null;
		if (value == null) {
			return new Deviation(name, this.index, Set.of());
		}
		return this.unexpected.isEmpty() ? null : new Deviation(name, this.index, Set.copyOf(this.unexpected));
	}

	private Object record(JsonNode object, JavaType type, String path) {
		RecordComponent[] components = type.getRawClass().getRecordComponents();
		@Nullable Object[] arguments = new @Nullable Object[components.length];
		Map<String, @Nullable Object> others = new LinkedHashMap<>();
		object.properties().forEach((property) -> others.put(property.getKey(), untyped(property.getValue(), false)));
		int unknownFields = 0;
		for (int i = 0; i < components.length; i++) {
			if (RecordShape.isUnknownFields(components[i])) {
				unknownFields = i;
				continue;
			}
			String name = RecordShape.wireName(components[i]);
			JsonNode node = object.path(name);
			Field field = new Field(path + name);
			arguments[i] = (node.isMissingNode() || node.isNull()) ? null
					: value(node, MAPPER.getTypeFactory().constructType(components[i].getGenericType()), field);
			if (field.unexpected) {
				this.unexpected.add(field.path);
			}
			if (field.unexpected && !field.complete) {
				others.put(name, untyped(node, components[i].getType() == Secret.class));
			}
			else {
				others.remove(name);
			}
		}
		arguments[unknownFields] = others;
		return RecordShape.create(type.getRawClass(), arguments);
	}

	private @Nullable Object value(JsonNode node, JavaType type, Field field) {
		if (RecordShape.hasUnknownFields(type.getRawClass())) {
			return node.isObject() ? record(node, type, field.path + ".") : field.unexpected();
		}
		if (type.getRawClass() == List.class) {
			return list(node, type.getContentType(), field);
		}
		if (type.getRawClass() == Map.class) {
			return map(node, type.getContentType(), field);
		}
		return plain(node, type, field);
	}

	private @Nullable Object list(JsonNode node, JavaType type, Field field) {
		if (node.isString() && type.getRawClass() == String.class && !node.stringValue().isBlank()) {
			field.unexpected();
			field.complete = true;
			return List.of(node.stringValue());
		}
		if (!node.isArray()) {
			return field.unexpected();
		}
		List<Object> values = new ArrayList<>();
		for (JsonNode item : node) {
			@Nullable Object value = item.isNull() ? null : value(item, type, field);
			if (value != null) {
				values.add(value);
			}
		}
		return (values.isEmpty() && field.unexpected) ? null : values;
	}

	private @Nullable Object map(JsonNode node, JavaType type, Field field) {
		if (!node.isObject()) {
			return field.unexpected();
		}
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		for (Map.Entry<String, JsonNode> entry : node.properties()) {
			@Nullable Object value = entry.getValue().isNull() ? null : value(entry.getValue(), type, field);
			if (value != null || entry.getValue().isNull()) {
				values.put(entry.getKey(), value);
			}
		}
		return (values.isEmpty() && field.unexpected) ? null : values;
	}

	private @Nullable Object plain(JsonNode node, JavaType type, Field field) {
		try {
			return MAPPER.treeToValue(node, type);
		}
		catch (RuntimeException ex) {
			return (node.isNumber() || node.isBoolean()) ? ofText(node, type, field) : field.unexpected();
		}
	}

	private @Nullable Object ofText(JsonNode node, JavaType type, Field field) {
		try {
			return MAPPER.treeToValue(MAPPER.getNodeFactory().stringNode(node.asString()), type);
		}
		catch (RuntimeException ex) {
			return field.unexpected();
		}
	}

	private static @Nullable Object untyped(JsonNode node, boolean secret) {
		if (node.isObject()) {
			Map<String, @Nullable Object> map = new LinkedHashMap<>();
			node.properties().forEach((entry) -> map.put(entry.getKey(), untyped(entry.getValue(), secret)));
			return map;
		}
		if (node.isArray()) {
			List<@Nullable Object> list = new ArrayList<>();
			node.forEach((item) -> list.add(untyped(item, secret)));
			return list;
		}
		return (secret && node.isString()) ? Secret.of(node.stringValue()) : MAPPER.treeToValue(node, Object.class);
	}

	private static final class Field {

		private final String path;

		private boolean unexpected;

		/** Whether the value is complete, so that it is not an unknown field too. */
		private boolean complete;

		Field(String path) {
			this.path = path;
		}

		@Nullable Object unexpected() {
			this.unexpected = true;
			return null;
		}

	}

}
