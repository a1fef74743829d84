// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.certificate.CertificateLint;
import io.github.ssoconnections.certificate.DomainLint;
import io.github.ssoconnections.certificate.Finding;
import io.github.ssoconnections.certificate.FindingCode;
import io.github.ssoconnections.certificate.InvalidMetadataException;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.Severity;
import io.github.ssoconnections.certificate.SigningCertificate;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Looks at a connection that is about to be created at Auth0, or is there, for what Auth0
 * would accept and users would stumble over. Nothing is sent and nothing is read: what
 * cannot be told from what is given is not found.
 * <p>
 * Findings come with the worst first.
 *
 * @see FindingCode
 */
public final class Auth0Lint {

	private static final Set<String> SAML = Set.of(ConnectionStrategy.SAMLP.value(),
			ConnectionStrategy.PINGFEDERATE.value());

	private final ConnectionOptions options;

	private final Instant now;

	private final List<Finding> findings = new ArrayList<>();

	private Auth0Lint(ConnectionOptions options, Instant now) {
		this.options = options;
		this.now = now;
	}

	/**
	 * Look at a connection that is to be created.
	 * @param connection the connection
	 * @param now the current time
	 * @return what there is to say
	 */
	public static List<Finding> check(NewAuth0Connection connection, Instant now) {
		Assert.notNull(connection, "'connection' must not be null");
		Map<String, @Nullable Object> fields = connection.fields();
		ConnectionOptions options = ConnectionOptions
			.of((fields.get("options") instanceof StrategyOptions<?> set) ? set.fields() : new OtherOptions().fields());
		return check(String.valueOf(fields.get("strategy")), options,
				Boolean.FALSE.equals(fields.get("show_as_button")), now);
	}

	/**
	 * Look at a connection as it is.
	 * @param connection the connection
	 * @param now the current time
	 * @return what there is to say, nothing if its options could not be read
	 */
	public static List<Finding> check(Auth0Connection connection, Instant now) {
		Assert.notNull(connection, "'connection' must not be null");
		ConnectionOptions options = connection.options();
		if (options == null) {
			return List.of();
		}
		return check(String.valueOf(connection.strategy()), options, Boolean.FALSE.equals(connection.showAsButton()),
				now);
	}

	/**
	 * Look at a connection as {@link Auth0ConnectionService#mergeOptions} would leave it.
	 * @param connection the connection as it is
	 * @param change the options that are to be changed
	 * @param now the current time
	 * @return what there is to say, nothing if its options could not be read
	 */
	public static List<Finding> check(Auth0Connection connection, StrategyOptions<?> change, Instant now) {
		Assert.notNull(connection, "'connection' must not be null");
		Assert.notNull(change, "'change' must not be null");
		ConnectionOptions options = connection.options();
		if (options == null) {
			return List.of();
		}
		return check(String.valueOf(connection.strategy()),
				ConnectionOptions.of(ConnectionUpdates.merge(options, change.fields()).fields()),
				Boolean.FALSE.equals(connection.showAsButton()), now);
	}

	private static List<Finding> check(String strategy, ConnectionOptions options, boolean hidden, Instant now) {
		Assert.notNull(now, "'now' must not be null");
		Auth0Lint lint = new Auth0Lint(options, now);
		lint.checkDomains(hidden);
		if (SAML.contains(strategy)) {
			lint.checkIdp();
		}
		else {
			lint.checkCertificates();
		}
		return lint.findings.stream().sorted(Comparator.comparing(Finding::severity)).toList();
	}

	private void checkDomains(boolean hidden) {
		List<String> domains = CatalogEntries.domains(this.options);
		if (hidden && domains.isEmpty()) {
			add(FindingCode.DOMAINS_MISSING.finding(Severity.WARNING,
					"The connection has neither a button on the login page nor a domain."));
		}
		this.findings.addAll(DomainLint.check(domains));
	}

	private void checkIdp() {
		String metadata = text("metadataXml");
		if (metadata != null && text("cert") == null && text("signingCert") == null) {
			checkMetadata(metadata);
			return;
		}
		String ssoUrl = text("signInEndpoint");
		List<SigningCertificate> certificates = checkedCertificates();
		SamlMetadata idp = new SamlMetadata(null, (ssoUrl != null)
				? List.of(new SamlMetadata.SsoUrl(SamlMetadata.SsoUrl.HTTP_REDIRECT, ssoUrl)) : List.of(), certificates,
				List.of(), null, null, null);
		// Auth0 keeps no entity ID of the IdP, and reads the rest where metadata is
		boolean elsewhere = text("metadataUrl") != null || metadata != null;
		boolean unreadable = TrustedCertificates.of(this.options) == null;
		CertificateLint.check(idp, this.now)
			.stream()
			.filter((finding) -> !finding.code().equals(FindingCode.ENTITY_ID_MISSING.code()))
			.filter((finding) -> !elsewhere || !finding.code().equals(FindingCode.SSO_URL_MISSING.code()))
			.filter((finding) -> !(elsewhere || unreadable)
					|| !finding.code().equals(FindingCode.SIGNING_CERTIFICATE_MISSING.code()))
			.forEach(this::add);
	}

	private void checkMetadata(String metadata) {
		try {
			this.findings.addAll(CertificateLint.check(SamlMetadata.parse(metadata), this.now));
		}
		catch (InvalidMetadataException ex) {
			add(FindingCode.METADATA_INVALID.finding("The metadata cannot be read: " + ex.getMessage() + "."));
		}
	}

	private void checkCertificates() {
		this.findings.addAll(CertificateLint.check(checkedCertificates(), this.now));
	}

	private List<SigningCertificate> checkedCertificates() {
		List<SigningCertificate> certificates = TrustedCertificates.of(this.options);
		if (certificates == null) {
			add(FindingCode.CERTIFICATE_INVALID.finding("No certificate of the connection can be read."));
			return List.of();
		}
		return certificates;
	}

	private void add(Finding finding) {
		this.findings.add(finding);
	}

	private @Nullable String text(String name) {
		return (this.options.get(name) instanceof String text && StringUtils.hasText(text)) ? text : null;
	}

}
