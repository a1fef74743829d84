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
 * Reads times as XML Schema writes them.
 *
 * @see <a href="https://www.w3.org/TR/xmlschema-2/#dateTime">XML Schema, part 2</a>
 */
final class XmlTime {

	private static final int MAX_LENGTH = 60;

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

	// Without a time zone it is in UTC, as SAML has it
	static Instant instant(String text, Place place) {
		String stripped = text.strip();
		if (stripped.length() <= MAX_LENGTH) {
			try {
				String nanos = stripped.replaceFirst("(\\.\\d{9})\\d+", "$1");
				TemporalAccessor time = DATE_TIME.parseBest(nanos, OffsetDateTime::from, LocalDateTime::from);
				return (time instanceof OffsetDateTime zoned) ? zoned.toInstant()
						: LocalDateTime.from(time).toInstant(ZoneOffset.UTC);
			}
			catch (DateTimeException ex) {
				// Said below, as of what is too long
			}
		}
		throw new InvalidMetadataException("'validUntil' is no date and time, but " + Excerpt.quoted(text), place);
	}

	// It says when to look again, which needs no calendar and no fractions of a second
	static Duration duration(String text, Place place) {
		String stripped = text.strip();
		Matcher parts = DURATION.matcher(stripped);
		if (stripped.length() > MAX_LENGTH || !parts.matches()) {
			throw new InvalidMetadataException("'cacheDuration' is no duration, but " + Excerpt.quoted(text), place);
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
