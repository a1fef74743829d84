// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the fields behind a decision could be read. A field with an unexpected
 * structure is {@code null}, like an absent field, and its value is among the unknown
 * fields.
 */
final class UnexpectedFields {

	private UnexpectedFields() {
	}

	/**
	 * Check the fields behind a decision.
	 * @param account the account
	 * @param operation the name of the operation
	 * @param id the id of the connection
	 * @param unknownFields the unknown fields of the object
	 * @param fields the names of the fields in JSON
	 * @throws SsoApiException if a field could not be read
	 */
	static void reject(Account account, String operation, @Nullable String id,
			Map<String, @Nullable Object> unknownFields, String... fields) {
		List<String> unexpected = Arrays.stream(fields).filter(unknownFields::containsKey).toList();
		if (!unexpected.isEmpty()) {
			throw of(account, operation, id, unexpected);
		}
	}

	/**
	 * Check the certificates of a connection, which an update writes as a whole.
	 * @param account the account
	 * @param operation the name of the operation
	 * @param id the id of the connection
	 * @param unknownFields the unknown fields of the object with the certificates
	 * @param certificates the certificates
	 * @throws SsoApiException if a certificate could not be read
	 */
	static void rejectCertificates(Account account, String operation, @Nullable String id,
			Map<String, @Nullable Object> unknownFields, @Nullable List<IdpCertificate> certificates) {
		reject(account, operation, id, unknownFields, "id", "idp_certificate", "idp_certificates", "idp_metadata_url");
		if (certificates != null) {
			certificates.forEach((one) -> reject(account, operation, id, one.unknownFields(), "certificate"));
		}
	}

	private static SsoApiException of(Account account, String operation, @Nullable String id, List<String> fields) {
		return new SsoApiException.MalformedResponse(
				new SsoApiException.Details(account, operation, null,
						"connection " + id + " has fields of an unexpected structure: " + String.join(", ", fields)
								+ "; check the connection in the dashboard",
						List.of(), null, null, false, null),
				false);
	}

}
