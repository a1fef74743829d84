// SPDX-License-Identifier: Apache-2.0

/**
 * The smallest application with a client.
 */
package io.github.ssoconnections.benchmarks.app;
