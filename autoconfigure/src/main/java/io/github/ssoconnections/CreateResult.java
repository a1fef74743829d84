// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

/**
 * Result of a safe creation.
 *
 * @param <T> the type of the value
 * @param value the connection, organization or domain, which exists exactly once
 * @param created whether it was created by this call; otherwise it existed before, and
 * its settings may differ from the requested ones
 */
public record CreateResult<T>(T value, boolean created) {

}
