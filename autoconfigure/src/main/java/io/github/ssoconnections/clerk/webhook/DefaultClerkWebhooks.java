// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.webhook;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.clerk.webhook.InvalidWebhookException.Reason;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Default {@link ClerkWebhooks}.
 */
final class DefaultClerkWebhooks implements ClerkWebhooks {

	private static final long TOLERANCE_SECONDS = 300;

	private final List<SigningKey> keys;

	private final int maxBodySize;

	private final @Nullable ClerkWebhookStore store;

	private final Clock clock;

	DefaultClerkWebhooks(ClerkWebhookSettings settings, @Nullable ClerkWebhookStore store, Clock clock) {
		Assert.notNull(settings, "'settings' must not be null");
		Assert.notNull(clock, "'clock' must not be null");
		this.keys = settings.secrets().stream().map(SigningKey::of).toList();
		this.maxBodySize = settings.maxBodySize();
		this.store = store;
		this.clock = clock;
	}

	@Override
	public ClerkWebhook verify(HttpHeaders headers, byte[] body) {
		Assert.notNull(headers, "'headers' must not be null");
		Assert.notNull(body, "'body' must not be null");
		if (body.length > this.maxBodySize) {
			throw new InvalidWebhookException(Reason.BODY_TOO_LARGE);
		}
		SignedHeaders signed = SignedHeaders.of(headers);
		String id = signed.checkedId();
		long seconds = checkedSeconds(signed);
		if (!isSigned(signed, body)) {
			throw new InvalidWebhookException(Reason.WRONG_SIGNATURE);
		}
		if (this.store != null && !this.store.add(id, Instant.ofEpochSecond(seconds + 2 * TOLERANCE_SECONDS + 1))) {
			throw new InvalidWebhookException(Reason.REPLAYED);
		}
		return ClerkWebhook.of(id, Instant.ofEpochSecond(seconds), body);
	}

	@Override
	public ClerkWebhook verify(HttpHeaders headers, InputStream body) throws IOException {
		Assert.notNull(body, "'body' must not be null");
		return verify(headers, body.readNBytes(this.maxBodySize + 1));
	}

	private long checkedSeconds(SignedHeaders signed) {
		long seconds = signed.seconds();
		long age = this.clock.instant().getEpochSecond() - seconds;
		if (age > TOLERANCE_SECONDS) {
			throw new InvalidWebhookException(Reason.TIMESTAMP_TOO_OLD);
		}
		if (age < -TOLERANCE_SECONDS) {
			throw new InvalidWebhookException(Reason.TIMESTAMP_TOO_NEW);
		}
		return seconds;
	}

	private boolean isSigned(SignedHeaders signed, byte[] body) {
		List<byte[]> received = signed.signatures();
		return isAnyEqual(this.keys.stream().map((key) -> key.sign(signed.signedPrefix(), body)).toList(), received);
	}

	/**
	 * Compare signatures. Compares all of them, so that the time does not depend on which
	 * are equal.
	 * @param expected the signatures with each secret
	 * @param received the signatures of the request
	 * @return whether one of them is equal to one of the others
	 */
	static boolean isAnyEqual(List<byte[]> expected, List<byte[]> received) {
		boolean equal = false;
		for (byte[] one : expected) {
			for (byte[] other : received) {
				equal |= MessageDigest.isEqual(one, other);
			}
		}
		return equal;
	}

	@Override
	public void release(ClerkWebhook webhook) {
		Assert.notNull(webhook, "'webhook' must not be null");
		if (this.store != null) {
			this.store.remove(webhook.id());
		}
	}

}
