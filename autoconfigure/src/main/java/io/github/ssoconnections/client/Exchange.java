// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.client.transport.StreamConnection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Sends the request of one attempt and converts the response to a value or a typed error.
 */
final class Exchange {

	/** Name of the request attribute from which metrics take the URI template. */
	private static final String URI_TEMPLATE = WebClient.class.getName() + ".uriTemplate";

	private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]+");

	private static final int MAX_ERROR_SIZE = 256 * 1024;

	private static final Duration ERROR_BODY_TIMEOUT = Duration.ofSeconds(2);

	private final WebClient webClient;

	private final ApiVendor vendor;

	private final int maxResponseSize;

	private final Failures failures;

	private final Clock clock;

	private final ClientTime time;

	private final Deadlines deadlines;

	private volatile @Nullable Validated validated;

	private final Runnable onResponse;

	private final Consumer<Duration> onExhausted;

	private final ResponseDecoder decoder;

	Exchange(WebClient.Builder webClientBuilder, ApiVendor vendor, DataSize maxResponseSize, Clock clock,
			ClientTime time, Runnable onResponse, Consumer<Duration> onExhausted, ResponseDecoder decoder) {
		// The application may log headers of its own requests, but not credentials
		this.webClient = webClientBuilder.clone()
			.codecs((codecs) -> codecs.defaultCodecs().enableLoggingRequestDetails(false))
			.build();
		this.vendor = vendor;
		this.maxResponseSize = (int) maxResponseSize.toBytes();
		this.failures = new Failures(vendor, clock);
		this.clock = clock;
		this.time = time;
		this.deadlines = new Deadlines(time);
		this.onResponse = onResponse;
		this.onExhausted = onExhausted;
		this.decoder = decoder;
	}

	<T> Mono<T> run(ApiCall<T> call, ApiVendor.Credentials credentials, Duration timeout) {
		ApiOperation<T> operation = call.operation();
		operation.type().reader();
		SerializedBody written = call.body();
		RequestBody body = (written != null) ? new RequestBody(written.bytes()) : null;
		URI uri = operation.path().expand(credentials.baseUrl(), call.ids(), call.query());
		WebClient.RequestBodySpec request = request(call, uri,
				(message) -> addHeaders(message.getHeaders(), MediaType.APPLICATION_JSON_VALUE, call, credentials));
		if (body != null) {
			request.body((message, context) -> body.writeTo(message));
		}
		Supplier<SecretMasker> masker = () -> SecretMasker.of(credentials.token(),
				(written != null) ? written.secrets() : Set.of());
		// Unlike exchangeToMono, does not subscribe to the body again
		return new Attempt<>(request.exchangeToFlux((response) -> read(call, response, masker)), this.deadlines,
				timeout, this.onResponse, (failure) -> (failure instanceof SsoApiException) ? failure : this.failures
					.ofTransport(operation, failure, timeout, body != null && body.abandon(), masker.get()));
	}

	/**
	 * Send the request of a stream. The result is for one subscription.
	 * @param call the call, without a body
	 * @param credentials the credentials
	 * @param options the media type and timeouts
	 * @param timeout the time until the response begins
	 * @return an empty array when the response begins, then its bytes
	 */
	Flux<byte[]> stream(ApiCall<?> call, ApiVendor.Credentials credentials, StreamOptions options, Duration timeout) {
		ApiOperation<?> operation = call.operation();
		URI uri = operation.path().expand(credentials.baseUrl(), call.ids(), call.query());
		Supplier<SecretMasker> masker = () -> SecretMasker.of(credentials.token(), Set.of());
		StreamConnection connection = new StreamConnection();
		return request(call, uri, (message) -> {
			connection.prepare(message, options.transportTimeout());
			addHeaders(message.getHeaders(), options.mediaType().toString(), call, credentials);
		})
			// WebClient would wait for the body again before it completes
			.exchangeToFlux(
					(response) -> bytes(operation, response, options, masker).materialize().concatWith(Mono.never()))
			.<byte[]>dematerialize()
			.doOnCancel(connection::dispose)
			.timeout(Mono.delay(timeout, options.scheduler()), (bytes) -> Mono.never())
			.onErrorMap((failure) -> (failure instanceof SsoApiException) ? failure
					: this.failures.ofTransport(operation, failure, timeout, false, masker.get()));
	}

	private Flux<byte[]> bytes(ApiOperation<?> operation, ClientResponse response, StreamOptions options,
			Supplier<SecretMasker> masker) {
		int status = response.statusCode().value();
		HttpHeaders headers = response.headers().asHttpHeaders();
		if (!response.statusCode().is2xxSuccessful()) {
			return error(operation, response, masker);
		}
		if (response.headers().contentType().filter(options.mediaType()::isCompatibleWith).isEmpty()) {
			return StreamBody.discard(response, malformed(operation, status, headers,
					"the content type is " + headers.getFirst(HttpHeaders.CONTENT_TYPE), masker));
		}
		return new StreamBody(response).timeout(options.idleTimeout(), options.scheduler())
			.onErrorMap(TimeoutException.class, (ex) -> this.failures.silent(operation, options.idleTimeout()));
	}

	private WebClient.RequestBodySpec request(ApiCall<?> call, URI uri, Consumer<ClientHttpRequest> message) {
		return this.webClient.method(call.operation().method())
			.uri(uri)
			.attribute(URI_TEMPLATE, call.operation().uriTemplate())
			// After all filters, which must not see the key
			.httpRequest(message);
	}

	/**
	 * Return the current credentials.
	 * @return the validated credentials, or {@code null} if they have to be fetched
	 */
	ApiVendor.@Nullable Credentials credentials() {
		ApiVendor.Credentials credentials = this.vendor.credentials();
		return (credentials != null) ? validated(credentials) : null;
	}

	/**
	 * Fetch the credentials.
	 * @return the validated credentials
	 */
	Mono<ApiVendor.Credentials> fetchCredentials() {
		return this.vendor.fetchCredentials().map(this::validated);
	}

	private ApiVendor.Credentials validated(ApiVendor.Credentials credentials) {
		Validated last = this.validated;
		if (last != null && last.raw().equals(credentials)) {
			return last.credentials();
		}
		Secret token = credentials.token();
		Assert.state(token == null || TOKEN.matcher(token.value()).matches(),
				() -> this.vendor.account() + " key must not be empty, nor contain spaces or control characters");
		ApiVendor.Credentials validated = new ApiVendor.Credentials(BaseUrl.check(credentials.baseUrl()), token,
				credentials.limit());
		this.validated = new Validated(credentials, validated);
		return validated;
	}

	private void addHeaders(HttpHeaders headers, String accept, ApiCall<?> call, ApiVendor.Credentials credentials) {
		headers.set(HttpHeaders.ACCEPT, accept);
		if (credentials.token() != null) {
			headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + credentials.token().value());
		}
		this.vendor.headers().forEach(headers::set);
		call.headers().forEach(headers::set);
		SerializedBody body = call.body();
		if (body != null) {
			headers.set(HttpHeaders.CONTENT_TYPE, body.contentType());
			headers.setContentLength(body.bytes().length);
		}
	}

	private <T> Flux<T> read(ApiCall<T> call, ClientResponse response, Supplier<SecretMasker> masker) {
		ApiOperation<T> operation = call.operation();
		int status = response.statusCode().value();
		HttpHeaders headers = response.headers().asHttpHeaders();
		Duration exhausted = VendorTime.until(this.vendor.exhaustedUntil(headers), headers, this.clock);
		if (exhausted != null && status != 429) {
			this.onExhausted.accept(exhausted);
		}
		Optional<T> byStatus = operation.byStatus(status);
		if (byStatus.isEmpty() && !response.statusCode().is2xxSuccessful()) {
			return error(operation, response, masker);
		}
		return new BodyReader<>(response, this.maxResponseSize, () -> tooLarge(operation, status, headers, masker),
				(body) -> byStatus.orElseGet(() -> decode(call, status, headers, body, masker)));
	}

	private <T> Flux<T> error(ApiOperation<?> operation, ClientResponse response, Supplier<SecretMasker> masker) {
		int status = response.statusCode().value();
		HttpHeaders headers = response.headers().asHttpHeaders();
		return new BodyReader<>(response, MAX_ERROR_SIZE, null, (body) -> PartialJson.read(body.asInputStream())).next()
			.timeout(ERROR_BODY_TIMEOUT, this.time.scheduler())
			.onErrorResume((ex) -> Mono.empty())
			.map((error) -> failure(operation, status, error, headers, masker))
			.switchIfEmpty(Mono.fromSupplier(() -> failure(operation, status, null, headers, masker)))
			.<T>flatMap(Mono::error)
			.flux();
	}

	private <T> T decode(ApiCall<T> call, int status, HttpHeaders headers, BoundedBody body,
			Supplier<SecretMasker> masker) {
		ApiOperation<T> operation = call.operation();
		if (body.isEmpty()) {
			T fallback = (status == 204 || operation.type().isOptional()) ? call.fallbackResult() : null;
			if (fallback == null) {
				throw malformed(operation, status, headers, "the body is empty", masker);
			}
			return fallback;
		}
		try {
			T value = this.decoder.decode(call, body,
					(reason) -> malformed(operation, status, headers, "the body cannot be decoded: " + reason, masker));
			if (value == null) {
				throw malformed(operation, status, headers, "the body is null", masker);
			}
			return value;
		}
		catch (JacksonException ex) {
			throw malformed(operation, status, headers, "the body (" + headers.getFirst(HttpHeaders.CONTENT_TYPE)
					+ ") is not the expected JSON at " + position(ex), masker);
		}
	}

	private static String position(JacksonException ex) {
		TokenStreamLocation location = ex.getLocation();
		return (location != null) ? "line " + location.getLineNr() + ", column " + location.getColumnNr() : "its start";
	}

	private SsoApiException failure(ApiOperation<?> operation, int status, @Nullable JsonNode body, HttpHeaders headers,
			Supplier<SecretMasker> masker) {
		return this.failures.ofStatus(operation, status, masker.get().mask(this.vendor.readFailure(body, headers)),
				headers);
	}

	private SsoApiException malformed(ApiOperation<?> operation, int status, HttpHeaders headers, String reason,
			Supplier<SecretMasker> masker) {
		return this.failures.malformed(operation, status, reason, traceId(headers), masker.get());
	}

	private SsoApiException tooLarge(ApiOperation<?> operation, int status, HttpHeaders headers,
			Supplier<SecretMasker> masker) {
		return this.failures.tooLarge(operation, status, this.maxResponseSize, traceId(headers), masker.get());
	}

	private @Nullable String traceId(HttpHeaders headers) {
		return this.vendor.readFailure(null, headers).traceId();
	}

	Failures failures() {
		return this.failures;
	}

	/**
	 * Cached result of a validation.
	 *
	 * @param raw the credentials of the vendor
	 * @param credentials the validated credentials
	 */
	private record Validated(ApiVendor.Credentials raw, ApiVendor.Credentials credentials) {
	}

}
