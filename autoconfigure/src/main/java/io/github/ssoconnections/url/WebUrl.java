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
 * The absolute URL of a web page or document, read as a browser reads it: parsed once,
 * and built anew of what was parsed, so that what is checked is what is sent. What a
 * browser forgives is told as {@link Oddity oddities}: it is for the caller to mind them
 * or not.
 * <p>
 * Differs from browsers in that the slashes after the scheme must be there, that the host
 * must be one that the DNS could have, and that a URL may have 16,384 characters.
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
	 * Read a URL.
	 * @param url the URL; blanks around it do not count
	 * @return the URL
	 * @throws IllegalArgumentException if no browser would go there; the message begins
	 * with "must", and repeats nothing of the URL, which may hold secrets
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
	 * Return the host as a browser asks for it.
	 * @return the name in lower case and ASCII, be it {@code xn--…}, with the final dot
	 * if it has one; an address of IPv4 with four decimal numbers, or one of IPv6 in
	 * brackets
	 */
	public String host() {
		return this.host;
	}

	/**
	 * Return whether the host is an address.
	 * @return whether it is an address of IPv4 or IPv6, and no name
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
	 * Return what a browser forgives.
	 * @return the oddities, empty if there is none
	 */
	public Set<Oddity> oddities() {
		return this.oddities;
	}

	/**
	 * Return the URL that is sent: encoded, without fragment, user and password, and
	 * without the final dot of a host, which TLS does not take.
	 * @return the URL, {@code null} if {@link URI} takes the host for none, as with an
	 * underscore in it
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
	 * Return the URL as it may be shown: a query may hold secrets.
	 * @return the URL without its query
	 */
	@Override
	public String toString() {
		return address() + this.path;
	}

	/**
	 * What is in a URL that a browser forgives, and that others read otherwise.
	 */
	public enum Oddity {

		/** A tab or line break within. */
		LINE_BREAK,

		/** A backslash in place of a slash. */
		BACKSLASH,

		/** A user or a password, be it empty. */
		CREDENTIALS,

		/** A fragment, be it empty. */
		FRAGMENT,

		/** A host with percent-encoded characters. */
		ENCODED_HOST,

		/** An address of IPv4 other than with four decimal numbers. */
		UNUSUAL_ADDRESS,

		/** A host that is not ASCII. */
		HOST_NOT_ASCII,

		/** A host that IDNA2003, which Java has, and browsers may map differently. */
		AMBIGUOUS_HOST

	}

}
