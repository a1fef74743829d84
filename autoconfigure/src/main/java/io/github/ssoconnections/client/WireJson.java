// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.github.ssoconnections.Secret;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;
import tools.jackson.databind.type.LogicalType;

/**
 * JSON as the vendors write it: snake case, times in milliseconds, exact decimals. Never
 * the application's mapper, whose settings could drop the nulls of a change.
 */
public final class WireJson {

	private static final CoercionInputShape[] NUMBERS_AND_FLAGS = { CoercionInputShape.Integer,
			CoercionInputShape.Float, CoercionInputShape.Boolean };

	private static final JsonMapper MASKED = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
		.disable(DateTimeFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS,
				DateTimeFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.addModule(new SimpleModule("fields").addDeserializer(Instant.class, new WireTime())
			.addSerializer(new TimeSerializer())
			.setSerializerModifier(RawFieldWriter.modifier()))
		.build();

	/** Reads no value as one of another type, unless it stays the same value. */
	private static final JsonMapper MAPPER = MASKED.rebuild()
		.addModule(new SimpleModule("secrets").addSerializer(new RevealingSerializer()))
		.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
		.withCoercionConfig(LogicalType.Textual, (config) -> fail(config, NUMBERS_AND_FLAGS))
		.withCoercionConfig(LogicalType.Boolean, (config) -> fail(config, NUMBERS_AND_FLAGS))
		.withConfigOverride(List.class, (list) -> list.setNullHandling(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
		.build();

	private WireJson() {
	}

	/**
	 * Return the mapper. It writes secrets in clear: what it writes is for the vendor
	 * alone.
	 * @return the mapper
	 */
	public static JsonMapper mapper() {
		return MAPPER;
	}

	/**
	 * Return a mapper that writes the same JSON with secrets masked: for an application
	 * that hands on what it got, in the vendor's own names.
	 * @return the mapper
	 */
	public static JsonMapper masked() {
		return MASKED;
	}

	private static void fail(MutableCoercionConfig config, CoercionInputShape... shapes) {
		for (CoercionInputShape shape : shapes) {
			config.setCoercion(shape, CoercionAction.Fail);
		}
	}

	private static final class RevealingSerializer extends StdSerializer<Secret> {

		RevealingSerializer() {
			super(Secret.class);
		}

		@Override
		public void serialize(Secret secret, JsonGenerator generator, SerializationContext context) {
			generator.writeString(secret.value());
		}

	}

	/**
	 * Writes times in milliseconds, and as text what is too far away for that: both are
	 * read.
	 */
	private static final class TimeSerializer extends StdSerializer<Instant> {

		private static final Instant FIRST = Instant.ofEpochMilli(Long.MIN_VALUE);

		private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);

		TimeSerializer() {
			super(Instant.class);
		}

		@Override
		public void serialize(Instant time, JsonGenerator generator, SerializationContext context) {
			if (time.isBefore(FIRST) || time.isAfter(LAST)) {
				generator.writeString(time.toString());
			}
			else {
				generator.writeNumber(time.toEpochMilli());
			}
		}

	}

}
