// SPDX-License-Identifier: Apache-2.0

/**
 * Failures as HTTP responses of the application.
 */
@NullMarked
package io.github.ssoconnections.web;

import org.jspecify.annotations.NullMarked;
