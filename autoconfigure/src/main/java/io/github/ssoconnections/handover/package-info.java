// SPDX-License-Identifier: Apache-2.0

/**
 * Hand-over sheets: what the administrator of a customer's IdP enters, in the words of
 * that IdP's console. Knows no vendor and makes no request.
 */
@NullMarked
package io.github.ssoconnections.handover;

import org.jspecify.annotations.NullMarked;
