// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.Severity;
import io.github.ssoconnections.auth0.options.ConnectionOptions;
import io.github.ssoconnections.certificate.InvalidMetadataException;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SeveralIdpsException;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.lint.CertificateLint;
import io.github.ssoconnections.lint.DomainLint;
import io.github.ssoconnections.lint.PublicDomains;
import io.github.ssoconnections.lint.UrlLint;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;
import org.springframework.util.unit.DataSize;

/**
 * Rules of {@link Auth0Lint} for one connection.
 */
final class Auth0Rules {

	private static final Set<String> SAML = Set.of(ConnectionStrategy.SAMLP.value(),
			ConnectionStrategy.PINGFEDERATE.value());

	private static final Set<String> OIDC = Set.of(ConnectionStrategy.OIDC.value(), ConnectionStrategy.OKTA.value());

	/** Maximum size of SAML metadata at Auth0. */
	private static final DataSize MAX_METADATA = DataSize.ofMegabytes(4);

	/** Maximum size of other metadata at Auth0. */
	private static final DataSize MAX_OTHER_METADATA = DataSize.ofKilobytes(128);

	private static final List<String> OVERRIDDEN = List.of("signInEndpoint", "signOutEndpoint", "signingCert", "cert");

	private static final String REFRESH = " With a metadataUrl, Auth0 reads the certificate there at a change of the "
			+ "connection only: Auth0ConnectionCertificates.refresh makes it do so.";

	/**
	 * Auth0 has one certificate per connection, so that the general remedies do not
	 * apply.
	 */
	private static final Map<String, String> REMEDIES = Map.of(FindingCode.CERTIFICATE_EXPIRED.code(),
			"Ask the administrator of the IdP for the current signing certificate, and replace this one by it with "
					+ "Auth0ConnectionCertificates.replace: Auth0 uses one certificate per connection.",
			FindingCode.CERTIFICATE_NOT_YET_VALID.code(),
			"Set the current signing certificate of the IdP, and replace it when the IdP switches to this one: "
					+ "Auth0 uses one certificate per connection.",
			FindingCode.CERTIFICATE_EXPIRING.code(),
			"Ask the administrator of the IdP for the next certificate, and replace this one by it with "
					+ "Auth0ConnectionCertificates.replace when the IdP switches: "
					+ "Auth0 uses one certificate per connection.");

	private final String strategy;

	private final ConnectionOptions options;

	private final ConnectionOptions sent;

	private final Instant now;

	private final PublicDomains publicDomains;

	private final List<Finding> findings = new ArrayList<>();

	/**
	 * Create an instance.
	 * @param strategy the strategy of the connection
	 * @param options the options as they will be
	 * @param sent those of them that are to be sent
	 * @param now the current time
	 * @param publicDomains the public domains
	 */
	Auth0Rules(String strategy, ConnectionOptions options, ConnectionOptions sent, Instant now,
			PublicDomains publicDomains) {
		Assert.notNull(now, "'now' must not be null");
		Assert.notNull(publicDomains, "'publicDomains' must not be null");
		this.strategy = strategy;
		this.options = options;
		this.sent = sent;
		this.now = now;
		this.publicDomains = publicDomains;
	}

	List<Finding> run(boolean hidden) {
		checkDomains(hidden);
		if (SAML.contains(this.strategy)) {
			checkSaml();
		}
		else if (OIDC.contains(this.strategy)) {
			this.findings.addAll(OidcRules.check(this.strategy, this.options));
			checkSize("OIDC discovery document", this.options.get("oidc_metadata"), MAX_OTHER_METADATA);
			checkCertificates(checkedCertificates());
		}
		else {
			checkOther();
		}
		return this.findings.stream().sorted(Comparator.comparing(Finding::severity)).toList();
	}

	private void checkDomains(boolean hidden) {
		List<String> domains = CatalogEntries.domains(this.options);
		if (hidden && domains.isEmpty()) {
			add(FindingCode.DOMAINS_MISSING.finding(Severity.WARNING,
					"The connection has neither a button on the login page nor a domain."));
		}
		this.findings.addAll(DomainLint.check(domains, this.publicDomains));
	}

	private void checkSaml() {
		String metadata = text("metadataXml");
		String metadataUrl = text("metadataUrl");
		if (hasText(this.sent, "metadataXml") || hasText(this.sent, "metadataUrl")) {
			OVERRIDDEN.stream()
				.filter((name) -> hasText(this.sent, name))
				.forEach((name) -> add(FindingCode.OVERRIDDEN_BY_METADATA
					.finding("'" + name + "' is set, and the value in the metadata replaces it.")));
		}
		if (metadataUrl != null) {
			this.findings.addAll(UrlLint.checkFetchedUrl("metadata URL", metadataUrl));
		}
		if (metadata != null) {
			checkMetadata(metadata);
		}
		else {
			checkFields(metadataUrl != null);
		}
	}

	private void checkMetadata(String xml) {
		if (!checkSize("SAML metadata", xml, MAX_METADATA)) {
			return;
		}
		try {
			SamlMetadata metadata = SamlMetadata.parse(xml, MAX_METADATA);
			CertificateLint.check(metadata, this.now).forEach(this::addForAuth0);
			long certificates = metadata.signingCertificates().stream().distinct().count();
			if (certificates > 1) {
				add(FindingCode.CERTIFICATES_AMBIGUOUS
					.finding("The metadata has " + certificates + " signing certificates, and Auth0 uses one."));
			}
			checkRequests(metadata);
		}
		catch (SeveralIdpsException ex) {
			add(FindingCode.METADATA_AMBIGUOUS.finding(ex.getMessage() + "."));
		}
		catch (InvalidMetadataException ex) {
			add(FindingCode.METADATA_INVALID.finding("The metadata cannot be read: " + ex.getMessage() + "."));
		}
	}

	private void checkRequests(SamlMetadata metadata) {
		if (Boolean.TRUE.equals(metadata.wantAuthnRequestsSigned())
				&& !Boolean.TRUE.equals(this.options.get("signSAMLRequest"))) {
			add(FindingCode.SIGNED_REQUESTS_WANTED
				.finding("The IdP requires signed authentication requests, and 'signSAMLRequest' is not true."));
		}
		String set = text("protocolBinding");
		String binding = (set != null) ? set : SamlMetadata.SsoUrl.HTTP_REDIRECT;
		if (metadata.ssoBinding() != null
				&& metadata.ssoUrls().stream().noneMatch((ssoUrl) -> ssoUrl.binding().equals(binding))) {
			add(FindingCode.SSO_BINDING_UNAVAILABLE
				.finding("The IdP has no SSO URL for " + binding.substring(binding.lastIndexOf(':') + 1)
						+ ", which 'protocolBinding' " + ((set != null) ? "requires" : "is by default")
						+ ", but one for " + String.valueOf(metadata.ssoBinding()).replaceFirst(".*:", "") + "."));
		}
	}

	private void checkFields(boolean hasMetadataUrl) {
		String signIn = text("signInEndpoint");
		String ssoUrl = (signIn != null) ? signIn : text("pingFederateBaseUrl");
		List<SigningCertificate> certificates = checkedCertificates();
		SamlMetadata idp = new SamlMetadata(null, (ssoUrl != null)
				? List.of(new SamlMetadata.SsoUrl(SamlMetadata.SsoUrl.HTTP_REDIRECT, ssoUrl)) : List.of(), certificates,
				List.of(), null, null, null);
		// Auth0 does not store the entity ID of the IdP
		boolean unreadable = TrustedCertificates.of(this.options) == null;
		CertificateLint.check(idp, this.now)
			.stream()
			.filter((finding) -> !finding.code().equals(FindingCode.ENTITY_ID_MISSING.code()))
			.filter((finding) -> !hasMetadataUrl || !finding.code().equals(FindingCode.SSO_URL_MISSING.code()))
			.filter((finding) -> !(hasMetadataUrl || unreadable)
					|| !finding.code().equals(FindingCode.SIGNING_CERTIFICATE_MISSING.code()))
			.forEach(this::addForAuth0);
	}

	private void checkOther() {
		String signIn = text("signInEndpoint");
		if (signIn != null) {
			this.findings.addAll(UrlLint.checkBrowserUrl("sign-in URL", signIn));
		}
		if (checkSize("federation metadata", this.options.get("fedMetadataXml"), MAX_OTHER_METADATA)) {
			checkCertificates(checkedCertificates());
		}
	}

	private boolean checkSize(String what, @Nullable Object document, DataSize max) {
		long size = (document instanceof String text) ? text.getBytes(StandardCharsets.UTF_8).length
				: (document != null) ? WireJson.masked().writeValueAsBytes(document).length : 0;
		if (size <= max.toBytes()) {
			return true;
		}
		add(FindingCode.METADATA_INVALID.finding("The " + what + " is larger than "
				+ ((max.toMegabytes() > 0) ? max.toMegabytes() + " MB" : max.toKilobytes() + " KB")
				+ ", the maximum at Auth0."));
		return false;
	}

	private void checkCertificates(List<SigningCertificate> certificates) {
		CertificateLint.check(certificates, this.now).forEach(this::addForAuth0);
	}

	private List<SigningCertificate> checkedCertificates() {
		List<SigningCertificate> certificates = TrustedCertificates.of(this.options);
		if (certificates == null && !TrustedCertificates.isFollowed(this.options)) {
			add(FindingCode.CERTIFICATE_INVALID.finding("No certificate of the connection can be read."));
		}
		return (certificates != null) ? certificates : List.of();
	}

	private void addForAuth0(Finding finding) {
		String remedy = REMEDIES.getOrDefault(finding.code(), finding.remedy());
		boolean refreshed = REMEDIES.containsKey(finding.code()) && text(SamlOptionsState.METADATA_URL) != null;
		add(new Finding(finding.severity(), finding.code(), finding.message(),
				(refreshed) ? remedy + REFRESH : remedy));
	}

	private void add(Finding finding) {
		this.findings.add(finding);
	}

	private @Nullable String text(String name) {
		return (this.options.get(name) instanceof String text && StringUtils.hasText(text)) ? text : null;
	}

	private static boolean hasText(ConnectionOptions options, String name) {
		return options.get(name) instanceof String text && StringUtils.hasText(text);
	}

}
