// SPDX-License-Identifier: Apache-2.0

/**
 * The command line: plans, applies and exports declared connections.
 */
@NullMarked
package io.github.ssoconnections.cli;

import org.jspecify.annotations.NullMarked;
