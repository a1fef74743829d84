// SPDX-License-Identifier: Apache-2.0

/**
 * What an identity provider hands over, made at run time: certificates and metadata.
 */
@NullMarked
package io.github.ssoconnections.sandbox.idp;

import org.jspecify.annotations.NullMarked;
