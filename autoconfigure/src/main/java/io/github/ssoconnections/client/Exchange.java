// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.regex.Pattern;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.SsoApiException;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.util.Assert;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * One attempt: a request goes out, and its answer comes back as a value or as a typed
 * error.
 */
final class Exchange {

	/** Under this name, metrics look for a template in place of the URI. */
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

	private volatile @Nullable Checked checked;

	private final Runnable onAnswer;

	private final Consumer<Duration> onExhausted;

	private final ResponseDecoder decoder;

	Exchange(WebClient.Builder webClientBuilder, ApiVendor vendor, DataSize maxResponseSize, Clock clock,
			ClientTime time, Runnable onAnswer, Consumer<Duration> onExhausted, ResponseDecoder decoder) {
		// Whatever the application logs of its own requests, headers of ours are masked
		this.webClient = webClientBuilder.clone()
			.codecs((codecs) -> codecs.defaultCodecs().enableLoggingRequestDetails(false))
			.build();
		this.vendor = vendor;
		this.maxResponseSize = (int) maxResponseSize.toBytes();
		this.failures = new Failures(vendor, clock);
		this.clock = clock;
		this.time = time;
		this.deadlines = new Deadlines(time);
		this.onAnswer = onAnswer;
		this.onExhausted = onExhausted;
		this.decoder = decoder;
	}

	<T> Mono<T> run(ApiCall<T> call, ApiVendor.Credentials credentials, Duration timeout) {
		ApiOperation<T> operation = call.operation();
		// Here, not on an event loop of the transport: the first one has much to do
		operation.type().reader();
		SerializedBody written = call.body();
		RequestBody body = (written != null) ? new RequestBody(written.bytes()) : null;
		URI uri = operation.path().expand(credentials.baseUrl(), call.ids(), call.query());
		WebClient.RequestBodySpec request = this.webClient.method(operation.method())
			.uri(uri)
			.attribute(URI_TEMPLATE, operation.path().toString())
			// Behind all filters, which so do not see the key
			.httpRequest((message) -> addHeaders(message.getHeaders(), credentials, written));
		if (body != null) {
			request.body((message, context) -> body.writeTo(message));
		}
		Supplier<SecretMasker> scrubber = () -> SecretMasker.of(credentials.token(),
				(written != null) ? written.secrets() : Set.of());
		// Not 'exchangeToMono', which subscribes to the body once more after its end
		return new Attempt<>(request.exchangeToFlux((response) -> read(call, response, scrubber)), this.deadlines,
				timeout, this.onAnswer, (failure) -> (failure instanceof SsoApiException) ? failure : this.failures
					.ofTransport(operation, failure, timeout, body != null && body.giveUp(), scrubber.get()));
	}

	/**
	 * Return where and as whom to call now.
	 * @return the credentials, checked, or {@code null} if it has to be fetched
	 */
	ApiVendor.@Nullable Credentials credentials() {
		ApiVendor.Credentials credentials = this.vendor.credentials();
		return (credentials != null) ? checked(credentials) : null;
	}

	/**
	 * Fetch the credentials that is not at hand.
	 * @return the credentials, checked
	 */
	Mono<ApiVendor.Credentials> fetchCredentials() {
		return this.vendor.fetchCredentials().map(this::checked);
	}

	private ApiVendor.Credentials checked(ApiVendor.Credentials credentials) {
		Checked last = this.checked;
		if (last != null && last.raw().equals(credentials)) {
			return last.credentials();
		}
		Secret token = credentials.token();
		Assert.state(token == null || TOKEN.matcher(token.value()).matches(),
				() -> this.vendor.name() + " key must not be empty, nor hold spaces or control characters");
		ApiVendor.Credentials checked = new ApiVendor.Credentials(BaseUrl.check(credentials.baseUrl()), token,
				credentials.limit());
		this.checked = new Checked(credentials, checked);
		return checked;
	}

	private void addHeaders(HttpHeaders headers, ApiVendor.Credentials credentials, @Nullable SerializedBody body) {
		headers.set(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
		if (credentials.token() != null) {
			headers.set(HttpHeaders.AUTHORIZATION, "Bearer " + credentials.token().value());
		}
		this.vendor.headers().forEach(headers::set);
		if (body != null) {
			headers.set(HttpHeaders.CONTENT_TYPE, body.contentType());
			headers.setContentLength(body.bytes().length);
		}
	}

	private <T> Flux<T> read(ApiCall<T> call, ClientResponse response, Supplier<SecretMasker> scrubber) {
		ApiOperation<T> operation = call.operation();
		int status = response.statusCode().value();
		HttpHeaders headers = response.headers().asHttpHeaders();
		Duration exhausted = VendorTime.until(this.vendor.exhaustedUntil(headers), headers, this.clock);
		if (exhausted != null && status != 429) {
			this.onExhausted.accept(exhausted);
		}
		Optional<T> told = operation.byStatus(status);
		if (told.isEmpty() && !response.statusCode().is2xxSuccessful()) {
			// The status says what matters: a body that does not come whole takes nothing
			// from it
			return new BodyReader<>(response, MAX_ERROR_SIZE, null, (body) -> PartialJson.read(body.asInputStream()))
				.next()
				.timeout(ERROR_BODY_TIMEOUT, this.time.scheduler())
				.onErrorResume((ex) -> Mono.empty())
				.map((error) -> failure(operation, status, error, headers, scrubber))
				.switchIfEmpty(Mono.fromSupplier(() -> failure(operation, status, null, headers, scrubber)))
				.<T>flatMap(Mono::error)
				.flux();
		}
		return new BodyReader<>(response, this.maxResponseSize, () -> tooLarge(operation, status, headers, scrubber),
				(body) -> told.orElseGet(() -> decode(call, status, headers, body, scrubber)));
	}

	private <T> T decode(ApiCall<T> call, int status, HttpHeaders headers, BoundedBody body,
			Supplier<SecretMasker> scrubber) {
		ApiOperation<T> operation = call.operation();
		if (body.isEmpty()) {
			// A deletion has nothing to say but that it was done
			T done = (status == 204) ? operation.withFallbackResult(call.ids()) : null;
			if (done == null) {
				throw malformed(operation, status, headers, "the body is empty", scrubber);
			}
			return done;
		}
		try {
			T value = this.decoder.decode(call, body,
					(reason) -> malformed(operation, status, headers, "the body cannot be read: " + reason, scrubber));
			if (value == null) {
				throw malformed(operation, status, headers, "the body is null", scrubber);
			}
			return value;
		}
		catch (JacksonException ex) {
			// The message would repeat parts of the body; where it broke tells as much
			throw malformed(operation, status, headers, "the body (" + headers.getFirst(HttpHeaders.CONTENT_TYPE)
					+ ") is not the JSON that is due, from " + JsonPosition.of(ex) + " on", scrubber);
		}
	}

	private SsoApiException failure(ApiOperation<?> operation, int status, @Nullable JsonNode body, HttpHeaders headers,
			Supplier<SecretMasker> scrubber) {
		return this.failures.ofStatus(operation, status, scrubber.get().scrub(this.vendor.readFailure(body, headers)),
				headers);
	}

	private SsoApiException malformed(ApiOperation<?> operation, int status, HttpHeaders headers, String reason,
			Supplier<SecretMasker> scrubber) {
		return this.failures.malformed(operation, status, reason, traceId(headers), scrubber.get());
	}

	private SsoApiException tooLarge(ApiOperation<?> operation, int status, HttpHeaders headers,
			Supplier<SecretMasker> scrubber) {
		return this.failures.tooLarge(operation, status, this.maxResponseSize, traceId(headers), scrubber.get());
	}

	private @Nullable String traceId(HttpHeaders headers) {
		return this.vendor.readFailure(null, headers).traceId();
	}

	Failures failures() {
		return this.failures;
	}

	/**
	 * An credentials and its checked form, so that it is checked once and not per call.
	 *
	 * @param raw the credentials as the vendor gives it
	 * @param credentials the credentials to call with
	 */
	private record Checked(ApiVendor.Credentials raw, ApiVendor.Credentials credentials) {
	}

}
