// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.ssoconnections.http.ApiBody;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * By what a connection is recognized.
 *
 * @param name the display name
 * @param domains the domains, in lower case
 */
record ConnectionIdentity(@Nullable String name, Set<String> domains) {

	/** What those that are equal have in common. */
	static final String SAMENESS = "this name and these domains";

	static ConnectionIdentity of(@Nullable String name, @Nullable Collection<String> domains) {
		return new ConnectionIdentity(name,
				(domains != null)
						? domains.stream().map((domain) -> domain.toLowerCase(Locale.ROOT)).collect(Collectors.toSet())
						: Set.of());
	}

	static ConnectionIdentity of(ApiBody<?> body) {
		Assert.notNull(body, "'connection' must not be null");
		Assert.isTrue(body.fields().get("name") instanceof String, "'name' must be set, to find it by");
		Assert.isTrue(body.fields().get("domains") instanceof Collection<?> domains && !domains.isEmpty(),
				"'domains' must be set, to find it by");
		Collection<?> domains = (Collection<?>) body.fields().get("domains");
		return of((String) body.fields().get("name"), domains.stream().map(String::valueOf).toList());
	}

}
