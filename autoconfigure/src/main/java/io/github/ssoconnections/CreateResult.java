// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

/**
 * What came of a safe creation.
 *
 * @param <T> the type of the connection
 * @param connection the connection, of which there is exactly one now
 * @param existed whether it was there before; its settings may then differ from those
 * that were asked for
 */
public record CreateResult<T>(T connection, boolean existed) {

}
