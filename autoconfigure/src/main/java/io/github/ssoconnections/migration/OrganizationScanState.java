// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.Assert;

/**
 * How far a scan of the organizations at Auth0 is. Can be stored as JSON with any mapper,
 * and continued later.
 *
 * @param organizations the organizations that were scanned
 * @param complete whether all organizations were scanned
 */
public record OrganizationScanState(List<ScannedOrganization> organizations, boolean complete) {

	public OrganizationScanState {
		organizations = (organizations != null) ? List.copyOf(organizations) : List.of();
	}

	/**
	 * Return the state at the start.
	 * @return the state, without organizations
	 */
	public static OrganizationScanState none() {
		return new OrganizationScanState(List.of(), false);
	}

	/**
	 * Return a copy with a further organization.
	 * @param organization the organization
	 * @return the state
	 */
	public OrganizationScanState with(ScannedOrganization organization) {
		Assert.notNull(organization, "'organization' must not be null");
		List<ScannedOrganization> all = new ArrayList<>(this.organizations);
		all.add(organization);
		return new OrganizationScanState(all, false);
	}

	/**
	 * Return a copy that is complete.
	 * @return the state
	 */
	public OrganizationScanState completed() {
		return new OrganizationScanState(this.organizations, true);
	}

	List<ScannedOrganization> of(String connectionId) {
		return this.organizations.stream()
			.filter((organization) -> organization.connectionIds().contains(connectionId))
			.toList();
	}

}
