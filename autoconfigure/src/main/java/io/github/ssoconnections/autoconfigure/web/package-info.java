// SPDX-License-Identifier: Apache-2.0

/**
 * Auto-configuration of the application's responses to failures.
 */
@NullMarked
package io.github.ssoconnections.autoconfigure.web;

import org.jspecify.annotations.NullMarked;
