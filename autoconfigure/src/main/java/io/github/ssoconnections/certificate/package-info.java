// SPDX-License-Identifier: Apache-2.0

/**
 * Signing certificates and SAML metadata as IdPs publish them. Pure parsing, without
 * access to the network or the file system.
 */
@NullMarked
package io.github.ssoconnections.certificate;

import org.jspecify.annotations.NullMarked;
