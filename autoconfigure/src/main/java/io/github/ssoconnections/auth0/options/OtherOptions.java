// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.options;

/**
 * Options of a connection of any strategy that has no class of its own: everything is set
 * through {@link #set}.
 */
public final class OtherOptions extends StrategyOptions<OtherOptions> {

}
