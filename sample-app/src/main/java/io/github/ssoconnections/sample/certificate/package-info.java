// SPDX-License-Identifier: Apache-2.0

/**
 * The certificates of all connections, whatever the vendor.
 */
@NullMarked
package io.github.ssoconnections.sample.certificate;

import org.jspecify.annotations.NullMarked;
