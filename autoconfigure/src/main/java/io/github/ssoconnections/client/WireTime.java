// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;

/**
 * Deserializer for times, in milliseconds or as text. A time that cannot be written in
 * milliseconds is rejected.
 */
final class WireTime extends StdScalarDeserializer<Instant> {

	private static final Pattern NUMBER = Pattern.compile("\\s*[-+]?[0-9]{1,20}(\\.[0-9]{0,20})?\\s*");

	WireTime() {
		super(Instant.class);
	}

	@Override
	public @Nullable Instant deserialize(JsonParser parser, DeserializationContext context) {
		try {
			if (parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT) {
				return ofMillis(parser.getDecimalValue());
			}
			if (parser.currentToken() == JsonToken.VALUE_STRING && NUMBER.matcher(parser.getString()).matches()) {
				return ofMillis(new BigDecimal(parser.getString().strip()));
			}
			Instant time = InstantDeserializer.INSTANT.deserialize(parser, context);
			if (time != null) {
				time.toEpochMilli();
			}
			return time;
		}
		catch (ArithmeticException ex) {
			return context.reportInputMismatch(this, "No milliseconds");
		}
	}

	// Jackson would read a number with a fraction as seconds
	private static Instant ofMillis(BigDecimal millis) {
		return Instant.ofEpochMilli(millis.longValueExact());
	}

}
