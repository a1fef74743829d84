// SPDX-License-Identifier: Apache-2.0

/**
 * The one pipeline through which every operation of every vendor runs, and the one way to
 * make a request.
 */
@NullMarked
package io.github.ssoconnections.client;

import org.jspecify.annotations.NullMarked;
