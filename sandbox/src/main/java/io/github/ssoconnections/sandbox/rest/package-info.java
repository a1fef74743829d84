// SPDX-License-Identifier: Apache-2.0

/**
 * Shared by the vendors' APIs: a table of operations, rules for request bodies, and
 * responses.
 */
@NullMarked
package io.github.ssoconnections.sandbox.rest;

import org.jspecify.annotations.NullMarked;
