// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import io.github.ssoconnections.clerk.directory.ClerkDirectories;
import io.github.ssoconnections.clerk.directory.DirectoryPatch;
import io.github.ssoconnections.clerk.directory.DirectoryQuery;
import io.github.ssoconnections.clerk.directory.GroupRoleMappings;
import io.github.ssoconnections.clerk.directory.NewDirectory;
import io.github.ssoconnections.clerk.directory.NewGroupRoleMapping;
import io.github.ssoconnections.clerk.organization.ClerkOrganizationDomains;
import io.github.ssoconnections.clerk.organization.ClerkOrganizations;
import io.github.ssoconnections.clerk.organization.EnrollmentMode;
import io.github.ssoconnections.clerk.organization.NewOrganization;
import io.github.ssoconnections.clerk.organization.NewOrganizationDomain;
import io.github.ssoconnections.clerk.organization.OrganizationDomain;
import io.github.ssoconnections.clerk.organization.OrganizationDomainPatch;
import io.github.ssoconnections.clerk.organization.OrganizationDomainQuery;
import io.github.ssoconnections.clerk.organization.OrganizationQuery;
import io.github.ssoconnections.testing.Wire;
import io.github.ssoconnections.testing.WireOperation;
import org.reactivestreams.Publisher;

/**
 * Every method of the services, as a call with an id and small arguments.
 */
enum Operation implements WireOperation {

	ENTERPRISE_LIST("list()", "enterprise_connections.list", "GET", "/enterprise_connections", "",
			enterprise((service, id) -> service.list())),
	ENTERPRISE_LIST_QUERY("list(EnterpriseConnectionQuery)", "enterprise_connections.list", "GET",
			"/enterprise_connections?organization_id=org_1&active=false&limit=500&offset=0", "",
			enterprise((service, id) -> service
				.list(new EnterpriseConnectionQuery().organizationId("org_1").active(false).limit(500).offset(0L)))),
	ENTERPRISE_LIST_ALL("listAll()", "enterprise_connections.list", "GET", "/enterprise_connections?limit=100&offset=0",
			"", enterprise((service, id) -> service.listAll())),
	ENTERPRISE_LIST_ALL_QUERY("listAll(EnterpriseConnectionQuery)", "enterprise_connections.list", "GET",
			"/enterprise_connections?active=true&limit=100&offset=0", "",
			enterprise((service, id) -> service.listAll(new EnterpriseConnectionQuery().active(true)))),
	ENTERPRISE_LIST_ALL_DRIFT("listAll(EnterpriseConnectionQuery, Consumer)", "enterprise_connections.list", "GET",
			"/enterprise_connections?organization_id=org_1&limit=100&offset=0", "", enterprise((service, id) -> service
				.listAll(new EnterpriseConnectionQuery().organizationId("org_1"), (drift) -> {
				}))),
	ENTERPRISE_CREATE("create(NewEnterpriseConnection)", "enterprise_connections.create", "POST",
			"/enterprise_connections",
			"{\"name\":\"Acmé\",\"provider\":\"saml_okta\",\"domains\":[\"acme.com\"],\"active\":null}",
			enterprise((service,
					id) -> service.create(new NewEnterpriseConnection().name("Acmé")
						.provider(ConnectionProvider.SAML_OKTA)
						.domains("acme.com")
						.active(null)))),
	ENTERPRISE_GET("get(String)", "enterprise_connections.get", "GET", "/enterprise_connections/{id}", "",
			enterprise((service, id) -> service.get(id))),
	ENTERPRISE_UPDATE("update(String, EnterpriseConnectionPatch)", "enterprise_connections.update", "PATCH",
			"/enterprise_connections/{id}", "{\"saml\":{\"login_hint\":null},\"active\":true}",
			enterprise((service, id) -> service.update(id,
					new EnterpriseConnectionPatch().saml(new EnterpriseConnectionPatch.Saml().loginHint(null))
						.active(true)))),
	ENTERPRISE_DELETE("delete(String)", "enterprise_connections.delete", "DELETE", "/enterprise_connections/{id}", "",
			enterprise((service, id) -> service.delete(id))),
	ENTERPRISE_LIST_TEST_RUNS("listTestRuns(String)", "enterprise_connections.list_test_runs", "GET",
			"/enterprise_connections/{id}/test_runs", "", enterprise((service, id) -> service.listTestRuns(id))),
	ENTERPRISE_LIST_TEST_RUNS_QUERY("listTestRuns(String, TestRunQuery)", "enterprise_connections.list_test_runs",
			"GET", "/enterprise_connections/{id}/test_runs?status=pending&status=failed&limit=1&offset=7", "",
			enterprise((service, id) -> service.listTestRuns(id,
					new TestRunQuery().status(TestRunStatus.PENDING, TestRunStatus.FAILED).limit(1).offset(7L)))),
	ENTERPRISE_CREATE_TEST_RUN("createTestRun(String)", "enterprise_connections.create_test_run", "POST",
			"/enterprise_connections/{id}/test_runs", "", enterprise((service, id) -> service.createTestRun(id))),

	SAML_LIST("list()", "saml_connections.list", "GET", "/saml_connections", "", saml((service, id) -> service.list())),
	SAML_LIST_QUERY("list(SamlConnectionQuery)", "saml_connections.list", "GET",
			"/saml_connections?query=M%C3%BCller%20%26%20Co&order_by=-created_at"
					+ "&organization_id=%2Borg_1&organization_id=-org_2&limit=1&offset=0",
			"",
			saml((service,
					id) -> service.list(new SamlConnectionQuery().query("Müller & Co")
						.orderBy("-created_at")
						.includeOrganizations("org_1")
						.excludeOrganizations("org_2")
						.limit(1)
						.offset(0L)))),
	SAML_LIST_ALL("listAll()", "saml_connections.list", "GET", "/saml_connections?limit=100&offset=0", "",
			saml((service, id) -> service.listAll())),
	SAML_LIST_ALL_QUERY("listAll(SamlConnectionQuery)", "saml_connections.list", "GET",
			"/saml_connections?query=acme&limit=100&offset=0", "",
			saml((service, id) -> service.listAll(new SamlConnectionQuery().query("acme")))),
	SAML_LIST_ALL_DRIFT("listAll(SamlConnectionQuery, Consumer)", "saml_connections.list", "GET",
			"/saml_connections?order_by=name&limit=100&offset=0", "",
			saml((service, id) -> service.listAll(new SamlConnectionQuery().orderBy("name"), (drift) -> {
			}))),
	SAML_CREATE("create(NewSamlConnection)", "saml_connections.create", "POST", "/saml_connections",
			"{\"name\":\"Acmé\",\"provider\":\"saml_google\",\"domains\":[\"acme.com\",\"acme.de\"]}",
			saml((service,
					id) -> service.create(new NewSamlConnection().name("Acmé")
						.provider(ConnectionProvider.SAML_GOOGLE)
						.domains("acme.com", "acme.de")))),
	SAML_GET("get(String)", "saml_connections.get", "GET", "/saml_connections/{id}", "",
			saml((service, id) -> service.get(id))),
	SAML_UPDATE("update(String, SamlConnectionPatch)", "saml_connections.update", "PATCH", "/saml_connections/{id}",
			"{\"organization_id\":null,\"active\":false}",
			saml((service, id) -> service.update(id, new SamlConnectionPatch().organizationId(null).active(false)))),
	SAML_DELETE("delete(String)", "saml_connections.delete", "DELETE", "/saml_connections/{id}", "",
			saml((service, id) -> service.delete(id))),

	ORGANIZATION_LIST("list(OrganizationQuery)", "organizations.list", "GET",
			"/organizations?query=acme&include_members_count=true&order_by=-name&limit=1&offset=0", "",
			organization((service,
					id) -> service.list(new OrganizationQuery().query("acme")
						.includeMembersCount(true)
						.orderBy("-name")
						.limit(1)
						.offset(0L)))),
	ORGANIZATION_LIST_ALL("listAll()", "organizations.list", "GET", "/organizations?limit=100&offset=0", "",
			organization((service, id) -> service.listAll())),
	ORGANIZATION_LIST_ALL_QUERY("listAll(OrganizationQuery)", "organizations.list", "GET",
			"/organizations?query=acme&limit=100&offset=0", "",
			organization((service, id) -> service.listAll(new OrganizationQuery().query("acme")))),
	ORGANIZATION_GET("get(String)", "organizations.get", "GET", "/organizations/{id}", "",
			organization((service, id) -> service.get(id))),
	ORGANIZATION_CREATE("create(NewOrganization)", "organizations.create", "POST", "/organizations",
			"{\"name\":\"Acmé\",\"slug\":\"acme-1\",\"private_metadata\":{\"a\":null}}",
			organization((service,
					id) -> service.create(new NewOrganization().name("Acmé")
						.slug("acme-1")
						.privateMetadata(Collections.singletonMap("a", null))))),

	DOMAIN_LIST("list(String, OrganizationDomainQuery)", "organization_domains.list", "GET",
			"/organizations/{id}/domains?verified=false&enrollment_mode=enterprise_sso&limit=1&offset=0", "",
			domain((service, id) -> service.list(id,
					new OrganizationDomainQuery().verified(false)
						.enrollmentMode(EnrollmentMode.ENTERPRISE_SSO)
						.limit(1)
						.offset(0L)))),
	DOMAIN_LIST_ALL("listAll(String)", "organization_domains.list", "GET",
			"/organizations/{id}/domains?limit=100&offset=0", "", domain((service, id) -> service.listAll(id))),
	DOMAIN_LIST_ALL_QUERY("listAll(String, OrganizationDomainQuery)", "organization_domains.list", "GET",
			"/organizations/{id}/domains?verified=true&limit=100&offset=0", "",
			domain((service, id) -> service.listAll(id, new OrganizationDomainQuery().verified(true)))),
	DOMAIN_VERIFIED_NAMES("listVerifiedNames(String)", "organization_domains.list", "GET",
			"/organizations/{id}/domains?limit=100&offset=0", "",
			domain((service, id) -> service.listVerifiedNames(id))),
	DOMAIN_CREATE("create(String, NewOrganizationDomain)", "organization_domains.create", "POST",
			"/organizations/{id}/domains",
			"{\"verified\":false,\"name\":\"acme.com\",\"enrollment_mode\":\"automatic_suggestion\"}",
			domain((service, id) -> service.create(id,
					new NewOrganizationDomain().name("acme.com").enrollmentMode(EnrollmentMode.AUTOMATIC_SUGGESTION)))),
	DOMAIN_UPDATE("update(String, String, OrganizationDomainPatch)", "organization_domains.update", "PATCH",
			"/organizations/{id}/domains/orgdmn_1", "{\"enrollment_mode\":\"manual_invitation\"}",
			domain((service, id) -> service.update(id, "orgdmn_1",
					new OrganizationDomainPatch().enrollmentMode(EnrollmentMode.MANUAL_INVITATION)))),
	DOMAIN_MARK_VERIFIED("markVerified(OrganizationDomain)", "organization_domains.mark_verified", "PATCH",
			"/organizations/{id}/domains/orgdmn_1", "{\"verified\":true}",
			domain((service, id) -> service.markVerified(acme(id)))),
	DOMAIN_MARK_UNVERIFIED("markUnverified(String, String)", "organization_domains.mark_unverified", "PATCH",
			"/organizations/{id}/domains/orgdmn_1", "{\"verified\":false}",
			domain((service, id) -> service.markUnverified(id, "orgdmn_1"))),
	DOMAIN_MARK_OWNERSHIP_VERIFIED("markOwnershipVerified(OrganizationDomain)",
			"organization_domains.mark_ownership_verified", "POST",
			"/organizations/{id}/domains/orgdmn_1/verify_ownership", "",
			domain((service, id) -> service.markOwnershipVerified(acme(id)))),
	DOMAIN_DELETE("delete(String, String)", "organization_domains.delete", "DELETE",
			"/organizations/{id}/domains/orgdmn_1", "", domain((service, id) -> service.delete(id, "orgdmn_1"))),

	DIRECTORY_LIST("list(DirectoryQuery)", "directories.list", "GET", "/directories?limit=1&offset=0", "",
			directory((service, id) -> service.list(new DirectoryQuery().limit(1).offset(0L)))),
	DIRECTORY_LIST_ALL("listAll()", "directories.list", "GET", "/directories?limit=100&offset=0", "",
			directory((service, id) -> service.listAll())),
	DIRECTORY_LIST_ALL_QUERY("listAll(DirectoryQuery)", "directories.list", "GET", "/directories?limit=7&offset=0", "",
			directory((service, id) -> service.listAll(new DirectoryQuery().limit(7)))),
	DIRECTORY_GET("get(String)", "directories.get", "GET", "/directories/{id}", "",
			directory((service, id) -> service.get(id))),
	DIRECTORY_CREATE("create(NewDirectory)", "directories.create", "POST", "/directories",
			"{\"enterprise_connection_id\":\"ent_1\",\"name\":\"Acmé\",\"provider\":\"okta\",\"group_role_mappings\":"
					+ "[{\"directory_group_id\":\"g1\",\"directory_group_display_name\":\"Admins\",\"role_id\":\"role_1\","
					+ "\"precedence\":2}]}",
			directory((service,
					id) -> service.create(new NewDirectory().enterpriseConnectionId("ent_1")
						.name("Acmé")
						.provider("okta")
						.groupRoleMappings(new NewGroupRoleMapping().directoryGroupId("g1")
							.directoryGroupDisplayName("Admins")
							.roleId("role_1")
							.precedence(2))))),
	DIRECTORY_UPDATE("update(String, DirectoryPatch)", "directories.update", "PATCH", "/directories/{id}",
			"{\"name\":\"A\",\"enabled\":false,\"provider\":\"okta\",\"attribute_mapping\":{\"first_name\":null},"
					+ "\"group_role_mapping_enabled\":true}",
			directory((service, id) -> service.update(id,
					new DirectoryPatch().name("A")
						.enabled(false)
						.provider("okta")
						.attributeMapping(Collections.singletonMap("first_name", null))
						.groupRoleMappingEnabled(true)))),
	DIRECTORY_DELETE("delete(String)", "directories.delete", "DELETE", "/directories/{id}", "",
			directory((service, id) -> service.delete(id))),
	DIRECTORY_ROTATE_API_KEY("rotateApiKey(String)", "directories.rotate_api_key", "POST",
			"/directories/{id}/rotate_api_key", "", directory((service, id) -> service.rotateApiKey(id))),
	DIRECTORY_LIST_MAPPINGS("listGroupRoleMappings(String)", "group_role_mappings.list", "GET",
			"/directories/{id}/group_role_mappings", "", directory((service, id) -> service.listGroupRoleMappings(id))),
	DIRECTORY_CREATE_MAPPING("createGroupRoleMapping(String, NewGroupRoleMapping)", "group_role_mappings.create",
			"POST", "/directories/{id}/group_role_mappings", "{\"directory_group_id\":\"g1\",\"role_id\":\"role_1\"}",
			directory((service, id) -> service.createGroupRoleMapping(id,
					new NewGroupRoleMapping().directoryGroupId("g1").roleId("role_1")))),
	DIRECTORY_REPLACE_MAPPINGS("replaceGroupRoleMappings(String, GroupRoleMappings)", "group_role_mappings.replace",
			"PUT", "/directories/{id}/group_role_mappings",
			"{\"mappings\":[{\"directory_group_id\":\"g1\",\"role_id\":\"role_1\"}]}",
			directory((service, id) -> service.replaceGroupRoleMappings(id,
					new GroupRoleMappings()
						.mappings(new NewGroupRoleMapping().directoryGroupId("g1").roleId("role_1"))))),
	DIRECTORY_DELETE_MAPPING("deleteGroupRoleMapping(String, String)", "group_role_mappings.delete", "DELETE",
			"/directories/{id}/group_role_mappings/map_1", "",
			directory((service, id) -> service.deleteGroupRoleMapping(id, "map_1")));

	private static final Map<Class<?>, String> PREFIXES = Map.of(EnterpriseConnectionService.class, "ENTERPRISE_",
			SamlConnectionService.class, "SAML_", ClerkOrganizations.class, "ORGANIZATION_",
			ClerkOrganizationDomains.class, "DOMAIN_", ClerkDirectories.class, "DIRECTORY_");

	private final String signature;

	private final String operation;

	private final String method;

	private final String url;

	private final String body;

	private final BiFunction<ClerkClient, String, Publisher<?>> call;

	Operation(String signature, String operation, String method, String url, String body,
			BiFunction<ClerkClient, String, Publisher<?>> call) {
		this.signature = signature;
		this.operation = operation;
		this.method = method;
		this.url = url;
		this.body = body;
		this.call = call;
	}

	private static BiFunction<ClerkClient, String, Publisher<?>> enterprise(
			BiFunction<EnterpriseConnectionService, String, Publisher<?>> call) {
		return (client, id) -> call.apply(EnterpriseConnectionService.create(client), id);
	}

	private static BiFunction<ClerkClient, String, Publisher<?>> saml(
			BiFunction<SamlConnectionService, String, Publisher<?>> call) {
		return (client, id) -> call.apply(SamlConnectionService.create(client), id);
	}

	private static BiFunction<ClerkClient, String, Publisher<?>> organization(
			BiFunction<ClerkOrganizations, String, Publisher<?>> call) {
		return (client, id) -> call.apply(ClerkOrganizations.create(client), id);
	}

	private static BiFunction<ClerkClient, String, Publisher<?>> domain(
			BiFunction<ClerkOrganizationDomains, String, Publisher<?>> call) {
		return (client, id) -> call.apply(ClerkOrganizationDomains.create(client), id);
	}

	private static BiFunction<ClerkClient, String, Publisher<?>> directory(
			BiFunction<ClerkDirectories, String, Publisher<?>> call) {
		return (client, id) -> call.apply(ClerkDirectories.create(client), id);
	}

	private static OrganizationDomain acme(String organizationId) {
		return new OrganizationDomain(null, "orgdmn_1", organizationId, "acme.com", null, null, null, null, null, null,
				null, null, null);
	}

	static Stream<Operation> of(Class<?> service) {
		String prefix = PREFIXES.get(service);
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
		return (this.signature.startsWith("list") || this.signature.startsWith("replace")) ? Clerk.page(0)
				: "{\"id\":\"id_1\"}";
	}

	@Override
	public Publisher<?> call(Wire wire, String id) {
		return call(Clerk.client(wire), id);
	}

	Publisher<?> call(ClerkClient client, String id) {
		return this.call.apply(client, id);
	}

}
