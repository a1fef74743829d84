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
 * JSON mappers for the vendors' wire format: snake case, times in milliseconds, exact
 * decimals. Independent of the application's mapper, whose settings may omit nulls of a
 * patch.
 */
public final class WireJson {

	private static final CoercionInputShape[] NUMBERS_AND_BOOLEANS = { CoercionInputShape.Integer,
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

	/** Without lossy coercion between types. */
	private static final JsonMapper MAPPER = MASKED.rebuild()
		.addModule(new SimpleModule("secrets").addSerializer(new RevealingSerializer()))
		.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
		.withCoercionConfig(LogicalType.Textual, (config) -> fail(config, NUMBERS_AND_BOOLEANS))
		.withCoercionConfig(LogicalType.Boolean, (config) -> fail(config, NUMBERS_AND_BOOLEANS))
		.withConfigOverride(List.class, (list) -> list.setNullHandling(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
		.build();

	private WireJson() {
	}

	/**
	 * Return the mapper. It writes secrets in plain text: its output is for the vendor
	 * only.
	 * @return the mapper
	 */
	public static JsonMapper mapper() {
		return MAPPER;
	}

	/**
	 * Return a mapper that writes the same JSON with masked secrets: for applications
	 * that return a response with the vendor's field names.
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
	 * Serializer for times, in milliseconds, or as text if they are out of range.
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
