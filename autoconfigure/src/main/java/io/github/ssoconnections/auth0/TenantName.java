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

	/**
	 * Return whether the tenant has another canonical domain than the address, which is
	 * then that of a gateway, or a custom domain.
	 * @param details the details of the tenant
	 * @return whether it has
	 */
	static boolean isElsewhere(Auth0ConnectionDetails details) {
		String host = hostOf(details.getBaseUrl());
		String audience = hostOf(details.getAudience());
		String tenant = details.getTenant();
		return (CANONICAL.matcher(audience).matches() && !audience.equals(host)) || (StringUtils.hasText(tenant)
				&& CANONICAL.matcher(host).matches() && !tenant.equalsIgnoreCase(ofUrl(details.getBaseUrl())));
	}

	private static String hostOf(String url) {
		try {
			String host = URI.create(url).getHost();
			return (host != null) ? host.toLowerCase(Locale.ROOT) : "";
		}
		catch (IllegalArgumentException ex) {
			return "";
		}
	}

	private static @Nullable String ofUrl(String url) {
		Matcher matcher = CANONICAL.matcher(hostOf(url));
		return matcher.matches() ? matcher.group(1) : null;
	}

}
