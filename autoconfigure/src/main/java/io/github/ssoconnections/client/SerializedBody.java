// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.SecretFields;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.http.MediaType;

/**
 * Serialized body of a call, which is not affected by later changes to the body.
 */
final class SerializedBody {

	private final byte[] bytes;

	private final String contentType;

	private final Set<String> secrets;

	private final List<String> fields;

	private SerializedBody(byte[] bytes, String contentType, Set<String> secrets, List<String> fields) {
		this.bytes = bytes;
		this.contentType = contentType;
		this.secrets = secrets;
		this.fields = fields;
	}

	static SerializedBody ofObject(ApiBody<?> body, ApiBody<?> changes) {
		return ofJson(body, List.of(changes));
	}

	static SerializedBody ofArray(List<? extends ApiBody<?>> items) {
		return ofJson(items, items);
	}

	private static SerializedBody ofJson(Object value, List<? extends ApiBody<?>> objects) {
		Set<String> fields = new LinkedHashSet<>();
		objects.forEach((object) -> addFields("", object, fields));
		try {
			return new SerializedBody(WireJson.mapper().writeValueAsBytes(value), MediaType.APPLICATION_JSON_VALUE,
					SecretMasker.secretsOf(value), List.copyOf(fields));
		}
		catch (JacksonException ex) {
			throw new InvalidArgumentException("The body cannot be written as JSON; one of " + fields
					+ " contains a value without a JSON representation");
		}
	}

	/**
	 * Serialize a value of the application.
	 * @param value a record, map, JSON object or list
	 * @return the body
	 */
	static SerializedBody ofValue(Object value) {
		try {
			byte[] bytes = WireJson.mapper().writeValueAsBytes(value);
			JsonNode tree = WireJson.mapper().readTree(bytes);
			Assert.isTrue(tree.isObject() || tree.isArray(), "'body' must be a JSON object or array");
			Set<String> secrets = new HashSet<>();
			collectSecrets(tree, WireJson.masked().readTree(WireJson.masked().writeValueAsBytes(value)), secrets);
			Map<String, @Nullable Object> fields = Collections.singletonMap("body",
					WireJson.mapper().convertValue(tree, Object.class));
			secrets.addAll(SecretMasker.secretsOf(SecretFields.protect(fields)));
			return new SerializedBody(bytes, MediaType.APPLICATION_JSON_VALUE, secrets, List.of());
		}
		// Without the cause, whose message may contain values
		catch (JacksonException ex) {
			throw new InvalidArgumentException("'body' contains a value without a JSON representation");
		}
	}

	private static void collectSecrets(JsonNode clear, JsonNode masked, Set<String> secrets) {
		if (clear.isString() && !clear.equals(masked)) {
			secrets.add(clear.stringValue());
		}
		clear.properties().forEach((field) -> collectSecrets(field.getValue(), masked.path(field.getKey()), secrets));
		if (clear.isArray()) {
			for (int i = 0; i < clear.size(); i++) {
				collectSecrets(clear.get(i), masked.path(i), secrets);
			}
		}
	}

	static SerializedBody ofForm(ApiBody<?> form) {
		StringJoiner text = new StringJoiner("&");
		form.fields()
			.forEach((field, value) -> text.add(encode(field) + "="
					+ encode((value instanceof Secret secret) ? secret.value() : String.valueOf(value))));
		return new SerializedBody(text.toString().getBytes(StandardCharsets.US_ASCII),
				MediaType.APPLICATION_FORM_URLENCODED_VALUE, SecretMasker.secretsOf(form),
				List.copyOf(form.fields().keySet()));
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static void addFields(String prefix, ApiBody<?> body, Set<String> fields) {
		body.fields().forEach((field, value) -> {
			if (value instanceof ApiBody<?> inner && !inner.fields().isEmpty()) {
				addFields(prefix + field + ".", inner, fields);
			}
			else {
				fields.add(prefix + field);
			}
		});
	}

	byte[] bytes() {
		return this.bytes;
	}

	String contentType() {
		return this.contentType;
	}

	/**
	 * Return the secrets in the body.
	 * @return the secrets in plain text
	 */
	Set<String> secrets() {
		return this.secrets;
	}

	/**
	 * Return the names of the changed fields.
	 * @return the names, in dotted form
	 */
	List<String> fields() {
		return this.fields;
	}

}
