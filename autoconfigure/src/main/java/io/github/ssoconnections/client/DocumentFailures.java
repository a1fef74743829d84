// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.ApiError;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.ClientResponse;

/**
 * Factory for exceptions of {@link DocumentClient}, which contain no secrets of the URL.
 */
final class DocumentFailures {

	private final Class<? extends Throwable> rejection;

	private final int maxSize;

	private final Failures failures;

	private final ApiOperation<byte[]> operation;

	DocumentFailures(DocumentClient.Source source, int maxSize) {
		this.rejection = source.rejection();
		this.maxSize = maxSize;
		this.failures = new Failures(new UnknownVendor(Account.ofDefault(source.name())), Clock.systemUTC());
		this.operation = ApiOperation.of(source.operation(), HttpMethod.GET, "/", Effect.READ,
				ResponseType.of(byte[].class));
	}

	Throwable ofTransport(URI uri, Duration timeout, Throwable failure) {
		Throwable rejected = cause(failure, this.rejection);
		return (rejected != null) ? rejected
				: this.failures.ofTransport(this.operation, withoutQuotes(failure), timeout, false, masker(uri));
	}

	// Messages of Netty's HTTP parser quote the response
	private static Throwable withoutQuotes(Throwable failure) {
		return (cause(failure, IllegalArgumentException.class) != null) ? new IOException("the response is not HTTP")
				: failure;
	}

	private static @Nullable Throwable cause(Throwable failure, Class<? extends Throwable> type) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return cause;
			}
		}
		return null;
	}

	/**
	 * Check status and encoding of a response.
	 * @param uri the requested address
	 * @param response the response
	 * @return the failure, or {@code null} if the body can be read
	 */
	@Nullable SsoApiException ofResponse(URI uri, ClientResponse response) {
		int status = response.statusCode().value();
		HttpHeaders headers = response.headers().asHttpHeaders();
		if (!response.statusCode().is2xxSuccessful()) {
			return this.failures.ofStatus(this.operation, status, reason(uri, response, headers),
					new ApiVendor.Failure(List.of(), null), headers);
		}
		String encoding = headers.getFirst(HttpHeaders.CONTENT_ENCODING);
		return (encoding != null && !encoding.equalsIgnoreCase("identity"))
				? malformed(uri, status, "the document is compressed, which was not requested") : null;
	}

	private static String reason(URI uri, ClientResponse response, HttpHeaders headers) {
		String from = "from " + MaskedUrl.of(uri);
		if (!response.statusCode().is3xxRedirection()) {
			return from;
		}
		String location = headers.getFirst(HttpHeaders.LOCATION);
		return from + ": redirects are not followed"
				+ ((location != null) ? ", and the location is " + MaskedUrl.ofLocation(uri, location) : "");
	}

	SsoApiException tooLarge(URI uri, int status) {
		return this.failures.tooLarge(this.operation, status, this.maxSize, null, masker(uri));
	}

	SsoApiException malformed(URI uri, int status, String reason) {
		return this.failures.malformed(this.operation, status, reason, null, masker(uri));
	}

	private static SecretMasker masker(URI uri) {
		return SecretMasker.of(Secret.of((uri.getRawQuery() != null) ? uri.getRawQuery() : ""), Set.of());
	}

	/**
	 * Vendor without an API, for exceptions.
	 */
	private record UnknownVendor(Account account) implements ApiVendor {

		@Override
		public @Nullable Credentials credentials() {
			return null;
		}

		@Override
		public Map<String, String> headers() {
			return Map.of();
		}

		@Override
		public Failure readFailure(@Nullable JsonNode body, HttpHeaders headers) {
			return new Failure(List.of(), null);
		}

		@Override
		public boolean isUnprocessed(int status, List<ApiError> errors) {
			return status == 429;
		}

	}

}
