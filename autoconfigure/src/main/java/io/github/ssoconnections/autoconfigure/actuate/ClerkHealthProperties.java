// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure.actuate;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of the health of the account at Clerk.
 */
@ConfigurationProperties("sso-connections.clerk.health")
public class ClerkHealthProperties extends VendorHealthProperties {

}
