// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.selfservice;

import java.util.Map;
import java.util.regex.Pattern;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * Logo and color of the self-service assistant.
 */
public final class SelfServiceBranding extends ApiBody<SelfServiceBranding> {

	private static final Pattern COLOR = Pattern.compile("#([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})");

	private static final int MAX_URL = 1024;

	/**
	 * Set the URL of the logo.
	 * @param logoUrl an https URL, at most 1024 characters, may be {@code null}
	 * @return this body
	 */
	public SelfServiceBranding logoUrl(@Nullable String logoUrl) {
		Assert.isTrue(logoUrl == null || (logoUrl.startsWith("https://") && logoUrl.length() <= MAX_URL),
				"'logoUrl' must begin with https:// and have at most 1024 characters");
		return put("logo_url", logoUrl);
	}

	/**
	 * Set the primary color.
	 * @param primaryColor the color, such as {@code #1a2b3c}, may be {@code null} to
	 * remove the colors
	 * @return this body
	 */
	public SelfServiceBranding primaryColor(@Nullable String primaryColor) {
		Assert.isTrue(primaryColor == null || COLOR.matcher(primaryColor).matches(),
				"'primaryColor' must be '#' and three or six hexadecimal digits");
		return put("colors", (primaryColor != null) ? Map.of("primary", primaryColor) : null);
	}

}
