// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.ssoconnections.client.DecodingReport.Oddity;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;

/**
 * Decodes the body of a response. Only what does not have the structure that is due is
 * read a second time, element by element and field by field. The envelope has to be
 * right.
 */
final class ResponseDecoder {

	private static final Log logger = LogFactory.getLog(ResponseDecoder.class);

	/** Enough to find the rest by. */
	private static final int MAX_NAMED = 20;

	private final String vendor;

	private final ApiClientListener listener;

	ResponseDecoder(String vendor, ApiClientListener listener) {
		this.vendor = vendor;
		this.listener = listener;
	}

	/**
	 * Decode a body.
	 * @param <T> the type of the answer
	 * @param call the call
	 * @param body the body
	 * @param unreadable makes the failure of an element that cannot be read, of the
	 * reason
	 * @return the answer, {@code null} if the body is
	 * @throws JacksonException if it cannot be decoded
	 */
	<T> @Nullable T decode(ApiCall<T> call, BoundedBody body, Function<String, RuntimeException> unreadable) {
		ResponseType<?> type = call.operation().type();
		ObjectReader reader = type.reader();
		try {
			T value = reader.readValue(body.asInputStream());
			if (value == null || type.isComplete(value)) {
				return value;
			}
		}
		catch (JacksonException ex) {
			if (!type.isTolerant()) {
				throw ex;
			}
			return tolerant(call, body, unreadable, ex);
		}
		return tolerant(call, body, unreadable, null);
	}

	@SuppressWarnings("unchecked")
	private <T> T tolerant(ApiCall<T> call, BoundedBody body, Function<String, RuntimeException> unreadable,
			@Nullable JacksonException failure) {
		ResponseType<?> type = call.operation().type();
		List<Oddity> oddities = new ArrayList<>();
		Object value;
		try {
			JsonNode root = WireJson.mapper().readTree(body.again());
			JavaType envelope = type.envelope(JsonNode.class);
			value = (envelope != null) ? elements(root, type, envelope, oddities)
					: element(root, call, oddities, unreadable);
		}
		catch (JacksonException ex) {
			// The first one knows the place
			throw (failure != null) ? failure : ex;
		}
		if (!oddities.isEmpty()) {
			report(call, oddities);
		}
		return (T) value;
	}

	private static Object elements(JsonNode root, ResponseType<?> type, JavaType envelopeType, List<Oddity> oddities) {
		Object envelope = WireJson.masked().treeToValue(root, envelopeType);
		if (envelope instanceof List<?> nodes) {
			return readAll(nodes, type, oddities);
		}
		List<?> nodes = (List<?>) Objects.requireNonNull(type.elements().get(envelope));
		List<Object> values = readAll(nodes, type, oddities);
		return RecordShape.with(envelope, (name, present) -> name.equals(type.elements().name()) ? values
				: name.equals("skipped") ? (Integer) (nodes.size() - values.size()) : present);
	}

	private static List<Object> readAll(List<?> nodes, ResponseType<?> type, List<Oddity> oddities) {
		List<Object> values = new ArrayList<>();
		for (int i = 0; i < nodes.size(); i++) {
			Object value = read((JsonNode) nodes.get(i), type, type.isIdDue(), i, oddities);
			if (value != null) {
				values.add(value);
			}
		}
		return values;
	}

	private static Object element(JsonNode root, ApiCall<?> call, List<Oddity> oddities,
			Function<String, RuntimeException> unreadable) {
		ResponseType<?> type = call.operation().type();
		boolean idDue = type.isIdDue() && call.operation().effect() == Effect.READ;
		Object value = read(root, type, idDue, 0, oddities);
		if (value == null) {
			throw unreadable.apply(root.isObject() ? "it has no id that can be read" : "it is no object");
		}
		return value;
	}

	private static @Nullable Object read(JsonNode node, ResponseType<?> type, boolean idDue, int index,
			List<Oddity> oddities) {
		TolerantReader reader = new TolerantReader(index);
		Object value = null;
		try {
			value = reader.read(node, type.elementType(), idDue);
			if (value != null) {
				reader.addUnexpected(type.unexpected(value));
			}
		}
		catch (RuntimeException ex) {
			// The message would repeat parts of the body
			logger.debug("An element cannot be read: " + ex.getClass().getName());
		}
		Oddity oddity = reader.oddity(value);
		if (oddity != null) {
			oddities.add(oddity);
		}
		return value;
	}

	private void report(ApiCall<?> call, List<Oddity> oddities) {
		String operation = call.operation().name();
		DecodingReport report = call.report();
		if (report != null) {
			report.add(oddities);
		}
		long skipped = oddities.stream().filter(Oddity::isSkipped).count();
		long incomplete = oddities.size() - skipped;
		logger
			.warn("The response to " + this.vendor + ' ' + operation + " is not of the documented structure; read but "
					+ "for the fields named here: " + incomplete + ", skipped: " + skipped + " ("
					+ oddities.stream().limit(MAX_NAMED).map(Oddity::describe).collect(Collectors.joining("; "))
					+ ((oddities.size() > MAX_NAMED) ? "; …" : "") + ')');
		this.listener.onUnexpectedStructure(this.vendor, operation, (int) skipped, (int) incomplete);
	}

}
