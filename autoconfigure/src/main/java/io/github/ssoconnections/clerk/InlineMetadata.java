// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.certificate.InvalidMetadataException;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.StringUtils;

/**
 * Validation of metadata that a request contains as a document, and removal of the
 * invisible characters around it.
 */
final class InlineMetadata {

	static final String FIELD = "idp_metadata";

	private InlineMetadata() {
	}

	/**
	 * Return a value without the invisible characters around metadata.
	 * @param field the name of the field
	 * @param value the value: metadata, an object with metadata, or any other value
	 * @return the value to send
	 */
	static @Nullable Object strip(String field, @Nullable Object value) {
		if (FIELD.equals(field) && value instanceof String xml) {
			return SamlMetadata.strip(xml);
		}
		if (value instanceof Map<?, ?> map && map.get(FIELD) instanceof String xml) {
			Map<Object, @Nullable Object> copy = new LinkedHashMap<>(map);
			copy.put(FIELD, SamlMetadata.strip(xml));
			return copy;
		}
		return value;
	}

	/**
	 * Reject metadata without a readable signing certificate. Clerk itself rejects a
	 * document that is not readable.
	 * @param account the account
	 * @param operation the name of the operation
	 * @param body the body of the request
	 * @param call the call that sends the body
	 * @param <T> the type of the response
	 * @return the call, or a failure
	 */
	static <T> Mono<T> validate(Account account, String operation, ApiBody<?> body, Mono<T> call) {
		String xml = document(body.fields());
		if (xml == null) {
			return call;
		}
		// The first use of the XML parser reads files, which may block
		return Mono.fromCallable(() -> unfitReason(xml))
			.subscribeOn(Schedulers.boundedElastic())
			.flatMap((reason) -> reason.isEmpty() ? call
					: Mono.error(() -> RejectedRequest.of(account, operation, reason)));
	}

	private static @Nullable String document(Map<String, @Nullable Object> fields) {
		Object saml = fields.get("saml");
		Map<?, ?> idp = (saml instanceof ApiBody<?> body) ? body.fields()
				: (saml instanceof Map<?, ?> map) ? map : fields;
		boolean described = idp.get("idp_certificate") != null || idp.get("idp_certificates") != null;
		return (!described && idp.get(FIELD) instanceof String xml && StringUtils.hasText(xml)) ? xml : null;
	}

	private static String unfitReason(String xml) {
		try {
			return Objects.requireNonNullElse(SamlMetadata.parse(xml).unfitReason(), "");
		}
		catch (InvalidMetadataException ex) {
			return "";
		}
	}

}
