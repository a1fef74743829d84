// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test.autoconfigure;

import org.springframework.boot.test.autoconfigure.TestSliceTestContextBootstrapper;
import org.springframework.test.context.TestContextBootstrapper;

/**
 * {@link TestContextBootstrapper} of {@link SsoConnectionsTest}.
 */
final class SsoConnectionsTestContextBootstrapper extends TestSliceTestContextBootstrapper<SsoConnectionsTest> {

}
