// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.selfservice;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;

/**
 * Fields of both kinds of tickets. Unlike Auth0's defaults, a ticket expires after one
 * day, and requires the verification of a domain.
 *
 * @param <B> the type of the body itself
 */
public abstract sealed class SelfServiceTicketBody<B extends SelfServiceTicketBody<B>> extends ApiBody<B>
		permits NewSelfServiceTicket, ExistingConnectionTicket {

	private static final Duration DEFAULT_VALIDITY = Duration.ofDays(1);

	/** That of Auth0, for a ticket without a validity. */
	private static final Duration MAX_VALIDITY = Duration.ofDays(5);

	private static final String TTL = "ttl_sec";

	private static final String DOMAINS = "domain_aliases_config";

	SelfServiceTicketBody() {
		validFor(DEFAULT_VALIDITY);
		put(DOMAINS, new TicketDomains());
	}

	/**
	 * Set how long the ticket can be opened.
	 * @param validity 1 second to 5 days, in whole seconds; one day by default
	 * @return this body
	 */
	public final B validFor(Duration validity) {
		Assert.notNull(validity, "'validity' must not be null");
		Assert.isTrue(validity.getSeconds() >= 1 && validity.compareTo(MAX_VALIDITY) <= 0,
				"'validity' must be 1 second to 5 days");
		return put(TTL, validity.getSeconds());
	}

	/**
	 * Set which domains the administrator verifies.
	 * @param domains the domains; by default one has to be verified
	 * @return this body
	 */
	public B domains(TicketDomains domains) {
		Assert.notNull(domains, "'domains' must not be null");
		return put(DOMAINS, domains);
	}

	/**
	 * Set the clients that the connection is enabled for as soon as the administrator
	 * enables it. None by default.
	 * @param enabledClients the client ids, may be {@code null}
	 * @return this body
	 */
	public B enabledClients(@Nullable List<String> enabledClients) {
		return put("enabled_clients", enabledClients);
	}

	/**
	 * Set the organizations that the connection is enabled for.
	 * @param enabledOrganizations the organizations, may be {@code null}
	 * @return this body
	 */
	public B enabledOrganizations(@Nullable List<TicketOrganization> enabledOrganizations) {
		return put("enabled_organizations", enabledOrganizations);
	}

	/**
	 * Set what the administrator can provision.
	 * @param provisioning the provisioning, may be {@code null}
	 * @return this body
	 */
	public B provisioning(@Nullable TicketProvisioning provisioning) {
		return put("provisioning_config", provisioning);
	}

	/**
	 * Set whether a verified domain also becomes a discovery domain of the organization.
	 * @param useForOrganizationDiscovery whether it becomes one, may be {@code null}
	 * @return this body
	 */
	public B useForOrganizationDiscovery(@Nullable Boolean useForOrganizationDiscovery) {
		return put("use_for_organization_discovery", useForOrganizationDiscovery);
	}

	/**
	 * Set an additional field. A map for {@code domain_aliases_config} becomes
	 * {@link TicketDomains}, whose defaults apply to what the map does not have.
	 * @param field the wire name
	 * @param value the value, may be {@code null}
	 * @return this body
	 */
	@Override
	public B set(String field, @Nullable Object value) {
		return super.set(field, (DOMAINS.equals(field) && value instanceof Map<?, ?> domains)
				? merge(new TicketDomains(), domains) : value);
	}

	static <T extends ApiBody<T>> T merge(T body, Map<?, ?> fields) {
		fields.forEach((name, value) -> body.set(String.valueOf(name), value));
		return body;
	}

	Duration validity() {
		return (get(TTL) instanceof Number seconds && seconds.longValue() > 0) ? Duration.ofSeconds(seconds.longValue())
				: MAX_VALIDITY;
	}

	boolean hasPendingDomains() {
		return get(DOMAINS) instanceof TicketDomains domains && domains.isSet("pending_domains");
	}

}
