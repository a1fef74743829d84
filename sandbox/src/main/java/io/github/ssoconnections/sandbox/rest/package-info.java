// SPDX-License-Identifier: Apache-2.0

/**
 * What the vendors' APIs have in common: a table of operations, rules for bodies, and
 * answers.
 */
@NullMarked
package io.github.ssoconnections.sandbox.rest;

import org.jspecify.annotations.NullMarked;
