// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.options.StrategyOptions;
import io.github.ssoconnections.certificate.InvalidMetadataException;
import io.github.ssoconnections.certificate.SamlMetadata;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.util.StringUtils;

/**
 * Validates metadata documents before they are sent.
 */
final class InlineMetadata {

	private static final String SAML = "metadataXml";

	private InlineMetadata() {
	}

	/**
	 * Reject a document without a usable signing certificate. Unreadable documents are
	 * left to Auth0, and AD FS metadata needs no certificate.
	 * @param account the account
	 * @param operation the name of the operation
	 * @param options the options of the request
	 * @param call sends the request
	 * @param <T> the type of the response
	 * @return the call, or a failure instead of it
	 */
	static <T> Mono<T> checked(Account account, String operation, @Nullable Object options, Mono<T> call) {
		String xml = document(options);
		if (xml == null) {
			return call;
		}
		// The parser blocks at its first use
		return Mono.fromCallable(() -> unfitReason(xml))
			.subscribeOn(Schedulers.boundedElastic())
			.flatMap((reason) -> reason.isEmpty() ? call : Mono.error(() -> rejection(account, operation, reason)));
	}

	private static SsoApiException rejection(Account account, String operation, String reason) {
		return new SsoApiException.InvalidRequest(new SsoApiException.Details(account, operation, null,
				"not sent: " + reason, List.of(), null, null, false, null));
	}

	private static @Nullable String document(@Nullable Object options) {
		Map<?, ?> fields = (options instanceof StrategyOptions<?> set) ? set.fields() : Map.of();
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
