// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Verification of the webhooks that Clerk sends, as Standard Webhooks specifies it, with
 * symmetric signatures ({@code v1}). No endpoint is registered: a controller of the
 * application passes headers and body on, the body as the bytes that were received.
 * <p>
 * A webhook is verified if
 * <ul>
 * <li>its body is not larger than {@link ClerkWebhookSettings#maxBodySize()};</li>
 * <li>it has id, timestamp and signature in the headers {@code svix-id},
 * {@code svix-timestamp} and {@code svix-signature}, or in {@code webhook-id},
 * {@code webhook-timestamp} and {@code webhook-signature}, each once. Headers of both
 * families are rejected, unless both are complete and have the same values;</li>
 * <li>its timestamp differs from the current time by five minutes at most;</li>
 * <li>one of its {@code v1} signatures is that of one of the secrets. All are compared,
 * in constant time;</li>
 * <li>with a {@link ClerkWebhookStore}, no webhook with its id has been verified in the
 * time in which the signature is accepted.</li>
 * </ul>
 * Everything else is an {@link InvalidWebhookException}, for which the response is 400.
 *
 * @see <a href="https://clerk.com/docs/guides/development/webhooks/overview">Clerk:
 * webhooks</a>
 * @see <a href=
 * "https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 * Webhooks</a>
 */
public interface ClerkWebhooks {

	/**
	 * Create the verification, without a check for replays.
	 * @param settings the secrets and limits
	 * @return the verification
	 */
	static ClerkWebhooks create(ClerkWebhookSettings settings) {
		return create(settings, null, Clock.systemUTC());
	}

	/**
	 * Create the verification.
	 * @param settings the secrets and limits
	 * @param store the store that detects replays, {@code null} to accept them
	 * @param clock the clock that timestamps are compared with
	 * @return the verification
	 */
	static ClerkWebhooks create(ClerkWebhookSettings settings, @Nullable ClerkWebhookStore store, Clock clock) {
		return new DefaultClerkWebhooks(settings, store, clock);
	}

	/**
	 * Verify a webhook. Makes no request. Blocks if the store does.
	 * @param headers the headers of the request
	 * @param body the body of the request, as received
	 * @return the webhook
	 * @throws InvalidWebhookException if it is not verified
	 */
	ClerkWebhook verify(HttpHeaders headers, byte[] body);

	/**
	 * Verify a webhook whose body has not been read yet. Reads at most one byte more than
	 * {@link ClerkWebhookSettings#maxBodySize()}, and does not close the stream.
	 * @param headers the headers of the request
	 * @param body the body of the request
	 * @return the webhook
	 * @throws InvalidWebhookException if it is not verified
	 * @throws IOException if the body cannot be read
	 */
	ClerkWebhook verify(HttpHeaders headers, InputStream body) throws IOException;

	/**
	 * Remove a webhook from the store, if there is one: Clerk retries with the same id,
	 * which would be a replay. For use if the application could not process the webhook
	 * and responds with an error.
	 * @param webhook a verified webhook
	 */
	void release(ClerkWebhook webhook);

}
