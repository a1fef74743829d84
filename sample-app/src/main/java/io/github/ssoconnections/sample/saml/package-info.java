// SPDX-License-Identifier: Apache-2.0

/**
 * SAML metadata: what a document says, before anything is made of it.
 */
@NullMarked
package io.github.ssoconnections.sample.saml;

import org.jspecify.annotations.NullMarked;
