// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.auth0.account.Auth0Account;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Scan of all organizations of a tenant for their connections: Auth0 has no look-up from
 * a connection to its organizations. It costs one request per organization; limits are 50
 * to 100 requests a minute. Reads only.
 */
public interface OrganizationScan {

	/**
	 * Create a scan of a tenant.
	 * @param source the tenant
	 * @return the scan
	 */
	static OrganizationScan create(Auth0Account source) {
		Assert.notNull(source, "'source' must not be null");
		return new DefaultOrganizationScan(source);
	}

	/**
	 * Find out what the scan costs, with one request for the number of organizations.
	 * @param state how far the scan is, {@link OrganizationScanState#none()} at the start
	 * @return the cost of the rest
	 */
	Mono<ScanCost> cost(OrganizationScanState state);

	/**
	 * Scan the organizations that are not in a state, one after the other. It stops when
	 * the subscription is cancelled, and continues with a state that has what was emitted
	 * until then.
	 * @param state how far the scan is, {@link OrganizationScanState#none()} at the start
	 * @return the further organizations; the scan is complete when it completes
	 */
	Flux<ScannedOrganization> run(OrganizationScanState state);

	/**
	 * Scan the organizations that are not in a state.
	 * @param state how far the scan is, {@link OrganizationScanState#none()} at the start
	 * @return the complete state
	 */
	default Mono<OrganizationScanState> complete(OrganizationScanState state) {
		return run(state).reduce(state, OrganizationScanState::with).map(OrganizationScanState::completed);
	}

}
