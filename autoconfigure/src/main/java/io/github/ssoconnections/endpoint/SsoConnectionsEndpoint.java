// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.endpoint;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.FailureReason;
import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.Page;
import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import io.github.ssoconnections.index.ConnectionIndex;
import io.github.ssoconnections.index.ConnectionsNotKnownException;
import io.github.ssoconnections.lint.CertificateLint;
import io.github.ssoconnections.monitor.CertificateState;
import io.github.ssoconnections.monitor.CertificateStatus;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.util.Assert;
import org.springframework.util.CollectionUtils;

/**
 * {@link Endpoint} that returns the connections of every vendor, or those that may serve
 * a domain. Without a domain, each read makes one request per vendor, without retries;
 * with a domain, it reads the index and makes none.
 */
@Endpoint(id = "ssoconnections")
public class SsoConnectionsEndpoint {

	private static final int DEFAULT_LIMIT = 25;

	private static final int MAX_LIMIT = 100;

	private final List<ConnectionCatalog> catalogs;

	private final Supplier<@Nullable ConnectionIndex> index;

	private final Duration timeout;

	private final CertificateLint.Thresholds thresholds;

	private final Clock clock;

	private final Supplier<Scheduler> scheduler;

	private final CallOptions options;

	/**
	 * Create an endpoint.
	 * @param catalogs the catalogs, in the order of the response
	 * @param index supplies the index for look-ups, {@code null} if there is none
	 * @param timeout the timeout of the request to a vendor
	 * @param thresholds the thresholds of expiry
	 */
	public SsoConnectionsEndpoint(List<ConnectionCatalog> catalogs, Supplier<@Nullable ConnectionIndex> index,
			Duration timeout, CertificateLint.Thresholds thresholds) {
		this(catalogs, index, timeout, thresholds, Clock.systemUTC(), Schedulers::parallel);
	}

	SsoConnectionsEndpoint(List<ConnectionCatalog> catalogs, Supplier<@Nullable ConnectionIndex> index,
			Duration timeout, CertificateLint.Thresholds thresholds, Clock clock, Supplier<Scheduler> scheduler) {
		Assert.notNull(catalogs, "'catalogs' must not be null");
		Assert.notNull(index, "'index' must not be null");
		Assert.isTrue(timeout.toMillis() > 0, "'timeout' must be at least 1ms");
		this.catalogs = List.copyOf(catalogs);
		this.index = index;
		Assert.notNull(thresholds, "'thresholds' must not be null");
		this.timeout = timeout;
		this.thresholds = thresholds;
		this.clock = clock;
		this.scheduler = scheduler;
		// Shorter than the timeout of the read, so that the call reports its own timeout
		this.options = CallOptions.timeout(timeout.minus(timeout.dividedBy(20))).withMaxAttempts(1);
	}

	/**
	 * Return the first connections of every vendor, or those that may serve a domain.
	 * @param limit the maximum number of connections per vendor, 1 to 100; 25 if
	 * {@code null}
	 * @param domain the domain to look up
	 * @param email the e-mail address to look up; only what follows the last at sign is
	 * used
	 * @return the connections, or the candidates; the failure of a vendor, or of the
	 * look-up, is part of the response
	 * @throws InvalidEndpointRequestException if a parameter is invalid, or if there is
	 * more than one
	 */
	@ReadOperation
	public Mono<ConnectionsDescriptor> connections(@Nullable Integer limit, @Nullable String domain,
			@Nullable String email) {
		if (domain != null || email != null) {
			if (limit != null || (domain != null && email != null)) {
				throw invalid("'limit', 'domain' and 'email' exclude each other");
			}
			return Mono.fromCallable(() -> new ConnectionsDescriptor(null, lookUp(domain, email)));
		}
		int size = (limit != null) ? limit : DEFAULT_LIMIT;
		if (size < 1 || size > MAX_LIMIT) {
			throw invalid("'limit' must be between 1 and " + MAX_LIMIT);
		}
		return Flux.fromIterable(this.catalogs)
			.flatMapSequential((catalog) -> describe(catalog, size))
			.collectList()
			.map((vendors) -> new ConnectionsDescriptor(vendors, null));
	}

	private LookupDescriptor lookUp(@Nullable String domain, @Nullable String email) {
		ConnectionIndex index = this.index.get();
		if (index == null) {
			return LookupDescriptor.failed("there is no index of connections");
		}
		try {
			return LookupDescriptor.of(index.lookUpDomain((email != null) ? domainOf(email) : String.valueOf(domain)),
					this::describe);
		}
		catch (ConnectionsNotKnownException ex) {
			return LookupDescriptor.failed(ex.getMessage());
		}
		catch (InvalidArgumentException ex) {
			throw invalid((email != null) ? "'email' must be an e-mail address"
					: "'domain' must be a fully qualified domain, such as acme.com");
		}
	}

	// The name of the person ends here
	private static String domainOf(String email) {
		int at = email.lastIndexOf('@');
		return (at > 0) ? email.substring(at + 1) : "";
	}

	private static InvalidEndpointRequestException invalid(String message) {
		return new InvalidEndpointRequestException(message, message);
	}

	private Mono<VendorDescriptor> describe(ConnectionCatalog catalog, int limit) {
		return Mono.defer(() -> catalog.list(limit))
			.map((page) -> VendorDescriptor.of(catalog, page, this::describe))
			.timeout(this.timeout, this.scheduler.get())
			.onErrorResume((failure) -> Mono.just(VendorDescriptor.of(catalog, FailureReason.of(failure))))
			.contextWrite(this.options);
	}

	private ConnectionDescriptor describe(CatalogEntry entry) {
		return ConnectionDescriptor.of(entry,
				(certificates) -> CertificateStatus.of(certificates, this.clock.instant(), this.thresholds));
	}

	/**
	 * Connections of all accounts, or the result of a look-up.
	 *
	 * @param vendors the accounts, in the order of their catalogs; {@code null} for a
	 * look-up
	 * @param lookup the result of a look-up, {@code null} without one
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record ConnectionsDescriptor(@Nullable List<VendorDescriptor> vendors, @Nullable LookupDescriptor lookup) {

	}

	/**
	 * Connections of one account.
	 *
	 * @param vendor the vendor
	 * @param account the name of the account
	 * @param failure the reason of a failure, {@code null} if the request succeeded
	 * @param connections the connections, {@code null} after a failure
	 * @param totalCount the number of all connections, {@code null} if it is not in the
	 * response of the vendor
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record VendorDescriptor(String vendor, String account, @Nullable String failure,
			@Nullable List<ConnectionDescriptor> connections, @Nullable Long totalCount) {

		private static VendorDescriptor of(ConnectionCatalog catalog, Page<CatalogEntry> page,
				Function<CatalogEntry, ConnectionDescriptor> description) {
			return new VendorDescriptor(catalog.vendor(), catalog.account(), null,
					page.data().stream().map(description).toList(), page.totalCount());
		}

		private static VendorDescriptor of(ConnectionCatalog catalog, FailureReason reason) {
			return new VendorDescriptor(catalog.vendor(), catalog.account(), reason.toString(), null, null);
		}

	}

	/**
	 * One connection.
	 *
	 * @param id the vendor's id
	 * @param name the display name
	 * @param protocol {@code saml} or {@code oidc}
	 * @param provider the kind of IdP as the vendor names it
	 * @param state {@code active}, {@code inactive} or {@code unknown}
	 * @param domains the e-mail domains whose users sign in through the connection
	 * @param certificateState the state of all signing certificates, as in
	 * {@link CertificateState}; {@code null} if the connection needs no certificate
	 * @param certificateExpiresAt the time at which the last certificate expires
	 * @param certificates the certificates, {@code null} if they are not in the response
	 * of the vendor or not needed
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record ConnectionDescriptor(@Nullable String id, @Nullable String name, @Nullable String protocol,
			@Nullable String provider, String state, List<String> domains, @Nullable String certificateState,
			@Nullable Instant certificateExpiresAt, @Nullable List<CertificateDescriptor> certificates) {

		private static ConnectionDescriptor of(CatalogEntry entry,
				Function<@Nullable List<CatalogCertificate>, CertificateStatus> toStatus) {
			List<CatalogCertificate> certificates = entry.certificates();
			if (CollectionUtils.isEmpty(certificates) && !CatalogEntry.SAML.equals(entry.protocol())) {
				return of(entry, null, null, null);
			}
			CertificateStatus status = toStatus.apply(certificates);
			return of(entry, status.state().toString(), status.expiresAt(),
					(certificates != null) ? certificates.stream()
						.map((one) -> CertificateDescriptor.of(one, toStatus.apply(List.of(one)).state()))
						.toList() : null);
		}

		private static ConnectionDescriptor of(CatalogEntry entry, @Nullable String certificateState,
				@Nullable Instant certificateExpiresAt, @Nullable List<CertificateDescriptor> certificates) {
			return new ConnectionDescriptor(entry.id(), entry.name(), entry.protocol(), entry.provider(),
					state(entry.active()), entry.domains(), certificateState, certificateExpiresAt, certificates);
		}

		private static String state(@Nullable Boolean active) {
			if (active == null) {
				return "unknown";
			}
			return active ? "active" : "inactive";
		}

	}

	/**
	 * One signing certificate of an IdP.
	 *
	 * @param state the state of this certificate, as in {@link CertificateState}
	 * @param notBefore the start of its validity
	 * @param notAfter the end of its validity
	 * @param sha256 the SHA-256 fingerprint, in lower-case hexadecimal digits
	 * @param subject the subject
	 * @param unreadable {@code true} if Java cannot read the certificate; its validity is
	 * then that reported by the vendor
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record CertificateDescriptor(String state, @Nullable Instant notBefore, @Nullable Instant notAfter,
			@Nullable String sha256, @Nullable String subject, @Nullable Boolean unreadable) {

		private static CertificateDescriptor of(CatalogCertificate certificate, CertificateState state) {
			return new CertificateDescriptor(state.toString(), certificate.notBefore(), certificate.notAfter(),
					certificate.sha256(), certificate.subject(), (certificate.unreadable()) ? true : null);
		}

	}

}
