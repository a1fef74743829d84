// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.io.Serializable;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ser.std.StdSerializer;

/**
 * Confidential text. {@code toString()}, the application's JSON mappers and Java's
 * serialization write {@value #MASK}; only {@link #value()} returns the text.
 */
public final class Secret implements Serializable {

	private static final long serialVersionUID = 1L;

	/**
	 * The mask that replaces a secret in output.
	 */
	public static final String MASK = "******";

	private final String value;

	private Secret(String value) {
		this.value = value;
	}

	/**
	 * Create a secret.
	 * @param value the text
	 * @return the secret
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static Secret of(String value) {
		Assert.notNull(value, "'value' must not be null");
		return new Secret(value);
	}

	/**
	 * Create a secret, or return {@code null} for {@code null}.
	 * @param value the text, may be {@code null}
	 * @return the secret or {@code null}
	 */
	public static @Nullable Secret ofNullable(@Nullable String value) {
		return (value != null) ? new Secret(value) : null;
	}

	/**
	 * Return the text.
	 * @return the text
	 */
	public String value() {
		return this.value;
	}

	@Override
	public boolean equals(@Nullable Object obj) {
		return obj instanceof Secret other && this.value.equals(other.value);
	}

	@Override
	public int hashCode() {
		return Objects.hashCode(this.value);
	}

	private Object writeReplace() {
		return new Secret(MASK);
	}

	@Override
	@JsonValue
	public String toString() {
		return MASK;
	}

	/**
	 * Serializer that writes the mask for any text, for use with any mapper.
	 */
	public static final class MaskingSerializer extends StdSerializer<String> {

		/**
		 * Create a serializer.
		 */
		public MaskingSerializer() {
			super(String.class);
		}

		@Override
		public void serialize(String value, JsonGenerator generator, SerializationContext context) {
			generator.writeString(MASK);
		}

	}

}
