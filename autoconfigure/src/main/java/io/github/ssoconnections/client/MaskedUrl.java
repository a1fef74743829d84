// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.net.URI;

import io.github.ssoconnections.Secret;

/**
 * URL for messages, without user, query and fragment, which may contain secrets.
 */
final class MaskedUrl {

	private MaskedUrl() {
	}

	static String of(URI uri) {
		String authority = String.valueOf(uri.getRawAuthority());
		String path = (uri.getRawPath() != null) ? uri.getRawPath() : "";
		return uri.getScheme() + "://" + authority.substring(authority.lastIndexOf('@') + 1) + path
				+ ((uri.getRawQuery() != null) ? "?" + Secret.MASK : "");
	}

	// A host with an underscore is an authority, and no host, to Java
	static String ofLocation(URI uri, String location) {
		try {
			URI target = uri.resolve(location);
			return (target.getRawAuthority() != null) ? of(target) : "no usable address";
		}
		catch (IllegalArgumentException ex) {
			return "no usable address";
		}
	}

}
