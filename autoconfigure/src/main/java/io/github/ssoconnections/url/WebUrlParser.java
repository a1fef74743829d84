// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.url;

import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.InvalidArgumentException;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.web.util.InvalidUrlException;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder.ParserType;

/**
 * Parser of URLs on top of Spring's parser for the WHATWG URL standard, with the parts of
 * the standard that Spring's parser lacks.
 */
final class WebUrlParser {

	private static final Pattern PARTS = Pattern
		.compile("(?is)(https?):[/\\\\]{2}([^/\\\\?#]+)([^?#]*)(\\?[^#]*)?(#.*)?");

	private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^]]*]|[^:\\[\\]]*)(:[0-9]*)?");

	/** Labels that browsers support, for example with an underscore. */
	private static final Pattern NAME = Pattern
		.compile("(?:[^\\x00-\\x20#%./:<>?@\\[\\\\\\]^|\\x7F-\\uFFFF]{1,63}(?:\\.|$))+");

	private static final int MAX_NAME = 254;

	/** Twice the limit of common servers. */
	private static final int MAX_LENGTH = 16 * 1024;

	private static final String INVALID_HOST = "must have a valid host and port";

	private WebUrlParser() {
	}

	static WebUrl parse(String url) {
		Assert.hasText(url, "must not be empty");
		String pasted = strip(url);
		Assert.isTrue(pasted.length() <= MAX_LENGTH, "must not be longer than 16384 characters");
		// Browsers ignore these everywhere
		String text = pasted.replaceAll("[\t\r\n]", "");
		Assert.isTrue(text.regionMatches(true, 0, "https:", 0, 6) || text.regionMatches(true, 0, "http:", 0, 5),
				"must start with 'https://'");
		Matcher parts = PARTS.matcher(text);
		String authority = parts.matches() ? parts.group(2) : "";
		int credentials = authority.lastIndexOf('@') + 1;
		Matcher host = HOST_AND_PORT.matcher(authority.substring(credentials));
		Assert.isTrue(host.matches() && !host.group(1).isEmpty(), INVALID_HOST);
		String written = decode(host.group(1));
		UriComponents parsed = parse(parts, host(written), host.group(2));
		Set<WebUrl.Oddity> oddities = EnumSet.noneOf(WebUrl.Oddity.class);
		note(WebUrl.Oddity.LINE_BREAK, !text.equals(pasted), oddities);
		note(WebUrl.Oddity.BACKSLASH, text.substring(0, parts.end(3)).indexOf('\\') >= 0, oddities);
		note(WebUrl.Oddity.CREDENTIALS, credentials > 0, oddities);
		note(WebUrl.Oddity.FRAGMENT, parts.group(5) != null, oddities);
		note(WebUrl.Oddity.ENCODED_HOST, !written.equals(host.group(1)), oddities);
		note(WebUrl.Oddity.HOST_NOT_ASCII, !HostNames.isAscii(written), oddities);
		note(WebUrl.Oddity.AMBIGUOUS_HOST, HostNames.isAmbiguous(written), oddities);
		note(WebUrl.Oddity.UNUSUAL_ADDRESS,
				WebUrl.isIpv4(String.valueOf(parsed.getHost())) && !written.equals(parsed.getHost()), oddities);
		return new WebUrl(parsed, oddities);
	}

	private static String strip(String text) {
		int begin = 0;
		int end = text.length();
		while (begin < end && isBlank(text.charAt(begin))) {
			begin++;
		}
		while (begin < end && isBlank(text.charAt(end - 1))) {
			end--;
		}
		return text.substring(begin, end);
	}

	private static boolean isBlank(char character) {
		return character <= 0x20 || Character.isWhitespace(character) || Character.isSpaceChar(character)
				|| (character >= 0x200B && character <= 0x200F) || character == 0x2060 || character == 0xFEFF;
	}

	private static String decode(String host) {
		try {
			String decoded = StringUtils.uriDecode(host, StandardCharsets.UTF_8);
			Assert.isTrue(host.startsWith("[") || !decoded.startsWith("["), INVALID_HOST);
			return decoded;
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidArgumentException(INVALID_HOST);
		}
	}

	private static void note(WebUrl.Oddity oddity, boolean there, Set<WebUrl.Oddity> oddities) {
		if (there) {
			oddities.add(oddity);
		}
	}

	// Spring's parser maps hosts by IDNA2003, splits surrogate pairs, does not encode and
	// expands braces: its input must need none of this
	private static UriComponents parse(Matcher parts, String host, @Nullable String port) {
		String path = UrlEncoding.path(parts.group(3).replace('\\', '/'));
		String query = (parts.group(4) != null) ? "?" + UrlEncoding.query(parts.group(4).substring(1)) : "";
		try {
			UriComponents parsed = UriComponentsBuilder
				.fromUriString(parts.group(1) + "://" + host.replace("{", "%7B").replace("}", "%7D")
						+ ((port != null) ? port : "") + path + query, ParserType.WHAT_WG)
				.build();
			Assert.isTrue(parsed.getPort() != 0, INVALID_HOST);
			return parsed;
		}
		// Without the cause, whose message contains the URL
		catch (InvalidUrlException ex) {
			throw new InvalidArgumentException(INVALID_HOST);
		}
	}

	private static String host(String written) {
		if (written.startsWith("[")) {
			return written;
		}
		String name = HostNames.toAscii(written);
		Assert.isTrue(name.length() <= MAX_NAME && NAME.matcher(name).matches(), INVALID_HOST);
		if (!Ipv4.isMeant(name)) {
			return name;
		}
		String address = Ipv4.parse(name);
		Assert.isTrue(address != null, INVALID_HOST);
		return address;
	}

}
