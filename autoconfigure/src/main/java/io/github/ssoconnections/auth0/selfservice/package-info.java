// SPDX-License-Identifier: Apache-2.0

/**
 * Self-service profiles and tickets, with which a customer's administrator sets up a
 * connection.
 */
@NullMarked
package io.github.ssoconnections.auth0.selfservice;

import org.jspecify.annotations.NullMarked;
