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
 * Tokens that have to be fetched, and that expire. However many callers want one, one
 * fetch is under way, which none of them can cancel; the next token is fetched ahead,
 * while the one at hand still holds.
 *
 * @param <C> the type of the credentials, with {@code equals}
 */
public final class AccessTokens<C> {

	/** For a token that does not say how long it holds. */
	private static final Duration USUAL_LIFETIME = Duration.ofMinutes(5);

	private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(Duration.ofDays(30).toSeconds());

	private static final Duration LONGEST_AHEAD = Duration.ofMinutes(5);

	private static final Duration LONGEST_MARGIN = Duration.ofSeconds(10);

	/** Between fetches ahead that fail. */
	private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

	/** For a token that is refused although it is new: others would be, too. */
	private static final Duration KEPT = Duration.ofSeconds(10);

	private final Function<C, Mono<AccessToken>> fetcher;

	private final ClientTime time;

	private volatile @Nullable Held<C> held;

	private @Nullable Fetch<C> underWay;

	/**
	 * Create tokens.
	 * @param fetcher fetches one; subscribed to once for all callers
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
	 * Return the token at hand. If it holds but not for long, the next one is fetched
	 * meanwhile.
	 * @param credentials whose token is wanted
	 * @return the token, or {@code null} if it has to be fetched
	 */
	public @Nullable Secret current(C credentials) {
		Held<C> held = this.held;
		long now = now();
		if (held == null || !held.holds(credentials, now)) {
			return null;
		}
		if (held.refreshAt() - now <= 0) {
			join(credentials, Context.empty(), true);
		}
		return held.token();
	}

	/**
	 * Fetch a token, or wait for one that is being fetched.
	 * @param credentials whose token is wanted
	 * @return the token
	 */
	public Mono<Secret> fetch(C credentials) {
		return Mono.deferContextual((context) -> join(credentials, context, false));
	}

	/**
	 * Take note that a token was refused.
	 * @param token the token
	 * @param again whether the same call has been refused before
	 * @return whether another one is worth a try
	 */
	public synchronized boolean rejected(Secret token, boolean again) {
		Held<C> held = this.held;
		if (held == null || !held.token().equals(token)) {
			return !again;
		}
		if (again) {
			this.held = held.keptUntil(now() + KEPT.toNanos());
			return false;
		}
		if (held.keptUntil() - now() > 0) {
			return false;
		}
		this.held = null;
		return true;
	}

	private Mono<Secret> join(C credentials, ContextView context, boolean ahead) {
		Fetch<C> fetch;
		synchronized (this) {
			Held<C> held = this.held;
			long now = now();
			if (held != null && held.holds(credentials, now) && (!ahead || held.refreshAt() - now > 0)) {
				return Mono.just(held.token());
			}
			fetch = this.underWay;
			if (fetch != null && fetch.credentials.equals(credentials)) {
				return fetch.token.asMono();
			}
			fetch = new Fetch<>(credentials);
			this.underWay = fetch;
		}
		begin(fetch, context);
		return fetch.token.asMono();
	}

	// Under the observation of the first caller, but not under its deadline
	private void begin(Fetch<C> fetch, ContextView context) {
		Mono.defer(() -> this.fetcher.apply(fetch.credentials))
			.switchIfEmpty(Mono.error(() -> new IllegalStateException("There is no token")))
			.contextWrite(Context.of(context).delete(CallOptions.class))
			.subscribe((token) -> fetched(fetch, token), (failure) -> failed(fetch, failure));
	}

	private void fetched(Fetch<C> fetch, AccessToken token) {
		synchronized (this) {
			// The credentials may have changed meanwhile
			if (this.underWay == fetch) {
				this.underWay = null;
				this.held = hold(fetch.credentials, token);
			}
		}
		fetch.token.tryEmitValue(token.accessToken());
	}

	private void failed(Fetch<C> fetch, Throwable failure) {
		synchronized (this) {
			if (this.underWay == fetch) {
				this.underWay = null;
				Held<C> held = this.held;
				long now = now();
				if (held != null && held.holds(fetch.credentials, now)) {
					long pause = Math.max((held.until() - now) / 4, SHORTEST_PAUSE.toNanos());
					this.held = held.refreshAt(now + pause);
				}
			}
		}
		fetch.token.tryEmitError(failure);
	}

	// In parts of the lifetime, so that one of a few seconds is of use, too
	private Held<C> hold(C credentials, AccessToken token) {
		Duration lifetime = token.lifetime();
		long now = now();
		long end = now + lifetime.toNanos();
		return new Held<>(credentials, token.accessToken(), end - min(lifetime.dividedBy(5), LONGEST_AHEAD).toNanos(),
				end - min(lifetime.dividedBy(20), LONGEST_MARGIN).toNanos(), now);
	}

	private static Duration min(Duration one, Duration other) {
		return (one.compareTo(other) < 0) ? one : other;
	}

	private long now() {
		return this.time.currentTimeNanos();
	}

	/**
	 * What a token endpoint answers.
	 *
	 * @param accessToken the token
	 * @param expiresIn how long it holds, in seconds; {@code null}, zero or negative if
	 * that is not known
	 * @see <a href="https://www.rfc-editor.org/rfc/rfc6749#section-5.1">RFC 6749, 5.1</a>
	 */
	public record AccessToken(Secret accessToken, @Nullable BigDecimal expiresIn) {

		public AccessToken {
			Assert.isTrue(accessToken != null && !accessToken.value().isBlank(), "'accessToken' must not be empty");
		}

		Duration lifetime() {
			BigDecimal seconds = (this.expiresIn != null) ? this.expiresIn : BigDecimal.ZERO;
			return (seconds.signum() > 0)
					? Duration.ofMillis(seconds.min(LONGEST_SECONDS).scaleByPowerOfTen(3).longValue()) : USUAL_LIFETIME;
		}

	}

	/**
	 * The token at hand, with times by the clock.
	 *
	 * @param credentials whose it is
	 * @param token the token
	 * @param refreshAt when to fetch the next one
	 * @param until when not to use it any more
	 * @param keptUntil until when it is not replaced for being refused
	 */
	private record Held<C>(C credentials, Secret token, long refreshAt, long until, long keptUntil) {

		boolean holds(C credentials, long now) {
			return this.until - now > 0 && this.credentials.equals(credentials);
		}

		Held<C> refreshAt(long refreshAt) {
			return new Held<>(this.credentials, this.token, refreshAt, this.until, this.keptUntil);
		}

		Held<C> keptUntil(long keptUntil) {
			return new Held<>(this.credentials, this.token, this.refreshAt, this.until, keptUntil);
		}

	}

	private static final class Fetch<C> {

		private final C credentials;

		private final Sinks.One<Secret> token = Sinks.one();

		Fetch(C credentials) {
			this.credentials = credentials;
		}

	}

}
