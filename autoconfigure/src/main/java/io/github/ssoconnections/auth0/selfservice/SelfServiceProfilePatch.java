// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.selfservice;

/**
 * Update of a self-service profile. A field that is not set keeps its value.
 */
public final class SelfServiceProfilePatch extends SelfServiceProfileBody<SelfServiceProfilePatch> {

}
