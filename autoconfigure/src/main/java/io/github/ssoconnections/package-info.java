// SPDX-License-Identifier: Apache-2.0

/**
 * Types that the services of all vendors share: pages, errors and secrets.
 */
@NullMarked
package io.github.ssoconnections;

import org.jspecify.annotations.NullMarked;
