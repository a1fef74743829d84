// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test.autoconfigure;

import org.springframework.stereotype.Component;

/**
 * A component of the application, which a slice leaves out.
 */
@Component
class OtherComponent {

}
