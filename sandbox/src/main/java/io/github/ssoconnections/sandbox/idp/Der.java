// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.idp;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * The few DER values (X.690) that a certificate is made of: the JDK reads certificates,
 * but has no public API that writes one.
 */
final class Der {

	static final byte[] TRUE = value(0x01, new byte[] { (byte) 0xFF });

	private static final int LAST_UTC_TIME_YEAR = 2049;

	private static final DateTimeFormatter UTC_TIME = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'");

	private static final DateTimeFormatter GENERALIZED_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmss'Z'");

	private Der() {
	}

	static byte[] sequence(byte[]... parts) {
		return value(0x30, join(parts));
	}

	static byte[] set(byte[]... parts) {
		return value(0x31, join(parts));
	}

	static byte[] explicit(int number, byte[] content) {
		return value(0xA0 | number, content);
	}

	static byte[] integer(BigInteger number) {
		return value(0x02, number.toByteArray());
	}

	static byte[] utf8(String text) {
		return value(0x0C, text.getBytes(StandardCharsets.UTF_8));
	}

	static byte[] octets(byte[] content) {
		return value(0x04, content);
	}

	static byte[] bits(byte[] content) {
		return value(0x03, join(new byte[] { 0 }, content));
	}

	static byte[] time(Instant instant) {
		OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
		boolean utcTime = time.getYear() <= LAST_UTC_TIME_YEAR;
		String text = (utcTime ? UTC_TIME : GENERALIZED_TIME).format(time);
		return value(utcTime ? 0x17 : 0x18, text.getBytes(StandardCharsets.US_ASCII));
	}

	static byte[] oid(int first, int second, int... others) {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		content.write(first * 40 + second);
		for (int other : others) {
			for (int shift = 28; shift > 0; shift -= 7) {
				if (other >>> shift != 0) {
					content.write(0x80 | (other >>> shift) & 0x7F);
				}
			}
			content.write(other & 0x7F);
		}
		return value(0x06, content.toByteArray());
	}

	private static byte[] value(int tag, byte[] content) {
		ByteArrayOutputStream value = new ByteArrayOutputStream();
		value.write(tag);
		if (content.length < 0x80) {
			value.write(content.length);
		}
		else {
			byte[] length = BigInteger.valueOf(content.length).toByteArray();
			int leadingZero = (length[0] != 0) ? 0 : 1;
			value.write(0x80 | (length.length - leadingZero));
			value.write(length, leadingZero, length.length - leadingZero);
		}
		value.writeBytes(content);
		return value.toByteArray();
	}

	private static byte[] join(byte[]... parts) {
		ByteArrayOutputStream joined = new ByteArrayOutputStream();
		for (byte[] part : parts) {
			joined.writeBytes(part);
		}
		return joined.toByteArray();
	}

}
