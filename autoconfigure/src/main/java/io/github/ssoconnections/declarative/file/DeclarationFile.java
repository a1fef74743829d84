// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.declarative.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.declarative.Declaration;
import io.github.ssoconnections.declarative.ExportedConnections;
import io.github.ssoconnections.declarative.InvalidDeclarationException;
import io.github.ssoconnections.declarative.SecretReference;

/**
 * Reads and writes declared connections as YAML.
 * <p>
 * A file is read as data: one document in UTF-8 of at most 5 MiB, with values of YAML's
 * core schema, without tags, anchors and aliases, and without a name that occurs twice.
 * What is wrong with it is an {@link InvalidDeclarationException} with file, line and
 * what to do. References to secrets, such as <code>${SSO_ACME_CLIENT_SECRET}</code>, are
 * resolved in the fields that are secret, which can have no other value.
 * <p>
 * Reading a file and writing one block; use a thread that may block. Reading needs
 * SnakeYAML, which Spring Boot's starters bring.
 */
public final class DeclarationFile {

	private final Set<String> vendors;

	private DeclarationFile(Collection<String> vendors) {
		Assert.notEmpty(vendors, "'vendors' must not be empty");
		Assert.noNullElements(vendors, "'vendors' must not contain null");
		this.vendors = Set.copyOf(vendors);
	}

	/**
	 * Return a reader and writer for the declarations of certain vendors.
	 * @param vendors the names of the vendors, such as {@code clerk}
	 * @return the reader and writer
	 */
	public static DeclarationFile forVendors(Collection<String> vendors) {
		return new DeclarationFile(vendors);
	}

	/**
	 * Return a reader and writer for the declarations of certain vendors.
	 * @param vendors the names of the vendors, such as {@code clerk}
	 * @return the reader and writer
	 */
	public static DeclarationFile forVendors(String... vendors) {
		Assert.notEmpty(vendors, "'vendors' must not be empty");
		return new DeclarationFile(List.of(vendors));
	}

	/**
	 * Read a file, and the files in its folder that it names.
	 * @param file the file
	 * @param secrets resolves the references to secrets
	 * @return the declaration
	 * @throws InvalidDeclarationException if the file cannot be read or is not valid
	 */
	public Declaration read(Path file, SecretReferences secrets) {
		Assert.notNull(file, "'file' must not be null");
		Path absolute = file.toAbsolutePath();
		SourceFile source = new SourceFile(String.valueOf(file.getFileName()), absolute.getParent());
		return read(source, content(source, absolute), secrets);
	}

	/**
	 * Read a declaration. It can name no other files.
	 * @param name the name of the declaration, for messages
	 * @param reader the text
	 * @param secrets resolves the references to secrets
	 * @return the declaration
	 * @throws InvalidDeclarationException if the text cannot be read or is not valid
	 */
	public Declaration read(String name, Reader reader, SecretReferences secrets) {
		Assert.hasText(name, "'name' must not be empty");
		Assert.notNull(reader, "'reader' must not be null");
		SourceFile source = new SourceFile(name, null);
		StringBuilder text = new StringBuilder();
		char[] buffer = new char[8192];
		try {
			for (int count = reader.read(buffer); count >= 0; count = reader.read(buffer)) {
				text.append(buffer, 0, count);
				checkSize(source, text.length());
			}
		}
		catch (IOException ex) {
			throw source.error("it cannot be read");
		}
		return read(source, text.toString(), secrets);
	}

	private Declaration read(SourceFile source, String text, SecretReferences secrets) {
		Assert.notNull(secrets, "'secrets' must not be null");
		return new DeclarationReader(source, secrets, this.vendors).read(text);
	}

	private static String content(SourceFile source, Path file) {
		try (InputStream input = Files.newInputStream(file)) {
			byte[] content = input.readNBytes(YamlParser.MAX_SIZE + 1);
			checkSize(source, content.length);
			return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
		}
		catch (CharacterCodingException ex) {
			throw source.error("it is not in UTF-8: save it in that encoding");
		}
		catch (NoSuchFileException ex) {
			throw source.error("there is no such file");
		}
		catch (IOException ex) {
			throw source.error("it cannot be read: name a file that this user can read");
		}
	}

	private static void checkSize(SourceFile source, int size) {
		if (size > YamlParser.MAX_SIZE) {
			throw source.error("it is larger than 5 MiB: use several files");
		}
	}

	/**
	 * Return a declaration as YAML. Fields of settings are in the order of their names.
	 * @param declaration the declaration. It has a {@link SecretReference} in each secret
	 * field, and no {@link io.github.ssoconnections.Secret}
	 * @return the YAML
	 * @throws InvalidDeclarationException if the declaration has the value of a secret,
	 * or a value that YAML has not
	 */
	public String write(Declaration declaration) {
		Assert.notNull(declaration, "'declaration' must not be null");
		return new DeclarationWriter().write(declaration);
	}

	/**
	 * Return the present state of an account as YAML. What the vendor does not return is
	 * a comment below its connection.
	 * @param exported the state
	 * @return the YAML
	 * @throws InvalidDeclarationException if it has a value that YAML has not
	 */
	public String write(ExportedConnections exported) {
		Assert.notNull(exported, "'exported' must not be null");
		return new DeclarationWriter().write(exported);
	}

	/**
	 * Write a text to a file that only its owner can read, with mode 600 from the first
	 * byte on. The file is there as a whole or not at all; a symbolic link is not
	 * followed.
	 * @param file the file, in a folder that exists
	 * @param text the text, such as that of {@link #write}
	 * @param overwrite whether a file that exists is replaced
	 * @return whether other users are kept from reading the file; {@code false} on a file
	 * system without POSIX permissions
	 * @throws InvalidDeclarationException if the file exists and is not to be replaced,
	 * is not a file, or its folder does not exist
	 * @throws IOException if the file system fails
	 */
	public boolean save(Path file, String text, boolean overwrite) throws IOException {
		Assert.notNull(file, "'file' must not be null");
		Assert.notNull(text, "'text' must not be null");
		return new PrivateFile(file).write(text, overwrite);
	}

}
