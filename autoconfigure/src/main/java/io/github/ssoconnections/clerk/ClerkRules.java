// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.Severity;
import io.github.ssoconnections.certificate.CertificateText;
import io.github.ssoconnections.certificate.InvalidMetadataException;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SeveralIdpsException;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.lint.CertificateLint;
import io.github.ssoconnections.lint.DomainLint;
import io.github.ssoconnections.lint.PublicDomains;
import io.github.ssoconnections.lint.UrlLint;
import tools.jackson.databind.JsonNode;

/**
 * Rules of {@link ClerkLint} for one connection.
 */
final class ClerkRules {

	private static final int MAX_CERTIFICATES = 5;

	private static final List<String> OVERRIDDEN = List.of("idp_entity_id", "idp_sso_url", "idp_certificate",
			"idp_certificates");

	private static final Set<String> REPORTED_ON_ACTIVATION = Set.of(FindingCode.ENTITY_ID_MISSING.code(),
			FindingCode.SSO_URL_MISSING.code(), FindingCode.SIGNING_CERTIFICATE_MISSING.code());

	private final ConnectionView connection;

	private final Instant now;

	private final PublicDomains publicDomains;

	private final List<Finding> findings = new ArrayList<>();

	ClerkRules(ConnectionView connection, Instant now, PublicDomains publicDomains) {
		Assert.notNull(now, "'now' must not be null");
		Assert.notNull(publicDomains, "'publicDomains' must not be null");
		this.connection = connection;
		this.now = now;
		this.publicDomains = publicDomains;
	}

	List<Finding> run() {
		checkDomains();
		if (this.connection.isSaml()) {
			checkIdp();
			checkAttributes();
		}
		else if (this.connection.isCustomOidc()) {
			this.findings.addAll(OidcRules.check(this.connection));
		}
		return Finding.sorted(this.findings);
	}

	static List<Finding> checkMetadata(SamlMetadata metadata, Instant now) {
		List<Finding> findings = new ArrayList<>(CertificateLint.check(metadata, now));
		addIfTooMany(metadata.signingCertificates().size() + metadata.unreadableCertificates().size(), findings);
		if (Boolean.TRUE.equals(metadata.wantAuthnRequestsSigned())) {
			findings.add(FindingCode.SIGNED_REQUESTS_WANTED
				.finding("The IdP wants signed authentication requests, and Clerk has no setting for them: "
						+ "ask the IdP's administrator to accept unsigned ones."));
		}
		if (SamlMetadata.SsoUrl.HTTP_POST.equals(metadata.ssoBinding())) {
			findings.add(FindingCode.SSO_BINDING_UNAVAILABLE
				.finding("The IdP offers HTTP-POST and not HTTP-Redirect, and Clerk redirects to the SSO URL."));
		}
		return Finding.sorted(findings);
	}

	private void checkDomains() {
		List<String> domains = this.connection.domains();
		if (this.connection.sendsEmptyDomains()) {
			add(FindingCode.DOMAINS_MISSING.finding(Severity.WARNING, "An empty list of domains changes nothing."));
		}
		else if (domains.isEmpty() && this.connection.isComplete()) {
			add(FindingCode.DOMAINS_MISSING.finding("The connection has no domain."));
		}
		this.findings.addAll(DomainLint.check(domains, this.publicDomains));
		if (this.connection.removesVerifiedDomains()) {
			add(FindingCode.VERIFIED_DOMAINS_REMOVED.finding(
					"The activation removes verified organization domains that equal a domain of the connection."));
		}
	}

	private void checkIdp() {
		JsonNode sent = this.connection.sentIdp();
		String metadata = ConnectionView.text(sent, "idp_metadata");
		if (ConnectionView.text(sent, "idp_metadata_url") != null || metadata != null) {
			OVERRIDDEN.stream()
				.filter(sent::hasNonNull)
				.forEach((field) -> add(FindingCode.OVERRIDDEN_BY_METADATA
					.finding("'" + field + "' is set, and what the metadata says replaces it.")));
		}
		String metadataUrl = ConnectionView.text(sent, "idp_metadata_url");
		if (metadataUrl != null) {
			this.findings.addAll(UrlLint.checkFetchedUrl("metadata URL", metadataUrl));
		}
		if (metadata != null) {
			checkMetadata(metadata);
		}
		else if (metadataUrl == null) {
			checkFields();
		}
	}

	private void checkMetadata(String metadata) {
		try {
			this.findings.addAll(checkMetadata(SamlMetadata.parse(metadata), this.now));
		}
		catch (SeveralIdpsException ex) {
			add(FindingCode.METADATA_AMBIGUOUS.finding(ex.getMessage() + "."));
		}
		catch (InvalidMetadataException ex) {
			add(FindingCode.METADATA_INVALID.finding("The metadata cannot be read: " + ex.getMessage() + "."));
		}
	}

	private void checkFields() {
		JsonNode idp = this.connection.idp();
		String entityId = ConnectionView.text(idp, "idp_entity_id");
		String ssoUrl = ConnectionView.text(idp, "idp_sso_url");
		List<String> texts = this.connection.certificates();
		List<SigningCertificate> certificates = texts.stream().flatMap((text) -> readable(text).stream()).toList();
		addIfTooMany(texts.size(), this.findings);
		SamlMetadata metadata = new SamlMetadata(entityId, (ssoUrl != null)
				? List.of(new SamlMetadata.SsoUrl(SamlMetadata.SsoUrl.HTTP_REDIRECT, ssoUrl)) : List.of(), certificates,
				List.of(), null, null, null);
		CertificateLint.check(metadata, this.now)
			.stream()
			.filter((finding) -> !REPORTED_ON_ACTIVATION.contains(finding.code()))
			.forEach(this::add);
		boolean described = entityId != null && ssoUrl != null && !texts.isEmpty();
		if (this.connection.isActive() && this.connection.isComplete() && !described
				&& !this.connection.hasMetadata()) {
			add(FindingCode.ACTIVE_WITHOUT_METADATA
				.finding("The connection is to be active, and its IdP is not described."));
		}
	}

	private List<SigningCertificate> readable(String text) {
		CertificateText read = CertificateText.read(text);
		if (read.certificates().isEmpty() && read.findings().isEmpty()) {
			add(FindingCode.CERTIFICATE_INVALID.finding("A certificate is empty."));
		}
		read.findings().forEach(this::add);
		return read.certificates().stream().filter(SigningCertificate::isReadable).toList();
	}

	private void checkAttributes() {
		JsonNode mapping = this.connection.idp().path("attribute_mapping");
		boolean known = this.connection.isMappingKnown() || mapping.has("email_address");
		if (mapping.isObject() && known && ConnectionView.text(mapping, "email_address") == null) {
			add(FindingCode.EMAIL_MAPPING_MISSING.finding("No attribute is mapped to 'email_address'."));
		}
		List<String> fields = Stream.of("user_id", "email_address", "first_name", "last_name")
			.filter((field) -> ConnectionView.text(mapping, field) != null)
			.toList();
		boolean usesUris = ConnectionProvider.SAML_MICROSOFT.value().equals(this.connection.provider())
				|| fields.stream().anyMatch((field) -> isUri(mapping, field));
		if (usesUris) {
			fields.stream()
				.filter((field) -> !isUri(mapping, field))
				.forEach((field) -> add(FindingCode.ATTRIBUTE_NAME_FRIENDLY
					.finding("The attribute that is mapped to '" + field + "' has a name that is no URI.")));
		}
	}

	private void add(Finding finding) {
		this.findings.add(finding);
	}

	private static boolean isUri(JsonNode mapping, String field) {
		return mapping.path(field).asString().contains(":");
	}

	private static void addIfTooMany(int certificates, List<Finding> findings) {
		if (certificates > MAX_CERTIFICATES) {
			findings.add(FindingCode.TOO_MANY_CERTIFICATES
				.finding("There are " + certificates + " certificates, and Clerk takes " + MAX_CERTIFICATES + "."));
		}
	}

}
