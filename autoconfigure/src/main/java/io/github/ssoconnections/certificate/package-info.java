// SPDX-License-Identifier: Apache-2.0

/**
 * Signing certificates and SAML metadata as IdPs publish them, and what there is to say
 * about them whoever the vendor is. Touches neither the network nor the file system.
 */
@NullMarked
package io.github.ssoconnections.certificate;

import org.jspecify.annotations.NullMarked;
