// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.url;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponents;

/**
 * Absolute URL of a web page or document, parsed as browsers do it. The URL is rebuilt
 * from its parsed parts, so that the checked URL is the URL that is requested. Syntax
 * that browsers tolerate is reported as {@link Oddity oddities}.
 * <p>
 * Unlike browsers, requires the slashes after the scheme and a host that is valid in the
 * DNS, and limits a URL to 16,384 characters.
 */
public final class WebUrl {

	private static final Pattern IPV4 = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");

	private final String scheme;

	private final String host;

	private final int port;

	private final String path;

	private final @Nullable String query;

	private final Set<Oddity> oddities;

	WebUrl(UriComponents parsed, Set<Oddity> oddities) {
		this.scheme = String.valueOf(parsed.getScheme());
		this.host = String.valueOf(parsed.getHost());
		this.port = parsed.getPort();
		String path = parsed.getPath();
		this.path = (StringUtils.hasLength(path)) ? path : "/";
		this.query = parsed.getQuery();
		this.oddities = Collections.unmodifiableSet(oddities);
	}

	/**
	 * Parse a URL.
	 * @param url the URL; surrounding blanks are ignored
	 * @return the URL
	 * @throws IllegalArgumentException if the URL is invalid; the message starts with
	 * "must" and contains nothing of the URL, which may contain secrets
	 */
	public static WebUrl parse(String url) {
		return WebUrlParser.parse(url);
	}

	static boolean isIpv4(String host) {
		return IPV4.matcher(host).matches();
	}

	/**
	 * Return the scheme.
	 * @return {@code https} or {@code http}
	 */
	public String scheme() {
		return this.scheme;
	}

	/**
	 * Return the host as a browser requests it.
	 * @return the name in lower case and ASCII, with a final dot if there is one; an IPv4
	 * address with four decimal numbers, or an IPv6 address in brackets
	 */
	public String host() {
		return this.host;
	}

	/**
	 * Return whether the host is an IP address.
	 * @return whether the host is an IPv4 or IPv6 address
	 */
	public boolean isAddress() {
		return this.host.startsWith("[") || isIpv4(this.host);
	}

	/**
	 * Return the port.
	 * @return the port, -1 for the default of the scheme
	 */
	public int port() {
		return this.port;
	}

	/**
	 * Return the syntax that browsers tolerate.
	 * @return the oddities, empty if there are none
	 */
	public Set<Oddity> oddities() {
		return this.oddities;
	}

	/**
	 * Return the URL to request: encoded, without fragment, user and password, and
	 * without the final dot of the host, which TLS does not support.
	 * @return the URL, {@code null} if {@link URI} does not support the host, for example
	 * with an underscore
	 */
	public @Nullable URI toUri() {
		try {
			URI uri = new URI(address() + this.path + ((this.query != null) ? "?" + this.query : ""));
			return (uri.getHost() != null) ? uri : null;
		}
		catch (URISyntaxException ex) {
			return null;
		}
	}

	private String address() {
		String name = this.host.endsWith(".") ? this.host.substring(0, this.host.length() - 1) : this.host;
		return this.scheme + "://" + name + ((this.port >= 0) ? ":" + this.port : "");
	}

	/**
	 * Return the URL without its query, which may contain secrets.
	 * @return the URL for messages
	 */
	@Override
	public String toString() {
		return address() + this.path;
	}

	/**
	 * Syntax in a URL that browsers tolerate, and that other parsers interpret
	 * differently.
	 */
	public enum Oddity {

		/** A tab or line break. */
		LINE_BREAK,

		/** A backslash in place of a slash. */
		BACKSLASH,

		/** A user or a password, including empty ones. */
		CREDENTIALS,

		/** A fragment, including an empty one. */
		FRAGMENT,

		/** A host with percent-encoded characters. */
		ENCODED_HOST,

		/** An IPv4 address in another form than four decimal numbers. */
		UNUSUAL_ADDRESS,

		/** A host that is not ASCII. */
		HOST_NOT_ASCII,

		/**
		 * A host that IDNA2003, which Java supports, and browsers may convert
		 * differently.
		 */
		AMBIGUOUS_HOST

	}

}
