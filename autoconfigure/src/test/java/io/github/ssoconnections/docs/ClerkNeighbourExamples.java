// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.Page;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.ServiceProviderDetails;
import io.github.ssoconnections.clerk.ActivationResult;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.directory.ClerkDirectories;
import io.github.ssoconnections.clerk.directory.Directory;
import io.github.ssoconnections.clerk.directory.DirectoryPatch;
import io.github.ssoconnections.clerk.directory.GroupRoleMapping;
import io.github.ssoconnections.clerk.directory.GroupRoleMappings;
import io.github.ssoconnections.clerk.directory.NewDirectory;
import io.github.ssoconnections.clerk.directory.NewGroupRoleMapping;
import io.github.ssoconnections.clerk.organization.ClerkOrganizationCreation;
import io.github.ssoconnections.clerk.organization.ClerkOrganizationDomains;
import io.github.ssoconnections.clerk.organization.ClerkReviewedActivation;
import io.github.ssoconnections.clerk.organization.EnrollmentMode;
import io.github.ssoconnections.clerk.organization.NewOrganization;
import io.github.ssoconnections.clerk.organization.NewOrganizationDomain;
import io.github.ssoconnections.clerk.organization.Organization;
import io.github.ssoconnections.clerk.organization.OrganizationDomain;
import io.github.ssoconnections.clerk.user.ClerkUserConnections;
import io.github.ssoconnections.user.UserConnection;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The examples of the page {@code clerk.md} about organizations and directories.
 * {@link ClerkNeighbourExamplesTests} runs them.
 */
final class ClerkNeighbourExamples {

	private ClerkNeighbourExamples() {
	}

	static Mono<OrganizationDomain> addDomain(ClerkOrganizationCreation creation, ClerkOrganizationDomains domains) {
		// tag::add-domain[]
		Mono<Organization> acme = creation.createOrFind(new NewOrganization().name("Acme").slug("acme"))
			.map(CreateResult::value);
		Mono<OrganizationDomain> added = acme.flatMap((organization) -> domains.create(organization.id(),
				new NewOrganizationDomain().name("acme.com").enrollmentMode(EnrollmentMode.AUTOMATIC_SUGGESTION)));
		// end::add-domain[]
		return added;
	}

	static Mono<OrganizationDomain> markVerified(ClerkOrganizationDomains domains, OrganizationDomain domain) {
		// tag::mark-verified[]
		Mono<OrganizationDomain> verified = domains.markVerified(domain);
		// end::mark-verified[]
		return verified;
	}

	static Mono<Secret> createDirectory(ClerkDirectories directories, String connectionId) {
		// tag::create-directory[]
		Mono<Secret> keyForTheIdp = directories
			.create(new NewDirectory().enterpriseConnectionId(connectionId).name("Acme").provider("okta"))
			.mapNotNull(Directory::apiKey);
		// end::create-directory[]
		return keyForTheIdp;
	}

	static Mono<ServiceProviderDetails> serviceProvider(EnterpriseConnectionService connections, String connectionId,
			Directory directory) {
		// tag::service-provider[]
		Mono<ServiceProviderDetails> details = connections.get(connectionId)
			.mapNotNull(EnterpriseConnection::serviceProviderDetails)
			.map((saml) -> saml.withScimBaseUrl(directory.endpointUrl()));
		// end::service-provider[]
		return details;
	}

	static Mono<Secret> rotateApiKey(ClerkDirectories directories, String directoryId) {
		// tag::rotate-api-key[]
		Mono<Secret> newKey = directories.rotateApiKey(directoryId).mapNotNull(Directory::apiKey);
		// end::rotate-api-key[]
		return newKey;
	}

	static Mono<Page<GroupRoleMapping>> mapGroups(ClerkDirectories directories, String directoryId, String adminRoleId,
			String memberRoleId) {
		// tag::map-groups[]
		Mono<Page<GroupRoleMapping>> mapped = directories
			.update(directoryId, new DirectoryPatch().groupRoleMappingEnabled(true))
			.then(directories.replaceGroupRoleMappings(directoryId,
					new GroupRoleMappings().mappings(
							new NewGroupRoleMapping().directoryGroupId("okta-admins").roleId(adminRoleId),
							new NewGroupRoleMapping().directoryGroupId("okta-everyone").roleId(memberRoleId))));
		// end::map-groups[]
		return mapped;
	}

	static Mono<ActivationResult> activateUnlessDomainsAreRemoved(ClerkReviewedActivation activation,
			String connectionId) {
		// tag::reviewed-activation[]
		Mono<ActivationResult> activated = activation.review(connectionId)
			.filter((review) -> review.verifiedDomains().isEmpty())
			.flatMap(activation::activate);
		// end::reviewed-activation[]
		return activated;
	}

	static Flux<String> connectionsOf(ClerkUserConnections users, String email) {
		// tag::user-connections[]
		Flux<String> names = users.find(email)
			.flatMapIterable((user) -> user.connections())
			.mapNotNull(UserConnection::connectionName);
		// end::user-connections[]
		return names;
	}

	static Mono<String> warn(ClerkUserConnections users, EnterpriseConnectionService connections, String id) {
		// tag::moved-users[]
		Mono<String> warning = connections.get(id)
			.flatMap(users::countMoved)
			.flatMap((moved) -> Mono.justOrEmpty(moved.warning()));
		// end::moved-users[]
		return warning;
	}

}
