// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import io.github.ssoconnections.certificate.CertificateLint;
import io.github.ssoconnections.certificate.DomainLint;
import io.github.ssoconnections.certificate.Finding;
import io.github.ssoconnections.certificate.FindingCode;
import io.github.ssoconnections.certificate.InvalidCertificateException;
import io.github.ssoconnections.certificate.InvalidMetadataException;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.Severity;
import io.github.ssoconnections.certificate.SigningCertificate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.Assert;
import org.springframework.util.StringUtils;

/**
 * Looks at what is about to be written to Clerk, or is there, for what Clerk would refuse
 * or, worse, accept. Nothing is sent and nothing is read: what cannot be told from what
 * is given is not found.
 * <p>
 * Findings come with the worst first.
 *
 * @see FindingCode
 */
public final class ClerkLint {

	private static final int MAX_CERTIFICATES = 5;

	private static final List<String> OVERRIDDEN = List.of("idp_entity_id", "idp_sso_url", "idp_certificate",
			"idp_certificates");

	private static final Set<String> MISSING = Set.of(FindingCode.ENTITY_ID_MISSING.code(),
			FindingCode.SSO_URL_MISSING.code(), FindingCode.SIGNING_CERTIFICATE_MISSING.code());

	private final ConnectionSettings settings;

	private final Instant now;

	private final List<Finding> findings = new ArrayList<>();

	private ClerkLint(ConnectionSettings settings, Instant now) {
		Assert.notNull(now, "'now' must not be null");
		this.settings = settings;
		this.now = now;
	}

	/**
	 * Look at an enterprise connection that is to be created.
	 * @param connection the connection
	 * @param now the current time
	 * @return what there is to say
	 */
	public static List<Finding> check(NewEnterpriseConnection connection, Instant now) {
		return new ClerkLint(ConnectionSettings.created(connection, "saml"), now).run();
	}

	/**
	 * Look at a change to an enterprise connection.
	 * @param patch the change
	 * @param present the connection as it is, {@code null} if that is not known: then
	 * only what the change itself says is looked at
	 * @param now the current time
	 * @return what there is to say of the connection as it would be
	 */
	public static List<Finding> check(EnterpriseConnectionPatch patch, @Nullable EnterpriseConnection present,
			Instant now) {
		return new ClerkLint(ConnectionSettings.changed(patch, present, "saml", "saml_connection"), now).run();
	}

	/**
	 * Look at an enterprise connection as it is.
	 * @param connection the connection
	 * @param now the current time
	 * @return what there is to say
	 */
	public static List<Finding> check(EnterpriseConnection connection, Instant now) {
		return check(new EnterpriseConnectionPatch(), connection, now);
	}

	/**
	 * Look at a SAML connection that is to be created.
	 * @param connection the connection
	 * @param now the current time
	 * @return what there is to say
	 */
	public static List<Finding> check(NewSamlConnection connection, Instant now) {
		return new ClerkLint(ConnectionSettings.created(connection, null), now).run();
	}

	/**
	 * Look at a change to a SAML connection.
	 * @param patch the change
	 * @param present the connection as it is, {@code null} if that is not known: then
	 * only what the change itself says is looked at
	 * @param now the current time
	 * @return what there is to say of the connection as it would be
	 */
	public static List<Finding> check(SamlConnectionPatch patch, @Nullable SamlConnection present, Instant now) {
		return new ClerkLint(ConnectionSettings.changed(patch, present, null, null), now).run();
	}

	/**
	 * Look at a SAML connection as it is.
	 * @param connection the connection
	 * @param now the current time
	 * @return what there is to say
	 */
	public static List<Finding> check(SamlConnection connection, Instant now) {
		return check(new SamlConnectionPatch(), connection, now);
	}

	/**
	 * Look at metadata that is to be given to Clerk.
	 * @param metadata the metadata
	 * @param now the current time
	 * @return what there is to say
	 */
	public static List<Finding> check(SamlMetadata metadata, Instant now) {
		List<Finding> findings = new ArrayList<>(CertificateLint.check(metadata, now));
		addIfTooMany(metadata.signingCertificates().size(), findings);
		return sorted(findings);
	}

	private List<Finding> run() {
		checkDomains();
		if (this.settings.isSaml()) {
			checkIdp();
			checkAttributes();
		}
		return sorted(this.findings);
	}

	private void checkDomains() {
		List<String> domains = this.settings.domains();
		if (this.settings.leavesDomains()) {
			add(FindingCode.DOMAINS_MISSING.finding(Severity.WARNING, "An empty list of domains changes nothing."));
		}
		else if (domains.isEmpty() && this.settings.isWhole()) {
			add(FindingCode.DOMAINS_MISSING.finding("The connection has no domain."));
		}
		this.findings.addAll(DomainLint.check(domains));
		if (this.settings.removesVerifiedDomains()) {
			add(FindingCode.VERIFIED_DOMAINS_REMOVED.finding(
					"The activation removes verified organization domains that equal a domain of the connection."));
		}
	}

	private void checkIdp() {
		JsonNode sent = this.settings.sentIdp();
		boolean byUrl = text(sent, "idp_metadata_url") != null;
		String metadata = text(sent, "idp_metadata");
		if (byUrl || metadata != null) {
			OVERRIDDEN.stream()
				.filter(sent::hasNonNull)
				.forEach((field) -> add(FindingCode.OVERRIDDEN_BY_METADATA
					.finding("'" + field + "' is set, and what the metadata says replaces it.")));
		}
		if (metadata != null) {
			checkMetadata(metadata);
		}
		else if (!byUrl) {
			checkFields();
		}
	}

	private void checkMetadata(String metadata) {
		try {
			this.findings.addAll(check(SamlMetadata.parse(metadata), this.now));
		}
		catch (InvalidMetadataException ex) {
			add(FindingCode.METADATA_INVALID.finding("The metadata cannot be read: " + ex.getMessage() + "."));
		}
	}

	private void checkFields() {
		JsonNode idp = this.settings.idp();
		String entityId = text(idp, "idp_entity_id");
		String ssoUrl = text(idp, "idp_sso_url");
		List<String> texts = this.settings.certificates();
		List<SigningCertificate> certificates = texts.stream().map(this::read).filter(Objects::nonNull).toList();
		addIfTooMany(texts.size(), this.findings);
		SamlMetadata metadata = new SamlMetadata(entityId, (ssoUrl != null)
				? List.of(new SamlMetadata.SsoUrl(SamlMetadata.SsoUrl.HTTP_REDIRECT, ssoUrl)) : List.of(), certificates,
				List.of(), null, null, null);
		// What is missing says the rule on activation
		CertificateLint.check(metadata, this.now)
			.stream()
			.filter((finding) -> !MISSING.contains(finding.code()))
			.forEach(this::add);
		boolean described = entityId != null && ssoUrl != null && !texts.isEmpty();
		if (this.settings.isActive() && this.settings.isWhole() && !described && !this.settings.hasMetadata()) {
			add(FindingCode.ACTIVE_WITHOUT_METADATA
				.finding("The connection is to be active, and its IdP is not described."));
		}
	}

	private @Nullable SigningCertificate read(String text) {
		try {
			return SigningCertificate.parse(text);
		}
		catch (InvalidCertificateException ex) {
			add(FindingCode.CERTIFICATE_INVALID.finding("A certificate cannot be read: " + ex.getMessage() + "."));
			return null;
		}
	}

	private void checkAttributes() {
		JsonNode mapping = this.settings.idp().path("attribute_mapping");
		boolean told = this.settings.isMappingWhole() || mapping.has("email_address");
		if (mapping.isObject() && told && text(mapping, "email_address") == null) {
			add(FindingCode.EMAIL_MAPPING_MISSING.finding("No attribute is mapped to 'email_address'."));
		}
		List<String> fields = Stream.of("user_id", "email_address", "first_name", "last_name")
			.filter((field) -> text(mapping, field) != null)
			.toList();
		boolean urisAreUsual = ConnectionProvider.SAML_MICROSOFT.value().equals(this.settings.provider())
				|| fields.stream().anyMatch((field) -> isUri(mapping, field));
		if (urisAreUsual) {
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

	static @Nullable String text(JsonNode node, String field) {
		JsonNode value = node.path(field);
		return (value.isString() && StringUtils.hasText(value.stringValue())) ? value.stringValue() : null;
	}

	private static List<Finding> sorted(List<Finding> findings) {
		return findings.stream().sorted(Comparator.comparing(Finding::severity)).toList();
	}

}
