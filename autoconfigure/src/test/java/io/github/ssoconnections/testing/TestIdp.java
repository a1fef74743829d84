// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.testing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.sandbox.idp.TestMetadata;

import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/**
 * An IdP that publishes its metadata over TLS, on loopback.
 */
public final class TestIdp {

	/** The name in the certificate of the server, beside {@code localhost}. */
	public static final String HOST = "idp.example.com";

	public static final String ENTITY_ID = "https://idp.example.com/entity";

	public static final String METADATA = TestMetadata.xml(ENTITY_ID, "https://idp.example.com/sso",
			TestCertificates.selfSigned("idp", Instant.EPOCH, Instant.parse("2040-01-01T00:00:00Z")));

	/** The certificate of the server. */
	public static final ServerCertificate CERTIFICATE = ServerCertificate.of(HOST, "localhost");

	private TestIdp() {
	}

	/**
	 * Start a server that publishes its metadata.
	 */
	public static RawServer start() {
		return publishing(METADATA);
	}

	/**
	 * Start a server that publishes a document.
	 */
	public static RawServer publishing(String document) {
		byte[] response = RawServer.respond(200, "application/xml", document.getBytes(StandardCharsets.UTF_8));
		return RawServer.playing(CERTIFICATE, (connection) -> {
			while (connection.readRequest()) {
				connection.write(response);
			}
		});
	}

	/**
	 * Return what makes the server trusted.
	 */
	public static SslBundle trust() {
		return SslBundle.of(new PemSslStoreBundle(null, PemSslStoreDetails.forCertificate(CERTIFICATE.pem())));
	}

	/**
	 * Return a URL at the server, under any name.
	 */
	public static String url(String host, RawServer server, String path) {
		return "https://" + host + ":" + server.port() + path;
	}

}
