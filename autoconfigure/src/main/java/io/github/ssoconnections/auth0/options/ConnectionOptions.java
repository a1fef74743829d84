// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.options;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.ssoconnections.Assert;
import io.github.ssoconnections.SecretFields;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * Options of a connection in a response, including unknown ones, in the vendor's order:
 * JSON objects as {@code Map}, arrays as {@code List}, fractions as {@code BigDecimal},
 * {@code null} as {@code null}, and secrets as {@link io.github.ssoconnections.Secret}.
 * Unmodifiable at every level. {@code toString} shows the names only.
 */
public final class ConnectionOptions extends AbstractMap<String, @Nullable Object> {

	private final Map<String, @Nullable Object> fields;

	private ConnectionOptions(Map<String, @Nullable Object> fields) {
		this.fields = fields;
	}

	/**
	 * Create options from the given fields.
	 * @param fields the options by JSON name
	 * @return an unmodifiable copy
	 */
	@JsonCreator(mode = JsonCreator.Mode.DELEGATING)
	public static ConnectionOptions of(Map<String, @Nullable Object> fields) {
		Assert.notNull(fields, "'fields' must not be null");
		return new ConnectionOptions(SecretFields.protect(ApiBody.flatten(fields)));
	}

	/**
	 * Return the value of an option.
	 * @param <T> the type of the value
	 * @param option the option, such as {@link SamlpOptions#SIGN_IN_ENDPOINT}
	 * @return the value, {@code null} if it is absent or of another type
	 */
	public <T> @Nullable T get(ConnectionOption<?, T> option) {
		return option.read(this.fields.get(option.name()));
	}

	/**
	 * Return the options of enterprise strategies whose JSON type differs from the
	 * declared type. An empty text counts as not set.
	 * @return the paths of the options, such as {@code idpinitiated.enabled}
	 */
	public Set<String> unexpectedTypes() {
		return EnterpriseOptions.DECLARED.unexpected(this.fields, "", Set.of());
	}

	/**
	 * Return a copy of these options that can be changed and sent.
	 * @param <B> the type of the copy
	 * @param form the factory of an empty copy, such as {@code SamlpOptions::new}
	 * @return a copy with every option, including unknown ones
	 */
	public <B extends StrategyOptions<B>> B as(Supplier<B> form) {
		Assert.notNull(form, "'form' must not be null");
		return OptionsObject.filled(form.get(), this.fields);
	}

	@Override
	public Set<Entry<String, @Nullable Object>> entrySet() {
		return this.fields.entrySet();
	}

	@Override
	public @Nullable Object get(@Nullable Object key) {
		return this.fields.get(key);
	}

	@Override
	public boolean containsKey(@Nullable Object key) {
		return this.fields.containsKey(key);
	}

	@Override
	public String toString() {
		return this.fields.keySet().toString();
	}

}
