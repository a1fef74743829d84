// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.auth0;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.ssoconnections.auth0.Auth0Page;
import io.github.ssoconnections.sample.web.WireResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;

/**
 * Writes pages in the vendor's names. A bare array of the vendor becomes an object, too.
 */
final class Pages {

	private Pages() {
	}

	static ResponseEntity<byte[]> respond(String name, Auth0Page<?> page) {
		Map<String, Object> members = new LinkedHashMap<>();
		put(members, "start", page.start());
		put(members, "limit", page.limit());
		put(members, "total", page.total());
		put(members, "next", page.next());
		put(members, name, page.data());
		return WireResponse.ok(members);
	}

	private static void put(Map<String, Object> members, String name, @Nullable Object value) {
		if (value != null) {
			members.put(name, value);
		}
	}

}
