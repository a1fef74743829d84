// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every operation of both vendors as the pipeline sees it: the effect decides on retries,
 * a result without a body on what a lost response to a delete means, and a change on
 * whether listeners are notified. How the pipeline goes by them is tested once, with
 * operations of the tests' own.
 */
class OperationTableTests {

	@Test
	void clerk() {
		assertThat(operations("clerk")).containsExactlyInAnyOrder(
				"""
						directories.create POST /directories CREATE - -
						directories.delete DELETE /directories/{directory_id} DELETE done-when-absent -
						directories.get GET /directories/{directory_id} READ - -
						directories.list GET /directories READ - -
						directories.rotate_api_key POST /directories/{directory_id}/rotate_api_key CREATE - -
						directories.update PATCH /directories/{directory_id} PATCH - -
						enterprise_connections.create POST /enterprise_connections CREATE - notifies
						enterprise_connections.create_test_run POST /enterprise_connections/{enterprise_connection_id}/test_runs CREATE - -
						enterprise_connections.delete DELETE /enterprise_connections/{enterprise_connection_id} DELETE done-when-absent notifies
						enterprise_connections.get GET /enterprise_connections/{enterprise_connection_id} READ - -
						enterprise_connections.list GET /enterprise_connections READ - -
						enterprise_connections.list_test_runs GET /enterprise_connections/{enterprise_connection_id}/test_runs READ - -
						enterprise_connections.update PATCH /enterprise_connections/{enterprise_connection_id} PATCH - notifies
						group_role_mappings.create POST /directories/{directory_id}/group_role_mappings CREATE - -
						group_role_mappings.delete DELETE /directories/{directory_id}/group_role_mappings/{mapping_id} DELETE done-when-absent -
						group_role_mappings.list GET /directories/{directory_id}/group_role_mappings READ - -
						group_role_mappings.replace PUT /directories/{directory_id}/group_role_mappings PATCH - -
						organization_domains.create POST /organizations/{organization_id}/domains CREATE - -
						organization_domains.delete DELETE /organizations/{organization_id}/domains/{domain_id} DELETE done-when-absent -
						organization_domains.list GET /organizations/{organization_id}/domains READ - -
						organization_domains.mark_ownership_verified POST /organizations/{organization_id}/domains/{domain_id}/verify_ownership PATCH - -
						organization_domains.mark_unverified PATCH /organizations/{organization_id}/domains/{domain_id} PATCH - -
						organization_domains.mark_verified PATCH /organizations/{organization_id}/domains/{domain_id} PATCH - -
						organization_domains.update PATCH /organizations/{organization_id}/domains/{domain_id} PATCH - -
						organizations.create POST /organizations CREATE - -
						organizations.get GET /organizations/{organization_id} READ - -
						organizations.list GET /organizations READ - -
						saml_connections.create POST /saml_connections CREATE - notifies
						saml_connections.delete DELETE /saml_connections/{saml_connection_id} DELETE done-when-absent notifies
						saml_connections.get GET /saml_connections/{saml_connection_id} READ - -
						saml_connections.list GET /saml_connections READ - -
						saml_connections.update PATCH /saml_connections/{saml_connection_id} PATCH - notifies
						users.list GET /users READ - -
						"""
					.lines()
					.toArray(String[]::new));
	}

	@Test
	void auth0() {
		assertThat(operations("auth0")).containsExactlyInAnyOrder(
				"""
						clients.get GET /clients/{client_id} READ - -
						clients.list GET /clients READ - -
						connection_clients.list GET /connections/{id}/clients READ - -
						connection_clients.update PATCH /connections/{id}/clients PATCH - notifies
						connection_keys.create POST /connections/{id}/keys CREATE - notifies
						connection_keys.list GET /connections/{id}/keys READ - -
						connection_keys.rotate POST /connections/{id}/keys/rotate CREATE - notifies
						connection_users.delete DELETE /connections/{id}/users DELETE done-when-absent notifies
						connections.create POST /connections CREATE - notifies
						connections.delete DELETE /connections/{id} DELETE done-when-absent notifies
						connections.get GET /connections/{id} READ - -
						connections.get_status GET /connections/{id}/status READ - -
						connections.list GET /connections READ - -
						connections.update PATCH /connections/{id} PATCH - notifies
						directory_provisionings.create POST /connections/{id}/directory-provisioning CREATE - notifies
						directory_provisionings.delete DELETE /connections/{id}/directory-provisioning DELETE done-when-absent notifies
						directory_provisionings.get GET /connections/{id}/directory-provisioning READ - -
						directory_provisionings.get_default_mapping GET /connections/{id}/directory-provisioning/default-mapping READ - -
						directory_provisionings.list GET /connections-directory-provisionings READ - -
						directory_provisionings.update PATCH /connections/{id}/directory-provisioning PATCH - notifies
						directory_synchronizations.create POST /connections/{id}/directory-provisioning/synchronizations CREATE - -
						events.subscribe GET /events READ - -
						logs.list GET /logs READ - -
						discovery_domains.create POST /organizations/{organization_id}/discovery-domains CREATE - -
						discovery_domains.delete DELETE /organizations/{organization_id}/discovery-domains/{domain_id} DELETE done-when-absent -
						discovery_domains.get GET /organizations/{organization_id}/discovery-domains/{domain_id} READ - -
						discovery_domains.get_by_name GET /organizations/{organization_id}/discovery-domains/name/{domain} READ - -
						discovery_domains.list GET /organizations/{organization_id}/discovery-domains READ - -
						discovery_domains.mark_pending PATCH /organizations/{organization_id}/discovery-domains/{domain_id} PATCH - -
						discovery_domains.mark_verified PATCH /organizations/{organization_id}/discovery-domains/{domain_id} PATCH - -
						discovery_domains.update PATCH /organizations/{organization_id}/discovery-domains/{domain_id} PATCH - -
						oauth.token POST /oauth/token READ - -
						organization_connections.create POST /organizations/{organization_id}/connections CREATE - -
						organization_connections.create POST /organizations/{organization_id}/enabled_connections CREATE - -
						organization_connections.delete DELETE /organizations/{organization_id}/connections/{connection_id} DELETE done-when-absent -
						organization_connections.delete DELETE /organizations/{organization_id}/enabled_connections/{connection_id} DELETE done-when-absent -
						organization_connections.get GET /organizations/{organization_id}/connections/{connection_id} READ - -
						organization_connections.get GET /organizations/{organization_id}/enabled_connections/{connection_id} READ - -
						organization_connections.list GET /organizations/{organization_id}/connections READ - -
						organization_connections.list GET /organizations/{organization_id}/enabled_connections READ - -
						organization_connections.update PATCH /organizations/{organization_id}/connections/{connection_id} PATCH - -
						organization_connections.update PATCH /organizations/{organization_id}/enabled_connections/{connection_id} PATCH - -
						organizations.create POST /organizations CREATE - -
						organizations.get GET /organizations/{organization_id} READ - -
						organizations.get_by_name GET /organizations/name/{name} READ - -
						organizations.list GET /organizations READ - -
						scim_configurations.create POST /connections/{id}/scim-configuration CREATE - notifies
						scim_configurations.delete DELETE /connections/{id}/scim-configuration DELETE done-when-absent notifies
						scim_configurations.get GET /connections/{id}/scim-configuration READ - -
						scim_configurations.get_default_mapping GET /connections/{id}/scim-configuration/default-mapping READ - -
						scim_configurations.list GET /connections-scim-configurations READ - -
						scim_configurations.update PATCH /connections/{id}/scim-configuration PATCH - notifies
						scim_tokens.create POST /connections/{id}/scim-configuration/tokens CREATE - notifies
						scim_tokens.delete DELETE /connections/{id}/scim-configuration/tokens/{token_id} DELETE done-when-absent notifies
						scim_tokens.list GET /connections/{id}/scim-configuration/tokens READ - -
						self_service_profiles.create POST /self-service-profiles CREATE - -
						self_service_profiles.delete DELETE /self-service-profiles/{profile_id} DELETE done-when-absent -
						self_service_profiles.get GET /self-service-profiles/{profile_id} READ - -
						self_service_profiles.list GET /self-service-profiles READ - -
						self_service_profiles.update PATCH /self-service-profiles/{profile_id} PATCH - -
						self_service_texts.get GET /self-service-profiles/{profile_id}/custom-text/{language}/{page} READ - -
						self_service_texts.set PUT /self-service-profiles/{profile_id}/custom-text/{language}/{page} PATCH - -
						self_service_tickets.create POST /self-service-profiles/{profile_id}/sso-ticket CREATE - -
						self_service_tickets.create_for_existing_connection POST /self-service-profiles/{profile_id}/sso-ticket CREATE - -
						self_service_tickets.revoke POST /self-service-profiles/{profile_id}/sso-ticket/{ticket_id}/revoke DELETE done-when-absent -
						synchronized_groups.add POST /connections/{id}/directory-provisioning/synchronized-groups PATCH - notifies
						synchronized_groups.list GET /connections/{id}/directory-provisioning/synchronized-groups READ - -
						synchronized_groups.remove DELETE /connections/{id}/directory-provisioning/synchronized-groups PATCH - notifies
						synchronized_groups.replace PUT /connections/{id}/directory-provisioning/synchronized-groups PATCH - notifies
						users.list_by_email GET /users-by-email READ - -
						"""
					.lines()
					.toArray(String[]::new));
	}

	private static List<String> operations(String vendor) {
		return DeclaredOperations.of(vendor).stream().map(OperationTableTests::describe).distinct().sorted().toList();
	}

	private static String describe(ApiOperation<?> operation) {
		return String.join(" ", operation.name(), operation.method().name(), operation.path().toString(),
				operation.effect().name(), (operation.fallbackResult("id") != null) ? "done-when-absent" : "-",
				(operation.change() != null) ? "notifies" : "-");
	}

}
