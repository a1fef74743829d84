// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.ssoconnections.Excerpt;
import io.github.ssoconnections.certificate.CertificateText;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.clerk.CustomAttribute;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.IdpCertificate;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.clerk.OidcSettings;
import org.jspecify.annotations.Nullable;

/**
 * Connection at Clerk that is to be created, and what an update sets afterwards.
 */
final class TargetConnection {

	private static final String IDP_INITIATED = "allow_idp_initiated";

	private final NewEnterpriseConnection connection = new NewEnterpriseConnection().active(false);

	private final NewEnterpriseConnection.Saml saml = new NewEnterpriseConnection.Saml();

	private final OidcSettings oidc = new OidcSettings();

	private @Nullable Boolean syncUserAttributes;

	NewEnterpriseConnection connection() {
		return this.connection;
	}

	NewEnterpriseConnection.Saml saml() {
		this.connection.saml(this.saml);
		return this.saml;
	}

	OidcSettings oidc() {
		this.connection.oidc(this.oidc);
		return this.oidc;
	}

	/**
	 * Set what Clerk ignores in a creation.
	 * @param syncUserAttributes whether attributes are updated at each sign-in
	 */
	void syncUserAttributes(boolean syncUserAttributes) {
		this.syncUserAttributes = syncUserAttributes;
	}

	@Nullable String organizationId() {
		return (this.connection.get("organization_id") instanceof String id) ? id : null;
	}

	/**
	 * Return what completes a connection that was created, or found.
	 * @param found the connection at Clerk
	 * @return the update, {@code null} if there is nothing to do: also if users sign in
	 * with the connection, or it has another IdP
	 */
	@Nullable EnterpriseConnectionPatch patch(EnterpriseConnection found) {
		if (Boolean.TRUE.equals(found.active()) || !idpDifferences(found).isEmpty()) {
			return null;
		}
		EnterpriseConnectionPatch patch = new EnterpriseConnectionPatch();
		if (this.syncUserAttributes != null && !this.syncUserAttributes.equals(found.syncUserAttributes())) {
			patch.syncUserAttributes(this.syncUserAttributes);
		}
		EnterpriseConnection.Saml has = found.saml();
		if (has != null && this.saml.get(IDP_INITIATED) instanceof Boolean wanted
				&& !wanted.equals(has.allowIdpInitiated())) {
			patch.saml(new EnterpriseConnectionPatch.Saml().allowIdpInitiated(wanted));
		}
		return patch.fields().isEmpty() ? null : patch;
	}

	List<FieldMapping> differences(EnterpriseConnection found) {
		List<FieldMapping> differences = new ArrayList<>(idpDifferences(found));
		compare(differences, "provider", this.connection.get("provider"), found.provider());
		String organizationId = organizationId();
		if (organizationId != null && !organizationId.equals(found.organizationId())) {
			add(differences, "organization_id", organizationId, found.organizationId());
		}
		compare(differences, "sync_user_attributes", this.syncUserAttributes, found.syncUserAttributes());
		compare(differences, "custom_attributes", keys(this.connection.get("custom_attributes")),
				keys(found.customAttributes()));
		EnterpriseConnection.Saml has = found.saml();
		if (has != null) {
			compare(differences, "saml." + IDP_INITIATED, this.saml.get(IDP_INITIATED), has.allowIdpInitiated());
		}
		EnterpriseConnection.Oidc oauth = found.oidc();
		if (oauth != null) {
			compare(differences, "oidc.requires_pkce", this.oidc.get("requires_pkce"), oauth.requiresPkce());
		}
		return differences;
	}

	private List<FieldMapping> idpDifferences(EnterpriseConnection found) {
		List<FieldMapping> differences = new ArrayList<>();
		EnterpriseConnection.Saml has = found.saml();
		if (has != null) {
			compare(differences, "saml.idp_metadata_url", this.saml.get("idp_metadata_url"), has.idpMetadataUrl());
			compare(differences, "saml.idp_entity_id", this.saml.get("idp_entity_id"), has.idpEntityId());
			compare(differences, "saml.idp_sso_url", this.saml.get("idp_sso_url"), has.idpSsoUrl());
			compare(differences, "saml.idp_certificates", fingerprints(texts(this.saml.get("idp_certificates"))),
					fingerprints(texts(has.idpCertificates())));
		}
		EnterpriseConnection.Oidc oauth = found.oidc();
		if (oauth != null) {
			compare(differences, "oidc.client_id", this.oidc.get("client_id"), oauth.clientId());
			compare(differences, "oidc.discovery_url", this.oidc.get("discovery_url"), oauth.discoveryUrl());
			compare(differences, "oidc.auth_url", this.oidc.get("auth_url"), oauth.authUrl());
			compare(differences, "oidc.token_url", this.oidc.get("token_url"), oauth.tokenUrl());
		}
		return differences;
	}

	// What was not decided, or is absent from the response, does not differ
	private static void compare(List<FieldMapping> differences, String field, @Nullable Object wanted,
			@Nullable Object found) {
		if (wanted != null && found != null && !wanted.equals(found)) {
			add(differences, field, wanted, found);
		}
	}

	private static void add(List<FieldMapping> differences, String field, Object wanted, @Nullable Object found) {
		differences.add(new FieldMapping(null, field,
				"Clerk has " + ((found != null) ? Excerpt.quoted(String.valueOf(found)) : "none")
						+ ", the migration would set " + Excerpt.quoted(String.valueOf(wanted)) + "."));
	}

	private static @Nullable Set<String> keys(@Nullable Object attributes) {
		return collect(attributes, (attribute) -> (attribute instanceof CustomAttribute one) ? one.key() : null);
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

	private static @Nullable Set<String> collect(@Nullable Object items, Function<Object, @Nullable String> text) {
		return (items instanceof Collection<?> all) ? all.stream()
			.filter(Objects::nonNull)
			.map((item) -> text.apply(item))
			.filter(Objects::nonNull)
			.collect(Collectors.toCollection(TreeSet::new)) : null;
	}

}
