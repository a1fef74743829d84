// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

import io.github.ssoconnections.declarative.InvalidDeclarationException;

/**
 * Writes files that only their owner can read, from the first byte on. A file is written
 * beside its place and moved there, so that it is never there in part.
 */
final class PrivateFile {

	private static final Set<PosixFilePermission> PERMISSIONS = PosixFilePermissions.fromString("rw-------");

	private final Path file;

	private final Path folder;

	private final boolean posix;

	PrivateFile(Path file) throws IOException {
		this.file = file.toAbsolutePath();
		Path parent = this.file.getParent();
		if (parent == null || !Files.isDirectory(parent)) {
			throw new InvalidDeclarationException(file + ": its folder does not exist: create it");
		}
		this.folder = parent;
		this.posix = Files.getFileStore(parent).supportsFileAttributeView(PosixFileAttributeView.class);
	}

	/**
	 * Write the file.
	 * @param text the content
	 * @param overwrite whether a file that exists is replaced
	 * @return whether the file system keeps other users from reading it
	 * @throws IOException if the file system fails
	 */
	boolean write(String text, boolean overwrite) throws IOException {
		if (Files.isSymbolicLink(this.file)) {
			throw new InvalidDeclarationException(this.file + " is a link: name the file itself");
		}
		if (Files.exists(this.file, LinkOption.NOFOLLOW_LINKS)
				&& !Files.isRegularFile(this.file, LinkOption.NOFOLLOW_LINKS)) {
			throw new InvalidDeclarationException(this.file + " is not a file: name another one");
		}
		boolean reserved = !overwrite && reserve();
		Path temporary = null;
		boolean moved = false;
		try {
			temporary = Files.createTempFile(this.folder, ".sso-connections-", ".tmp", attributes());
			write(temporary, text);
			Files.move(temporary, this.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			moved = true;
		}
		finally {
			if (!moved && temporary != null) {
				Files.deleteIfExists(temporary);
			}
			if (!moved && reserved) {
				Files.deleteIfExists(this.file);
			}
		}
		return this.posix;
	}

	private boolean reserve() throws IOException {
		try {
			Files.createFile(this.file, attributes());
			return true;
		}
		catch (FileAlreadyExistsException ex) {
			throw new InvalidDeclarationException(this.file + " exists: name another file, or permit to overwrite it");
		}
	}

	private static void write(Path temporary, String text) throws IOException {
		ByteBuffer content = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
		try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
			while (content.hasRemaining()) {
				channel.write(content);
			}
			channel.force(true);
		}
	}

	private FileAttribute<?>[] attributes() {
		return this.posix ? new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PERMISSIONS) }
				: new FileAttribute<?>[0];
	}

}
