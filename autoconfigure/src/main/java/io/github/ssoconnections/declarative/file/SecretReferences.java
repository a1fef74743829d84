// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative.file;

import java.util.regex.Pattern;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.declarative.SecretReference;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * Resolves the references to secrets in a declaration, such as
 * <code>${SSO_ACME_CLIENT_SECRET}</code>. Only names with a prefix are looked up, so that
 * a declaration reads no other variable. Names that begin with {@code SSO_CONNECTIONS_}
 * are those of this library's own settings, and are never looked up.
 */
public final class SecretReferences {

	/**
	 * The default prefix of the names of secrets.
	 */
	public static final String DEFAULT_PREFIX = "SSO_";

	/** Both spellings of the names of this library's own settings. */
	private static final Pattern OWN_SETTINGS = Pattern.compile("SSO_?CONNECTIONS_.*", Pattern.CASE_INSENSITIVE);

	private static final Pattern PREFIX = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,99}");

	private final String prefix;

	private final @Nullable Lookup lookup;

	private SecretReferences(String prefix, @Nullable Lookup lookup) {
		Assert.isTrue(prefix != null && PREFIX.matcher(prefix).matches(),
				"'prefix' must have 1 to 100 characters A-Z, a-z, 0-9 or '_', and not begin with a digit");
		this.prefix = prefix;
		this.lookup = lookup;
	}

	/**
	 * Return references with the values of a look-up, such as {@code System::getenv}.
	 * @param prefix the prefix of all names, such as {@value #DEFAULT_PREFIX}
	 * @param lookup returns the value for a name that has the prefix, {@code null} or a
	 * blank text if there is none
	 * @return the references
	 */
	public static SecretReferences of(String prefix, Lookup lookup) {
		Assert.notNull(lookup, "'lookup' must not be null");
		return new SecretReferences(prefix, lookup);
	}

	/**
	 * Return references that are checked and not looked up: each remains a
	 * {@link SecretReference}. What is declared so can be planned, and not be applied.
	 * @param prefix the prefix of all names, such as {@value #DEFAULT_PREFIX}
	 * @return the references
	 */
	public static SecretReferences unresolved(String prefix) {
		return new SecretReferences(prefix, null);
	}

	String prefix() {
		return this.prefix;
	}

	boolean permits(String name) {
		return name.startsWith(this.prefix) && !OWN_SETTINGS.matcher(name).matches();
	}

	/**
	 * Resolve a name that is permitted.
	 * @param name the name
	 * @return a {@link Secret}, a {@link SecretReference} if it is not resolved, or
	 * {@code null} if there is no value
	 */
	@Nullable Object resolve(String name) {
		if (this.lookup == null) {
			return new SecretReference(name);
		}
		String value = this.lookup.find(name);
		return StringUtils.hasText(value) ? Secret.of(value) : null;
	}

	@Override
	public String toString() {
		return "SecretReferences[" + this.prefix + "]";
	}

	/**
	 * Finds the values of secrets.
	 */
	@FunctionalInterface
	public interface Lookup {

		/**
		 * Find a value.
		 * @param name the name, which begins with the prefix
		 * @return the value, {@code null} or a blank text if there is none
		 */
		@Nullable String find(String name);

	}

}
