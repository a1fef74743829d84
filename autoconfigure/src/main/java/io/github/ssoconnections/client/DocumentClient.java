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
 * Reads documents at addresses that are no vendor's API, and nobody's that we know: one
 * GET, with no credentials, no repeats, and nothing of the application's own clients.
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
	 * @param connector where requests go out; it must not follow redirects
	 * @param source what is read
	 * @param timeout the time that reading a document may take, unless
	 * {@link CallOptions} say otherwise
	 * @param maxSize the largest document
	 * @param observations where the reading is observed, like an operation of a vendor
	 */
	public DocumentClient(ClientHttpConnector connector, Source source, Duration timeout, DataSize maxSize,
			ObservationRegistry observations) {
		this(connector, source, timeout, maxSize, observations, ClientTime.SYSTEM);
	}

	DocumentClient(ClientHttpConnector connector, Source source, Duration timeout, DataSize maxSize,
			ObservationRegistry observations, ClientTime time) {
		// Not the application's builder: its headers, filters and context propagation are
		// not for strangers
		this.webClient = WebClient.builder().clientConnector(connector).build();
		this.source = source;
		this.timeout = timeout;
		this.maxSize = (int) maxSize.toBytes();
		this.observations = observations;
		this.time = time;
		this.failures = new Failures(new Stranger(source.name()), Clock.systemUTC());
		// Failures are told as those of an operation; the path plays no part in that
		this.operation = ApiOperation.of(source.operation(), HttpMethod.GET, "/", Effect.READ,
				ResponseType.of(byte[].class));
	}

	/**
	 * Read a document.
	 * @param uri its address
	 * @return its bytes, at least one; an {@link SsoApiException} if it cannot be had;
	 * the {@link Source#refusal() refusal} if the connector refuses the address
	 */
	public Mono<byte[]> get(URI uri) {
		return get(uri, (document) -> document);
	}

	/**
	 * Read a document, and make something of it within the same time. Whoever wrote the
	 * document may have made that hard, which is nothing for an event loop.
	 * @param uri its address
	 * @param reader what makes something of its bytes, on a thread that may block
	 * @param <T> the type of what it makes
	 * @return what the reader returns, or its failure; otherwise as {@link #get(URI)}
	 */
	public <T> Mono<T> get(URI uri, Function<byte[], T> reader) {
		return observed(uri, (response) -> read(uri, response),
				(bytes) -> bytes.publishOn(Schedulers.boundedElastic()).map(reader));
	}

	/**
	 * Read a document that is too large to be kept, as it comes.
	 * @param uri its address
	 * @param reader what reads it, on a thread that may block
	 * @param <T> the type of what it makes
	 * @return what the reader returns, or its failure; otherwise as {@link #get(URI)}
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
		Throwable refusal = cause(failure, this.source.refusal());
		return (refusal != null) ? refusal
				: this.failures.ofTransport(this.operation, withoutAnswer(failure), timeout, false, scrubber(uri));
	}

	// The texts of those who read numbers and versions repeat what they could not read
	private static Throwable withoutAnswer(Throwable failure) {
		return (cause(failure, IllegalArgumentException.class) != null) ? new IOException("what came is not HTTP")
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
			return refuse(response, failure);
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
			return refuse(response, failure);
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
		return this.failures.tooLarge(this.operation, status, this.maxSize, null, scrubber(uri));
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
				? malformed(uri, status, "the document is compressed, though that was not asked for") : null;
	}

	// The body has nothing to say, and might never end
	private static <T> Mono<T> refuse(ClientResponse response, SsoApiException failure) {
		return response.body(BodyExtractors.toDataBuffers()).take(0, false).then(Mono.error(failure));
	}

	private static String reason(URI uri, ClientResponse response, HttpHeaders headers) {
		String from = "from " + MaskedUrl.of(uri);
		if (!response.statusCode().is3xxRedirection()) {
			return from;
		}
		String location = headers.getFirst(HttpHeaders.LOCATION);
		return from + ": redirects are not followed"
				+ ((location != null) ? ", and it points to " + MaskedUrl.ofLocation(uri, location) : "");
	}

	private SsoApiException malformed(URI uri, int status, String reason) {
		return this.failures.malformed(this.operation, status, reason, null, scrubber(uri));
	}

	private static SecretMasker scrubber(URI uri) {
		return SecretMasker.of(Secret.of((uri.getRawQuery() != null) ? uri.getRawQuery() : ""), Set.of());
	}

	/**
	 * Reads a document as it comes.
	 *
	 * @param <T> the type of what it makes of it
	 */
	@FunctionalInterface
	public interface StreamReader<T> {

		/**
		 * Read a document.
		 * @param document the document
		 * @return what it makes of it
		 * @throws IOException if the document ends before its end
		 */
		T read(InputStream document) throws IOException;

	}

	/**
	 * What a reader fails with, which is no failure of the transport.
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
	 * What is read.
	 *
	 * @param name the name under which whoever answers is observed and reported
	 * @param operation the name under which the reading is
	 * @param accept the types of media that are of use
	 * @param refusal what the connector throws to refuse an address; it is passed on
	 */
	public record Source(String name, String operation, String accept, Class<? extends RuntimeException> refusal) {
	}

	/**
	 * Whoever answers, as failures see it: somebody with no API.
	 */
	private record Stranger(String name) implements ApiVendor {

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
