// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.client.Change;
import io.github.ssoconnections.client.LostResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;

/**
 * Updates the certificates of a connection through one of the two APIs: reads the
 * connection, merges the certificates, writes the whole list, and reads the connection
 * again. At no time are fewer certificates trusted than before and after.
 */
abstract class CertificateRotation implements ConnectionCertificates {

	private static final Log logger = LogFactory.getLog(CertificateRotation.class);

	private static final int MAX_CERTIFICATES = 5;

	private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

	private final Account account;

	private final String operation;

	private final ConnectionUpdates updates;

	private final Duration settleTime;

	CertificateRotation(String operation, ClerkClient client) {
		Assert.notNull(client, "'client' must not be null");
		this.account = client.account();
		this.operation = operation;
		this.updates = client.updates();
		this.settleTime = client.settings().client().responseTimeout();
	}

	final Account account() {
		return this.account;
	}

	abstract Mono<TrustedIdp> read(String id);

	abstract Mono<TrustedIdp> writeCertificates(String id, List<String> certificates);

	abstract Mono<TrustedIdp> writeMetadataUrl(String id, String url);

	@Override
	public Mono<List<SigningCertificate>> list(String id) {
		return read(id).map(TrustedIdp::certificates);
	}

	@Override
	public Mono<CertificateChange> add(String id, SigningCertificate certificate) {
		checkReadable(certificate);
		return change(id, (trusted) -> with(certificate, trusted));
	}

	@Override
	public Mono<CertificateChange> remove(String id, String... sha256) {
		Set<String> unwanted = fingerprints(sha256);
		return change(id, (trusted) -> without(unwanted, trusted));
	}

	@Override
	public Mono<CertificateChange> removeExpired(String id) {
		return change(id, (trusted) -> trusted.stream().filter((one) -> !one.isExpired(Instant.now())).toList());
	}

	@Override
	public Mono<CertificateChange> replace(String id, String sha256, SigningCertificate certificate) {
		checkReadable(certificate);
		Set<String> unwanted = fingerprints(sha256);
		Assert.isTrue(!unwanted.contains(certificate.sha256()), "'certificate' must not be the one it replaces");
		return change(id, (trusted) -> with(certificate, without(unwanted, trusted)));
	}

	@Override
	public Mono<CertificateChange> refreshMetadata(String id) {
		return refreshMetadata(id, (url) -> Mono.empty());
	}

	@Override
	public Mono<CertificateChange> refreshMetadata(String id, Function<String, Mono<SamlMetadata>> fetch) {
		Assert.notNull(fetch, "'fetch' must not be null");
		Mono<TrustedIdp> checked = read(id)
			.delayUntil((before) -> fetch.apply(metadataUrl(before)).doOnNext(this::checkUsable));
		return update(id, checked, (before) -> write(id, before, writeMetadataUrl(id, metadataUrl(before)),
				(now) -> !now.equals(before), TrustedIdp::fingerprints));
	}

	private String metadataUrl(TrustedIdp idp) {
		String url = idp.metadataUrl();
		if (url == null || url.isBlank()) {
			throw rejected("the connection has no metadata URL");
		}
		return url;
	}

	private void checkUsable(SamlMetadata metadata) {
		String reason = metadata.unfitReason();
		if (reason != null) {
			throw rejected(reason);
		}
	}

	private Mono<CertificateChange> change(String id, UnaryOperator<List<SigningCertificate>> merge) {
		return update(id, read(id), (before) -> {
			List<SigningCertificate> wanted = merge.apply(before.certificates());
			if (wanted.equals(before.certificates())) {
				return Mono.just(CertificateChange.none(id, before.fingerprints()));
			}
			check(before.certificates(), wanted);
			List<String> fingerprints = wanted.stream().map(SigningCertificate::sha256).toList();
			return write(id, before, writeCertificates(id, wanted.stream().map(SigningCertificate::pem).toList()),
					(now) -> CertificateChange.of(id, before.fingerprints(), fingerprints, now.fingerprints())
						.isComplete(),
					(now) -> fingerprints);
		});
	}

	private Mono<CertificateChange> update(String id, Mono<TrustedIdp> read,
			Function<TrustedIdp, Mono<CertificateChange>> update) {
		return this.updates.run(this.operation, read, (idp) -> Objects.requireNonNullElse(idp.samlId(), id), update);
	}

	/**
	 * Write, and read the connection afterwards, also if the response is lost.
	 * @param id the id of the connection
	 * @param before the IdP before the write
	 * @param write the write
	 * @param isWritten whether the IdP after the write shows that the write succeeded
	 * @param wanted the certificates that should be trusted after the write
	 * @return the change
	 */
	private Mono<CertificateChange> write(String id, TrustedIdp before, Mono<TrustedIdp> write,
			Predicate<TrustedIdp> isWritten, Function<TrustedIdp, List<String>> wanted) {
		Function<TrustedIdp, CertificateChange> change = (now) -> CertificateChange.of(id, before.fingerprints(),
				wanted.apply(now), now.fingerprints());
		Mono<TrustedIdp> read = read(id);
		Mono<CertificateChange> written = write.contextWrite(Change.replacing(before.fingerprints()))
			.flatMap((response) -> read.map(change)
				.onErrorResume(SsoApiException.class, (failure) -> Mono.just(change.apply(response).unverified())));
		return LostResponse.recover(written, read.filter(isWritten).map(change), this.settleTime).doOnNext(this::warn);
	}

	private void warn(CertificateChange change) {
		if (!change.isComplete()) {
			logger.warn("Connection " + change.connectionId() + " at " + this.account
					+ " was updated concurrently by another client: certificates " + change.lost()
					+ " are not trusted, " + change.returned() + " are still trusted");
		}
	}

	private void check(List<SigningCertificate> before, List<SigningCertificate> wanted) {
		if (wanted.size() > MAX_CERTIFICATES) {
			throw rejected(
					"the connection trusts " + before.size() + " certificates, and Clerk takes " + MAX_CERTIFICATES
							+ "; remove certificates that have expired or that the IdP no longer signs with, "
							+ "or replace one");
		}
		if (wanted.isEmpty() || (hasValid(before) && !hasValid(wanted))) {
			throw rejected("no valid certificate would be left, and sign-ins would fail; add the next one first");
		}
	}

	private static boolean hasValid(List<SigningCertificate> certificates) {
		Instant now = Instant.now();
		return certificates.stream().anyMatch((certificate) -> certificate.isValid(now));
	}

	private static void checkReadable(SigningCertificate certificate) {
		Assert.notNull(certificate, "'certificate' must not be null");
		Assert.isTrue(certificate.isReadable(),
				() -> "'certificate' must be readable. " + certificate.unreadableReason());
	}

	private SsoApiException rejected(String reason) {
		return RejectedRequest.of(this.account, this.operation, reason);
	}

	private static List<SigningCertificate> with(SigningCertificate certificate, List<SigningCertificate> others) {
		return Stream.concat(others.stream(), Stream.of(certificate)).distinct().toList();
	}

	private static List<SigningCertificate> without(Set<String> sha256, List<SigningCertificate> all) {
		return all.stream().filter((one) -> !sha256.contains(one.sha256())).toList();
	}

	private static Set<String> fingerprints(String... sha256) {
		Assert.notEmpty(sha256, "'sha256' must not be empty");
		Set<String> fingerprints = new LinkedHashSet<>();
		for (String one : sha256) {
			String digits = (one != null) ? one.replace(":", "").toLowerCase(Locale.ROOT) : "";
			Assert.isTrue(SHA256.matcher(digits).matches(), "'sha256' must be 64 hexadecimal digits");
			fingerprints.add(digits);
		}
		return fingerprints;
	}

}
