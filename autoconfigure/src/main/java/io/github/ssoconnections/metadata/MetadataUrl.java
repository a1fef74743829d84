// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import java.net.URI;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import javax.net.ssl.SNIHostName;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.url.WebUrl;

/**
 * Parser for URLs of metadata documents. Messages do not contain the URL, which may
 * contain secrets.
 */
final class MetadataUrl {

	/** Some parsers accept such hosts as IPv4 addresses: 0x7f.1, 2130706433. */
	private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9A-Fa-f]*)\\.?");

	private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

	/** Without leading zeros, which some parsers interpret as octal. */
	static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.?");

	private static final Map<WebUrl.Oddity, String> FORBIDDEN = new EnumMap<>(WebUrl.Oddity.class);
	static {
		FORBIDDEN.put(WebUrl.Oddity.LINE_BREAK, "must not contain a tab or line break");
		FORBIDDEN.put(WebUrl.Oddity.BACKSLASH, "must not contain a backslash");
		FORBIDDEN.put(WebUrl.Oddity.CREDENTIALS, "must not contain a user or password");
		FORBIDDEN.put(WebUrl.Oddity.FRAGMENT, "must not have a fragment");
		FORBIDDEN.put(WebUrl.Oddity.ENCODED_HOST, "must not have a percent-encoded host");
		FORBIDDEN.put(WebUrl.Oddity.AMBIGUOUS_HOST, "must have an unambiguous host: use its form with xn--…");
		FORBIDDEN.put(WebUrl.Oddity.UNUSUAL_ADDRESS, "must have an address in the usual form, or a name, as its host");
	}

	private MetadataUrl() {
	}

	static URI parse(String url) {
		WebUrl parsed = read(url);
		Assert.isTrue(parsed.scheme().equals("https"), "metadata URL must start with 'https://'");
		Set<WebUrl.Oddity> oddities = parsed.oddities();
		FORBIDDEN
			.forEach((oddity, reason) -> Assert.isTrue(!oddities.contains(oddity), () -> "metadata URL " + reason));
		String host = normalize(parsed.host());
		if (!parsed.isAddress()) {
			checkVerifiable(host);
		}
		URI uri = parsed.toUri();
		Assert.isTrue(uri != null, "metadata URL must have a valid host and port");
		return uri;
	}

	private static WebUrl read(String url) {
		try {
			return WebUrl.parse(url);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidArgumentException("metadata URL " + ex.getMessage());
		}
	}

	private static void checkVerifiable(String host) {
		try {
			new SNIHostName(host);
		}
		catch (IllegalArgumentException ex) {
			throw new UnverifiableHostException(host);
		}
	}

	/**
	 * Validate the name of an allowed host.
	 * @param host the name
	 */
	static void checkName(String host) {
		Assert.isTrue(NAME.matcher(host).matches() && !ENDS_IN_NUMBER.matcher(host).matches(),
				() -> "'" + host + "' is not the name of a host, such as idp.example.com");
	}

	/**
	 * Normalize a host for comparison.
	 * @param host the host
	 * @return the host in lower case, without a trailing dot
	 */
	static String normalize(String host) {
		String lowerCase = host.toLowerCase(Locale.ROOT);
		return lowerCase.endsWith(".") ? lowerCase.substring(0, lowerCase.length() - 1) : lowerCase;
	}

}
