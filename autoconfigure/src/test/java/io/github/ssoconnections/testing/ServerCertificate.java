// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.testing;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Untrusted certificate for a TLS server, with its key.
 */
public final class ServerCertificate {

	private static final char[] PASSWORD = "changeit".toCharArray();

	private final KeyStore keyStore;

	private ServerCertificate(KeyStore keyStore) {
		this.keyStore = keyStore;
	}

	/**
	 * Make a certificate for hosts of the given names.
	 */
	public static ServerCertificate of(String... names) {
		try {
			Path directory = Files.createTempDirectory("server-certificate");
			Path file = directory.resolve("server.p12");
			try {
				return new ServerCertificate(generate(file, names));
			}
			finally {
				Files.deleteIfExists(file);
				Files.delete(directory);
			}
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static KeyStore generate(Path file, String... names) throws Exception {
		String all = Arrays.stream(names).map((name) -> "dns:" + name).collect(Collectors.joining(","));
		Process keytool = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
				"-genkeypair", "-keystore", file.toString(), "-storetype", "PKCS12", "-storepass", new String(PASSWORD),
				"-alias", "server", "-keyalg", "EC", "-dname", "CN=" + names[0], "-ext", "SAN=" + all, "-validity", "2")
			.redirectErrorStream(true)
			.start();
		String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(keytool.waitFor()).as(output).isZero();
		KeyStore keyStore = KeyStore.getInstance("PKCS12");
		try (InputStream in = Files.newInputStream(file)) {
			keyStore.load(in, PASSWORD);
		}
		return keyStore;
	}

	/**
	 * Return the certificate as PEM, for those who trust it.
	 */
	public String pem() {
		try {
			return "-----BEGIN CERTIFICATE-----\n"
					+ Base64.getMimeEncoder().encodeToString(this.keyStore.getCertificate("server").getEncoded())
					+ "\n-----END CERTIFICATE-----\n";
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Return the TLS of the server.
	 */
	public SSLContext sslContext() {
		try {
			KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
			keyManagers.init(this.keyStore, PASSWORD);
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(keyManagers.getKeyManagers(), null, null);
			return context;
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

}
