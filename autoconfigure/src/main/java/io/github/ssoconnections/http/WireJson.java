// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import io.github.ssoconnections.Secret;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * JSON as the vendors write it: snake case, times in milliseconds, exact decimals. Never
 * the application's mapper, whose settings could drop the nulls of a change.
 */
public final class WireJson {

	private static final JsonMapper MASKED = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.enable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
		.disable(DateTimeFeature.READ_DATE_TIMESTAMPS_AS_NANOSECONDS,
				DateTimeFeature.WRITE_DATE_TIMESTAMPS_AS_NANOSECONDS)
		.build();

	private static final JsonMapper MAPPER = MASKED.rebuild()
		.addModule(new SimpleModule("secrets").addSerializer(new RevealingSerializer()))
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

	private static final class RevealingSerializer extends StdSerializer<Secret> {

		RevealingSerializer() {
			super(Secret.class);
		}

		@Override
		public void serialize(Secret secret, JsonGenerator generator, SerializationContext context) {
			generator.writeString(secret.value());
		}

	}

}
