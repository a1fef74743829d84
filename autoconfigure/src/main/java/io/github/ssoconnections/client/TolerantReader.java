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
import io.github.ssoconnections.client.DecodingReport.Oddity;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads one element of a response that has a field of an unexpected structure: that field
 * becomes {@code null}, and its value is kept among the unknown fields. Of a list and a
 * map, what can be read is read. Slow, and only for what cannot be read otherwise.
 */
final class TolerantReader {

	private static final String ID = "id";

	/** What cannot forge anything in a log. */
	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_|.-]{1,128}");

	private static final JsonMapper MAPPER = WireJson.mapper();

	private final Set<String> odd = new TreeSet<>();

	private final int index;

	private @Nullable String id;

	TolerantReader(int index) {
		this.index = index;
	}

	/**
	 * Read an element.
	 * @param element the element
	 * @param type its type
	 * @param idDue whether it is of no use without an id
	 * @return the value, {@code null} if it cannot be read
	 */
	@Nullable Object read(JsonNode element, JavaType type, boolean idDue) {
		if (!element.isObject()) {
			return null;
		}
		JsonNode id = element.path(ID);
		this.id = (id.isString() && !id.stringValue().isBlank()) ? id.stringValue() : null;
		if (this.id == null && (idDue || !(id.isMissingNode() || id.isNull()))) {
			return null;
		}
		return record(element, type, "");
	}

	void addUnexpected(Set<String> fields) {
		this.odd.addAll(fields);
	}

	/**
	 * Return what was odd about the element.
	 * @param value the value that was read, {@code null} if it was not read at all
	 * @return the oddity, {@code null} if there is none
	 */
	@Nullable Oddity oddity(@Nullable Object value) {
		String name = (this.id != null && NAME.matcher(this.id).matches()) ? this.id : null;
		if (value == null) {
			return new Oddity(name, this.index, Set.of());
		}
		return this.odd.isEmpty() ? null : new Oddity(name, this.index, Set.copyOf(this.odd));
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
			Place place = new Place(path + name);
			arguments[i] = (node.isMissingNode() || node.isNull()) ? null
					: value(node, MAPPER.getTypeFactory().constructType(components[i].getGenericType()), place);
			if (place.odd) {
				this.odd.add(place.path);
			}
			if (place.odd && !place.complete) {
				others.put(name, untyped(node, components[i].getType() == Secret.class));
			}
			else {
				others.remove(name);
			}
		}
		arguments[unknownFields] = others;
		return RecordShape.create(type.getRawClass(), arguments);
	}

	private @Nullable Object value(JsonNode node, JavaType type, Place place) {
		if (RecordShape.isAnswer(type.getRawClass())) {
			return node.isObject() ? record(node, type, place.path + ".") : place.odd();
		}
		if (type.getRawClass() == List.class) {
			return list(node, type.getContentType(), place);
		}
		if (type.getRawClass() == Map.class) {
			return map(node, type.getContentType(), place);
		}
		return plain(node, type, place);
	}

	private @Nullable Object list(JsonNode node, JavaType type, Place place) {
		if (node.isString() && type.getRawClass() == String.class && !node.stringValue().isBlank()) {
			place.odd();
			place.complete = true;
			return List.of(node.stringValue());
		}
		if (!node.isArray()) {
			return place.odd();
		}
		List<Object> values = new ArrayList<>();
		for (JsonNode item : node) {
			@Nullable Object value = item.isNull() ? null : value(item, type, place);
			if (value != null) {
				values.add(value);
			}
		}
		return (values.isEmpty() && place.odd) ? null : values;
	}

	private @Nullable Object map(JsonNode node, JavaType type, Place place) {
		if (!node.isObject()) {
			return place.odd();
		}
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		for (Map.Entry<String, JsonNode> entry : node.properties()) {
			@Nullable Object value = entry.getValue().isNull() ? null : value(entry.getValue(), type, place);
			if (value != null || entry.getValue().isNull()) {
				values.put(entry.getKey(), value);
			}
		}
		return (values.isEmpty() && place.odd) ? null : values;
	}

	private @Nullable Object plain(JsonNode node, JavaType type, Place place) {
		try {
			return MAPPER.treeToValue(node, type);
		}
		catch (RuntimeException ex) {
			return (node.isNumber() || node.isBoolean()) ? ofText(node, type, place) : place.odd();
		}
	}

	// Nothing is lost when a number is read as text
	private @Nullable Object ofText(JsonNode node, JavaType type, Place place) {
		try {
			return MAPPER.treeToValue(MAPPER.getNodeFactory().stringNode(node.asString()), type);
		}
		catch (RuntimeException ex) {
			return place.odd();
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

	private static final class Place {

		private final String path;

		private boolean odd;

		/** Whether the value holds all that came, so that nothing else has to. */
		private boolean complete;

		Place(String path) {
			this.path = path;
		}

		@Nullable Object odd() {
			this.odd = true;
			return null;
		}

	}

}
