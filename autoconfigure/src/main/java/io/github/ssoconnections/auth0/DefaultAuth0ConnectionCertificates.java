// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Predicate;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.options.ConnectionOptions;
import io.github.ssoconnections.auth0.options.OtherOptions;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.client.LostResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Default {@link Auth0ConnectionCertificates}: reads the connection, writes all options,
 * and reads the connection again.
 */
final class DefaultAuth0ConnectionCertificates implements Auth0ConnectionCertificates {

	private static final Log logger = LogFactory.getLog(DefaultAuth0ConnectionCertificates.class);

	private final Account account;

	private final ConnectionUpdates updates;

	private final Duration settleTime;

	private final Duration callTimeout;

	private final Clock clock;

	private final Scheduler scheduler;

	DefaultAuth0ConnectionCertificates(Auth0Client client) {
		this(client, Clock.systemUTC(), Schedulers.parallel());
	}

	DefaultAuth0ConnectionCertificates(Auth0Client client, Clock clock, Scheduler scheduler) {
		Assert.notNull(client, "'client' must not be null");
		this.account = client.account();
		this.updates = new ConnectionUpdates(client);
		this.settleTime = client.settings().client().responseTimeout();
		this.callTimeout = client.settings().client().callTimeout();
		this.clock = clock;
		this.scheduler = scheduler;
	}

	@Override
	public Mono<CertificateSwitch> refresh(String connectionId) {
		return refresh(connectionId, (Fetched) null);
	}

	@Override
	public Mono<CertificateSwitch> refresh(String connectionId, Function<String, Mono<SamlMetadata>> fetch) {
		return refresh(connectionId, fetch,
				(metadata) -> ReplacementCertificate.onlyValid(metadata, this.clock.instant()));
	}

	@Override
	public Mono<CertificateSwitch> refresh(String connectionId, Function<String, Mono<SamlMetadata>> fetch,
			String sha256) {
		String digits = ReplacementCertificate.digits(sha256);
		return refresh(connectionId, fetch, (metadata) -> ReplacementCertificate.of(metadata, digits).certificate());
	}

	private Mono<CertificateSwitch> refresh(String connectionId, Function<String, Mono<SamlMetadata>> fetch,
			Function<SamlMetadata, SigningCertificate> choice) {
		Assert.notNull(fetch, "'fetch' must not be null");
		return read(connectionId).map(this::metadataUrl)
			.flatMap((url) -> fetch(url, fetch).map((metadata) -> new Fetched(url, choose(metadata, choice))))
			.flatMap((fetched) -> refresh(connectionId, fetched));
	}

	private Mono<CertificateSwitch> refresh(String connectionId, @Nullable Fetched fetched) {
		String wanted = (fetched != null) ? fetched.wanted().sha256() : null;
		return this.updates.serialized(connectionId, read(connectionId), (before) -> {
			String url = metadataUrl(before);
			if (fetched != null && !url.equals(fetched.url())) {
				throw rejected("the metadataUrl has changed while the metadata was fetched");
			}
			if (fetched != null) {
				checkValidity(before, fetched.wanted());
			}
			return write(connectionId, before, SamlOptionsState.METADATA_URL, url, wanted,
					(now) -> before.isRefreshed(now, wanted));
		});
	}

	// Other updates of the connection do not wait for the fetch
	private Mono<SamlMetadata> fetch(String url, Function<String, Mono<SamlMetadata>> fetch) {
		return Mono.deferContextual((context) -> {
			Duration timeout = Objects.requireNonNullElse(CallOptions.from(context).timeout(), this.callTimeout);
			return fetch.apply(url)
				.switchIfEmpty(Mono.error(() -> rejected("the metadata was not fetched")))
				.timeout(timeout, Mono.error(() -> notFetched(timeout)), this.scheduler);
		});
	}

	@Override
	public Mono<CertificateSwitch> replace(String connectionId, ReplacementCertificate certificate) {
		Assert.notNull(certificate, "'certificate' must not be null");
		SigningCertificate next = certificate.certificate();
		return this.updates.serialized(connectionId, read(connectionId), (before) -> {
			if (before.uses(next)) {
				return Mono.just(CertificateSwitch.none(connectionId, next.sha256()));
			}
			check(before, certificate);
			return write(connectionId, before, SamlOptionsState.SIGNING_CERT, next.pem(), next.sha256(),
					(now) -> next.sha256().equals(SamlOptionsState.fingerprint(now)));
		});
	}

	private Mono<SamlOptionsState> read(String id) {
		return this.updates.read(id)
			.flatMap((connection) -> this.updates.existingOptions(id, connection)
				.map((options) -> new SamlOptionsState(connection, options)))
			.doOnNext((state) -> {
				if (!state.isSaml()) {
					throw rejected("only connections of strategy samlp and pingfederate have one signing certificate; "
							+ "at an adfs_server, Auth0 reads the certificates of AD FS again every day");
				}
			});
	}

	private String metadataUrl(SamlOptionsState state) {
		String url = state.metadataUrl();
		if (url == null) {
			throw rejected("the connection has no metadataUrl to read again; replace its certificate");
		}
		return url;
	}

	private SigningCertificate choose(SamlMetadata metadata, Function<SamlMetadata, SigningCertificate> choice) {
		try {
			return choice.apply(metadata);
		}
		catch (InvalidArgumentException ex) {
			throw rejected(String.valueOf(ex.getMessage()));
		}
	}

	private void check(SamlOptionsState before, ReplacementCertificate replacement) {
		if (before.metadataUrl() != null && !replacement.givesUpMetadataUrl()) {
			throw rejected("the connection has a metadataUrl, whose certificate Auth0 would use instead; refresh it, "
					+ "or replace the certificate with givingUpMetadataUrl()");
		}
		checkValidity(before, replacement.certificate());
	}

	private void checkValidity(SamlOptionsState before, SigningCertificate next) {
		Instant now = this.clock.instant();
		SigningCertificate present = before.certificate();
		if (present != null && present.isValid(now) && !next.isValid(now)) {
			throw rejected("the certificate is valid from " + next.notBefore() + " to " + next.notAfter()
					+ ", and not now as the present one is; sign-ins would fail");
		}
	}

	private Mono<CertificateSwitch> write(String id, SamlOptionsState before, String source, String value,
			@Nullable String wanted, Predicate<ConnectionOptions> isWritten) {
		OtherOptions options = before.with(source, value);
		Mono<ConnectionOptions> written = this.updates
			.replaceOptions(id, before.connection(), options, changes(before, source, value))
			.map((response) -> Objects.requireNonNullElseGet(response.options(),
					() -> ConnectionOptions.of(options.fields())));
		Mono<ConnectionOptions> read = this.updates.read(id)
			.flatMap((connection) -> this.updates.existingOptions(id, connection));
		boolean byMetadata = source.equals(SamlOptionsState.METADATA_URL);
		return Mono.defer(() -> LostResponse.recover(written.flatMap((response) -> {
			Instant switchedAt = this.clock.instant();
			return read.map((now) -> result(id, before, now, wanted, switchedAt, byMetadata))
				.onErrorResume(SsoApiException.class, (failure) -> Mono
					.just(result(id, before, response, wanted, switchedAt, byMetadata).unverified()));
		}), read.filter(isWritten).map((now) -> result(id, before, now, wanted, this.clock.instant(), byMetadata)),
				this.settleTime))
			.doOnNext(this::warn);
	}

	private static ConnectionOptions changes(SamlOptionsState before, String source, String value) {
		Map<String, @Nullable Object> changes = new LinkedHashMap<>();
		changes.put(source, value);
		if (before.metadataUrl() != null) {
			changes.putIfAbsent(SamlOptionsState.METADATA_URL, null);
		}
		return ConnectionOptions.of(changes);
	}

	private static CertificateSwitch result(String id, SamlOptionsState before, ConnectionOptions now,
			@Nullable String wanted, Instant switchedAt, boolean byMetadata) {
		return new CertificateSwitch(id, SamlOptionsState.fingerprint(before.options()),
				SamlOptionsState.fingerprint(now), wanted, switchedAt, before.changedOptions(now, byMetadata),
				byMetadata ? before.metadataOptions(now) : List.of(), true);
	}

	private void warn(CertificateSwitch result) {
		if (!result.isComplete()) {
			logger.warn("Connection " + result.connectionId() + " at " + this.account + " uses the certificate "
					+ result.after() + ", wanted was " + result.wanted() + "; options that have changed: "
					+ result.changedOptions());
		}
	}

	private SsoApiException rejected(String reason) {
		return new SsoApiException.InvalidRequest(new SsoApiException.Details(this.account, ConnectionUpdates.NAME,
				null, "not sent: " + reason, List.of(), null, null, false, null));
	}

	private SsoApiException notFetched(Duration timeout) {
		String reason = "the metadata was not fetched within " + timeout.toMillis() + " ms";
		return new SsoApiException.Unavailable(new SsoApiException.Details(this.account, ConnectionUpdates.NAME, null,
				"not sent: " + reason, List.of(), null, null, true, new TimeoutException(reason)));
	}

	/**
	 * Metadata that was fetched.
	 *
	 * @param url its URL
	 * @param wanted the certificate in it that should be used
	 */
	private record Fetched(String url, SigningCertificate wanted) {

	}

}
