// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

/**
 * Result of a safe creation.
 *
 * @param <T> the type of the connection
 * @param connection the connection, which exists exactly once
 * @param existed whether the connection existed before; its settings may then differ from
 * the requested ones
 */
public record CreateResult<T>(T connection, boolean existed) {

}
