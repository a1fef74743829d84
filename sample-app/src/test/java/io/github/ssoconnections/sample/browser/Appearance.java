// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.browser;

/**
 * What a page is looked at with.
 */
enum Appearance {

	WIDE_LIGHT(1280, 900, "light"), WIDE_DARK(1280, 900, "dark"), PHONE_LIGHT(390, 844, "light"),
	PHONE_DARK(390, 844, "dark");

	private final int width;

	private final int height;

	private final String colorScheme;

	Appearance(int width, int height, String colorScheme) {
		this.width = width;
		this.height = height;
		this.colorScheme = colorScheme;
	}

	int width() {
		return this.width;
	}

	int height() {
		return this.height;
	}

	String colorScheme() {
		return this.colorScheme;
	}

	boolean isPhone() {
		return this.width < 500;
	}

	@Override
	public String toString() {
		return this.width + "-" + this.colorScheme;
	}

}
