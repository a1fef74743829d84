// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.Secret;
import tools.jackson.core.JacksonException;

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
