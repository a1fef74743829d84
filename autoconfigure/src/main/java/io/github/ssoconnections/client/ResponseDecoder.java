// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.client.DecodingReport.Deviation;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/**
 * Decoder for response bodies. A body with an unexpected structure is decoded a second
 * time, element by element and field by field. The envelope must be valid.
 */
final class ResponseDecoder {

	private static final Log logger = LogFactory.getLog(ResponseDecoder.class);

	private static final int MAX_NAMED = 20;

	private final Account account;

	private final ApiClientListener listener;

	ResponseDecoder(Account account, ApiClientListener listener) {
		this.account = account;
		this.listener = listener;
	}

	/**
	 * Decode a body.
	 * @param <T> the type of the response
	 * @param call the call
	 * @param body the body
	 * @param malformed creates the failure for a reason
	 * @return the value, {@code null} for a JSON {@code null}
	 * @throws JacksonException if it cannot be decoded
	 */
	@SuppressWarnings("unchecked")
	<T> @Nullable T decode(ApiCall<T> call, BoundedBody body, Function<String, RuntimeException> malformed) {
		ResponseType<?> type = call.operation().type();
		ObjectReader reader = type.reader();
		try {
			if (type.isOptional()) {
				return (T) Optional.ofNullable(reader.readValue(body.asInputStream()));
			}
			T value = reader.readValue(body.asInputStream());
			if (value == null || type.isComplete(value)) {
				return value;
			}
		}
		catch (JacksonException ex) {
			if (!type.isTolerant()) {
				throw ex;
			}
			return tolerant(call, body, malformed, ex);
		}
		return tolerant(call, body, malformed, null);
	}

	@SuppressWarnings("unchecked")
	private <T> T tolerant(ApiCall<T> call, BoundedBody body, Function<String, RuntimeException> malformed,
			@Nullable JacksonException failure) {
		ResponseType<?> type = call.operation().type();
		List<Deviation> deviations = new ArrayList<>();
		Object value;
		try {
			JsonNode root = WireJson.mapper().readTree(body.reread());
			JavaType envelope = type.envelope(JsonNode.class);
			value = (envelope != null) ? elements(root, type, envelope, deviations)
					: element(root, call, deviations, malformed);
		}
		catch (JacksonException ex) {
			throw (failure != null) ? failure : ex;
		}
		if (!deviations.isEmpty()) {
			report(call, deviations);
		}
		return (T) value;
	}

	private static Object elements(JsonNode root, ResponseType<?> type, JavaType envelopeType,
			List<Deviation> deviations) {
		Object envelope = WireJson.masked().treeToValue(root, envelopeType);
		if (envelope instanceof List<?> nodes) {
			return readAll(nodes, type, deviations);
		}
		List<?> nodes = (List<?>) Objects.requireNonNull(type.elements().get(envelope));
		List<Object> values = readAll(nodes, type, deviations);
		return RecordShape.with(envelope, (name, present) -> name.equals(type.elements().name()) ? values
				: name.equals("skipped") ? (Integer) (nodes.size() - values.size()) : present);
	}

	private static List<Object> readAll(List<?> nodes, ResponseType<?> type, List<Deviation> deviations) {
		List<Object> values = new ArrayList<>();
		for (int i = 0; i < nodes.size(); i++) {
			Object value = read((JsonNode) nodes.get(i), type, type.isIdRequired(), i, deviations);
			if (value != null) {
				values.add(value);
			}
		}
		return values;
	}

	private static Object element(JsonNode root, ApiCall<?> call, List<Deviation> deviations,
			Function<String, RuntimeException> malformed) {
		ResponseType<?> type = call.operation().type();
		boolean idRequired = type.isIdRequired() && call.operation().effect() == Effect.READ;
		Object value = read(root, type, idRequired, 0, deviations);
		if (value == null) {
			throw malformed.apply(root.isObject() ? "it has no valid id" : "it is not an object");
		}
		return value;
	}

	private static @Nullable Object read(JsonNode node, ResponseType<?> type, boolean idRequired, int index,
			List<Deviation> deviations) {
		TolerantReader reader = new TolerantReader(index);
		Object value = null;
		try {
			value = reader.read(node, type.elementType(), idRequired);
			if (value != null) {
				reader.addUnexpected(type.unexpected(value));
			}
		}
		catch (RuntimeException ex) {
			logger.debug("An element cannot be decoded: " + ex.getClass().getName());
		}
		Deviation deviation = reader.deviation(value);
		if (deviation != null) {
			deviations.add(deviation);
		}
		return value;
	}

	private void report(ApiCall<?> call, List<Deviation> deviations) {
		String operation = call.operation().name();
		DecodingReport report = call.report();
		if (report != null) {
			report.add(deviations);
		}
		long skipped = deviations.stream().filter(Deviation::isSkipped).count();
		long incomplete = deviations.size() - skipped;
		logger.warn("The response to " + this.account + ' ' + operation
				+ " has an unexpected structure; elements decoded " + "without the fields named here: " + incomplete
				+ ", skipped: " + skipped + " ("
				+ deviations.stream().limit(MAX_NAMED).map(Deviation::describe).collect(Collectors.joining("; "))
				+ ((deviations.size() > MAX_NAMED) ? "; …" : "") + ')');
		this.listener.onUnexpectedStructure(this.account, operation, (int) skipped, (int) incomplete);
	}

}
