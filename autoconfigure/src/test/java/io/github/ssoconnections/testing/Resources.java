// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Reads test resources.
 */
public final class Resources {

	private Resources() {
	}

	/**
	 * Return the text of a resource, such as {@code clerk/test-run.json}.
	 */
	public static String read(String name) {
		try (InputStream stream = Resources.class.getResourceAsStream("/" + name)) {
			return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
