// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;

import io.github.ssoconnections.clerk.webhook.ClerkWebhook;
import io.github.ssoconnections.clerk.webhook.ClerkWebhookStore;
import io.github.ssoconnections.clerk.webhook.ClerkWebhooks;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * The examples of the webhooks in the page {@code clerk.md}. {@link WebhookExamplesTests}
 * runs them.
 */
final class WebhookExamples {

	private WebhookExamples() {
	}

	/** What the application does about domains. */
	interface Domains {

		void refresh(@Nullable String organizationId);

	}

	static final class Reactive {

		private Reactive() {
		}

		// @formatter:off
		// tag::webhooks-webflux[]
		@RestController
		static class ClerkWebhookController {

			private final ClerkWebhooks webhooks;

			private final Domains domains;

			ClerkWebhookController(ClerkWebhooks webhooks, Domains domains) {
				this.webhooks = webhooks;
				this.domains = domains;
			}

			@PostMapping("/webhooks/clerk")
			@ResponseStatus(HttpStatus.NO_CONTENT)
			Mono<Void> receive(@RequestHeader HttpHeaders headers, @RequestBody Mono<byte[]> body) {
				return body.publishOn(Schedulers.boundedElastic()) // a store may block
					.map((bytes) -> this.webhooks.verify(headers, bytes))
					.flatMap((webhook) -> process(webhook).doOnError((failure) -> this.webhooks.release(webhook))
						.doOnCancel(() -> Schedulers.boundedElastic().schedule(() -> this.webhooks.release(webhook))));
			}

			private Mono<Void> process(ClerkWebhook webhook) {
				return Mono.fromRunnable(() -> {
					if (webhook.isOrganizationDomain()) {
						this.domains.refresh(webhook.organizationId());
					}
				});
			}

		}
		// end::webhooks-webflux[]
		// @formatter:on

	}

	static final class Servlet {

		private Servlet() {
		}

		// @formatter:off
		// tag::webhooks-mvc[]
		@RestController
		static class ClerkWebhookController {

			private final ClerkWebhooks webhooks;

			private final Domains domains;

			ClerkWebhookController(ClerkWebhooks webhooks, Domains domains) {
				this.webhooks = webhooks;
				this.domains = domains;
			}

			@PostMapping("/webhooks/clerk")
			@ResponseStatus(HttpStatus.NO_CONTENT)
			void receive(@RequestHeader HttpHeaders headers, InputStream body) throws IOException {
				ClerkWebhook webhook = this.webhooks.verify(headers, body);
				try {
					if (webhook.isOrganizationDomain()) {
						this.domains.refresh(webhook.organizationId());
					}
				}
				catch (RuntimeException ex) {
					this.webhooks.release(webhook);
					throw ex;
				}
			}

		}
		// end::webhooks-mvc[]
		// @formatter:on

	}

	@Configuration(proxyBeanMethods = false)
	static class Store {

		// tag::webhooks-store[]
		@Bean
		ClerkWebhookStore clerkWebhookStore() {
			return ClerkWebhookStore.inMemory(10_000);
		}
		// end::webhooks-store[]

	}

	// tag::webhooks-jdbc-store[]
	@Component
	static class JdbcWebhookStore implements ClerkWebhookStore {

		private final JdbcClient jdbc;

		JdbcWebhookStore(JdbcClient jdbc) {
			this.jdbc = jdbc;
		}

		@Override
		public boolean add(String messageId, Instant expiresAt) {
			this.jdbc.sql("DELETE FROM clerk_webhook WHERE expires_at <= ?")
				.param(Instant.now().toEpochMilli())
				.update();
			try {
				this.jdbc.sql("INSERT INTO clerk_webhook (id, expires_at) VALUES (?, ?)")
					.params(messageId, expiresAt.toEpochMilli())
					.update();
				return true;
			}
			catch (DuplicateKeyException ex) {
				return false;
			}
		}

		@Override
		public void remove(String messageId) {
			this.jdbc.sql("DELETE FROM clerk_webhook WHERE id = ?").param(messageId).update();
		}

	}
	// end::webhooks-jdbc-store[]

}
