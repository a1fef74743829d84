// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample;

import io.github.ssoconnections.client.BaseUrl;

/**
 * Checks settings before anything is sent with them. What it says never holds the value.
 */
public final class CheckedSetting {

	private CheckedSetting() {
	}

	/**
	 * Check a key, token, id or secret.
	 * @param property the property
	 * @param value its value
	 * @return the value without surrounding space
	 * @throws InvalidSettingException if it cannot be sent in a header
	 */
	public static String credential(String property, String value) {
		String credential = value.strip();
		if (!credential.chars().allMatch((character) -> character > 0x20 && character < 0x7f)) {
			throw new InvalidSettingException(property, "it holds spaces, control or non-ASCII characters",
					"Copy the value again");
		}
		return credential;
	}

	/**
	 * Check the address of a vendor.
	 * @param property the property
	 * @param value its value
	 * @return the address
	 * @throws InvalidSettingException if nothing may be sent there
	 */
	public static String baseUrl(String property, String value) {
		try {
			return BaseUrl.check(value);
		}
		catch (IllegalArgumentException ex) {
			throw new InvalidSettingException(property, String.valueOf(ex.getMessage()), "Correct it");
		}
	}

}
