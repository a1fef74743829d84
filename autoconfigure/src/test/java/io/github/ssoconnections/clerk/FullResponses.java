// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Instant;

import io.github.ssoconnections.testing.Records;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asserts every component of the full responses, value by value.
 */
final class FullResponses {

	private FullResponses() {
	}

	static void isFull(EnterpriseConnection connection) {
		assertThat(connection.object()).isEqualTo("enterprise_connection");
		assertThat(connection.id()).isEqualTo("ent_1");
		assertThat(connection.name()).isEqualTo("Acmé GmbH & Söhne");
		assertThat(connection.provider()).isEqualTo(ConnectionProvider.SAML_OKTA);
		assertThat(connection.logoPublicUrl()).isEqualTo("https://img.clerk.com/okta.png");
		assertThat(connection.active()).isTrue();
		assertThat(connection.domains()).containsExactly("acme.com", "acme.de");
		assertThat(connection.organizationId()).isEqualTo("org_1");
		assertThat(connection.syncUserAttributes()).isFalse();
		assertThat(connection.disableAdditionalIdentifications()).isTrue();
		assertThat(connection.allowOrganizationAccountLinking()).isFalse();
		assertThat(connection.authenticatable()).isTrue();
		assertThat(connection.disableJitProvisioning()).isFalse();
		assertThat(connection.customAttributes()).hasSize(2);
		areFull(connection.customAttributes().get(0), connection.customAttributes().get(1));
		isFull(connection.saml());
		isFull(connection.oidc());
		assertThat(connection.createdAt()).isEqualTo(Instant.parse("2023-11-14T22:13:20.007Z"));
		assertThat(connection.updatedAt()).isEqualTo(Instant.parse("2023-11-14T22:13:20.008Z"));
		hasNoNull(connection);
	}

	private static void areFull(CustomAttribute first, CustomAttribute second) {
		assertThat(first.name()).isEqualTo("Department");
		assertThat(first.key()).isEqualTo("department");
		assertThat(first.ssoPath()).isEqualTo("dept");
		assertThat(first.scimPath()).isEqualTo("urn.dept");
		assertThat(first.directoryPath()).isEqualTo("urn.department");
		assertThat(first.multiValued()).isTrue();
		assertThat(second.name()).isEqualTo("Badge");
		assertThat(second.multiValued()).isFalse();
	}

	private static void isFull(EnterpriseConnection.Saml saml) {
		assertThat(saml.id()).isEqualTo("samlc_1");
		assertThat(saml.name()).isEqualTo("Acme SAML");
		assertThat(saml.idpEntityId()).isEqualTo("https://idp.acme.com/entity");
		assertThat(saml.idpSsoUrl()).isEqualTo("https://idp.acme.com/sso");
		assertThat(saml.idpMetadataUrl()).isEqualTo("https://idp.acme.com/metadata");
		assertThat(saml.idpCertificate()).isEqualTo("MIIB1");
		assertThat(saml.idpCertificateIssuedAt()).isEqualTo(Instant.ofEpochMilli(1700000000001L));
		assertThat(saml.idpCertificateExpiresAt()).isEqualTo(Instant.ofEpochMilli(1800000000002L));
		assertThat(saml.idpCertificates()).hasSize(2);
		areFull(saml.idpCertificates().get(0), saml.idpCertificates().get(1));
		assertThat(saml.acsUrl()).isEqualTo("https://clerk.acme.app/v1/saml/acs/samlc_1");
		assertThat(saml.spEntityId()).isEqualTo("https://clerk.acme.app/saml/samlc_1");
		assertThat(saml.spMetadataUrl()).isEqualTo("https://clerk.acme.app/v1/saml/metadata/samlc_1.xml");
		assertThat(saml.active()).isFalse();
		assertThat(saml.allowIdpInitiated()).isTrue();
		assertThat(saml.allowSubdomains()).isFalse();
		assertThat(saml.forceAuthn()).isTrue();
		isFull(saml.loginHint());
	}

	private static void areFull(IdpCertificate first, IdpCertificate second) {
		assertThat(first.certificate()).isEqualTo("MIIB1");
		assertThat(first.issuedAt()).isEqualTo(Instant.ofEpochMilli(1700000000001L));
		assertThat(first.expiresAt()).isEqualTo(Instant.ofEpochMilli(1800000000002L));
		assertThat(second.certificate()).isEqualTo("MIIB2");
		assertThat(second.issuedAt()).isEqualTo(Instant.ofEpochMilli(1700000000003L));
		assertThat(second.expiresAt()).isEqualTo(Instant.ofEpochMilli(1900000000004L));
	}

	private static void isFull(LoginHint loginHint) {
		assertThat(loginHint.mode()).isEqualTo(LoginHintMode.CUSTOM_ATTRIBUTE);
		assertThat(loginHint.source()).isEqualTo("employee_id");
	}

	private static void isFull(EnterpriseConnection.Oidc oauth) {
		assertThat(oauth.id()).isEqualTo("oauthc_1");
		assertThat(oauth.name()).isEqualTo("Acme OIDC");
		assertThat(oauth.providerKey()).isEqualTo("oidc_custom");
		assertThat(oauth.clientId()).isEqualTo("acme-client");
		assertThat(oauth.discoveryUrl()).isEqualTo("https://login.acme.com/.well-known/openid-configuration");
		assertThat(oauth.authUrl()).isEqualTo("https://login.acme.com/authorize");
		assertThat(oauth.tokenUrl()).isEqualTo("https://login.acme.com/token");
		assertThat(oauth.userInfoUrl()).isEqualTo("https://login.acme.com/userinfo");
		assertThat(oauth.requiresPkce()).isTrue();
		assertThat(oauth.logoPublicUrl()).isEqualTo("https://img.clerk.com/oidc.png");
		assertThat(oauth.createdAt()).isEqualTo(Instant.ofEpochMilli(1700000000005L));
		assertThat(oauth.updatedAt()).isEqualTo(Instant.ofEpochMilli(1700000000006L));
	}

	static void isFull(SamlConnection connection) {
		assertThat(connection.object()).isEqualTo("saml_connection");
		assertThat(connection.id()).isEqualTo("samlc_1");
		assertThat(connection.name()).isEqualTo("Acmé GmbH & Söhne");
		assertThat(connection.domain()).isEqualTo("acme.com");
		assertThat(connection.domains()).containsExactly("acme.com", "acme.de");
		assertThat(connection.idpEntityId()).isEqualTo("https://idp.acme.com/entity");
		assertThat(connection.idpSsoUrl()).isEqualTo("https://idp.acme.com/sso");
		assertThat(connection.idpCertificate()).isEqualTo("MIIB1");
		assertThat(connection.idpCertificateIssuedAt()).isEqualTo(Instant.ofEpochMilli(1700000000001L));
		assertThat(connection.idpCertificateExpiresAt()).isEqualTo(Instant.ofEpochMilli(1800000000002L));
		assertThat(connection.idpCertificates()).hasSize(2);
		areFull(connection.idpCertificates().get(0), connection.idpCertificates().get(1));
		assertThat(connection.idpMetadataUrl()).isEqualTo("https://idp.acme.com/metadata");
		assertThat(connection.idpMetadata()).isEqualTo("<EntityDescriptor entityID=\"https://idp.acme.com/entity\"/>");
		assertThat(connection.acsUrl()).isEqualTo("https://clerk.acme.app/v1/saml/acs/samlc_1");
		assertThat(connection.spEntityId()).isEqualTo("https://clerk.acme.app/saml/samlc_1");
		assertThat(connection.spMetadataUrl()).isEqualTo("https://clerk.acme.app/v1/saml/metadata/samlc_1.xml");
		assertThat(connection.organizationId()).isEqualTo("org_1");
		assertThat(connection.attributeMapping().userId()).isEqualTo("nameid");
		assertThat(connection.attributeMapping().emailAddress()).isEqualTo("mail");
		assertThat(connection.attributeMapping().firstName()).isEqualTo("givenName");
		assertThat(connection.attributeMapping().lastName()).isEqualTo("surname");
		assertThat(connection.active()).isTrue();
		assertThat(connection.provider()).isEqualTo(ConnectionProvider.SAML_MICROSOFT);
		assertThat(connection.userCount()).isEqualTo(3_000_000_000L);
		assertThat(connection.syncUserAttributes()).isFalse();
		assertThat(connection.allowSubdomains()).isTrue();
		assertThat(connection.allowIdpInitiated()).isFalse();
		assertThat(connection.disableAdditionalIdentifications()).isTrue();
		assertThat(connection.allowOrganizationAccountLinking()).isFalse();
		assertThat(connection.authenticatable()).isTrue();
		assertThat(connection.disableJitProvisioning()).isFalse();
		assertThat(connection.forceAuthn()).isTrue();
		isFull(connection.loginHint());
		assertThat(connection.enterpriseConnectionId()).isEqualTo("ent_1");
		assertThat(connection.createdAt()).isEqualTo(Instant.ofEpochMilli(1700000000007L));
		assertThat(connection.updatedAt()).isEqualTo(Instant.ofEpochMilli(1700000000008L));
		hasNoNull(connection);
	}

	static void isFull(TestRun run) {
		assertThat(run.id()).isEqualTo("entr_1");
		assertThat(run.status()).isEqualTo(TestRunStatus.SUCCESS);
		assertThat(run.connectionType()).isEqualTo(ConnectionType.SAML);
		assertThat(run.parsedUserInfo().emailAddress()).isEqualTo("jane@acme.com");
		assertThat(run.parsedUserInfo().firstName()).isEqualTo("Jane");
		assertThat(run.parsedUserInfo().lastName()).isEqualTo("Doe");
		assertThat(run.parsedUserInfo().userId()).isEqualTo("jane-1");
		assertThat(run.logs()).hasSize(2);
		TestRun.Log log = run.logs().get(0);
		assertThat(log.level()).isEqualTo("info");
		assertThat(log.code()).isEqualTo("signed_in");
		assertThat(log.shortMessage()).isEqualTo("Signed in");
		assertThat(log.message()).isEqualTo("The user signed in.");
		assertThat(run.logs().get(1).level()).isEqualTo("error");
		assertThat(run.saml().samlRequest()).isEqualTo("request-1");
		assertThat(run.saml().samlResponse().value()).isEqualTo("secret-saml-response");
		assertThat(run.saml().relayState()).isEqualTo("state-1");
		assertThat(run.oauth().idToken().value()).isEqualTo("secret-id-token");
		assertThat(run.oauth().accessToken().value()).isEqualTo("secret-access-token");
		assertThat(run.oauth().userInfo()).isEqualTo("{\"sub\":\"jane-1\"}");
		assertThat(run.createdAt()).isEqualTo(Instant.ofEpochMilli(1700000000009L));
		hasNoNull(run);
	}

	static void isFull(TestRunLink link) {
		assertThat(link.url().value()).isEqualTo("https://clerk.acme.app/v1/test_runs?token=secret-link-token");
		hasNoNull(link);
	}

	static void isFull(DeletedObject deleted) {
		assertThat(deleted.object()).isEqualTo("enterprise_connection");
		assertThat(deleted.id()).isEqualTo("ent_1");
		assertThat(deleted.slug()).isEqualTo("acme");
		assertThat(deleted.deleted()).isTrue();
		assertThat(deleted.externalId()).isEqualTo("customer-1");
		hasNoNull(deleted);
	}

	/**
	 * Assert that no component was left out, and that all fields are modelled.
	 */
	private static void hasNoNull(Record response) {
		Records.walk(response, (path, value) -> {
			assertThat(value).as(path).isNotNull();
			if (Records.isUnknownFields(path, value)) {
				assertThat(value).as(path).asString().isEqualTo("[]");
			}
		});
	}

}
