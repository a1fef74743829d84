// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

import io.github.ssoconnections.Excerpt;

/**
 * Reads files in the folder of a declaration and below it, and no others: their content
 * is sent to the vendor.
 */
final class AdjacentFiles {

	private static final int MAX_SIZE = 4 * 1024 * 1024;

	private final SourceFile source;

	AdjacentFiles(SourceFile source) {
		this.source = source;
	}

	String readText(int line, String name) {
		return new String(read(line, name), StandardCharsets.ISO_8859_1);
	}

	byte[] read(int line, String name) {
		Path folder = this.source.folder();
		if (folder == null) {
			throw this.source.error(line, "other files can be named in a declaration that is a file itself only");
		}
		byte[] content;
		try {
			Path file = folder.resolve(name).toRealPath();
			if (!file.startsWith(folder.toRealPath())) {
				throw this.source.error(line, Excerpt.quoted(name)
						+ " is outside of the folder of the declaration: copy it into that folder");
			}
			try (InputStream input = Files.newInputStream(file)) {
				content = input.readNBytes(MAX_SIZE + 1);
			}
		}
		catch (IOException | InvalidPathException ex) {
			throw this.source.error(line,
					Excerpt.quoted(name) + " cannot be read: name a file relative to the folder of the declaration");
		}
		if (content.length > MAX_SIZE) {
			throw this.source.error(line, Excerpt.quoted(name) + " is larger than 4 MiB");
		}
		return content;
	}

}
