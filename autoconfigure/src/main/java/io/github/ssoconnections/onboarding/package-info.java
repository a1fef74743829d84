// SPDX-License-Identifier: Apache-2.0

/**
 * Onboarding of customers: from what their administrators send to a connection that their
 * users sign in with, at every vendor in the same steps.
 */
@NullMarked
package io.github.ssoconnections.onboarding;

import org.jspecify.annotations.NullMarked;
