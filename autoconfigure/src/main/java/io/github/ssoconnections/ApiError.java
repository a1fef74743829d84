// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.io.Serializable;

import org.jspecify.annotations.Nullable;

/**
 * An error in a vendor's response. Configured keys and secrets of the request are masked
 * in its texts.
 *
 * @param code the vendor's code, such as {@code form_param_missing}
 * @param message the short message
 * @param longMessage the message with details
 * @param parameter the wire name of the invalid parameter
 * @param meta all attributes of the error, including the parameter
 */
public record ApiError(@Nullable String code, @Nullable String message, @Nullable String longMessage,
		@Nullable String parameter, UnknownFields meta) implements Serializable {

	/**
	 * Return the most detailed text: the long message, else the message, else the code.
	 * @return the text, or {@code null} if there is none
	 */
	public @Nullable String text() {
		if (this.longMessage != null) {
			return this.longMessage;
		}
		return (this.message != null) ? this.message : this.code;
	}

}
