// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.SsoApiException;
import org.jspecify.annotations.Nullable;

/**
 * Rejects to decide by fields that could not be read: what is {@code null} then is not
 * absent, and its value is among the unknown fields.
 */
final class UnexpectedFields {

	private UnexpectedFields() {
	}

	/**
	 * Check fields that a decision rests on.
	 * @param operation the operation that was asked for
	 * @param id the id of the connection
	 * @param unknownFields the unknown fields of the object that should have the fields
	 * @param fields the fields by wire name
	 * @throws SsoApiException if the value of one could not be read
	 */
	static void reject(String operation, @Nullable String id, Map<String, @Nullable Object> unknownFields,
			String... fields) {
		List<String> unexpected = Arrays.stream(fields).filter(unknownFields::containsKey).toList();
		if (!unexpected.isEmpty()) {
			throw of(operation, id, unexpected);
		}
	}

	/**
	 * Check the certificates of a connection, all of which go back at a change.
	 * @param operation the operation that was asked for
	 * @param id the id of the connection
	 * @param unknownFields the unknown fields of the object with the certificates
	 * @param certificates the certificates
	 * @throws SsoApiException if one could not be read
	 */
	static void rejectCertificates(String operation, @Nullable String id, Map<String, @Nullable Object> unknownFields,
			@Nullable List<IdpCertificate> certificates) {
		reject(operation, id, unknownFields, "id", "idp_certificate", "idp_certificates", "idp_metadata_url");
		if (certificates != null) {
			certificates.forEach((one) -> reject(operation, id, one.unknownFields(), "certificate"));
		}
	}

	private static SsoApiException of(String operation, @Nullable String id, List<String> fields) {
		return new SsoApiException.MalformedResponse(new SsoApiException.Details(ClerkVendor.NAME, operation, null,
				"connection " + id + " has fields of an unexpected structure, and nothing can be decided by " + "them: "
						+ String.join(", ", fields) + "; look at the connection in the dashboard",
				List.of(), null, null, false, null), false);
	}

}
