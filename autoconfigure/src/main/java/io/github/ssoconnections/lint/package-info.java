// SPDX-License-Identifier: Apache-2.0

/**
 * Lint rules that are the same for every vendor: certificates, metadata, domains and
 * URLs.
 */
@NullMarked
package io.github.ssoconnections.lint;

import org.jspecify.annotations.NullMarked;
