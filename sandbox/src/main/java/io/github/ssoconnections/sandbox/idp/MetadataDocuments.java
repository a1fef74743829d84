// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.idp;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * The web as the sandbox sees it: no document is fetched from anywhere.
 */
public final class MetadataDocuments {

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	private final Map<String, String> published = new HashMap<>();

	private final Map<String, String> invented = new HashMap<>();

	private final InstantSource clock;

	/**
	 * Create a web without documents.
	 * @param clock the clock
	 */
	public MetadataDocuments(InstantSource clock) {
		this.clock = clock;
	}

	/**
	 * Publish a document.
	 * @param url the URL
	 * @param xml the document, which need not be valid
	 */
	public void publish(String url, String xml) {
		this.published.put(url, xml);
	}

	/**
	 * Forget every document.
	 */
	public void clear() {
		this.published.clear();
		this.invented.clear();
	}

	/**
	 * Return the document at a URL, made up where none was published.
	 * @param url the URL
	 * @return the document, or {@code null} if the URL cannot be fetched
	 */
	public @Nullable String fetch(String url) {
		URI uri = parse(url);
		if (uri == null || !isAllowed(uri) || (isUnreachable(uri) && !this.published.containsKey(url))) {
			return null;
		}
		String document = this.published.get(url);
		return (document != null) ? document : this.invented.computeIfAbsent(url, (key) -> invent(uri));
	}

	/**
	 * Return whether a host never responds.
	 * @param uri the URI, with a host
	 * @return whether it is below {@code .invalid}
	 */
	public static boolean isUnreachable(URI uri) {
		return uri.getHost().endsWith(".invalid");
	}

	/**
	 * Parse a URL.
	 * @param url the text
	 * @return the URI, or {@code null} if it has no host
	 */
	public static @Nullable URI parse(String url) {
		try {
			URI uri = URI.create(url);
			return (uri.getHost() != null) ? uri : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	private static boolean isAllowed(URI uri) {
		return "https".equals(uri.getScheme()) || ("http".equals(uri.getScheme()) && LOOPBACK.contains(uri.getHost()));
	}

	private String invent(URI uri) {
		String site = uri.getScheme() + "://" + uri.getAuthority();
		Instant now = this.clock.instant();
		String certificate = TestCertificates.selfSigned(uri.getHost(), now.minus(Duration.ofDays(1)),
				now.plus(Duration.ofDays(365)));
		return TestMetadata.xml(site + "/saml", site + "/saml/sso", certificate);
	}

}
