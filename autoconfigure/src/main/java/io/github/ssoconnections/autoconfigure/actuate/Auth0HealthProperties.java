// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure.actuate;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Properties of the health of the tenant at Auth0.
 */
@ConfigurationProperties("sso-connections.auth0.health")
public class Auth0HealthProperties extends VendorHealthProperties {

}
