// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.sandbox.idp.TestMetadata;
import org.jspecify.annotations.Nullable;

/**
 * The web as the sandbox sees it: no document is fetched from anywhere.
 */
final class MetadataDocuments {

	private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

	private final Map<String, String> published = new HashMap<>();

	private final Map<String, String> invented = new HashMap<>();

	private final InstantSource clock;

	MetadataDocuments(InstantSource clock) {
		this.clock = clock;
	}

	void publish(String url, String xml) {
		this.published.put(url, xml);
	}

	void clear() {
		this.published.clear();
		this.invented.clear();
	}

	String fetch(String url, String parameter) {
		URI uri = parse(url);
		if (uri == null || !isAllowed(uri) || (isUnreachable(uri) && !this.published.containsKey(url))) {
			throw new ClerkException(400, "saml_failed_to_fetch_idp_metadata",
					"The IdP metadata could not be fetched from the URL in " + parameter + ".");
		}
		String document = this.published.get(url);
		return (document != null) ? document : this.invented.computeIfAbsent(url, (key) -> invent(uri));
	}

	static boolean isUnreachable(URI uri) {
		return uri.getHost().endsWith(".invalid");
	}

	static @Nullable URI parse(String url) {
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
