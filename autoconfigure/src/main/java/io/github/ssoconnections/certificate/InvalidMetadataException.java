// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import io.github.ssoconnections.InvalidArgumentException;

/**
 * Thrown for a document that is not SAML metadata of an IdP, or unreadable. The message
 * contains the reason and the position, and short excerpts of the document.
 */
public class InvalidMetadataException extends InvalidArgumentException {

	private final int line;

	private final int column;

	InvalidMetadataException(String message) {
		super(message);
		this.line = 0;
		this.column = 0;
	}

	InvalidMetadataException(String message, Place place) {
		super(message + " (" + place.describe() + ")");
		this.line = place.line();
		this.column = place.column();
	}

	/**
	 * Return the line of the error.
	 * @return the number of the line, from 1, or 0 if the error has no position
	 */
	public int line() {
		return this.line;
	}

	/**
	 * Return the column of the error, which may be that after the tag.
	 * @return the number of the column, from 1, or 0 if the error has no position
	 */
	public int column() {
		return this.column;
	}

}
