// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative.file;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Values that stand without quotes, after the core schema of YAML 1.2. What YAML 1.1
 * reads as another boolean or number is ambiguous. Dates and times are texts.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/#103-core-schema">Core schema</a>
 */
final class YamlScalars {

	private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");

	private static final Set<String> TRUE = Set.of("true", "True", "TRUE");

	private static final Set<String> FALSE = Set.of("false", "False", "FALSE");

	private static final Pattern INTEGER = Pattern.compile("[-+]?(?:0|[1-9][0-9]*)");

	private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");

	private static final Pattern DECIMAL = Pattern
		.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?");

	/** Among others, numbers that can be sent and are not ambiguous. */
	private static final Pattern ANY_NUMBER = Pattern.compile("[-+]?(?:" + "0[0-9_]+|0b[01_]+|0o[0-7]+"
			+ "|0x[0-9a-fA-F_]+|[0-9][0-9_]*(?:\\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|\\.[0-9_]+(?:[eE][-+]?[0-9]+)?"
			+ "|[1-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?|\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN))");

	private static final Set<String> AMBIGUOUS_BOOLEANS = Set.of("y", "n", "yes", "no", "on", "off");

	private static final int MAX_DIGITS = 400;

	private YamlScalars() {
	}

	static boolean isNull(YamlNode.Scalar scalar) {
		return scalar.plain() && NULL.contains(scalar.text());
	}

	static boolean isText(YamlNode.Scalar scalar) {
		return !isAmbiguous(scalar) && value(scalar) instanceof String;
	}

	/**
	 * Return whether versions of YAML read a value differently, or no version as a value
	 * that can be sent.
	 * @param scalar the value
	 * @return whether quotes are required
	 */
	static boolean isAmbiguous(YamlNode.Scalar scalar) {
		String text = scalar.text();
		boolean integer = INTEGER.matcher(text).matches() || HEXADECIMAL.matcher(text).matches();
		if (!scalar.plain() || (integer && text.length() <= MAX_DIGITS) || isDecimal(text)) {
			return false;
		}
		return AMBIGUOUS_BOOLEANS.contains(text.toLowerCase(Locale.ROOT)) || ANY_NUMBER.matcher(text).matches();
	}

	private static boolean isDecimal(String text) {
		return text.length() <= MAX_DIGITS && text.indexOf('.') >= 0 && DECIMAL.matcher(text).matches();
	}

	/**
	 * Return a value that is not ambiguous.
	 * @param scalar the value
	 * @return a {@link String}, {@link Boolean}, {@link Integer}, {@link Long},
	 * {@link BigInteger}, {@link BigDecimal} or {@code null}
	 */
	static @Nullable Object value(YamlNode.Scalar scalar) {
		String text = scalar.text();
		if (!scalar.plain()) {
			return text;
		}
		if (NULL.contains(text)) {
			return null;
		}
		if (TRUE.contains(text) || FALSE.contains(text)) {
			return TRUE.contains(text);
		}
		if (INTEGER.matcher(text).matches()) {
			return number(new BigInteger(text));
		}
		if (HEXADECIMAL.matcher(text).matches()) {
			return number(new BigInteger(text.substring(2), 16));
		}
		return isDecimal(text) ? new BigDecimal(text) : text;
	}

	private static Number number(BigInteger value) {
		if (value.bitLength() < Integer.SIZE) {
			return value.intValue();
		}
		return (value.bitLength() < Long.SIZE) ? (Number) value.longValue() : value;
	}

}
