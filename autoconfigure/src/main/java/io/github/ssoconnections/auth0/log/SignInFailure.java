// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.log;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * Sign-in that failed.
 *
 * @param code the code of Auth0, such as {@code f} (failed sign-in) or {@code fp} (wrong
 * password)
 * @param description the description, at most 500 characters, in which e-mail addresses
 * are masked
 * @param time the time
 * @param maskedAddress the masked e-mail address or name of the user, such as
 * {@code j***@acme.com}, at most 500 characters; {@code null} if the user is unknown
 */
public record SignInFailure(@Nullable String code, @Nullable String description, @Nullable Instant time,
		@Nullable String maskedAddress) {

	static SignInFailure of(LogEvent event) {
		return new SignInFailure(event.type(), MaskedAddress.inText(event.description()), event.date(),
				(event.userName() != null) ? MaskedAddress.of(event.userName().value()) : null);
	}

}
