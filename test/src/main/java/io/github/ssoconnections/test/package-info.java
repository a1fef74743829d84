// SPDX-License-Identifier: Apache-2.0

/**
 * Test support: fixtures for unit tests, and assertions about the requests that the
 * sandbox received.
 */
@NullMarked
package io.github.ssoconnections.test;

import org.jspecify.annotations.NullMarked;
