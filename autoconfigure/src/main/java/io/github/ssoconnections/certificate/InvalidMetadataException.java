// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

/**
 * A document is no SAML metadata of an IdP, or not one that can be read. The message says
 * what is wrong and where, and repeats little of the document.
 */
public class InvalidMetadataException extends IllegalArgumentException {

	private final int line;

	private final int column;

	InvalidMetadataException(String message) {
		super(message);
		this.line = 0;
		this.column = 0;
	}

	InvalidMetadataException(String message, Place place) {
		super(message + " (" + place.inWords() + ")");
		this.line = place.line();
		this.column = place.column();
	}

	/**
	 * Return the line on which it is wrong.
	 * @return the number of the line, from 1, or 0 if it is wrong as a whole
	 */
	public int line() {
		return this.line;
	}

	/**
	 * Return the column in which it is wrong, which may be the one after the tag.
	 * @return the number of the column, from 1, or 0 if it is wrong as a whole
	 */
	public int column() {
		return this.column;
	}

}
