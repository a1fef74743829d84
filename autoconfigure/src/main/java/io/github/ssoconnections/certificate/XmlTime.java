// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Parser of dates, times and durations of XML Schema.
 *
 * @see <a href="https://www.w3.org/TR/xmlschema-2/#dateTime">XML Schema, part 2</a>
 */
final class XmlTime {

	private static final int MAX_LENGTH = 60;

	private static final Instant FIRST = Instant.parse("0000-01-01T00:00:00Z");

	/** Later years have a sign, which few parsers support. */
	private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

	private static final DateTimeFormatter DATE_TIME = new DateTimeFormatterBuilder()
		.append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
		.optionalStart()
		.appendOffsetId()
		.toFormatter(Locale.ROOT)
		.withResolverStyle(ResolverStyle.STRICT);

	/** Years, months, days, hours, minutes, seconds and their fraction. */
	private static final Pattern DURATION = Pattern.compile("P(?=.)(?:(\\d{1,9})Y)?(?:(\\d{1,9})M)?(?:(\\d{1,9})D)?"
			+ "(?:T(?=.)(?:(\\d{1,9})H)?(?:(\\d{1,9})M)?(?:(\\d{1,9})(?:\\.\\d+)?S)?)?");

	private XmlTime() {
	}

	/**
	 * Parse a date and time. Without a time zone it is in UTC, as in SAML.
	 * @param text an {@code xs:dateTime}
	 * @return the time, {@code null} if it is invalid or not between the years 0 and 9999
	 */
	static @Nullable Instant instant(String text) {
		String stripped = Invisible.strip(text);
		if (stripped.length() <= MAX_LENGTH) {
			try {
				String nanos = stripped.replaceFirst("(\\.\\d{9})\\d+", "$1");
				TemporalAccessor time = DATE_TIME.parseBest(nanos, OffsetDateTime::from, LocalDateTime::from);
				Instant instant = (time instanceof OffsetDateTime zoned) ? zoned.toInstant()
						: LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
				return (instant.isBefore(FIRST) || instant.isAfter(LAST)) ? null : instant;
			}
			catch (DateTimeException ex) {
				return null;
			}
		}
		return null;
	}

	/**
	 * Parse a duration, without calendar arithmetic and fractions of a second.
	 * @param text an {@code xs:duration}
	 * @return the duration, {@code null} if it is invalid
	 */
	static @Nullable Duration duration(String text) {
		String stripped = Invisible.strip(text);
		Matcher parts = DURATION.matcher(stripped);
		if (stripped.length() > MAX_LENGTH || !parts.matches()) {
			return null;
		}
		return Duration.ofDays(365 * number(parts.group(1)) + 30 * number(parts.group(2)) + number(parts.group(3)))
			.plusHours(number(parts.group(4)))
			.plusMinutes(number(parts.group(5)))
			.plusSeconds(number(parts.group(6)));
	}

	private static long number(@Nullable String digits) {
		return (digits != null) ? Long.parseLong(digits) : 0;
	}

}
