// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * Certificates and documents of this package's tests: made for them, of no company. The
 * private keys are gone.
 */
public final class Fixtures {

	private Fixtures() {
	}

	public static String pem(String name) {
		return new String(read("certificates/" + name + ".pem"), StandardCharsets.US_ASCII);
	}

	public static SigningCertificate certificate(String name) {
		return SigningCertificate.parse(pem(name));
	}

	public static byte[] metadata(String name) {
		return read("metadata/" + name);
	}

	public static byte[] read(String path) {
		try (InputStream stream = Objects.requireNonNull(Fixtures.class.getResourceAsStream("/" + path), path)) {
			return stream.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
