// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.micrometer.observation.ObservationRegistry;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpHeaders;
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

	private final DocumentFailures failures;

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
		this.failures = new DocumentFailures(source, this.maxSize);
	}

	/**
	 * Fetch a document.
	 * @param uri the address
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
			return ObservedCall.observe(() -> exchange(uri, timeout, transfer, reader),
					Account.ofDefault(this.source.name()), this.source.operation(), this.observations, context);
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
					(failure) -> this.failures.ofTransport(uri, timeout, failure))
			.onErrorMap(ReaderFailure.class, ReaderFailure::reason)
			.transform(reader)
			.timeout(timeout, this.time.scheduler())
			.onErrorMap(TimeoutException.class, (failure) -> this.failures.ofTransport(uri, timeout, failure));
	}

	private Mono<byte[]> read(URI uri, ClientResponse response) {
		SsoApiException failure = this.failures.ofResponse(uri, response);
		if (failure != null) {
			return discard(response, failure);
		}
		int status = response.statusCode().value();
		return new BodyReader<>(response, this.maxSize, () -> this.failures.tooLarge(uri, status), (body) -> {
			if (body.isEmpty()) {
				throw this.failures.malformed(uri, status, "the body is empty");
			}
			return body.asByteArray();
		}).next();
	}

	private <T> Mono<T> stream(URI uri, ClientResponse response, StreamReader<T> reader) {
		SsoApiException failure = this.failures.ofResponse(uri, response);
		if (failure != null) {
			return discard(response, failure);
		}
		BodyStream stream = new BodyStream(this.maxSize,
				() -> this.failures.tooLarge(uri, response.statusCode().value()));
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

	private static <T> Mono<T> discard(ClientResponse response, SsoApiException failure) {
		return response.body(BodyExtractors.toDataBuffers()).take(0, false).then(Mono.error(failure));
	}

	/**
	 * Parser for a document stream.
	 *
	 * @param <T> the type of the result
	 */
	@FunctionalInterface
	public interface StreamReader<T> {

		/**
		 * Parse a document.
		 * @param document the document
		 * @return the result
		 * @throws IOException if the document is incomplete
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

}
