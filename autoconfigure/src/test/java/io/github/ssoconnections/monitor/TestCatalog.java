// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.catalog.ConnectionCatalog;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A catalog with configurable connections, which counts its refreshes.
 */
public class TestCatalog implements ConnectionCatalog {

	private final String vendor;

	private final String account;

	private final Map<String, CatalogEntry> entries = new LinkedHashMap<>();

	private Flux<CatalogEntry> response = Flux.defer(() -> Flux.fromIterable(new ArrayList<>(this.entries.values())));

	private int refreshes;

	private int reads;

	private RuntimeException readFailure;

	private int skipped;

	private int running;

	private int mostRunning;

	public TestCatalog(String vendor) {
		this(vendor, Account.DEFAULT);
	}

	public TestCatalog(String vendor, String account) {
		this.vendor = vendor;
		this.account = account;
	}

	/**
	 * Return a certificate whose fingerprint is its name.
	 */
	public static CatalogCertificate certificate(String name, Instant notBefore, Instant notAfter) {
		return new CatalogCertificate(name, "CN=" + name, notBefore, notAfter);
	}

	/**
	 * Have an active connection with one certificate, named after the connection.
	 */
	public TestCatalog with(String id, Instant expiresAt) {
		return with(id, true, certificate(id, null, expiresAt));
	}

	public TestCatalog with(String id, Boolean active, CatalogCertificate... certificates) {
		return with(new CatalogEntry(this.vendor, this.account, id, "Customer " + id, CatalogEntry.SAML, null, active,
				List.of("customer.example"), List.of(certificates)));
	}

	/**
	 * Have an OIDC connection whose client secret expires.
	 */
	public TestCatalog withSecret(String id, Boolean active, Instant expiresAt) {
		return with(new CatalogEntry(this.vendor, this.account, id, "Customer " + id, CatalogEntry.OIDC, null, active,
				List.of("customer.example"), List.of())
			.withDetails(CatalogEntry.Details.NONE.withOidcSecretExpiresAt(expiresAt)));
	}

	public TestCatalog with(CatalogEntry entry) {
		this.entries.put(entry.id(), entry);
		return this;
	}

	public void without(String... ids) {
		Stream.of(ids).forEach(this.entries::remove);
	}

	/**
	 * Respond with this and nothing else.
	 */
	public TestCatalog responding(Flux<CatalogEntry> other) {
		this.response = other;
		return this;
	}

	/**
	 * Respond with the connections again.
	 */
	public void recover() {
		this.response = Flux.defer(() -> Flux.fromIterable(new ArrayList<>(this.entries.values())));
	}

	public int refreshes() {
		return this.refreshes;
	}

	public int running() {
		return this.running;
	}

	public int mostRunning() {
		return this.mostRunning;
	}

	@Override
	public String vendor() {
		return this.vendor;
	}

	@Override
	public String account() {
		return this.account;
	}

	@Override
	public Mono<Page<CatalogEntry>> list(int limit) {
		throw new IllegalStateException("A refresh needs all of them");
	}

	@Override
	public Mono<CatalogEntry> get(String id) {
		return Mono.fromSupplier(() -> {
			this.reads++;
			if (this.readFailure != null) {
				throw this.readFailure;
			}
			return this.entries.get(id);
		});
	}

	@Override
	public @Nullable CatalogEntry toEntry(Object connection) {
		return (connection instanceof CatalogEntry entry) ? entry : null;
	}

	@Override
	public Flux<CatalogEntry> getAll(Collection<String> ids) {
		return Flux.fromIterable(ids).concatMap(this::get);
	}

	/**
	 * Fail each read of one connection.
	 */
	public TestCatalog failingReads(RuntimeException failure) {
		this.readFailure = failure;
		return this;
	}

	/**
	 * Report connections that could not be decoded.
	 */
	public TestCatalog skipping(int number) {
		this.skipped = number;
		return this;
	}

	@Override
	public Flux<CatalogEntry> listAll(IntConsumer onSkipped) {
		return listAll().doOnComplete(() -> {
			if (this.skipped > 0) {
				onSkipped.accept(this.skipped);
			}
		});
	}

	public int reads() {
		return this.reads;
	}

	@Override
	public Flux<CatalogEntry> listAll() {
		return Flux.defer(() -> {
			this.refreshes++;
			this.running++;
			this.mostRunning = Math.max(this.mostRunning, this.running);
			return this.response;
		}).doFinally((signal) -> this.running--);
	}

}
