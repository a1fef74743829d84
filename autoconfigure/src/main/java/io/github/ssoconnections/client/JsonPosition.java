// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;

/**
 * Position of a syntax error, without quoting the body.
 */
final class JsonPosition {

	private JsonPosition() {
	}

	static String of(JacksonException ex) {
		TokenStreamLocation location = ex.getLocation();
		return (location != null) ? "line " + location.getLineNr() + ", column " + location.getColumnNr() : "its start";
	}

}
