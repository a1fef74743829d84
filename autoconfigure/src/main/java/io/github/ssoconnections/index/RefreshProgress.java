// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.time.Instant;

/**
 * Progress of a refresh of an account.
 *
 * @param startedAt when the refresh started
 * @param connections the number of connections that it has read so far
 */
public record RefreshProgress(Instant startedAt, int connections) {

}
