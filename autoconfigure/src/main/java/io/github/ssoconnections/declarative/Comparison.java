// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.ssoconnections.certificate.InvalidCertificateException;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.url.HostNames;
import org.jspecify.annotations.Nullable;

/**
 * When two values of a field are the same.
 */
public enum Comparison {

	/**
	 * Equal values; a list in any order. An absent value is the same as an empty one, and
	 * as {@code false}. A single value is the same as a list of it, a number the same as
	 * its text. Objects in a list may have more fields than the declared ones.
	 */
	VALUE,

	/** As {@link #VALUE}, but the order of a list matters. */
	ORDERED {

		@Override
		boolean isSame(@Nullable Object declared, @Nullable Object current) {
			List<?> wanted = list(declared);
			List<?> known = list(current);
			return wanted.size() == known.size() && IntStream.range(0, wanted.size())
				.allMatch((index) -> VALUE.isSame(wanted.get(index), known.get(index)));
		}

	},

	/** Domains, in any case, order and form of internationalized names. */
	DOMAINS {

		@Override
		boolean isSame(@Nullable Object declared, @Nullable Object current) {
			return domains(declared).equals(domains(current));
		}

	},

	/** Signing certificates, as PEM or base64, in any order. */
	CERTIFICATES {

		@Override
		boolean isSame(@Nullable Object declared, @Nullable Object current) {
			return fingerprints(declared).equals(fingerprints(current));
		}

		@Override
		@Nullable Object describe(@Nullable Object value) {
			Set<String> fingerprints = fingerprints(value);
			return fingerprints.isEmpty() ? null : List.copyOf(fingerprints);
		}

	},

	/** Words in any order, in one text or in a list, such as scopes. */
	WORDS {

		@Override
		boolean isSame(@Nullable Object declared, @Nullable Object current) {
			return words(declared).equals(words(current));
		}

		private static Set<String> words(@Nullable Object value) {
			return list(value).stream()
				.flatMap((text) -> Arrays.stream(String.valueOf(text).strip().split("[\\s,]+")))
				.filter((word) -> !word.isEmpty())
				.collect(Collectors.toSet());
		}

	};

	boolean isSame(@Nullable Object declared, @Nullable Object current) {
		if (isAbsent(declared) || isAbsent(current)) {
			return isAbsent(declared) && isAbsent(current);
		}
		if (declared instanceof Map<?, ?> wanted) {
			return current instanceof Map<?, ?> known && wanted.entrySet()
				.stream()
				.allMatch((field) -> isSame(field.getValue(), known.get(field.getKey())));
		}
		if (declared instanceof Collection<?> || current instanceof Collection<?>) {
			return isSameList(list(declared), list(current));
		}
		return (declared instanceof Number && current instanceof Number)
				? number(declared).compareTo(number(current)) == 0
				: String.valueOf(declared).equals(String.valueOf(current));
	}

	private boolean isSameList(List<?> declared, List<?> current) {
		List<@Nullable Object> left = new ArrayList<>(current);
		return declared.size() == current.size() && declared.stream().allMatch((wanted) -> remove(left, wanted));
	}

	private boolean remove(List<@Nullable Object> left, @Nullable Object wanted) {
		for (int index = 0; index < left.size(); index++) {
			if (isSame(wanted, left.get(index))) {
				left.remove(index);
				return true;
			}
		}
		return false;
	}

	private static BigDecimal number(Object value) {
		return new BigDecimal(value.toString());
	}

	private static boolean isAbsent(@Nullable Object value) {
		return value == null || value.equals("") || value.equals(false)
				|| (value instanceof Collection<?> items && items.isEmpty())
				|| (value instanceof Map<?, ?> map && map.values().stream().allMatch(Comparison::isAbsent));
	}

	/**
	 * Return a value as a plan shows it.
	 * @param value the value
	 * @return the value or a short form of it
	 */
	@Nullable Object describe(@Nullable Object value) {
		return value;
	}

	static List<?> list(@Nullable Object value) {
		if (value instanceof Collection<?> items) {
			return List.copyOf(items.stream().filter(Objects::nonNull).toList());
		}
		return isAbsent(value) ? List.of() : List.of(Objects.requireNonNull(value));
	}

	static Set<String> domains(@Nullable Object value) {
		return Set.copyOf(toAscii(list(value)));
	}

	/**
	 * Return domains as the vendors take them.
	 * @param domains the domains
	 * @return the domains in lower case and ASCII, without a final dot
	 */
	public static List<String> toAscii(List<?> domains) {
		return domains.stream()
			.map((domain) -> HostNames.toAscii(String.valueOf(domain).strip()))
			.map((name) -> name.endsWith(".") ? name.substring(0, name.length() - 1) : name)
			.distinct()
			.toList();
	}

	private static Set<String> fingerprints(@Nullable Object value) {
		return list(value).stream()
			.map((one) -> (one instanceof Map<?, ?> map) ? map.get("certificate") : one)
			.filter(Objects::nonNull)
			.map((text) -> fingerprint(String.valueOf(text)))
			.collect(Collectors.toCollection(TreeSet::new));
	}

	private static String fingerprint(String text) {
		try {
			return "SHA-256 " + SigningCertificate.parse(text).sha256();
		}
		catch (InvalidCertificateException ex) {
			return text.replaceAll("\\s+", "");
		}
	}

}
