// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.function.Function;

import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

import org.springframework.util.Assert;

/**
 * Cache for access tokens. Concurrent callers share one fetch, which none of them can
 * cancel. A token is refreshed in the background before it expires.
 *
 * @param <C> the type of the credentials, with {@code equals}
 */
public final class AccessTokens<C> {

	/** Lifetime of a token without {@code expires_in}. */
	private static final Duration DEFAULT_LIFETIME = Duration.ofMinutes(5);

	private static final BigDecimal MAX_LIFETIME_SECONDS = BigDecimal.valueOf(Duration.ofDays(30).toSeconds());

	private static final Duration MAX_REFRESH_AHEAD = Duration.ofMinutes(5);

	private static final Duration MAX_EXPIRY_MARGIN = Duration.ofSeconds(10);

	/** Minimum delay after a failed background refresh. */
	private static final Duration MIN_REFRESH_DELAY = Duration.ofSeconds(1);

	/**
	 * Time for which a new token is kept although it was rejected, to limit the fetches.
	 */
	private static final Duration KEEP_REJECTED = Duration.ofSeconds(10);

	private final Function<C, Mono<AccessToken>> fetcher;

	private final ClientTime time;

	private volatile @Nullable CachedToken<C> cached;

	private @Nullable Fetch<C> inProgress;

	/**
	 * Create a cache.
	 * @param fetcher fetches a token; subscribed to once for concurrent callers
	 */
	public AccessTokens(Function<C, Mono<AccessToken>> fetcher) {
		this(fetcher, ClientTime.SYSTEM);
	}

	AccessTokens(Function<C, Mono<AccessToken>> fetcher, ClientTime time) {
		Assert.notNull(fetcher, "'fetcher' must not be null");
		this.fetcher = fetcher;
		this.time = time;
	}

	/**
	 * Return the cached token. If it expires soon, it is refreshed in the background.
	 * @param credentials the credentials
	 * @return the token, or {@code null} if it has to be fetched
	 */
	public @Nullable Secret current(C credentials) {
		CachedToken<C> cached = this.cached;
		long now = now();
		if (cached == null || !cached.isValid(credentials, now)) {
			return null;
		}
		if (cached.refreshAt() - now <= 0) {
			join(credentials, Context.empty(), true);
		}
		return cached.token();
	}

	/**
	 * Fetch a token, or wait for the fetch in progress.
	 * @param credentials the credentials
	 * @return the token
	 */
	public Mono<Secret> fetch(C credentials) {
		return Mono.deferContextual((context) -> join(credentials, context, false));
	}

	/**
	 * Record that a token was rejected.
	 * @param token the token
	 * @param again whether a token of the same call was rejected before
	 * @return whether to retry with another token
	 */
	public synchronized boolean rejected(Secret token, boolean again) {
		CachedToken<C> cached = this.cached;
		if (cached == null || !cached.token().equals(token)) {
			return !again;
		}
		if (again) {
			this.cached = cached.keptUntil(now() + KEEP_REJECTED.toNanos());
			return false;
		}
		if (cached.keptUntil() - now() > 0) {
			return false;
		}
		this.cached = null;
		return true;
	}

	private Mono<Secret> join(C credentials, ContextView context, boolean refresh) {
		Fetch<C> fetch;
		synchronized (this) {
			CachedToken<C> cached = this.cached;
			long now = now();
			if (cached != null && cached.isValid(credentials, now) && (!refresh || cached.refreshAt() - now > 0)) {
				return Mono.just(cached.token());
			}
			fetch = this.inProgress;
			if (fetch != null && fetch.credentials().equals(credentials)) {
				return fetch.token().asMono();
			}
			fetch = new Fetch<>(credentials, Sinks.one());
			this.inProgress = fetch;
		}
		start(fetch, context);
		return fetch.token().asMono();
	}

	// Keeps the observation of the first caller, but not its timeout
	private void start(Fetch<C> fetch, ContextView context) {
		Mono.defer(() -> this.fetcher.apply(fetch.credentials()))
			.switchIfEmpty(Mono.error(() -> new IllegalStateException("No token was returned")))
			.contextWrite(Context.of(context).delete(CallOptions.class))
			.subscribe((token) -> fetched(fetch, token), (failure) -> failed(fetch, failure));
	}

	private void fetched(Fetch<C> fetch, AccessToken token) {
		synchronized (this) {
			if (this.inProgress == fetch) {
				this.inProgress = null;
				this.cached = cache(fetch.credentials(), token);
			}
		}
		fetch.token().tryEmitValue(token.accessToken());
	}

	private void failed(Fetch<C> fetch, Throwable failure) {
		synchronized (this) {
			if (this.inProgress == fetch) {
				this.inProgress = null;
				CachedToken<C> cached = this.cached;
				long now = now();
				if (cached != null && cached.isValid(fetch.credentials(), now)) {
					long delay = Math.max((cached.until() - now) / 4, MIN_REFRESH_DELAY.toNanos());
					this.cached = cached.refreshAt(now + delay);
				}
			}
		}
		fetch.token().tryEmitError(failure);
	}

	private CachedToken<C> cache(C credentials, AccessToken token) {
		Duration lifetime = token.lifetime();
		long now = now();
		long end = now + lifetime.toNanos();
		return new CachedToken<>(credentials, token.accessToken(),
				end - min(lifetime.dividedBy(5), MAX_REFRESH_AHEAD).toNanos(),
				end - min(lifetime.dividedBy(20), MAX_EXPIRY_MARGIN).toNanos(), now);
	}

	private static Duration min(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	private long now() {
		return this.time.currentTimeNanos();
	}

	/**
	 * Response of a token endpoint.
	 *
	 * @param accessToken the token
	 * @param expiresIn the lifetime in seconds; {@code null}, zero or negative if unknown
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.1">RFC 6749, 5.1</a>
	 */
	public record AccessToken(Secret accessToken, @Nullable BigDecimal expiresIn) {

		public AccessToken {
			Assert.isTrue(accessToken != null && !accessToken.value().isBlank(), "'accessToken' must not be empty");
		}

		Duration lifetime() {
			BigDecimal seconds = (this.expiresIn != null) ? this.expiresIn : BigDecimal.ZERO;
			return (seconds.signum() > 0)
					? Duration.ofMillis(seconds.min(MAX_LIFETIME_SECONDS).scaleByPowerOfTen(3).longValue())
					: DEFAULT_LIFETIME;
		}

	}

	/**
	 * Cached token, with times of the clock.
	 *
	 * @param credentials the credentials
	 * @param token the token
	 * @param refreshAt when to refresh the token
	 * @param until when the token is considered expired
	 * @param keptUntil until when the token is kept even if it is rejected
	 */
	private record CachedToken<C>(C credentials, Secret token, long refreshAt, long until, long keptUntil) {

		boolean isValid(C credentials, long now) {
			return this.until - now > 0 && this.credentials.equals(credentials);
		}

		CachedToken<C> refreshAt(long refreshAt) {
			return new CachedToken<>(this.credentials, this.token, refreshAt, this.until, this.keptUntil);
		}

		CachedToken<C> keptUntil(long keptUntil) {
			return new CachedToken<>(this.credentials, this.token, this.refreshAt, this.until, keptUntil);
		}

	}

	/**
	 * Fetch in progress.
	 *
	 * @param credentials the credentials
	 * @param token the token, for all callers
	 */
	private record Fetch<C>(C credentials, Sinks.One<Secret> token) {
	}

}
