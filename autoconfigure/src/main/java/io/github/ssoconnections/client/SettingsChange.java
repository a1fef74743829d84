// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Settings of a connection before and after a request, as JSON in the vendor's field
 * names, with secrets masked.
 *
 * @param sent the fields of the request
 * @param current the connection before the request, empty if it does not exist or is not
 * known
 * @param result the connection after the request, as far as it is known
 * @param isCreation whether the request creates the connection
 */
public record SettingsChange(ObjectNode sent, ObjectNode current, ObjectNode result, boolean isCreation) {

	/**
	 * Return the change that a creation makes.
	 * @param body the body of the request
	 * @return the change
	 */
	public static SettingsChange create(ApiBody<?> body) {
		ObjectNode sent = WireJson.masked().valueToTree(body);
		return new SettingsChange(sent, WireJson.masked().createObjectNode(), sent, true);
	}

	/**
	 * Return the change that an update makes. A field that is absent from the update
	 * keeps its value, also within objects.
	 * @param patch the body of the request
	 * @param connection the connection before the request in the field names of the
	 * request, {@code null} if it is not known
	 * @param unchangedIfEmpty the fields that an empty value does not change
	 * @return the change
	 */
	public static SettingsChange update(ApiBody<?> patch, @Nullable ObjectNode connection,
			Set<String> unchangedIfEmpty) {
		ObjectNode sent = WireJson.masked().valueToTree(patch);
		ObjectNode current = (connection != null) ? connection : WireJson.masked().createObjectNode();
		ObjectNode result = current.deepCopy();
		merge(sent, result, unchangedIfEmpty);
		return new SettingsChange(sent, current, result, false);
	}

	private static void merge(ObjectNode sent, ObjectNode target, Set<String> unchangedIfEmpty) {
		sent.properties().forEach((field) -> {
			JsonNode value = field.getValue();
			if (value instanceof ObjectNode object && target.get(field.getKey()) instanceof ObjectNode current) {
				merge(object, current, unchangedIfEmpty);
			}
			else if (!(unchangedIfEmpty.contains(field.getKey()) && value.isEmpty())) {
				target.set(field.getKey(), value);
			}
		});
	}

	/**
	 * Return whether the connection after the request is known completely.
	 * @return whether the request is a creation, or the connection was known before
	 */
	public boolean isComplete() {
		return this.isCreation || !this.current.isEmpty();
	}

}
