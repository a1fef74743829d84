// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import io.github.ssoconnections.certificate.InvalidMetadataException;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.client.ApiBody;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.StringUtils;

/**
 * Metadata that is sent as a document: looked at before, and sent without what does not
 * show around it, which comes along when it is pasted.
 */
final class InlineMetadata {

	static final String FIELD = "idp_metadata";

	private InlineMetadata() {
	}

	/**
	 * Return a value as it should be sent.
	 * @param field the name of its field
	 * @param value the value, which may be an object with metadata in it
	 * @return the value
	 */
	static @Nullable Object stripped(String field, @Nullable Object value) {
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
	 * Reject a document with which no sign-in could be verified. What cannot be read at
	 * all is for Clerk to reject.
	 * @param operation the name of the operation
	 * @param body what is to be sent
	 * @param call sends it
	 * @param <T> the type of the response
	 * @return the call, or a failure in its place
	 */
	static <T> Mono<T> checked(String operation, ApiBody<?> body, Mono<T> call) {
		String xml = document(body.fields());
		if (xml == null) {
			return call;
		}
		// The parser reads files when it is first used, which is nothing for an event
		// loop
		return Mono.fromCallable(() -> unfitReason(xml))
			.subscribeOn(Schedulers.boundedElastic())
			.flatMap((reason) -> reason.isEmpty() ? call : Mono.error(() -> Refusal.of(operation, reason)));
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
