// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.activation;

/**
 * Part that is missing, or that cannot be read, for users to sign in.
 *
 * @param part the part
 * @param isUnknown whether it cannot be read, as the token lacks the scope
 * @param text what is missing, as a sentence
 * @param call the call that sets the part, or that reads it where it is unknown
 * @param scope the scope that the call needs
 */
public record MissingPart(SignInPart part, boolean isUnknown, String text, String call, String scope) {

	static MissingPart unknown(SignInPart part, String call, String scope) {
		return new MissingPart(part, true, "Cannot be read: the token lacks the scope " + scope + ".", call, scope);
	}

}
