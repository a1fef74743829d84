// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertPath;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

import io.github.ssoconnections.sandbox.idp.TestCertificates;
import io.github.ssoconnections.sandbox.rest.Call;
import io.github.ssoconnections.sandbox.rest.Ids;
import io.github.ssoconnections.sandbox.rest.Operations;
import io.github.ssoconnections.sandbox.rest.Reply;
import wiremock.com.fasterxml.jackson.databind.node.ArrayNode;
import wiremock.com.fasterxml.jackson.databind.node.JsonNodeFactory;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * The keys with which Auth0 proves itself to an OIDC provider (private key JWT).
 */
final class KeyOperations {

	private static final String KEYS = "/api/v2/connections/{id}/keys";

	private static final List<String> STRATEGIES = List.of("oidc", "okta");

	private static final Duration VALIDITY = Duration.ofDays(730);

	private final Tenant tenant;

	private final InstantSource clock;

	KeyOperations(Tenant tenant, InstantSource clock) {
		this.tenant = tenant;
		this.clock = clock;
	}

	void addTo(Operations<Guarded> operations) {
		operations.add("GET", KEYS, Guarded.by("read:connections_keys", this::list))
			.add("POST", KEYS, Guarded.by("create:connections_keys", this::create))
			.add("POST", KEYS + "/rotate",
					Guarded.by(List.of("create:connections_keys", "update:connections_keys"), this::rotate));
	}

	private Reply list(Call call) {
		Connection connection = connection(call, "keys are not available for this connection");
		if (connection.keys().isEmpty() && authenticatesByKey(connection)) {
			create(connection, "RS256");
		}
		return Reply.ok(array(connection));
	}

	private Reply create(Call call) {
		Connection connection = connection(call, "keys are not available for this connection");
		String algorithm = algorithm(call);
		if (!connection.keys().isEmpty()) {
			throw Auth0Exception.conflict("Keys have already been created for this connection.");
		}
		create(connection, algorithm);
		return Reply.created(array(connection));
	}

	private void create(Connection connection, String algorithm) {
		connection.keys().add(current(key(connection, algorithm)));
		connection.keys().add(key(connection, algorithm).put("next", true));
	}

	/**
	 * Rotate: the next key becomes the current one, and a new one is next.
	 * @param call the request
	 * @return the new next key
	 */
	private Reply rotate(Call call) {
		Connection connection = connection(call, "Key rotation is not supported on this connection");
		String algorithm = algorithm(call);
		if (!authenticatesByKey(connection)) {
			throw Auth0Exception.badRequest("Connection is not configured to use JWT Client Authentication");
		}
		if (connection.keys().isEmpty()) {
			create(connection, algorithm);
		}
		else {
			List<ObjectNode> keys = connection.keys();
			keys.removeIf((key) -> key.has("previous"));
			ObjectNode previous = keys.get(0).put("previous", true);
			previous.remove("current");
			ObjectNode current = current(keys.get(1));
			current.remove("next");
			ObjectNode next = key(connection, algorithm).put("next", true);
			keys.clear();
			keys.addAll(List.of(current, next, previous));
		}
		return Reply.created(connection.keys().get(1).deepCopy());
	}

	private static boolean authenticatesByKey(Connection connection) {
		return connection.options().path("token_endpoint_auth_method").asText().equals("private_key_jwt");
	}

	private Connection connection(Call call, String rejection) {
		Connection connection = this.tenant.get(call.id());
		if (!STRATEGIES.contains(connection.strategy())) {
			throw Auth0Exception.badRequest(rejection);
		}
		return connection;
	}

	private static String algorithm(Call call) {
		return call.optionalBody(RequestShapes.KEYS).path("signing_alg").asText("RS256");
	}

	private ObjectNode current(ObjectNode key) {
		return key.put("current", true).put("current_since", this.clock.instant().toString());
	}

	private ObjectNode key(Connection connection, String algorithm) {
		Instant now = this.clock.instant();
		String pem = TestCertificates.selfSigned(connection.name(), now, now.plus(VALIDITY));
		String thumbprint = sha1(Base64.getDecoder().decode(TestCertificates.withoutArmour(pem)));
		return JsonNodeFactory.instance.objectNode()
			.put("kid", Ids.next("", 21))
			.put("cert", pem)
			.put("pkcs", pkcs7(pem))
			.put("fingerprint", thumbprint.replaceAll("(..)(?!$)", "$1:"))
			.put("thumbprint", thumbprint)
			.put("algorithm", algorithm)
			.put("key_use", "signing")
			.put("subject_dn", "/CN=" + connection.name());
	}

	private static String pkcs7(String pem) {
		try {
			CertificateFactory factory = CertificateFactory.getInstance("X.509");
			CertPath path = factory.generateCertPath(List
				.of(factory.generateCertificate(new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)))));
			return "-----BEGIN PKCS7-----\n" + Base64.getMimeEncoder().encodeToString(path.getEncoded("PKCS7"))
					+ "\n-----END PKCS7-----\n";
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has PKCS #7", ex);
		}
	}

	private static String sha1(byte[] der) {
		try {
			return HexFormat.of().withUpperCase().formatHex(MessageDigest.getInstance("SHA-1").digest(der));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException("Every JDK has SHA-1", ex);
		}
	}

	private static ArrayNode array(Connection connection) {
		ArrayNode keys = JsonNodeFactory.instance.arrayNode();
		connection.keys().forEach((key) -> keys.add(key.deepCopy()));
		return keys;
	}

}
