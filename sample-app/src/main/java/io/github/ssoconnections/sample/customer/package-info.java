// SPDX-License-Identifier: Apache-2.0

/**
 * The pages that add a customer.
 */
@NullMarked
package io.github.ssoconnections.sample.customer;

import org.jspecify.annotations.NullMarked;
