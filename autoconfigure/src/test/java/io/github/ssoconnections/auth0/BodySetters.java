// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.auth0.directory.DirectoryMapping;
import io.github.ssoconnections.auth0.directory.DirectoryProvisioningSettings;
import io.github.ssoconnections.auth0.directory.SynchronizeGroups;
import io.github.ssoconnections.auth0.directory.SynchronizedGroups;
import io.github.ssoconnections.auth0.discovery.DiscoveryDomainPatch;
import io.github.ssoconnections.auth0.discovery.NewDiscoveryDomain;
import io.github.ssoconnections.auth0.options.IdpInitiated;
import io.github.ssoconnections.auth0.options.OidcOptions;
import io.github.ssoconnections.auth0.organization.NewOrganization;
import io.github.ssoconnections.auth0.organization.OrganizationAccessLevel;
import io.github.ssoconnections.auth0.organization.OrganizationConnectionSettings;
import io.github.ssoconnections.auth0.scim.NewScimToken;
import io.github.ssoconnections.auth0.scim.ScimMapping;
import io.github.ssoconnections.auth0.scim.ScimSettings;
import io.github.ssoconnections.auth0.selfservice.NewSelfServiceProfile;
import io.github.ssoconnections.auth0.selfservice.SelfServiceBranding;
import io.github.ssoconnections.auth0.selfservice.SelfServiceProfileBody;
import io.github.ssoconnections.auth0.selfservice.SelfServiceProfilePatch;
import io.github.ssoconnections.auth0.selfservice.TicketConnectionOptions;
import io.github.ssoconnections.auth0.selfservice.TicketFeatures;
import io.github.ssoconnections.auth0.selfservice.TicketOrganization;
import io.github.ssoconnections.auth0.selfservice.TicketProvisioning;
import io.github.ssoconnections.testing.Setters;

/**
 * Every setter of every body, and the JSON that it sends. For options see
 * {@link OptionSetters}.
 */
final class BodySetters {

	static final Setters<NewAuth0Connection> NEW_CONNECTION = Setters.of(NewAuth0Connection::new,
			(setters) -> connection(setters).row("name(String)", (body) -> body.name("Acme-1"), "\"name\":\"Acme-1\"")
				.row("strategy(ConnectionStrategy)", (body) -> body.strategy(ConnectionStrategy.GOOGLE_APPS),
						"\"strategy\":\"google-apps\"")
				.row("options(StrategyOptions)",
						(body) -> body.options(new OidcOptions().set(OidcOptions.CLIENT_SECRET, Secret.of("secret-1"))),
						"\"options\":{\"client_secret\":\"secret-1\"}"));

	static final Setters<Auth0ConnectionPatch> PATCH = Setters.of(Auth0ConnectionPatch::new,
			(setters) -> connection(setters));

	static final Setters<ClientChange> CLIENT_CHANGE = Setters.of(ClientChange::new,
			(setters) -> setters.row("clientId(String)", (body) -> body.clientId("a"), "\"client_id\":\"a\"")
				.row("status(Boolean)", (body) -> body.status(false), "\"status\":false"));

	static final Setters<ConnectionKeySettings> KEY_SETTINGS = Setters.of(ConnectionKeySettings::new,
			(setters) -> setters.row("signingAlg(SigningAlgorithm)", (body) -> body.signingAlg(SigningAlgorithm.PS384),
					"\"signing_alg\":\"PS384\""));

	static final Setters<ScimSettings> SCIM_SETTINGS = Setters.of(ScimSettings::new,
			(setters) -> setters
				.row("userIdAttribute(String)", (body) -> body.userIdAttribute("id"), "\"user_id_attribute\":\"id\"")
				.row("mapping(List)", (body) -> body.mapping(List.of()), "\"mapping\":[]")
				.row("mapping(ScimMapping, ScimMapping[])",
						(body) -> body.mapping(ScimMapping.of("a", "b"), ScimMapping.of("c", "d")),
						"\"mapping\":[{\"auth0\":\"a\",\"scim\":\"b\"},{\"auth0\":\"c\",\"scim\":\"d\"}]"));

	static final Setters<NewScimToken> SCIM_TOKEN = Setters.of(NewScimToken::new,
			(setters) -> setters.row("scopes(List)", (body) -> body.scopes(List.of("a")), "\"scopes\":[\"a\"]")
				.row("scopes(String, String[])", (body) -> body.scopes("a", "b"), "\"scopes\":[\"a\",\"b\"]")
				.row("tokenLifetime(Long)", (body) -> body.tokenLifetime(901L), "\"token_lifetime\":901"));

	static final Setters<DirectoryProvisioningSettings> DIRECTORY = Setters.of(DirectoryProvisioningSettings::new,
			(setters) -> setters
				.row("mapping(List)", (body) -> body.mapping(List.of(DirectoryMapping.of("a", "b"))),
						"\"mapping\":[{\"auth0\":\"a\",\"idp\":\"b\"}]")
				.row("mapping(DirectoryMapping, DirectoryMapping[])",
						(body) -> body.mapping(DirectoryMapping.of("a", "b"), DirectoryMapping.of("c", "d")),
						"\"mapping\":[{\"auth0\":\"a\",\"idp\":\"b\"},{\"auth0\":\"c\",\"idp\":\"d\"}]")
				.row("synchronizeAutomatically(Boolean)", (body) -> body.synchronizeAutomatically(false),
						"\"synchronize_automatically\":false")
				.row("synchronizeGroups(SynchronizeGroups)", (body) -> body.synchronizeGroups(SynchronizeGroups.OFF),
						"\"synchronize_groups\":\"off\""));

	static final Setters<SynchronizedGroups> GROUPS = Setters.of(SynchronizedGroups::new,
			(setters) -> setters.row("groups(List)", (body) -> body.groups(List.of()), "\"groups\":[]")
				.row("groups(String, String[])", (body) -> body.groups("a", "b"),
						"\"groups\":[{\"id\":\"a\"},{\"id\":\"b\"}]"));

	static final Setters<NewOrganization> ORGANIZATION = Setters.of(NewOrganization::new,
			(setters) -> setters.row("name(String)", (body) -> body.name("acme"), "\"name\":\"acme\"")
				.row("displayName(String)", (body) -> body.displayName("Acmé"), "\"display_name\":\"Acmé\"")
				.row("metadata(Map)", (body) -> body.metadata(Map.of("crm", "7")), "\"metadata\":{\"crm\":\"7\"}"));

	static final Setters<OrganizationConnectionSettings> ORGANIZATION_CONNECTION = Setters.of(
			OrganizationConnectionSettings::new,
			(setters) -> setters
				.row("assignMembershipOnLogin(Boolean)", (body) -> body.assignMembershipOnLogin(true),
						"\"assign_membership_on_login\":true")
				.row("showAsButton(Boolean)", (body) -> body.showAsButton(false), "\"show_as_button\":false")
				.row("isEnabled(Boolean)", (body) -> body.isEnabled(true), "\"is_enabled\":true")
				.row("organizationConnectionName(String)", (body) -> body.organizationConnectionName("Okta"),
						"\"organization_connection_name\":\"Okta\"")
				.row("organizationAccessLevel(OrganizationAccessLevel)",
						(body) -> body.organizationAccessLevel(OrganizationAccessLevel.NONE),
						"\"organization_access_level\":\"none\""));

	static final Setters<NewSelfServiceProfile> PROFILE = Setters.of(NewSelfServiceProfile::new,
			(setters) -> profile(setters));

	static final Setters<SelfServiceProfilePatch> PROFILE_PATCH = Setters.of(SelfServiceProfilePatch::new,
			(setters) -> profile(setters));

	static final Setters<TicketOrganization> TICKET_ORGANIZATION = Setters.of(TicketOrganization::new,
			(setters) -> setters
				.row("organizationId(String)", (body) -> body.organizationId("org_1"), "\"organization_id\":\"org_1\"")
				.row("assignMembershipOnLogin(Boolean)", (body) -> body.assignMembershipOnLogin(true),
						"\"assign_membership_on_login\":true")
				.row("showAsButton(Boolean)", (body) -> body.showAsButton(false), "\"show_as_button\":false"));

	static final Setters<TicketFeatures> TICKET_FEATURES = Setters.of(TicketFeatures::new,
			(setters) -> setters.row("sso(Boolean)", (body) -> body.sso(false), "\"sso\":false")
				.row("domainVerification(Boolean)", (body) -> body.domainVerification(true),
						"\"domain_verification\":true")
				.row("provisioning(Boolean)", (body) -> body.provisioning(true), "\"provisioning\":true"));

	static final Setters<TicketConnectionOptions> TICKET_OPTIONS = Setters.of(TicketConnectionOptions::new,
			(setters) -> setters
				.row("iconUrl(String)", (body) -> body.iconUrl("https://acme/i"), "\"icon_url\":\"https://acme/i\"")
				.row("domainAliases(List)", (body) -> body.domainAliases(List.of("acme.com")),
						"\"domain_aliases\":[\"acme.com\"]")
				.row("idpInitiated(IdpInitiated)",
						(body) -> body.idpInitiated(new IdpInitiated().set(IdpInitiated.ENABLED, true)),
						"\"idpinitiated\":{\"enabled\":true}"));

	static final Setters<TicketProvisioning> TICKET_PROVISIONING = Setters.of(TicketProvisioning::new,
			(setters) -> setters
				.row("scopes(List)", (body) -> body.scopes(List.of("get:users")), "\"scopes\":[\"get:users\"]")
				.row("tokenLifetime(Long)", (body) -> body.tokenLifetime(901L), "\"token_lifetime\":901")
				.row("googleWorkspaceUsers(Boolean)", (body) -> body.googleWorkspaceUsers(true),
						"\"google_workspace\":{\"sync_users\":true}"));
	static final Setters<NewDiscoveryDomain> DISCOVERY_DOMAIN = Setters.of(NewDiscoveryDomain::new,
			(setters) -> setters.row("domain(String)", (body) -> body.domain("acme.com"), "\"domain\":\"acme.com\"")
				.row("useForOrganizationDiscovery(Boolean)", (body) -> body.useForOrganizationDiscovery(false),
						"\"use_for_organization_discovery\":false"));

	static final Setters<DiscoveryDomainPatch> DISCOVERY_DOMAIN_PATCH = Setters.of(DiscoveryDomainPatch::new,
			(setters) -> setters.row("useForOrganizationDiscovery(Boolean)",
					(body) -> body.useForOrganizationDiscovery(true), "\"use_for_organization_discovery\":true"));

	private BodySetters() {
	}

	private static <B extends ConnectionBody<B>> Setters<B> connection(Setters<B> setters) {
		return setters.row("displayName(String)", (body) -> body.displayName("Acmé"), "\"display_name\":\"Acmé\"")
			.row("isDomainConnection(Boolean)", (body) -> body.isDomainConnection(false),
					"\"is_domain_connection\":false")
			.row("showAsButton(Boolean)", (body) -> body.showAsButton(true), "\"show_as_button\":true")
			.row("realms(List)", (body) -> body.realms(List.of()), "\"realms\":[]")
			.row("realms(String, String[])", (body) -> body.realms("a", "b"), "\"realms\":[\"a\",\"b\"]")
			.row("metadata(Map)", (body) -> body.metadata(Map.of("crm", "7")), "\"metadata\":{\"crm\":\"7\"}")
			.row("authentication(AuthenticationPurpose)",
					(body) -> body.authentication(AuthenticationPurpose.of(false)),
					"\"authentication\":{\"active\":false}")
			.row("connectedAccounts(ConnectedAccountsPurpose)",
					(body) -> body.connectedAccounts(ConnectedAccountsPurpose.of(true).withCrossAppAccess(false)),
					"\"connected_accounts\":{\"active\":true,\"cross_app_access\":false}")
			.row("crossAppAccessRequestingApp(CrossAppAccessRequestingApp)",
					(body) -> body.crossAppAccessRequestingApp(CrossAppAccessRequestingApp.of(true)),
					"\"cross_app_access_requesting_app\":{\"active\":true}")
			.row("crossAppAccessResourceApp(CrossAppAccessResourceApp)",
					(body) -> body.crossAppAccessResourceApp(CrossAppAccessResourceApp.of(false)),
					"\"cross_app_access_resource_app\":{\"status\":\"disabled\"}");
	}

	private static <B extends SelfServiceProfileBody<B>> Setters<B> profile(Setters<B> setters) {
		return setters.row("name(String)", (body) -> body.name("Acmé"), "\"name\":\"Acmé\"")
			.row("description(String)", (body) -> body.description("d"), "\"description\":\"d\"")
			.row("branding(SelfServiceBranding)",
					(body) -> body.branding(new SelfServiceBranding().logoUrl("https://acme/l").primaryColor("#abc")),
					"\"branding\":{\"logo_url\":\"https://acme/l\",\"colors\":{\"primary\":\"#abc\"}}")
			.row("allowedStrategies(List)", (body) -> body.allowedStrategies(List.of("samlp")),
					"\"allowed_strategies\":[\"samlp\"]")
			.row("userAttributes(List)", (body) -> body.userAttributes(List.of()), "\"user_attributes\":[]")
			.row("userAttributeProfileId(String)", (body) -> body.userAttributeProfileId("uap_1"),
					"\"user_attribute_profile_id\":\"uap_1\"");
	}

	static Stream<Setters<?>> all() {
		return Stream.concat(
				Stream.of(NEW_CONNECTION, PATCH, CLIENT_CHANGE, KEY_SETTINGS, SCIM_SETTINGS, SCIM_TOKEN, DIRECTORY,
						GROUPS, ORGANIZATION, ORGANIZATION_CONNECTION, PROFILE, PROFILE_PATCH, TICKET_ORGANIZATION,
						TICKET_FEATURES, TICKET_OPTIONS, TICKET_PROVISIONING, DISCOVERY_DOMAIN, DISCOVERY_DOMAIN_PATCH),
				OptionSetters.all());
	}

}
