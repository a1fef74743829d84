// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

/**
 * Action of a {@link ConnectionRotation}.
 */
public enum RotationAction {

	/** Trust a further certificate. */
	ADD,

	/** Trust a certificate no longer. */
	REMOVE,

	/** Trust a certificate in place of another one. */
	REPLACE,

	/** Make the vendor read the metadata at the metadata URL again. */
	REFRESH

}
