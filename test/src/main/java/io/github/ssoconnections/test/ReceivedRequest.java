// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.ssoconnections.SecretFields;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.sandbox.RecordedRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;

import org.springframework.util.StringUtils;

/**
 * A request that the sandbox received, with its body as JSON, and a description without
 * secrets.
 */
final class ReceivedRequest {

	private static final int MAX_LISTED = 20;

	private static final int MAX_VALUE = 200;

	private final RecordedRequest request;

	private final JsonNode body;

	ReceivedRequest(RecordedRequest request) {
		this.request = request;
		this.body = json(request.body());
	}

	private static JsonNode json(String body) {
		try {
			return StringUtils.hasText(body) ? WireJson.mapper().readTree(body) : MissingNode.getInstance();
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	RecordedRequest request() {
		return this.request;
	}

	String method() {
		return this.request.method();
	}

	String path() {
		return this.request.url().split("\\?", 2)[0];
	}

	String account() {
		return Objects.requireNonNullElse(SandboxCredentials.account(this.request), "unknown");
	}

	List<String> query(String name) {
		String[] url = this.request.url().split("\\?", 2);
		return Arrays.stream(((url.length > 1) ? url[1] : "").split("&"))
			.map((parameter) -> (parameter + "=").split("=", -1))
			.filter((parameter) -> decode(parameter[0]).equals(name))
			.map((parameter) -> decode(parameter[1]))
			.toList();
	}

	private static String decode(String text) {
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	/**
	 * Return a field of the body.
	 * @param field the name, or names and indexes after dots
	 * @return the value, missing if it was not sent
	 */
	JsonNode field(String field) {
		JsonNode node = this.body;
		for (String name : field.split("\\.")) {
			node = (node instanceof ArrayNode && name.matches("\\d{1,9}")) ? node.path(Integer.parseInt(name))
					: node.path(name);
		}
		return node;
	}

	/**
	 * Describe a value of a field, masking it if it is a secret.
	 * @param field the field
	 * @param value its value
	 * @return the description
	 */
	static String describe(String field, JsonNode value) {
		if (value.isMissingNode()) {
			return "not sent";
		}
		String[] names = field.split("\\.");
		Object nested = WireJson.mapper().treeToValue(value, Object.class);
		for (int i = names.length - 1; i > 0; i--) {
			nested = fields(names[i], nested);
		}
		JsonNode masked = WireJson.masked().valueToTree(SecretFields.protect(names[0], nested));
		for (int i = 1; i < names.length; i++) {
			masked = masked.path(names[i]);
		}
		String text = masked.toString();
		return (text.length() > MAX_VALUE) ? text.substring(0, MAX_VALUE) + "…" : text;
	}

	private static Map<String, @Nullable Object> fields(String name, @Nullable Object value) {
		Map<String, @Nullable Object> fields = new HashMap<>();
		fields.put(name, value);
		return fields;
	}

	static String list(List<ReceivedRequest> requests) {
		if (requests.isEmpty()) {
			return " nothing";
		}
		StringBuilder list = new StringBuilder(":");
		requests.stream()
			.limit(MAX_LISTED)
			.forEach((request) -> list.append(System.lineSeparator()).append("  ").append(request));
		if (requests.size() > MAX_LISTED) {
			list.append(System.lineSeparator()).append("  and ").append(requests.size() - MAX_LISTED).append(" more");
		}
		return list.toString();
	}

	@Override
	public String toString() {
		StringBuilder text = new StringBuilder(method()).append(' ').append(this.request.url());
		text.append(" by the account '").append(account()).append('\'');
		Iterator<String> fields = this.body.propertyNames().iterator();
		if (fields.hasNext()) {
			text.append(" with the fields ").append(this.body.propertyNames());
		}
		return text.toString();
	}

}
