// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import org.jspecify.annotations.Nullable;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.ServerWebInputException;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Rejects changes outside {@code /api} that do not come from a form of the console in the
 * same browser.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 3)
class FormTokenFilter implements WebFilter {

	private final FormTokens tokens;

	FormTokenFilter(FormTokens tokens) {
		this.tokens = tokens;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (!ChangeFilter.isChange(exchange) || exchange.getRequest().getPath().value().startsWith("/api/")) {
			return chain.filter(exchange);
		}
		return token(exchange).map((token) -> this.tokens.matches(exchange, token))
			.onErrorMap(FormTokenFilter::isInput, FormTokenFilter::describe)
			.flatMap((matches) -> matches ? Mono.just(true) : Mono.error(rejected()))
			.materialize()
			.flatMap((signal) -> (signal.getThrowable() instanceof ErrorResponseException ex)
					? ProblemResponse.write(exchange, ex.getStatusCode(), ex.getBody())
					: signal.isOnNext() ? chain.filter(exchange) : Mono.error(cause(signal.getThrowable())));
	}

	private static Mono<String> token(ServerWebExchange exchange) {
		MediaType type = contentType(exchange);
		if (MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type)) {
			return exchange.getFormData().map(FormTokenFilter::first).defaultIfEmpty("");
		}
		if (MediaType.MULTIPART_FORM_DATA.isCompatibleWith(type)) {
			return exchange.getMultipartData()
				.map((parts) -> (parts.getFirst(FormTokens.FIELD) instanceof FormFieldPart field) ? field.value() : "")
				.defaultIfEmpty("");
		}
		return Mono.just("");
	}

	private static String first(MultiValueMap<String, String> form) {
		String token = form.getFirst(FormTokens.FIELD);
		return (token != null) ? token : "";
	}

	private static @Nullable MediaType contentType(ServerWebExchange exchange) {
		try {
			return exchange.getRequest().getHeaders().getContentType();
		}
		catch (InvalidMediaTypeException ex) {
			return null;
		}
	}

	private static boolean isInput(Throwable failure) {
		return failure instanceof DataBufferLimitException || failure instanceof DecodingException
				|| failure instanceof ServerWebInputException || failure instanceof IllegalArgumentException;
	}

	private static ErrorResponseException describe(Throwable failure) {
		boolean tooLarge = failure instanceof DataBufferLimitException
				|| failure.getCause() instanceof DataBufferLimitException;
		return tooLarge
				? CertificateBody.problem(HttpStatus.CONTENT_TOO_LARGE, "form-too-large", "The form is too large",
						"A form and the files in it may have 1 MiB.")
				: CertificateBody.problem(HttpStatus.BAD_REQUEST, "invalid-form", "The form cannot be read",
						"Open the page again, and submit its form.");
	}

	private static ErrorResponseException rejected() {
		return CertificateBody.problem(HttpStatus.FORBIDDEN, "form-expired", "The form is out of date",
				"Nothing was changed. The console was restarted since the page was opened, or the browser does not "
						+ "send the console's cookie. Open the page again, and submit its form.");
	}

	private static Throwable cause(@Nullable Throwable failure) {
		return (failure != null) ? Exceptions.unwrap(failure) : new IllegalStateException("No result");
	}

}
