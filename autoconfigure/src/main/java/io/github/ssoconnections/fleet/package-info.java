// SPDX-License-Identifier: Apache-2.0

/**
 * Several instances of an application: which of them publishes events, and which events
 * have been published.
 */
@NullMarked
package io.github.ssoconnections.fleet;

import org.jspecify.annotations.NullMarked;
