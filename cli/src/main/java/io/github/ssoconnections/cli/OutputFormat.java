// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.cli;

/**
 * Formats of a result, named as on the command line.
 */
enum OutputFormat {

	/** Plain text. */
	text,

	/** Markdown. */
	markdown,

	/** JSON. */
	json

}
