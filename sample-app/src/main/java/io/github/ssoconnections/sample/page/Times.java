// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * Times on the pages, in UTC.
 */
public final class Times {

	private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT)
		.withZone(ZoneOffset.UTC);

	private Times() {
	}

	/**
	 * Return a time as text.
	 * @param time the time
	 * @return the text, empty for no time
	 */
	public static String of(@Nullable Instant time) {
		return (time != null) ? FORMAT.format(time) : "";
	}

	/**
	 * Return how far away a time is.
	 * @param time the time
	 * @param now the current time
	 * @return such as {@code in 3 days} and {@code 1 day ago}
	 */
	public static String distance(Instant time, Instant now) {
		long days = Duration.between(now, time).abs().toDays();
		String text = (days == 0) ? "less than a day" : (days == 1) ? "1 day" : days + " days";
		return (time.isAfter(now)) ? "in " + text : text + " ago";
	}

}
