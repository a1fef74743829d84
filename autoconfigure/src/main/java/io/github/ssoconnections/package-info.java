// SPDX-License-Identifier: Apache-2.0

/**
 * What every vendor's services share: pages, errors and secrets.
 */
@NullMarked
package io.github.ssoconnections;

import org.jspecify.annotations.NullMarked;
