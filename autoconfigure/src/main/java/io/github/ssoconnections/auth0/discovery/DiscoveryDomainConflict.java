// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.discovery;

import io.github.ssoconnections.auth0.organization.Organization;

/**
 * Another organization that has a domain.
 *
 * @param organization the other organization
 * @param domain the domain as the other organization has it
 */
public record DiscoveryDomainConflict(Organization organization, DiscoveryDomain domain) {

}
