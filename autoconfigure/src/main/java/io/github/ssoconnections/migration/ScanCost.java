// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

/**
 * What a scan of the organizations at Auth0 costs.
 *
 * @param organizations the number of organizations that are left to be scanned
 * @param requests the number of requests for them, pages of the list included
 */
public record ScanCost(long organizations, long requests) {

}
