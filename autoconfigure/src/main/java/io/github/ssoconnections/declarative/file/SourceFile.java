// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative.file;

import java.nio.file.Path;

import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.declarative.InvalidDeclarationException;
import org.jspecify.annotations.Nullable;

/**
 * Where a declaration is read from, for messages.
 *
 * @param name the name of the file
 * @param folder the folder of the file, {@code null} if it is not a file
 */
record SourceFile(String name, @Nullable Path folder) {

	private static final int MAX_NAME = 200;

	SourceFile {
		name = Excerpt.of(name, MAX_NAME);
	}

	String place(int line) {
		return this.name + ", line " + line;
	}

	InvalidDeclarationException error(int line, String message) {
		return new InvalidDeclarationException(place(line) + ": " + message);
	}

	InvalidDeclarationException error(String message) {
		return new InvalidDeclarationException(this.name + ": " + message);
	}

}
