// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.io.Serializable;

import org.jspecify.annotations.Nullable;

/**
 * One error of a vendor's answer. Configured keys and the secrets of the request are
 * masked in its texts.
 *
 * @param code the vendor's code, such as {@code form_param_missing}
 * @param message the short message
 * @param longMessage the message with details
 * @param parameter the name of the parameter at fault, as on the wire
 * @param meta all that the vendor says about the error, the parameter included
 */
public record ApiError(@Nullable String code, @Nullable String message, @Nullable String longMessage,
		@Nullable String parameter, UnknownFields meta) implements Serializable {

	/**
	 * Return the most telling text there is: the long message, else the message, else the
	 * code.
	 * @return the text, or {@code null} if the vendor gave none
	 */
	public @Nullable String text() {
		if (this.longMessage != null) {
			return this.longMessage;
		}
		return (this.message != null) ? this.message : this.code;
	}

}
