// SPDX-License-Identifier: Apache-2.0

/**
 * Fetching the SAML metadata of IdPs from addresses that others have entered.
 */
@NullMarked
package io.github.ssoconnections.metadata;

import org.jspecify.annotations.NullMarked;
