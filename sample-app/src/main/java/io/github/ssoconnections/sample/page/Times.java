// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

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

}
