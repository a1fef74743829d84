// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.selfservice;

/**
 * New self-service profile. The name is required.
 */
public final class NewSelfServiceProfile extends SelfServiceProfileBody<NewSelfServiceProfile> {

}
