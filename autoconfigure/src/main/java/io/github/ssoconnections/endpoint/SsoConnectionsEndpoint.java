// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.ssoconnections.CallOptions;
import io.github.ssoconnections.FailureReason;
import io.github.ssoconnections.Page;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.util.Assert;

/**
 * {@link Endpoint} that shows the connections of every vendor. Each read makes one
 * request per vendor, which is not repeated, and changes nothing.
 */
@Endpoint(id = "ssoconnections")
public class SsoConnectionsEndpoint {

	private static final int DEFAULT_LIMIT = 25;

	private static final int MAX_LIMIT = 100;

	private final List<ConnectionCatalog> catalogs;

	private final Duration timeout;

	private final CallOptions options;

	/**
	 * Create an endpoint.
	 * @param catalogs the catalogs to show, in this order
	 * @param timeout the time that a vendor may take to answer
	 */
	public SsoConnectionsEndpoint(List<ConnectionCatalog> catalogs, Duration timeout) {
		Assert.notNull(catalogs, "'catalogs' must not be null");
		Assert.isTrue(timeout.toMillis() > 0, "'timeout' must be at least 1ms");
		this.catalogs = List.copyOf(catalogs);
		this.timeout = timeout;
		// The call's own end comes first, so that it is observed as what it is
		this.options = CallOptions.timeout(timeout.minus(timeout.dividedBy(20))).withMaxAttempts(1);
	}

	/**
	 * Return the first connections of every vendor.
	 * @param limit how many connections of each vendor, 1 to 100; 25 if {@code null}
	 * @return the connections; never fails on behalf of a vendor
	 * @throws InvalidEndpointRequestException if the limit is out of bounds
	 */
	@ReadOperation
	public Mono<ConnectionsDescriptor> connections(@Nullable Integer limit) {
		int size = (limit != null) ? limit : DEFAULT_LIMIT;
		if (size < 1 || size > MAX_LIMIT) {
			String message = "'limit' must be between 1 and " + MAX_LIMIT;
			throw new InvalidEndpointRequestException(message, message);
		}
		return Flux.fromIterable(this.catalogs)
			.flatMapSequential((catalog) -> describe(catalog, size))
			.collectList()
			.map(ConnectionsDescriptor::new);
	}

	private Mono<VendorDescriptor> describe(ConnectionCatalog catalog, int limit) {
		return Mono.defer(() -> catalog.list(limit))
			.map((page) -> VendorDescriptor.of(catalog.vendor(), page))
			.timeout(this.timeout)
			.onErrorResume((failure) -> Mono.just(VendorDescriptor.of(catalog.vendor(), FailureReason.of(failure))))
			.contextWrite(this.options);
	}

	/**
	 * What is known.
	 *
	 * @param vendors the accounts, in the order of their catalogs
	 */
	public record ConnectionsDescriptor(List<VendorDescriptor> vendors) {

	}

	/**
	 * What is known of one account.
	 *
	 * @param vendor the vendor
	 * @param failure why the connections cannot be shown, {@code null} if they can
	 * @param connections the connections, {@code null} after a failure
	 * @param totalCount the number of all connections, if the vendor tells
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record VendorDescriptor(String vendor, @Nullable String failure,
			@Nullable List<ConnectionDescriptor> connections, @Nullable Long totalCount) {

		private static VendorDescriptor of(String vendor, Page<CatalogEntry> page) {
			return new VendorDescriptor(vendor, null, page.data().stream().map(ConnectionDescriptor::of).toList(),
					page.totalCount());
		}

		private static VendorDescriptor of(String vendor, FailureReason reason) {
			return new VendorDescriptor(vendor, reason.toString(), null, null);
		}

	}

	/**
	 * One connection.
	 *
	 * @param id the vendor's id
	 * @param name the display name
	 * @param protocol {@code saml} or {@code oidc}
	 * @param provider the kind of IdP in the vendor's words
	 * @param state {@code active}, {@code inactive} or {@code unknown}
	 * @param domains the e-mail domains whose users sign in here
	 * @param certificateExpiresAt when the IdP's primary signing certificate expires
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	public record ConnectionDescriptor(@Nullable String id, @Nullable String name, @Nullable String protocol,
			@Nullable String provider, String state, List<String> domains, @Nullable Instant certificateExpiresAt) {

		private static ConnectionDescriptor of(CatalogEntry entry) {
			return new ConnectionDescriptor(entry.id(), entry.name(), entry.protocol(), entry.provider(),
					state(entry.active()), entry.domains(), entry.certificateExpiresAt());
		}

		private static String state(@Nullable Boolean active) {
			if (active == null) {
				return "unknown";
			}
			return active ? "active" : "inactive";
		}

	}

}
