// SPDX-License-Identifier: Apache-2.0

/**
 * What every part of the web interface shares: who may call, what goes in and out, and
 * problems.
 */
@NullMarked
package io.github.ssoconnections.sample.web;

import org.jspecify.annotations.NullMarked;
