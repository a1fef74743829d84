// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.ssoconnections.account.Account;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;

/**
 * Rejects changes of read-only accounts, on the pages and under {@code /api}, and writes
 * a line for every change to the log {@code sso-connections.audit}.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 2)
class ChangeFilter implements WebFilter {

	static final String LOG = "sso-connections.audit";

	private static final Log audit = LogFactory.getLog(LOG);

	private static final Set<HttpMethod> SAFE = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

	private final ChangeGuard guard;

	private final RequestMappingHandlerMapping handlers;

	ChangeFilter(ChangeGuard guard, @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping handlers) {
		this.guard = guard;
		this.handlers = handlers;
	}

	static boolean isChange(ServerWebExchange exchange) {
		return !SAFE.contains(exchange.getRequest().getMethod());
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (!isChange(exchange)) {
			return chain.filter(exchange);
		}
		return this.handlers.getHandler(exchange)
			.ofType(HandlerMethod.class)
			.onErrorComplete()
			.map((handler) -> change(exchange, handler, chain))
			.defaultIfEmpty(Mono.defer(() -> chain.filter(exchange)))
			.flatMap((result) -> result);
	}

	private Mono<Void> change(ServerWebExchange exchange, HandlerMethod handler, WebFilterChain chain) {
		if (handler.hasMethodAnnotation(ChangesNothing.class)) {
			return chain.filter(exchange);
		}
		Change change = describe(exchange);
		change.attachTo(exchange);
		AtomicBoolean written = new AtomicBoolean();
		exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> write(exchange, change, written)));
		return Mono.defer(() -> {
			Account account = account(exchange);
			if (account != null) {
				change.begin(account);
			}
			else if (!handler.hasMethodAnnotation(GuardsAccount.class)) {
				this.guard.requireAllWritable();
			}
			return chain.filter(exchange);
		})
			.onErrorResume(ErrorResponseException.class,
					(ex) -> ProblemResponse.write(exchange, ex.getStatusCode(), ex.getBody()))
			.doOnCancel(() -> write(exchange, change.outcome("unknown"), written));
	}

	private static void write(ServerWebExchange exchange, Change change, AtomicBoolean written) {
		if (!written.getAndSet(true)) {
			audit.info(change.describe(outcome(exchange.getResponse().getStatusCode())));
		}
	}

	private Change describe(ServerWebExchange exchange) {
		String pattern = String.valueOf(exchange.<Object>getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
		Map<String, String> variables = variables(exchange);
		String connection = variables.get("connectionId");
		if (connection == null && pattern.contains("connections/")) {
			connection = variables.get("id");
		}
		String action = pattern.startsWith("/api/") ? exchange.getRequest().getMethod() + " " + pattern
				: variables.getOrDefault("action", pattern);
		return new Change(this.guard, account(exchange), connection, action);
	}

	private static @Nullable Account account(ServerWebExchange exchange) {
		String path = exchange.getRequest().getPath().value();
		for (String vendor : new String[] { "clerk", "auth0" }) {
			if (path.startsWith("/api/" + vendor + "/")) {
				return Account.ofDefault(vendor);
			}
		}
		Map<String, String> variables = variables(exchange);
		String vendor = variables.getOrDefault("vendor", "");
		String name = variables.getOrDefault("account", "");
		return (vendor.matches("[a-z0-9]{1,40}") && Account.isName(name)) ? new Account(vendor, name) : null;
	}

	private static Map<String, String> variables(ServerWebExchange exchange) {
		return exchange.getAttributeOrDefault(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE, Map.of());
	}

	private static String outcome(@Nullable HttpStatusCode status) {
		if (status == null || !status.isError()) {
			return "done";
		}
		return (status.is4xxClientError() ? "rejected " : "failed ") + status.value();
	}

}
