// SPDX-License-Identifier: Apache-2.0

/**
 * Tests of the pages in Chromium, which the profile {@code browser} compiles and runs.
 */
package io.github.ssoconnections.sample.browser;
