// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The name of a tenant, which is part of its canonical domain and of no custom domain.
 */
final class TenantName {

	/** With a region, or without, as older tenants in the US. */
	private static final Pattern CANONICAL = Pattern
		.compile("([a-z0-9][a-z0-9-]*)(\\.[a-z]{2}(-[0-9]+)?)?\\.auth0\\.com");

	private TenantName() {
	}

	/**
	 * Return the name of a tenant.
	 * @param details the details of the tenant
	 * @return the name, {@code null} if it is unknown
	 */
	static @Nullable String of(Auth0ConnectionDetails details) {
		String tenant = details.getTenant();
		if (StringUtils.hasText(tenant)) {
			return tenant;
		}
		return Stream.of("https://" + details.getDomain(), details.getBaseUrl(), details.getAudience())
			.flatMap((url) -> Stream.ofNullable(ofUrl(url)))
			.findFirst()
			.orElse(null);
	}

	private static @Nullable String ofUrl(String url) {
		try {
			String host = URI.create(url).getHost();
			Matcher matcher = CANONICAL.matcher((host != null) ? host.toLowerCase(Locale.ROOT) : "");
			return matcher.matches() ? matcher.group(1) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
