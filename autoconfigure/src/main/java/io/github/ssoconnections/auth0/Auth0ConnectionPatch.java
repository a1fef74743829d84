// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

/**
 * Update of a connection. Fields that are not set keep their values. Name and strategy
 * cannot be changed. Options are changed with
 * {@link Auth0ConnectionService#mergeOptions}, and applications with
 * {@link Auth0ConnectionClients}.
 */
public final class Auth0ConnectionPatch extends ConnectionBody<Auth0ConnectionPatch> {

}
