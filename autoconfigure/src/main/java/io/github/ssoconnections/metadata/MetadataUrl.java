// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

import org.springframework.util.Assert;

/**
 * Reads the URL of a metadata document. Its messages never repeat the URL, which may hold
 * secrets.
 */
final class MetadataUrl {

	/** What some take for an address of IPv4, whatever its form: 0x7f.1, 2130706433. */
	private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?(\\d+|0[xX][0-9A-Fa-f]*)\\.?");

	private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

	/** Without leading zeros, which mean octal to some and nothing to others. */
	static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)*\\.?");

	private MetadataUrl() {
	}

	static URI parse(String url) {
		Assert.hasText(url, "metadata URL must not be empty");
		URI uri = toUri(url.strip());
		Assert.isTrue("https".equalsIgnoreCase(uri.getScheme()), "metadata URL must start with 'https://'");
		String host = uri.getHost();
		Assert.isTrue(host != null && uri.getPort() != 0 && uri.getPort() <= 65535,
				"metadata URL must have a valid host and port");
		Assert.isTrue(!ENDS_IN_NUMBER.matcher(host).matches() || IPV4.matcher(host).matches(),
				"metadata URL must have an address in the usual form, or a name, as its host");
		Assert.isTrue(uri.getRawUserInfo() == null, "metadata URL must not hold a user or password");
		Assert.isTrue(uri.getRawFragment() == null, "metadata URL must not have a fragment");
		Assert.isTrue(uri.toString().chars().allMatch((character) -> character < 0x80),
				"metadata URL must be ASCII only");
		return uri;
	}

	private static URI toUri(String url) {
		try {
			return new URI(url);
		}
		catch (URISyntaxException ex) {
			throw new IllegalArgumentException("metadata URL is not a URL: " + ex.getReason());
		}
	}

	/**
	 * Check the name of a host that is to be allowed.
	 * @param host the name
	 */
	static void checkName(String host) {
		Assert.isTrue(NAME.matcher(host).matches() && !ENDS_IN_NUMBER.matcher(host).matches(),
				() -> "'" + host + "' is not the name of a host, such as idp.example.com");
	}

	/**
	 * Return a host in the form in which hosts are compared.
	 * @param host the host
	 * @return the host in lower case, without the dot of a complete name
	 */
	static String normalize(String host) {
		String lowerCase = host.toLowerCase(Locale.ROOT);
		return lowerCase.endsWith(".") ? lowerCase.substring(0, lowerCase.length() - 1) : lowerCase;
	}

}
