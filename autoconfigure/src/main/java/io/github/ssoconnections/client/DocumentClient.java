// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import io.github.ssoconnections.ApiError;
import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.SsoApiException;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Client for documents at untrusted addresses: a single GET without credentials and
 * retries, with a {@code WebClient} that is independent of the application's.
 */
public final class DocumentClient {

	private static final String USER_AGENT = "sso-connections";

	private final WebClient webClient;

	private final Source source;

	private final Duration timeout;

	private final int maxSize;

	private final ObservationRegistry observations;

	private final ClientTime time;

	private final Failures failures;

	private final ApiOperation<byte[]> operation;

	/**
	 * Create a client.
	 * @param connector the connector, which must not follow redirects
	 * @param source the kind of document
	 * @param timeout the default timeout; {@link CallOptions} override it
	 * @param maxSize the maximum size of a document
	 * @param observations the registry for observations, as for operations of a vendor
	 */
	public DocumentClient(ClientHttpConnector connector, Source source, Duration timeout, DataSize maxSize,
			ObservationRegistry observations) {
		this(connector, source, timeout, maxSize, observations, ClientTime.SYSTEM);
	}

	DocumentClient(ClientHttpConnector connector, Source source, Duration timeout, DataSize maxSize,
			ObservationRegistry observations, ClientTime time) {
		// The application's builder may add headers and trace context
		this.webClient = WebClient.builder().clientConnector(connector).build();
		this.source = source;
		this.timeout = timeout;
		this.maxSize = (int) maxSize.toBytes();
		this.observations = observations;
		this.time = time;
		this.failures = new Failures(new UnknownVendor(source.name()), Clock.systemUTC());
		this.operation = ApiOperation.of(source.operation(), HttpMethod.GET, "/", Effect.READ,
				ResponseType.of(byte[].class));
	}

	/**
	 * Fetch a document. @param uri the address
	 * @return the bytes, at least one; fails with an {@link SsoApiException}, or with the
	 * {@link Source#rejection() rejection} of the address by the connector
	 */
	public Mono<byte[]> get(URI uri) {
		return get(uri, (document) -> document);
	}

	/**
	 * Fetch and parse a document within the timeout. Parsing may be expensive, so that it
	 * runs on a worker thread.
	 * @param uri its address
	 * @param reader the parser, invoked on a thread that may block
	 * @param <T> the type of the result
	 * @return the result or failure of the reader; otherwise as {@link #get(URI)}
	 */
	public <T> Mono<T> get(URI uri, Function<byte[], T> reader) {
		return observed(uri, (response) -> read(uri, response),
				(bytes) -> bytes.publishOn(Schedulers.boundedElastic()).map(reader));
	}

	/**
	 * Parse a document while it is received, without buffering it.
	 * @param uri its address
	 * @param reader the parser, invoked on a thread that may block
	 * @param <T> the type of the result
	 * @return the result or failure of the reader; otherwise as {@link #get(URI)}
	 */
	public <T> Mono<T> stream(URI uri, StreamReader<T> reader) {
		return observed(uri, (response) -> stream(uri, response, reader), (read) -> read);
	}

	private <S, T> Mono<T> observed(URI uri, Function<ClientResponse, Mono<S>> transfer,
			Function<Mono<S>, Mono<T>> reader) {
		return Mono.deferContextual((context) -> {
			CallOptions options = CallOptions.from(context);
			Duration timeout = (options.timeout() != null) ? options.timeout() : this.timeout;
			return ObservedCall.observe(() -> exchange(uri, timeout, transfer, reader), this.source.name(),
					this.source.operation(), this.observations, context);
		});
	}

	private <S, T> Mono<T> exchange(URI uri, Duration timeout, Function<ClientResponse, Mono<S>> transfer,
			Function<Mono<S>, Mono<T>> reader) {
		return this.webClient.get()
			.uri(uri)
			.header(HttpHeaders.ACCEPT, this.source.accept())
			.header(HttpHeaders.USER_AGENT, USER_AGENT)
			.exchangeToMono(transfer)
			.onErrorMap((failure) -> !(failure instanceof SsoApiException || failure instanceof ReaderFailure),
					(failure) -> failure(uri, timeout, failure))
			.onErrorMap(ReaderFailure.class, ReaderFailure::reason)
			.transform(reader)
			.timeout(timeout, this.time.scheduler())
			.onErrorMap(TimeoutException.class, (failure) -> failure(uri, timeout, failure));
	}

	private Throwable failure(URI uri, Duration timeout, Throwable failure) {
		Throwable rejection = cause(failure, this.source.rejection());
		return (rejection != null) ? rejection
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

	private Mono<byte[]> read(URI uri, ClientResponse response) {
		SsoApiException failure = check(uri, response);
		if (failure != null) {
			return discard(response, failure);
		}
		int status = response.statusCode().value();
		return new BodyReader<>(response, this.maxSize, () -> tooLarge(uri, status), (body) -> {
			if (body.isEmpty()) {
				throw malformed(uri, status, "the body is empty");
			}
			return body.asByteArray();
		}).next();
	}

	private <T> Mono<T> stream(URI uri, ClientResponse response, StreamReader<T> reader) {
		SsoApiException failure = check(uri, response);
		if (failure != null) {
			return discard(response, failure);
		}
		BodyStream stream = new BodyStream(this.maxSize, () -> tooLarge(uri, response.statusCode().value()));
		return Mono.fromCallable(() -> {
			try (stream) {
				response.body(BodyExtractors.toDataBuffers()).subscribe(stream);
				return reader.read(stream);
			}
			catch (SsoApiException ex) {
				throw ex;
			}
			catch (RuntimeException ex) {
				throw new ReaderFailure(ex);
			}
			catch (IOException ex) {
				throw (ex.getCause() instanceof Exception cause) ? cause : ex;
			}
		}).subscribeOn(Schedulers.boundedElastic()).doOnCancel(stream::close);
	}

	private SsoApiException tooLarge(URI uri, int status) {
		return this.failures.tooLarge(this.operation, status, this.maxSize, null, masker(uri));
	}

	private @Nullable SsoApiException check(URI uri, ClientResponse response) {
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

	private static <T> Mono<T> discard(ClientResponse response, SsoApiException failure) {
		return response.body(BodyExtractors.toDataBuffers()).take(0, false).then(Mono.error(failure));
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

	private SsoApiException malformed(URI uri, int status, String reason) {
		return this.failures.malformed(this.operation, status, reason, null, masker(uri));
	}

	private static SecretMasker masker(URI uri) {
		return SecretMasker.of(Secret.of((uri.getRawQuery() != null) ? uri.getRawQuery() : ""), Set.of());
	}

	/**
	 * Parser for a document stream.
	 *
	 * @param <T> the type of the result of it
	 */
	@FunctionalInterface
	public interface StreamReader<T> {

		/**
		 * Parse a document. @param document the document @return the result @throws
		 * IOException if the document is incomplete
		 */
		T read(InputStream document) throws IOException;

	}

	/**
	 * Failure of a reader, as opposed to the transport.
	 */
	private static final class ReaderFailure extends RuntimeException {

		private final RuntimeException reason;

		ReaderFailure(RuntimeException reason) {
			super(reason);
			this.reason = reason;
		}

		Throwable reason() {
			return this.reason;
		}

	}

	/**
	 * Kind of documents.
	 *
	 * @param name the vendor name for observations and exceptions
	 * @param operation the operation name for observations and exceptions
	 * @param accept the accepted media types
	 * @param rejection the exception that the connector throws to reject an address; it
	 * is passed on
	 */
	public record Source(String name, String operation, String accept, Class<? extends RuntimeException> rejection) {
	}

	/**
	 * Vendor without an API, for exceptions.
	 */
	private record UnknownVendor(String name) implements ApiVendor {

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
