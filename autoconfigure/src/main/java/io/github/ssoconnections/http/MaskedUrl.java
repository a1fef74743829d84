// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.http;

import java.net.URI;

import io.github.ssoconnections.Secret;

/**
 * An address as it may be shown: a user, a query or a fragment may hold secrets.
 */
final class MaskedUrl {

	private MaskedUrl() {
	}

	static String of(URI uri) {
		StringBuilder shown = new StringBuilder().append(uri.getScheme()).append("://").append(uri.getHost());
		if (uri.getPort() >= 0) {
			shown.append(':').append(uri.getPort());
		}
		shown.append((uri.getRawPath() != null) ? uri.getRawPath() : "");
		return shown.append((uri.getRawQuery() != null) ? "?" + Secret.MASK : "").toString();
	}

	static String ofLocation(URI uri, String location) {
		try {
			URI target = uri.resolve(location);
			return (target.getHost() != null) ? of(target) : "no usable address";
		}
		catch (IllegalArgumentException ex) {
			return "no usable address";
		}
	}

}
