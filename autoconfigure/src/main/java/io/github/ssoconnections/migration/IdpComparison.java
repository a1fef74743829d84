// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.certificate.CertificateText;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.IdpCertificate;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.clerk.OidcSettings;
import org.jspecify.annotations.Nullable;

/**
 * Compares the IdP of a connection at Clerk with that of the connection to be created.
 *
 * @param connection the connection to be created
 * @param saml its settings for SAML
 * @param oidc its settings for OIDC
 * @param metadata the metadata of its IdP; {@code null} if it has none, or it was not
 * read
 */
record IdpComparison(NewEnterpriseConnection connection, NewEnterpriseConnection.Saml saml, OidcSettings oidc,
		@Nullable SamlMetadata metadata) {

	/**
	 * Return the differences by which it is another connection.
	 * @param found the connection at Clerk
	 * @return protocol and IdP
	 */
	List<FieldMapping> others(EnterpriseConnection found) {
		List<FieldMapping> differences = new ArrayList<>();
		compare(differences, "protocol", protocol(this.connection.get("provider")), protocol(found));
		EnterpriseConnection.Saml has = found.saml();
		if (has != null) {
			compare(differences, "saml.idp_metadata_url", this.saml.get("idp_metadata_url"), has.idpMetadataUrl());
			compare(differences, "saml.idp_entity_id", entityId(), has.idpEntityId());
			compareSsoUrls(differences, has.idpSsoUrl());
		}
		EnterpriseConnection.Oidc oauth = found.oidc();
		if (oauth != null) {
			compare(differences, "oidc.discovery_url", this.oidc.get("discovery_url"), oauth.discoveryUrl());
			compare(differences, "oidc.auth_url", this.oidc.get("auth_url"), oauth.authUrl());
			compare(differences, "oidc.token_url", this.oidc.get("token_url"), oauth.tokenUrl());
		}
		return differences;
	}

	/**
	 * Return these differences, and those of a client or of certificates, which can be
	 * replaced at the same IdP.
	 * @param found the connection at Clerk
	 * @return the differences
	 */
	List<FieldMapping> differences(EnterpriseConnection found) {
		List<FieldMapping> differences = new ArrayList<>(others(found));
		EnterpriseConnection.Saml has = found.saml();
		if (has != null) {
			compareCertificates(differences, fingerprints(texts(has.idpCertificates())));
		}
		EnterpriseConnection.Oidc oauth = found.oidc();
		if (oauth != null) {
			compare(differences, "oidc.client_id", this.oidc.get("client_id"), oauth.clientId());
		}
		return differences;
	}

	private @Nullable Object entityId() {
		return (this.metadata != null) ? this.metadata.entityId() : this.saml.get("idp_entity_id");
	}

	// Of the URLs in metadata, Clerk chooses one itself
	private void compareSsoUrls(List<FieldMapping> differences, @Nullable String found) {
		if (this.metadata == null) {
			compare(differences, "saml.idp_sso_url", this.saml.get("idp_sso_url"), found);
		}
		else if (this.metadata.ssoUrls().stream().noneMatch((url) -> url.location().equals(found))) {
			compare(differences, "saml.idp_sso_url", this.metadata.ssoUrl(), found);
		}
	}

	// Clerk need not have all certificates of metadata
	private void compareCertificates(List<FieldMapping> differences, @Nullable Set<String> found) {
		if (this.metadata == null) {
			compare(differences, "saml.idp_certificates", fingerprints(texts(this.saml.get("idp_certificates"))),
					found);
			return;
		}
		Set<String> wanted = this.metadata.signingCertificates()
			.stream()
			.map(SigningCertificate::sha256)
			.collect(Collectors.toCollection(TreeSet::new));
		if (found != null && Collections.disjoint(wanted, found)) {
			compare(differences, "saml.idp_certificates", wanted, found);
		}
	}

	private static @Nullable String protocol(EnterpriseConnection found) {
		String protocol = protocol(found.provider());
		if (protocol != null || (found.saml() == null) == (found.oidc() == null)) {
			return protocol;
		}
		return (found.saml() != null) ? "saml" : "oidc";
	}

	private static @Nullable String protocol(@Nullable Object provider) {
		String name = (provider != null) ? provider.toString().toLowerCase(Locale.ROOT) : "";
		return Stream.of("saml", "oidc").filter((protocol) -> name.startsWith(protocol + "_")).findFirst().orElse(null);
	}

	// What was not decided, or is absent from the response, does not differ
	static void compare(List<FieldMapping> differences, String field, @Nullable Object wanted, @Nullable Object found) {
		if (wanted != null && found != null && !wanted.equals(found)) {
			add(differences, field, wanted, found);
		}
	}

	static void add(List<FieldMapping> differences, String field, Object wanted, @Nullable Object found) {
		differences.add(new FieldMapping(null, field,
				"Clerk has " + ((found != null) ? Excerpt.quoted(String.valueOf(found)) : "none")
						+ ", the migration would set " + Excerpt.quoted(String.valueOf(wanted)) + "."));
	}

	private static @Nullable List<String> texts(@Nullable Object certificates) {
		Set<String> texts = collect(certificates, (certificate) -> (certificate instanceof IdpCertificate one)
				? one.certificate() : String.valueOf(certificate));
		return (texts != null) ? List.copyOf(texts) : null;
	}

	private static @Nullable Set<String> fingerprints(@Nullable List<String> texts) {
		return (texts == null || texts.isEmpty()) ? null
				: texts.stream()
					.flatMap((text) -> CertificateText.read(text).certificates().stream())
					.map(SigningCertificate::sha256)
					.collect(Collectors.toCollection(TreeSet::new));
	}

	static @Nullable Set<String> collect(@Nullable Object items, Function<Object, @Nullable String> text) {
		return (items instanceof Collection<?> all) ? all.stream()
			.filter(Objects::nonNull)
			.map((item) -> text.apply(item))
			.filter(Objects::nonNull)
			.collect(Collectors.toCollection(TreeSet::new)) : null;
	}

}
