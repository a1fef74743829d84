// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import io.github.ssoconnections.auth0.application.Auth0Applications;
import io.github.ssoconnections.auth0.directory.Auth0DirectoryProvisionings;
import io.github.ssoconnections.auth0.directory.DirectoryMapping;
import io.github.ssoconnections.auth0.directory.DirectoryProvisioningSettings;
import io.github.ssoconnections.auth0.directory.SynchronizeGroups;
import io.github.ssoconnections.auth0.directory.SynchronizedGroups;
import io.github.ssoconnections.auth0.discovery.Auth0DiscoveryDomains;
import io.github.ssoconnections.auth0.discovery.DiscoveryDomainPatch;
import io.github.ssoconnections.auth0.discovery.NewDiscoveryDomain;
import io.github.ssoconnections.auth0.log.Auth0SignInFailures;
import io.github.ssoconnections.auth0.options.SamlpOptions;
import io.github.ssoconnections.auth0.organization.Auth0OrganizationConnections;
import io.github.ssoconnections.auth0.organization.Auth0Organizations;
import io.github.ssoconnections.auth0.organization.NewOrganization;
import io.github.ssoconnections.auth0.organization.OrganizationConnectionSettings;
import io.github.ssoconnections.auth0.scim.Auth0ScimConfigurations;
import io.github.ssoconnections.auth0.scim.NewScimToken;
import io.github.ssoconnections.auth0.scim.ScimMapping;
import io.github.ssoconnections.auth0.scim.ScimSettings;
import io.github.ssoconnections.auth0.selfservice.Auth0SelfServiceProfiles;
import io.github.ssoconnections.auth0.selfservice.Auth0SelfServiceTickets;
import io.github.ssoconnections.auth0.selfservice.ExistingConnectionTicket;
import io.github.ssoconnections.auth0.selfservice.NewSelfServiceProfile;
import io.github.ssoconnections.auth0.selfservice.NewSelfServiceTicket;
import io.github.ssoconnections.auth0.selfservice.SelfServiceProfilePatch;
import io.github.ssoconnections.auth0.selfservice.SelfServiceUserAttribute;
import io.github.ssoconnections.auth0.selfservice.TicketConnection;
import io.github.ssoconnections.testing.Wire;
import io.github.ssoconnections.testing.WireOperation;
import org.reactivestreams.Publisher;

/**
 * Every method of the services that sends one request, as a call with an id and small
 * arguments. For the others see {@link ConnectionUpdatesTests} and
 * {@link DeletionPollingTests}.
 */
enum Operation implements WireOperation {

	CONNECTIONS_LIST("list()", "connections.list", "GET", "/connections?take=100", "", "{\"connections\":[]}",
			connections((service, id) -> service.list())),
	CONNECTIONS_LIST_QUERY("list(Auth0ConnectionQuery)", "connections.list", "GET",
			"/connections?page=0&per_page=1&include_totals=false&strategy=samlp&strategy=google-apps", "", "[]",
			connections((service,
					id) -> service.list(new Auth0ConnectionQuery().page(0)
						.perPage(1)
						.includeTotals(false)
						.strategy(ConnectionStrategy.SAMLP, ConnectionStrategy.GOOGLE_APPS)))),
	CONNECTIONS_LIST_ALL("listAll()", "connections.list", "GET", "/connections?take=100", "", "{\"connections\":[]}",
			connections((service, id) -> service.listAll())),
	CONNECTIONS_LIST_ALL_QUERY("listAll(Auth0ConnectionQuery)", "connections.list", "GET",
			"/connections?name=acme&take=7&from=a%20b", "", "{\"connections\":[]}",
			connections((service, id) -> service
				.listAll(new Auth0ConnectionQuery().name("acme").page(3).take(7).from("a b")))),
	CONNECTIONS_CREATE("create(NewAuth0Connection)", "connections.create", "POST", "/connections",
			"{\"name\":\"acme\",\"strategy\":\"samlp\",\"display_name\":\"Acmé\","
					+ "\"options\":{\"signInEndpoint\":\"https://idp/sso\"},\"realms\":[\"acme.com\"],"
					+ "\"metadata\":{\"crm\":\"7\"},\"authentication\":{\"active\":true},"
					+ "\"connected_accounts\":{\"active\":false}}",
			"{}",
			connections((service,
					id) -> service.create(new NewAuth0Connection().name("acme")
						.strategy(ConnectionStrategy.SAMLP)
						.displayName("Acmé")
						.options(new SamlpOptions().set(SamlpOptions.SIGN_IN_ENDPOINT, "https://idp/sso"))
						.realms("acme.com")
						.metadata(Map.of("crm", "7"))
						.authentication(AuthenticationPurpose.of(true))
						.connectedAccounts(ConnectedAccountsPurpose.of(false))))),
	CONNECTIONS_GET("get(String)", "connections.get", "GET", "/connections/{id}", "", "{\"id\":\"con_1\"}",
			connections((service, id) -> service.get(id))),
	CONNECTIONS_GET_FIELDS("get(String, Auth0FieldQuery)", "connections.get", "GET",
			"/connections/{id}?fields=name&include_fields=false", "", "{\"id\":\"con_1\"}",
			connections((service, id) -> service.get(id, new Auth0FieldQuery().fields("name").includeFields(false)))),
	CONNECTIONS_UPDATE("update(String, Auth0ConnectionPatch)", "connections.update", "PATCH", "/connections/{id}",
			"{\"display_name\":null,\"show_as_button\":false}", "{}",
			connections((service, id) -> service.update(id,
					new Auth0ConnectionPatch().displayName(null).showAsButton(false)))),
	CONNECTIONS_DELETE("delete(String)", "connections.delete", "DELETE", "/connections/{id}", "", null,
			connections((service, id) -> service.delete(id))),
	CONNECTIONS_GET_STATUS("getStatus(String)", "connections.get_status", "GET", "/connections/{id}/status", "", null,
			connections((service, id) -> service.getStatus(id))),
	CONNECTIONS_DELETE_USER("deleteUser(String, String)", "connection_users.delete", "DELETE",
			"/connections/{id}/users?email=a%2Bb%40acme.com", "", null,
			connections((service, id) -> service.deleteUser(id, "a+b@acme.com"))),

	CLIENTS_LIST("list(String)", "connection_clients.list", "GET", "/connections/{id}/clients", "", "{\"clients\":[]}",
			clients((service, id) -> service.list(id))),
	CLIENTS_LIST_QUERY("list(String, EnabledClientQuery)", "connection_clients.list", "GET",
			"/connections/{id}/clients?take=1000&from=c", "", "{\"clients\":[]}",
			clients((service, id) -> service.list(id, new EnabledClientQuery().take(1000).from("c")))),
	CLIENTS_LIST_ALL("listAll(String)", "connection_clients.list", "GET", "/connections/{id}/clients?take=100", "",
			"{\"clients\":[]}", clients((service, id) -> service.listAll(id))),
	CLIENTS_LIST_ALL_QUERY("listAll(String, EnabledClientQuery)", "connection_clients.list", "GET",
			"/connections/{id}/clients?take=500", "", "{\"clients\":[]}",
			clients((service, id) -> service.listAll(id, new EnabledClientQuery().take(500)))),
	CLIENTS_UPDATE("update(String, List)", "connection_clients.update", "PATCH", "/connections/{id}/clients",
			"[{\"client_id\":\"a\",\"status\":true},{\"client_id\":\"b\",\"status\":false}]", null,
			clients((service, id) -> service.update(id, List.of(ClientChange.enable("a"), ClientChange.disable("b"))))),

	KEYS_LIST("list(String)", "connection_keys.list", "GET", "/connections/{id}/keys", "", "[]",
			keys((service, id) -> service.list(id))),
	KEYS_CREATE("create(String)", "connection_keys.create", "POST", "/connections/{id}/keys", "", "[]",
			keys((service, id) -> service.create(id))),
	KEYS_CREATE_SETTINGS("create(String, ConnectionKeySettings)", "connection_keys.create", "POST",
			"/connections/{id}/keys", "{\"signing_alg\":\"RS256\"}", "[]",
			keys((service, id) -> service.create(id, new ConnectionKeySettings().signingAlg(SigningAlgorithm.RS256)))),
	KEYS_ROTATE("rotate(String)", "connection_keys.rotate", "POST", "/connections/{id}/keys/rotate", "", "{}",
			keys((service, id) -> service.rotate(id))),
	KEYS_ROTATE_SETTINGS("rotate(String, ConnectionKeySettings)", "connection_keys.rotate", "POST",
			"/connections/{id}/keys/rotate", "{\"signing_alg\":\"ES384\"}", "{}",
			keys((service, id) -> service.rotate(id, new ConnectionKeySettings().signingAlg(SigningAlgorithm.ES384)))),

	SCIM_LIST("list(Auth0PageQuery)", "scim_configurations.list", "GET", "/connections-scim-configurations?take=100",
			"", "{\"scim_configurations\":[]}", scim((service, id) -> service.list(new Auth0PageQuery().take(100)))),
	SCIM_LIST_ALL("listAll()", "scim_configurations.list", "GET", "/connections-scim-configurations?take=100", "",
			"{\"scim_configurations\":[]}", scim((service, id) -> service.listAll())),
	SCIM_LIST_ALL_QUERY("listAll(Auth0PageQuery)", "scim_configurations.list", "GET",
			"/connections-scim-configurations?take=1", "", "{\"scim_configurations\":[]}",
			scim((service, id) -> service.listAll(new Auth0PageQuery().take(1)))),
	SCIM_GET("get(String)", "scim_configurations.get", "GET", "/connections/{id}/scim-configuration", "", "{}",
			scim((service, id) -> service.get(id))),
	SCIM_CREATE("create(String)", "scim_configurations.create", "POST", "/connections/{id}/scim-configuration", "",
			"{}", scim((service, id) -> service.create(id))),
	SCIM_CREATE_SETTINGS("create(String, ScimSettings)", "scim_configurations.create", "POST",
			"/connections/{id}/scim-configuration", "{\"user_id_attribute\":\"externalId\"}", "{}",
			scim((service, id) -> service.create(id, new ScimSettings().userIdAttribute("externalId")))),
	SCIM_UPDATE("update(String, ScimSettings)", "scim_configurations.update", "PATCH",
			"/connections/{id}/scim-configuration",
			"{\"user_id_attribute\":\"externalId\",\"mapping\":[{\"auth0\":\"email\",\"scim\":\"userName\"}]}", "{}",
			scim((service, id) -> service.update(id,
					new ScimSettings().userIdAttribute("externalId").mapping(ScimMapping.of("email", "userName"))))),
	SCIM_DELETE("delete(String)", "scim_configurations.delete", "DELETE", "/connections/{id}/scim-configuration", "",
			null, scim((service, id) -> service.delete(id))),
	SCIM_GET_DEFAULT_MAPPING("getDefaultMapping(String)", "scim_configurations.get_default_mapping", "GET",
			"/connections/{id}/scim-configuration/default-mapping", "", "{}",
			scim((service, id) -> service.getDefaultMapping(id))),
	SCIM_LIST_TOKENS("listTokens(String)", "scim_tokens.list", "GET", "/connections/{id}/scim-configuration/tokens", "",
			"[]", scim((service, id) -> service.listTokens(id))),
	SCIM_CREATE_TOKEN("createToken(String, NewScimToken)", "scim_tokens.create", "POST",
			"/connections/{id}/scim-configuration/tokens", "{\"scopes\":[\"get:users\"],\"token_lifetime\":901}", "{}",
			scim((service, id) -> service.createToken(id, new NewScimToken().scopes("get:users").tokenLifetime(901L)))),
	SCIM_DELETE_TOKEN("deleteToken(String, String)", "scim_tokens.delete", "DELETE",
			"/connections/{id}/scim-configuration/tokens/tok_1", "", null,
			scim((service, id) -> service.deleteToken(id, "tok_1"))),

	DIRECTORY_LIST("list(Auth0PageQuery)", "directory_provisionings.list", "GET",
			"/connections-directory-provisionings?from=c&take=2", "", "{\"directory_provisionings\":[]}",
			directory((service, id) -> service.list(new Auth0PageQuery().from("c").take(2)))),
	DIRECTORY_LIST_ALL("listAll()", "directory_provisionings.list", "GET",
			"/connections-directory-provisionings?take=100", "", "{\"directory_provisionings\":[]}",
			directory((service, id) -> service.listAll())),
	DIRECTORY_LIST_ALL_QUERY("listAll(Auth0PageQuery)", "directory_provisionings.list", "GET",
			"/connections-directory-provisionings?take=3", "", "{\"directory_provisionings\":[]}",
			directory((service, id) -> service.listAll(new Auth0PageQuery().take(3)))),
	DIRECTORY_GET("get(String)", "directory_provisionings.get", "GET", "/connections/{id}/directory-provisioning", "",
			"{}", directory((service, id) -> service.get(id))),
	DIRECTORY_CREATE("create(String)", "directory_provisionings.create", "POST",
			"/connections/{id}/directory-provisioning", "", "{}", directory((service, id) -> service.create(id))),
	DIRECTORY_CREATE_SETTINGS("create(String, DirectoryProvisioningSettings)", "directory_provisionings.create", "POST",
			"/connections/{id}/directory-provisioning", "{\"mapping\":[{\"auth0\":\"email\",\"idp\":\"mail\"}]}", "{}",
			directory((service, id) -> service.create(id,
					new DirectoryProvisioningSettings().mapping(DirectoryMapping.of("email", "mail"))))),
	DIRECTORY_UPDATE("update(String, DirectoryProvisioningSettings)", "directory_provisionings.update", "PATCH",
			"/connections/{id}/directory-provisioning", "{\"synchronize_groups\":\"selected\"}", "{}",
			directory((service, id) -> service.update(id,
					new DirectoryProvisioningSettings().synchronizeGroups(SynchronizeGroups.SELECTED)))),
	DIRECTORY_DELETE("delete(String)", "directory_provisionings.delete", "DELETE",
			"/connections/{id}/directory-provisioning", "", null, directory((service, id) -> service.delete(id))),
	DIRECTORY_GET_DEFAULT_MAPPING("getDefaultMapping(String)", "directory_provisionings.get_default_mapping", "GET",
			"/connections/{id}/directory-provisioning/default-mapping", "", "{}",
			directory((service, id) -> service.getDefaultMapping(id))),
	DIRECTORY_CREATE_SYNCHRONIZATION("createSynchronization(String)", "directory_synchronizations.create", "POST",
			"/connections/{id}/directory-provisioning/synchronizations", "", "{}",
			directory((service, id) -> service.createSynchronization(id))),
	DIRECTORY_LIST_GROUPS("listSynchronizedGroups(String, Auth0PageQuery)", "synchronized_groups.list", "GET",
			"/connections/{id}/directory-provisioning/synchronized-groups?take=1", "", "{\"groups\":[]}",
			directory((service, id) -> service.listSynchronizedGroups(id, new Auth0PageQuery().take(1)))),
	DIRECTORY_LIST_ALL_GROUPS("listAllSynchronizedGroups(String)", "synchronized_groups.list", "GET",
			"/connections/{id}/directory-provisioning/synchronized-groups?take=100", "", "{\"groups\":[]}",
			directory((service, id) -> service.listAllSynchronizedGroups(id))),
	DIRECTORY_REPLACE_GROUPS("replaceSynchronizedGroups(String, SynchronizedGroups)", "synchronized_groups.replace",
			"PUT", "/connections/{id}/directory-provisioning/synchronized-groups",
			"{\"groups\":[{\"id\":\"01a\"},{\"id\":\"02b\"}]}", null,
			directory((service, id) -> service.replaceSynchronizedGroups(id,
					new SynchronizedGroups().groups("01a", "02b")))),
	DIRECTORY_ADD_GROUPS("addSynchronizedGroups(String, SynchronizedGroups)", "synchronized_groups.add", "POST",
			"/connections/{id}/directory-provisioning/synchronized-groups", "{\"groups\":[{\"id\":\"01a\"}]}", null,
			directory((service, id) -> service.addSynchronizedGroups(id, new SynchronizedGroups().groups("01a")))),
	DIRECTORY_REMOVE_GROUPS("removeSynchronizedGroups(String, Collection)", "synchronized_groups.remove", "DELETE",
			"/connections/{id}/directory-provisioning/synchronized-groups", "{\"groups\":[{\"id\":\"01a\"}]}", null,
			directory((service, id) -> service.removeSynchronizedGroups(id, List.of("01a")))),

	ORGANIZATIONS_LIST("list(Auth0PageQuery)", "organizations.list", "GET", "/organizations?take=2&from=c", "",
			"{\"organizations\":[]}",
			organizations((service, id) -> service.list(new Auth0PageQuery().take(2).from("c")))),
	ORGANIZATIONS_LIST_ALL("listAll()", "organizations.list", "GET", "/organizations?take=100", "",
			"{\"organizations\":[]}", organizations((service, id) -> service.listAll())),
	ORGANIZATIONS_LIST_ALL_QUERY("listAll(Auth0PageQuery)", "organizations.list", "GET", "/organizations?take=3", "",
			"{\"organizations\":[]}", organizations((service, id) -> service.listAll(new Auth0PageQuery().take(3)))),
	ORGANIZATIONS_GET("get(String)", "organizations.get", "GET", "/organizations/{id}", "", "{}",
			organizations((service, id) -> service.get(id))),
	ORGANIZATIONS_GET_BY_NAME("getByName(String)", "organizations.get_by_name", "GET", "/organizations/name/{id}", "",
			"{}", organizations((service, id) -> service.getByName(id))),
	ORGANIZATIONS_CREATE("create(NewOrganization)", "organizations.create", "POST", "/organizations",
			"{\"name\":\"acme\",\"display_name\":\"Acmé\",\"metadata\":{\"crm\":\"7\"}}", "{}",
			organizations((service, id) -> service
				.create(new NewOrganization().name("acme").displayName("Acmé").metadata(Map.of("crm", "7"))))),

	DISCOVERY_LIST("list(String, Auth0PageQuery)", "discovery_domains.list", "GET",
			"/organizations/{id}/discovery-domains?take=2&from=c", "", "{\"domains\":[]}",
			discovery((service, id) -> service.list(id, new Auth0PageQuery().take(2).from("c")))),
	DISCOVERY_LIST_ALL("listAll(String)", "discovery_domains.list", "GET",
			"/organizations/{id}/discovery-domains?take=100", "", "{\"domains\":[]}",
			discovery((service, id) -> service.listAll(id))),
	DISCOVERY_LIST_ALL_QUERY("listAll(String, Auth0PageQuery)", "discovery_domains.list", "GET",
			"/organizations/{id}/discovery-domains?take=3", "", "{\"domains\":[]}",
			discovery((service, id) -> service.listAll(id, new Auth0PageQuery().take(3)))),
	DISCOVERY_GET("get(String, String)", "discovery_domains.get", "GET", "/organizations/{id}/discovery-domains/{id}",
			"", "{}", discovery((service, id) -> service.get(id, id))),
	DISCOVERY_GET_BY_NAME("getByName(String, String)", "discovery_domains.get_by_name", "GET",
			"/organizations/{id}/discovery-domains/name/mail.acme-1.com", "", "{}",
			discovery((service, id) -> service.getByName(id, "mail.acme-1.com"))),
	DISCOVERY_CREATE("create(String, NewDiscoveryDomain)", "discovery_domains.create", "POST",
			"/organizations/{id}/discovery-domains",
			"{\"status\":\"pending\",\"domain\":\"acme.com\",\"use_for_organization_discovery\":true}", "{}",
			discovery((service, id) -> service.create(id,
					new NewDiscoveryDomain().domain("acme.com").useForOrganizationDiscovery(true)))),
	DISCOVERY_UPDATE("update(String, String, DiscoveryDomainPatch)", "discovery_domains.update", "PATCH",
			"/organizations/{id}/discovery-domains/{id}", "{\"use_for_organization_discovery\":false}", "{}",
			discovery((service, id) -> service.update(id, id,
					new DiscoveryDomainPatch().useForOrganizationDiscovery(false)))),
	DISCOVERY_MARK_PENDING("markPending(String, String)", "discovery_domains.mark_pending", "PATCH",
			"/organizations/{id}/discovery-domains/{id}", "{\"status\":\"pending\"}", "{}",
			discovery((service, id) -> service.markPending(id, id))),
	DISCOVERY_DELETE("delete(String, String)", "discovery_domains.delete", "DELETE",
			"/organizations/{id}/discovery-domains/{id}", "", null, discovery((service, id) -> service.delete(id, id))),

	APPLICATIONS_LIST("list(Auth0PageQuery)", "clients.list", "GET",
			"/clients?take=2&from=c&fields=client_id%2Cname%2Corganization_usage%2Corganization_require_behavior%2Corganization_discovery_methods%2Ccallbacks"
					+ "&include_fields=true",
			"", "{\"clients\":[]}",
			applications((service, id) -> service.list(new Auth0PageQuery().take(2).from("c")))),
	APPLICATIONS_LIST_ALL("listAll()", "clients.list", "GET",
			"/clients?fields=client_id%2Cname%2Corganization_usage%2Corganization_require_behavior%2Corganization_discovery_methods%2Ccallbacks"
					+ "&include_fields=true&take=100",
			"", "{\"clients\":[]}", applications((service, id) -> service.listAll())),
	APPLICATIONS_LIST_ALL_QUERY("listAll(Auth0PageQuery)", "clients.list", "GET",
			"/clients?fields=client_id%2Cname%2Corganization_usage%2Corganization_require_behavior%2Corganization_discovery_methods%2Ccallbacks"
					+ "&include_fields=true&take=3",
			"", "{\"clients\":[]}", applications((service, id) -> service.listAll(new Auth0PageQuery().take(3)))),
	APPLICATIONS_GET("get(String)", "clients.get", "GET",
			"/clients/{id}?fields=client_id%2Cname%2Corganization_usage%2Corganization_require_behavior%2Corganization_discovery_methods%2Ccallbacks"
					+ "&include_fields=true",
			"", "{}", applications((service, id) -> service.get(id))),

	ENABLED_LIST("list(String)", "organization_connections.list", "GET",
			"/organizations/{id}/enabled_connections?per_page=100", "", "[]",
			enabled((service, id) -> service.list(id))),
	ENABLED_GET("get(String, String)", "organization_connections.get", "GET",
			"/organizations/{id}/enabled_connections/con_1", "", "{}",
			enabled((service, id) -> service.get(id, "con_1"))),
	ENABLED_UPDATE("update(String, String, OrganizationConnectionSettings)", "organization_connections.update", "PATCH",
			"/organizations/{id}/enabled_connections/con_1",
			"{\"assign_membership_on_login\":true,\"show_as_button\":false}", "{}",
			enabled((service, id) -> service.update(id, "con_1",
					new OrganizationConnectionSettings().assignMembershipOnLogin(true).showAsButton(false)))),
	ENABLED_DISABLE("disable(String, String)", "organization_connections.delete", "DELETE",
			"/organizations/{id}/enabled_connections/con_1", "", null,
			enabled((service, id) -> service.disable(id, "con_1"))),
	ENABLED_REMOVE("remove(String, String)", "organization_connections.delete", "DELETE",
			"/organizations/{id}/enabled_connections/con_1", "", null,
			enabled((service, id) -> service.remove(id, "con_1"))),

	PROFILES_LIST("list()", "self_service_profiles.list", "GET", "/self-service-profiles?per_page=100", "", "[]",
			profiles((service, id) -> service.list())),
	PROFILES_GET("get(String)", "self_service_profiles.get", "GET", "/self-service-profiles/{id}", "", "{}",
			profiles((service, id) -> service.get(id))),
	PROFILES_CREATE("create(NewSelfServiceProfile)", "self_service_profiles.create", "POST", "/self-service-profiles",
			"{\"name\":\"Acmé\",\"user_attributes\":[{\"name\":\"email\",\"description\":\"Mail\",\"is_optional\":false}]}",
			"{}",
			profiles((service,
					id) -> service.create(new NewSelfServiceProfile().name("Acmé")
						.userAttributes(List.of(SelfServiceUserAttribute.of("email", "Mail", false)))))),
	PROFILES_UPDATE("update(String, SelfServiceProfilePatch)", "self_service_profiles.update", "PATCH",
			"/self-service-profiles/{id}", "{\"description\":null,\"allowed_strategies\":[\"okta-samlp\"]}", "{}",
			profiles((service, id) -> service.update(id,
					new SelfServiceProfilePatch().description(null).allowedStrategies(List.of("okta-samlp"))))),
	PROFILES_DELETE("delete(String)", "self_service_profiles.delete", "DELETE", "/self-service-profiles/{id}", "", null,
			profiles((service, id) -> service.delete(id))),
	PROFILES_GET_TEXTS("getTexts(String, String, String)", "self_service_texts.get", "GET",
			"/self-service-profiles/{id}/custom-text/en/get-started", "", "{}",
			profiles((service, id) -> service.getTexts(id, "en", "get-started"))),
	PROFILES_SET_TEXTS("setTexts(String, String, String, Map)", "self_service_texts.set", "PUT",
			"/self-service-profiles/{id}/custom-text/en/get-started", "{\"introduction\":\"Grüezi\"}", "{}",
			profiles((service, id) -> service.setTexts(id, "en", "get-started", Map.of("introduction", "Grüezi")))),

	TICKETS_CREATE("create(String, NewSelfServiceTicket)", "self_service_tickets.create", "POST",
			"/self-service-profiles/{id}/sso-ticket",
			"{\"ttl_sec\":86400,\"domain_aliases_config\":{\"domain_verification\":\"required\"},"
					+ "\"connection_config\":{\"is_domain_connection\":false,\"name\":\"acme\"}}",
			"{\"ticket\":\"https://acme/self-service/connections-flow?ticket=t1\"}",
			tickets((service, id) -> service.create(id,
					new NewSelfServiceTicket().connection(new TicketConnection().name("acme"))))),
	TICKETS_CREATE_FOR_EXISTING("createForExistingConnection(String, String, ExistingConnectionTicket)",
			"self_service_tickets.create_for_existing_connection", "POST", "/self-service-profiles/{id}/sso-ticket",
			"{\"ttl_sec\":86400,\"domain_aliases_config\":{\"domain_verification\":\"required\"},"
					+ "\"connection_id\":\"con_1\"}",
			"{\"ticket\":\"https://acme/self-service/connections-flow?ticket=t1\"}",
			tickets((service, id) -> service.createForExistingConnection(id, "con_1", new ExistingConnectionTicket()))),
	TICKETS_REVOKE("revoke(String, String)", "self_service_tickets.revoke", "POST",
			"/self-service-profiles/{id}/sso-ticket/tok_1/revoke", "", null,
			tickets((service, id) -> service.revoke(id, "tok_1"))),

	LOGS_RECENT("recent(String)", "logs.list", "GET", "/logs?q=connection_id%3A%22{id}%22%20AND"
			+ "%20%28type%3Af%20OR%20type%3Afc%20OR%20type%3Afco%20OR%20type%3Afcoa%20OR%20type%3Afens%20OR%20type%3Afp%20OR%20type%3Afu%29&sort=date%3A-1&per_page=50&fields=date%2Ctype%2Cdescription%2Cuser_name&include_fields=true",
			"", "[]", failures((service, id) -> service.recent(id))),
	LOGS_RECENT_LIMIT("recent(String, int)", "logs.list", "GET", "/logs?q=connection_id%3A%22{id}%22%20AND"
			+ "%20%28type%3Af%20OR%20type%3Afc%20OR%20type%3Afco%20OR%20type%3Afcoa%20OR%20type%3Afens%20OR%20type%3Afp%20OR%20type%3Afu%29&sort=date%3A-1&per_page=7&fields=date%2Ctype%2Cdescription%2Cuser_name&include_fields=true",
			"", "[]", failures((service, id) -> service.recent(id, 7)));

	private final String signature;

	private final String operation;

	private final String method;

	private final String url;

	private final String body;

	private final String response;

	private final BiFunction<Auth0Client, String, Publisher<?>> call;

	Operation(String signature, String operation, String method, String url, String body, String response,
			BiFunction<Auth0Client, String, Publisher<?>> call) {
		this.signature = signature;
		this.operation = operation;
		this.method = method;
		this.url = url;
		this.body = body;
		this.response = response;
		this.call = call;
	}

	private static BiFunction<Auth0Client, String, Publisher<?>> connections(
			BiFunction<Auth0ConnectionService, String, Publisher<?>> call) {
		return (client, id) -> call.apply(Auth0ConnectionService.create(client), id);
	}

	private static BiFunction<Auth0Client, String, Publisher<?>> clients(
			BiFunction<Auth0ConnectionClients, String, Publisher<?>> call) {
		return (client, id) -> call.apply(Auth0ConnectionClients.create(client), id);
	}

	private static BiFunction<Auth0Client, String, Publisher<?>> keys(
			BiFunction<Auth0ConnectionKeys, String, Publisher<?>> call) {
		return (client, id) -> call.apply(Auth0ConnectionKeys.create(client), id);
	}

	private static BiFunction<Auth0Client, String, Publisher<?>> scim(
			BiFunction<Auth0ScimConfigurations, String, Publisher<?>> call) {
		return (client, id) -> call.apply(Auth0ScimConfigurations.create(client), id);
	}

	private static BiFunction<Auth0Client, String, Publisher<?>> directory(
			BiFunction<Auth0DirectoryProvisionings, String, Publisher<?>> call) {
		return (client, id) -> call.apply(Auth0DirectoryProvisionings.create(client), id);
	}

	private static BiFunction<Auth0Client, String, Publisher<?>> organizations(
			BiFunction<Auth0Organizations, String, Publisher<?>> call) {
		return (client, id) -> call.apply(Auth0Organizations.create(client), id);
	}

	private static BiFunction<Auth0Client, String, Publisher<?>> discovery(
			BiFunction<Auth0DiscoveryDomains, String, Publisher<?>> call) {
		return (client, id) -> call.apply(Auth0DiscoveryDomains.create(client), id);
	}

	private static BiFunction<Auth0Client, String, Publisher<?>> applications(
			BiFunction<Auth0Applications, String, Publisher<?>> call) {
		return (client, id) -> call.apply(Auth0Applications.create(client), id);
	}

	private static BiFunction<Auth0Client, String, Publisher<?>> enabled(
			BiFunction<Auth0OrganizationConnections, String, Publisher<?>> call) {
		return (client, id) -> call.apply(Auth0OrganizationConnections.create(client), id);
	}

	private static BiFunction<Auth0Client, String, Publisher<?>> profiles(
			BiFunction<Auth0SelfServiceProfiles, String, Publisher<?>> call) {
		return (client, id) -> call.apply(Auth0SelfServiceProfiles.create(client), id);
	}

	private static BiFunction<Auth0Client, String, Publisher<?>> tickets(
			BiFunction<Auth0SelfServiceTickets, String, Publisher<?>> call) {
		return (client, id) -> call.apply(Auth0SelfServiceTickets.create(client), id);
	}

	private static BiFunction<Auth0Client, String, Publisher<?>> failures(
			BiFunction<Auth0SignInFailures, String, Publisher<?>> call) {
		return (client, id) -> call.apply(Auth0SignInFailures.create(client), id);
	}

	static Stream<Operation> of(String prefix) {
		return Arrays.stream(values()).filter((operation) -> operation.name().startsWith(prefix));
	}

	@Override
	public String signature() {
		return this.signature;
	}

	@Override
	public String operation() {
		return this.operation;
	}

	@Override
	public String method() {
		return this.method;
	}

	@Override
	public String url(String id) {
		return this.url.replace("{id}", id);
	}

	@Override
	public String body() {
		return this.body;
	}

	@Override
	public String response() {
		return this.response;
	}

	@Override
	public Publisher<?> call(Wire wire, String id) {
		return this.call.apply(Auth0.client(wire), id);
	}

}
