// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;
import org.springframework.web.util.InvalidUrlException;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder.ParserType;

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

	private static final Pattern PARTS = Pattern
		.compile("(?is)(https?):[/\\\\]{2}([^/\\\\?#]+)([^?#]*)(\\?[^#]*)?(#.*)?");

	private static final Pattern HOST_AND_PORT = Pattern.compile("(\\[[^]]*]|[^:\\[\\]]*)(:[0-9]*)?");

	private static final Pattern IPV4 = Pattern.compile("\\d+\\.\\d+\\.\\d+\\.\\d+");

	/** Labels as browsers take them: with an underscore, say. */
	private static final Pattern NAME = Pattern
		.compile("(?:[^\\x00-\\x20#%./:<>?@\\[\\\\\\]^|\\x7F-\\uFFFF]{1,63}(?:\\.|$))+");

	private static final int MAX_NAME = 254;

	/** Twice of what servers take at most, and what is parsed in no time. */
	private static final int MAX_LENGTH = 16 * 1024;

	private static final String INVALID_HOST = "must have a valid host and port";

	private final String scheme;

	private final String host;

	private final int port;

	private final String path;

	private final @Nullable String query;

	private final Set<Oddity> oddities;

	private WebUrl(UriComponents parsed, Set<Oddity> oddities) {
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
		Assert.hasText(url, "must not be empty");
		String pasted = strip(url);
		Assert.isTrue(pasted.length() <= MAX_LENGTH, "must not be longer than 16384 characters");
		// Browsers drop these wherever they are
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
		Set<Oddity> oddities = EnumSet.noneOf(Oddity.class);
		note(Oddity.LINE_BREAK, !text.equals(pasted), oddities);
		note(Oddity.BACKSLASH, text.substring(0, parts.end(3)).indexOf('\\') >= 0, oddities);
		note(Oddity.CREDENTIALS, credentials > 0, oddities);
		note(Oddity.FRAGMENT, parts.group(5) != null, oddities);
		note(Oddity.ENCODED_HOST, !written.equals(host.group(1)), oddities);
		note(Oddity.HOST_NOT_ASCII, !HostNames.isAscii(written), oddities);
		note(Oddity.AMBIGUOUS_HOST, HostNames.isAmbiguous(written), oddities);
		note(Oddity.UNUSUAL_ADDRESS,
				IPV4.matcher(String.valueOf(parsed.getHost())).matches() && !written.equals(parsed.getHost()),
				oddities);
		return new WebUrl(parsed, oddities);
	}

	// What comes along when text is copied: control characters, zero-width ones, a BOM
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
			throw new IllegalArgumentException(INVALID_HOST);
		}
	}

	private static void note(Oddity oddity, boolean there, Set<Oddity> oddities) {
		if (there) {
			oddities.add(oddity);
		}
	}

	// Spring's parser maps hosts by IDNA2003, takes 0xA9FEA9FE for a name, halves
	// surrogates, encodes nothing, and takes braces for variables: none of that is left
	// for it
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
		// Its message repeats the URL
		catch (InvalidUrlException ex) {
			throw new IllegalArgumentException(INVALID_HOST);
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
		return this.host.startsWith("[") || IPV4.matcher(this.host).matches();
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
