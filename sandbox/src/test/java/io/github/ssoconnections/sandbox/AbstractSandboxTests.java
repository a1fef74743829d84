// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.time.Duration;
import java.time.Instant;

import io.github.ssoconnections.sandbox.idp.TestCertificates;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * One sandbox per class, reset after each test.
 */
abstract class AbstractSandboxTests {

	static final String ENTERPRISE = "enterprise_connections";

	static final String SAML = "saml_connections";

	static Sandbox sandbox;

	static ClerkClient client;

	static Auth0Client auth0;

	@BeforeAll
	static void start() {
		sandbox = Sandbox.start();
		client = new ClerkClient(sandbox);
		auth0 = new Auth0Client(sandbox);
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@AfterEach
	void reset() {
		sandbox.reset();
	}

	static void assertRejected(ApiResponse response, int status, String code, String parameter) {
		assertThat(response.status()).as("%s", response.body()).isEqualTo(status);
		assertThat(response.code()).isEqualTo(code);
		assertThat(response.parameter()).isEqualTo(parameter);
	}

	static void assertRejected(ApiResponse response, int status, String message) {
		assertThat(response.status()).as("%s", response.body()).isEqualTo(status);
		assertThat(response.text("/message")).contains(message);
	}

	/**
	 * A certificate, on one line for use in JSON.
	 * @param startInDays the start of validity in days from now
	 * @param endInDays the end of validity in days from now
	 * @return the DER in base64
	 */
	static String certificate(int startInDays, int endInDays) {
		Instant now = Instant.now();
		return TestCertificates.withoutArmour(TestCertificates.selfSigned("IdP", now.plus(Duration.ofDays(startInDays)),
				now.plus(Duration.ofDays(endInDays))));
	}

	/**
	 * What an active SAML connection needs, as fields for JSON.
	 * @param certificate the certificate in base64
	 * @return the fields
	 */
	static String idp(String certificate) {
		return "'idp_entity_id': 'https://idp.example', 'idp_sso_url': 'https://idp.example/sso', 'idp_certificates': ['"
				+ certificate + "']";
	}

	static String createActive() {
		return client.createEnterprise("'active': true, 'saml': {" + idp(certificate(-1, 100)) + "}").id();
	}

}
