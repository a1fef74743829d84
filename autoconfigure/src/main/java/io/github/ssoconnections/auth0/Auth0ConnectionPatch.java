// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

/**
 * A change to a connection. What is not set stays as it is. Name and strategy cannot be
 * changed, options are changed with {@link Auth0ConnectionService#mergeOptions}, and
 * applications with {@link Auth0ConnectionClients}.
 */
public final class Auth0ConnectionPatch extends ConnectionBody<Auth0ConnectionPatch> {

}
