// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.discovery;

import java.util.regex.Pattern;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * New discovery domain. It is sent as {@code pending}: see
 * {@link Auth0DiscoveryDomains#markVerified}. The domain is required.
 */
public final class NewDiscoveryDomain extends ApiBody<NewDiscoveryDomain> {

	private static final Pattern DOMAIN = Pattern
		.compile("([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)*[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?");

	private static final int MIN_LENGTH = 3;

	private static final int MAX_LENGTH = 255;

	/**
	 * Set the domain.
	 * @param domain the domain in ASCII, such as {@code acme.com}, 3 to 255 characters,
	 * may be {@code null}
	 * @return this body
	 */
	public NewDiscoveryDomain domain(@Nullable String domain) {
		Assert.isTrue(domain == null
				|| (domain.length() >= MIN_LENGTH && domain.length() <= MAX_LENGTH && DOMAIN.matcher(domain).matches()),
				"'domain' must be a domain of 3 to 255 ASCII characters, such as acme.com");
		return put("domain", domain);
	}

	/**
	 * Set whether the organization prompt uses the domain.
	 * @param useForOrganizationDiscovery whether it is used, {@code true} at Auth0 if not
	 * set, may be {@code null}
	 * @return this body
	 */
	public NewDiscoveryDomain useForOrganizationDiscovery(@Nullable Boolean useForOrganizationDiscovery) {
		return put(DiscoveryDomainPatch.USE, useForOrganizationDiscovery);
	}

	/**
	 * Set an additional field.
	 * @param field the wire name, not {@code status}
	 * @param value the value, may be {@code null}
	 * @return this body
	 */
	@Override
	public NewDiscoveryDomain set(String field, @Nullable Object value) {
		DiscoveryDomainPatch.rejectStatus(field);
		return super.set(field, value);
	}

	NewDiscoveryDomain asPending() {
		NewDiscoveryDomain body = new NewDiscoveryDomain().put(DiscoveryDomainPatch.STATUS,
				DiscoveryDomainStatus.PENDING);
		fields().forEach(body::set);
		return body;
	}

}
