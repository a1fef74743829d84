// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.certificate.InvalidMetadataException;
import io.github.ssoconnections.certificate.SamlMetadata;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.StringUtils;

/**
 * Validates metadata documents before they are sent, and removes invisible characters
 * around them, as left by copy and paste.
 */
final class InlineMetadata {

	private static final String SAML = "metadataXml";

	private static final Set<String> FIELDS = Set.of(SAML, "fedMetadataXml");

	private InlineMetadata() {
	}

	/**
	 * Return a value without invisible characters around metadata.
	 * @param field the name of its field
	 * @param value the value, possibly an object with metadata
	 * @return the value
	 */
	static @Nullable Object stripped(String field, @Nullable Object value) {
		if (value instanceof String xml && FIELDS.contains(field)) {
			return SamlMetadata.strip(xml);
		}
		if (value instanceof Map<?, ?> map && FIELDS.stream().anyMatch(map::containsKey)) {
			Map<Object, @Nullable Object> copy = new LinkedHashMap<>();
			map.forEach((key, one) -> copy.put(key, stripped(String.valueOf(key), one)));
			return copy;
		}
		return value;
	}

	/**
	 * Reject a document without a usable signing certificate. Unreadable documents are
	 * left to Auth0, and AD FS metadata needs no certificate.
	 * @param operation the name of the operation
	 * @param options the options of the request
	 * @param call sends the request
	 * @param <T> the type of the response
	 * @return the call, or a failure instead of it
	 */
	static <T> Mono<T> checked(String operation, @Nullable Object options, Mono<T> call) {
		String xml = document(options);
		if (xml == null) {
			return call;
		}
		// The parser blocks at its first use
		return Mono.fromCallable(() -> unfitReason(xml))
			.subscribeOn(Schedulers.boundedElastic())
			.flatMap((reason) -> reason.isEmpty() ? call : Mono.error(() -> rejection(operation, reason)));
	}

	private static SsoApiException rejection(String operation, String reason) {
		return new SsoApiException.InvalidRequest(new SsoApiException.Details(Auth0Vendor.NAME, operation, null,
				"not sent: " + reason, List.of(), null, null, false, null));
	}

	private static @Nullable String document(@Nullable Object options) {
		Map<?, ?> fields = (options instanceof StrategyOptions<?> set) ? set.fields()
				: (options instanceof Map<?, ?> map) ? map : Map.of();
		boolean described = Stream.of("cert", "signingCert", "certs").anyMatch((name) -> fields.get(name) != null);
		return (!described && fields.get(SAML) instanceof String xml && StringUtils.hasText(xml)) ? xml : null;
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
