// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.auth0.application.Application;
import io.github.ssoconnections.auth0.application.OrganizationDiscoveryMethod;
import io.github.ssoconnections.auth0.application.OrganizationRequireBehavior;
import io.github.ssoconnections.auth0.application.OrganizationUsage;
import io.github.ssoconnections.auth0.directory.DefaultDirectoryMapping;
import io.github.ssoconnections.auth0.directory.DirectoryMapping;
import io.github.ssoconnections.auth0.directory.DirectoryProvisioning;
import io.github.ssoconnections.auth0.directory.DirectorySynchronization;
import io.github.ssoconnections.auth0.directory.SynchronizeGroups;
import io.github.ssoconnections.auth0.directory.SynchronizedGroup;
import io.github.ssoconnections.auth0.discovery.DiscoveryDomain;
import io.github.ssoconnections.auth0.discovery.DiscoveryDomainStatus;
import io.github.ssoconnections.auth0.organization.Organization;
import io.github.ssoconnections.auth0.organization.OrganizationConnection;
import io.github.ssoconnections.auth0.organization.OrganizationConnectionInformation;
import io.github.ssoconnections.auth0.scim.DefaultScimMapping;
import io.github.ssoconnections.auth0.scim.ScimConfiguration;
import io.github.ssoconnections.auth0.scim.ScimMapping;
import io.github.ssoconnections.auth0.scim.ScimToken;
import io.github.ssoconnections.auth0.selfservice.SelfServiceProfile;
import io.github.ssoconnections.auth0.selfservice.SelfServiceTicketLink;
import io.github.ssoconnections.auth0.selfservice.SelfServiceUserAttribute;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.testing.Records;
import io.github.ssoconnections.testing.Setters;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Responses with missing and unknown fields, written again; and that responses, bodies
 * and values match the vendor's document.
 */
class ResponseTests {

	/** The schemas of the vendor's document, kept with the sandbox that follows them. */
	private static final JsonNode DOCUMENT = read("auth0.json");

	/** What is newer than the document, with the source. */
	private static final JsonNode NEWER = read("auth0-newer.json");

	/** Responses by the names that the document has for them. */
	private static final Map<String, Class<?>> RESPONSES = Map.ofEntries(
			Map.entry("GetConnectionResponseContent", Auth0Connection.class),
			Map.entry("ConnectionForList", Auth0Connection.class),
			Map.entry("CreateConnectionResponseContent", Auth0Connection.class),
			Map.entry("UpdateConnectionResponseContent", Auth0Connection.class),
			Map.entry("ConnectionAuthenticationPurpose", AuthenticationPurpose.class),
			Map.entry("ConnectionConnectedAccountsPurpose", ConnectedAccountsPurpose.class),
			Map.entry("CrossAppAccessRequestingApp", CrossAppAccessRequestingApp.class),
			Map.entry("CrossAppAccessResourceApp", CrossAppAccessResourceApp.class),
			Map.entry("ConnectionEnabledClient", EnabledClient.class), Map.entry("ConnectionKey", ConnectionKey.class),
			Map.entry("RotateConnectionsKeysResponseContent", ConnectionKey.class),
			Map.entry("ScimConfiguration", ScimConfiguration.class),
			Map.entry("GetScimConfigurationResponseContent", ScimConfiguration.class),
			Map.entry("ScimMappingItem", ScimMapping.class),
			Map.entry("GetScimConfigurationDefaultMappingResponseContent", DefaultScimMapping.class),
			Map.entry("ScimTokenItem", ScimToken.class), Map.entry("CreateScimTokenResponseContent", ScimToken.class),
			Map.entry("DirectoryProvisioning", DirectoryProvisioning.class),
			Map.entry("GetDirectoryProvisioningResponseContent", DirectoryProvisioning.class),
			Map.entry("DirectoryProvisioningMappingItem", DirectoryMapping.class),
			Map.entry("GetDirectoryProvisioningDefaultMappingResponseContent", DefaultDirectoryMapping.class),
			Map.entry("CreateDirectorySynchronizationResponseContent", DirectorySynchronization.class),
			Map.entry("SynchronizedGroupPayload", SynchronizedGroup.class),
			Map.entry("OrganizationDiscoveryDomain", DiscoveryDomain.class),
			Map.entry("CreateOrganizationDiscoveryDomainResponseContent", DiscoveryDomain.class),
			Map.entry("GetOrganizationDiscoveryDomainResponseContent", DiscoveryDomain.class),
			Map.entry("GetOrganizationDiscoveryDomainByNameResponseContent", DiscoveryDomain.class),
			Map.entry("UpdateOrganizationDiscoveryDomainResponseContent", DiscoveryDomain.class),
			Map.entry("Client", Application.class), Map.entry("GetClientResponseContent", Application.class),
			Map.entry("Organization", Organization.class),
			Map.entry("CreateOrganizationResponseContent", Organization.class),
			Map.entry("GetOrganizationResponseContent", Organization.class),
			Map.entry("GetOrganizationByNameResponseContent", Organization.class),
			Map.entry("OrganizationConnection", OrganizationConnection.class),
			Map.entry("OrganizationAllConnectionPost", OrganizationConnection.class),
			Map.entry("AddOrganizationConnectionResponseContent", OrganizationConnection.class),
			Map.entry("GetOrganizationConnectionResponseContent", OrganizationConnection.class),
			Map.entry("UpdateOrganizationConnectionResponseContent", OrganizationConnection.class),
			Map.entry("OrganizationConnectionInformation", OrganizationConnectionInformation.class),
			Map.entry("SelfServiceProfile", SelfServiceProfile.class),
			Map.entry("SelfServiceProfileUserAttribute", SelfServiceUserAttribute.class),
			Map.entry("CreateSelfServiceProfileSsoTicketResponseContent", SelfServiceTicketLink.class));

	private static JsonNode read(String name) {
		return WireJson.mapper().readTree(Path.of("../sandbox/src/test/resources/schema/", name).toFile());
	}

	static Stream<Class<?>> types() {
		return RESPONSES.values().stream().distinct();
	}

	static Stream<Arguments> schemas() {
		return RESPONSES.entrySet().stream().map((entry) -> Arguments.of(entry.getKey(), entry.getValue()));
	}

	@ParameterizedTest
	@MethodSource("schemas")
	void hasTheFieldsOfTheDocument(String schema, Class<?> type) {
		Set<String> modelled = Records.fields(type).stream().map(Records::wireName).collect(Collectors.toSet());
		assertThat(modelled).containsAll(properties(schema).keySet());
	}

	@ParameterizedTest
	@MethodSource("schemas")
	void hasATypeForEachFieldOfTheDocument(String schema, Class<?> type) {
		for (RecordComponent component : Records.fields(type)) {
			JsonNode property = properties(schema).get(Records.wireName(component));
			if (property != null && property.path("type").isString()) {
				assertThat(component.getType()).as(schema + "." + component.getName())
					.isIn(typesOf(property.get("type").stringValue(), component.getName()));
			}
		}
	}

	@Test
	void modelsOnlyFieldsOfTheDocument() {
		types().forEach((type) -> {
			Set<String> known = RESPONSES.entrySet()
				.stream()
				.filter((entry) -> entry.getValue() == type)
				.flatMap((entry) -> properties(entry.getKey()).keySet().stream())
				.collect(Collectors.toSet());
			assertThat(Records.fields(type).stream().map(Records::wireName)).as(type.getSimpleName())
				.containsExactlyInAnyOrderElementsOf(known);
		});
	}

	@Test
	void bodiesHaveTheFieldsOfTheDocument() {
		has("CreateConnectionRequestContent", BodySetters.NEW_CONNECTION, "enabled_clients");
		has("UpdateConnectionRequestContent", BodySetters.PATCH, "enabled_clients", "options");
		has("PostConnectionKeysRequestContent", BodySetters.KEY_SETTINGS);
		has("RotateConnectionKeysRequestContent", BodySetters.KEY_SETTINGS);
		has("CreateScimConfigurationRequestContent", BodySetters.SCIM_SETTINGS);
		has("UpdateScimConfigurationRequestContent", BodySetters.SCIM_SETTINGS);
		has("CreateScimTokenRequestContent", BodySetters.SCIM_TOKEN);
		has("CreateDirectoryProvisioningRequestContent", BodySetters.DIRECTORY);
		has("UpdateDirectoryProvisioningRequestContent", BodySetters.DIRECTORY);
		has("ReplaceSynchronizedGroupsRequestContent", BodySetters.GROUPS);
		has("CreateOrganizationRequestContent", BodySetters.ORGANIZATION, "branding", "enabled_connections",
				"token_quota");
		has("CreateSelfServiceProfileRequestContent", BodySetters.PROFILE);
		has("UpdateSelfServiceProfileRequestContent", BodySetters.PROFILE_PATCH);
		has("SelfServiceProfileSsoTicketEnabledOrganization", BodySetters.TICKET_ORGANIZATION);
		has("SelfServiceProfileSsoTicketEnabledFeatures", BodySetters.TICKET_FEATURES);
		has("SelfServiceProfileSsoTicketConnectionOptions", BodySetters.TICKET_OPTIONS);
		has("SelfServiceProfileSsoTicketProvisioningConfig", BodySetters.TICKET_PROVISIONING);
		has("CreateOrganizationDiscoveryDomainRequestContent", BodySetters.DISCOVERY_DOMAIN, "status");
		has("UpdateOrganizationDiscoveryDomainRequestContent", BodySetters.DISCOVERY_DOMAIN_PATCH, "status");
		has("UpdateOrganizationAllConnectionRequestContent", BodySetters.ORGANIZATION_CONNECTION, "is_signup_enabled");
	}

	@Test
	void valuesMatchTheDocument() {
		assertThat(values("ConnectionIdentityProviderEnum")).contains(ConnectionStrategy.SAMLP.value(),
				ConnectionStrategy.OIDC.value(), ConnectionStrategy.OKTA.value(), ConnectionStrategy.WAAD.value(),
				ConnectionStrategy.ADFS.value(), ConnectionStrategy.GOOGLE_APPS.value(),
				ConnectionStrategy.PINGFEDERATE.value(), ConnectionStrategy.AD.value(),
				ConnectionStrategy.AUTH0.value());
		assertThat(values("OrganizationDiscoveryDomainStatus"))
			.containsExactlyInAnyOrder(DiscoveryDomainStatus.PENDING.value(), DiscoveryDomainStatus.VERIFIED.value());
		assertThat(values("ClientOrganizationUsageEnum")).containsExactlyInAnyOrder(OrganizationUsage.DENY.value(),
				OrganizationUsage.ALLOW.value(), OrganizationUsage.REQUIRE.value());
		assertThat(values("ClientOrganizationRequireBehaviorEnum")).containsExactlyInAnyOrder(
				OrganizationRequireBehavior.NO_PROMPT.value(), OrganizationRequireBehavior.PRE_LOGIN_PROMPT.value(),
				OrganizationRequireBehavior.POST_LOGIN_PROMPT.value());
		assertThat(values("ClientOrganizationDiscoveryEnum")).containsExactlyInAnyOrder(
				OrganizationDiscoveryMethod.EMAIL.value(), OrganizationDiscoveryMethod.ORGANIZATION_NAME.value());
		assertThat(values("ConnectionKeyUseEnum")).containsExactlyInAnyOrder(KeyUse.SIGNING.value(),
				KeyUse.ENCRYPTION.value());
		assertThat(values("SynchronizeGroupsEnum")).containsExactlyInAnyOrder(SynchronizeGroups.ALL.value(),
				SynchronizeGroups.OFF.value(), SynchronizeGroups.SELECTED.value());
		assertThat(values("PostConnectionKeysAlgEnum")).containsExactlyInAnyOrder(SigningAlgorithm.RS256.value(),
				SigningAlgorithm.RS384.value(), SigningAlgorithm.RS512.value(), SigningAlgorithm.PS256.value(),
				SigningAlgorithm.PS384.value(), SigningAlgorithm.ES256.value(), SigningAlgorithm.ES384.value());
	}

	@ParameterizedTest
	@MethodSource("types")
	void acceptsAnEmptyResponse(Class<?> type) {
		Records.takesNothing(type);
	}

	@ParameterizedTest
	@MethodSource("types")
	void readsEachFieldIntoItsOwnComponent(Class<?> type) {
		Records.readsEachField(type);
	}

	@ParameterizedTest
	@MethodSource("types")
	void keepsUnknownFieldsAndIsUnmodifiable(Class<?> type) {
		String text = "{\"new_text\":\"secret-1\",\"new_null\":null,\"new_object\":{\"b\":[1.10,{\"a\":null}]}}";
		Record response = (Record) WireJson.mapper().readValue(text, type);
		assertThat(response.toString()).contains("new_text").doesNotContain("secret-1");
		String written = WireJson.mapper().writeValueAsString(response);
		assertThat(written).contains("\"new_text\":\"secret-1\"", "\"new_null\":null",
				"\"new_object\":{\"b\":[1.10,{\"a\":null}]}");
		Records.cannotBeChanged(WireJson.mapper()
			.readValue("{\"new\":1,\"mapping\":[{}],\"realms\":[\"a\"],\"metadata\":{\"a\":\"b\"},\"options\":{}}",
					type));
	}

	@Test
	void readsAndWritesAConnection() {
		String text = """
				{"id":"con_1","name":"acme","display_name":"Acmé","strategy":"new-strategy",\
				"options":{"client_secret":"secret-1","amount":1.10},"realms":["acme","acme.com"],\
				"enabled_clients":["a"],"is_domain_connection":false,"show_as_button":true,\
				"metadata":{"crm":"7","none":null},"authentication":{"active":true},\
				"connected_accounts":{"active":false,"cross_app_access":true},\
				"cross_app_access_requesting_app":{"active":false,"new":1},\
				"cross_app_access_resource_app":{"status":"enabled"}}""";
		Auth0Connection connection = WireJson.mapper().readValue(text, Auth0Connection.class);
		assertThat(connection.id()).isEqualTo("con_1");
		assertThat(connection.name()).isEqualTo("acme");
		assertThat(connection.displayName()).isEqualTo("Acmé");
		assertThat(connection.strategy()).isEqualTo(new ConnectionStrategy("new-strategy")).hasToString("new-strategy");
		assertThat(connection.options()).containsEntry("amount", new BigDecimal("1.10"))
			.containsEntry("client_secret", Secret.of("secret-1"));
		assertThat(connection.realms()).containsExactly("acme", "acme.com");
		assertThat(connection.enabledClients()).containsExactly("a");
		assertThat(connection.isDomainConnection()).isFalse();
		assertThat(connection.showAsButton()).isTrue();
		assertThat(connection.metadata()).containsEntry("crm", "7").containsEntry("none", null);
		assertThat(connection.authentication()).isEqualTo(AuthenticationPurpose.of(true));
		assertThat(connection.connectedAccounts())
			.isEqualTo(ConnectedAccountsPurpose.of(false).withCrossAppAccess(true));
		assertThat(connection.crossAppAccessRequestingApp().unknownFields()).containsEntry("new", 1);
		assertThat(WireJson.mapper().writeValueAsString(connection)).isEqualTo(text);
		assertThat(connection.toString()).doesNotContain("secret-1");
		assertThat(WireJson.masked().writeValueAsString(connection)).doesNotContain("secret-1");
	}

	@Test
	void readsTimesAndMasksTokens() {
		ScimToken token = WireJson.mapper()
			.readValue("{\"token_id\":\"tok_1\",\"token\":\"secret-1\",\"created_at\":\"2026-06-25T01:02:03.004Z\"}",
					ScimToken.class);
		assertThat(token.token()).isEqualTo(Secret.of("secret-1"));
		assertThat(token.toString() + WireJson.masked().writeValueAsString(token)).doesNotContain("secret-1");
		ScimConfiguration configuration = WireJson.mapper()
			.readValue("{\"created_at\":\"2026-06-25T01:02:03.004Z\",\"updated_on\":\"2026-06-25T01:02:03Z\"}",
					ScimConfiguration.class);
		assertThat(configuration.createdAt()).isEqualTo(Instant.parse("2026-06-25T01:02:03.004Z"));
		assertThat(configuration.updatedOn()).isEqualTo(Instant.parse("2026-06-25T01:02:03Z"));
	}

	private static Set<Class<?>> typesOf(String type, String name) {
		boolean time = name.matches("(created|updated|lastSynchronization)(At|On)");
		return switch (type) {
			case "boolean" -> Set.of(Boolean.class);
			case "array" -> Set.of(List.class);
			case "integer" -> Set.of(Long.class);
			case "string" -> time ? Set.of(Instant.class, String.class)
					: Set.of(String.class, Secret.class, ConnectionStrategy.class, SigningAlgorithm.class);
			default -> Set.of();
		};
	}

	private static void has(String schema, Setters<?> body, String... notSent) {
		Set<String> fields = body.signatures()
			.stream()
			.map((setter) -> body.wire(setter).replaceFirst("\"([^\"]+)\".*", "$1"))
			.collect(Collectors.toSet());
		fields.addAll(Set.of(notSent));
		assertThat(fields).as(schema).containsExactlyInAnyOrderElementsOf(properties(schema).keySet());
	}

	private static List<String> values(String schema) {
		return StreamSupport.stream(DOCUMENT.at("/$defs/" + schema + "/enum").spliterator(), false)
			.map(JsonNode::stringValue)
			.toList();
	}

	private static Map<String, JsonNode> properties(String schema) {
		String path = "/$defs/" + schema + "/properties";
		JsonNode properties = DOCUMENT.at(path).isMissingNode() ? NEWER.at(path) : DOCUMENT.at(path);
		assertThat(properties.isObject()).as(schema).isTrue();
		Map<String, JsonNode> all = new HashMap<>();
		properties.properties().forEach((property) -> all.put(property.getKey(), property.getValue()));
		NEWER.at("/schemas/" + schema)
			.properties()
			.forEach((property) -> all.put(property.getKey(), property.getValue().get("value")));
		return all;
	}

}
