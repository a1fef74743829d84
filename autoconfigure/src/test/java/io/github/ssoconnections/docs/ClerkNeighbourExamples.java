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

	// tag::add-domain[]
	Mono<OrganizationDomain> add(ClerkOrganizationCreation creation, ClerkOrganizationDomains domains) {
		return creation.createOrFind(new NewOrganization().name("Acme").slug("acme"))
			.map(CreateResult::value)
			.flatMap((organization) -> domains.create(organization.id(),
					new NewOrganizationDomain().name("acme.com").enrollmentMode(EnrollmentMode.AUTOMATIC_SUGGESTION)));
	}

	Mono<OrganizationDomain> vouchFor(ClerkOrganizationDomains domains, OrganizationDomain domain) {
		return domains.markVerified(domain);
	}
	// end::add-domain[]

	// tag::create-directory[]
	Mono<Secret> keyForTheIdp(ClerkDirectories directories, String connectionId) {
		return directories.create(new NewDirectory().enterpriseConnectionId(connectionId).name("Acme").provider("okta"))
			.mapNotNull(Directory::apiKey);
	}

	Mono<Secret> nextKeyForTheIdp(ClerkDirectories directories, String directoryId) {
		return directories.rotateApiKey(directoryId).mapNotNull(Directory::apiKey);
	}
	// end::create-directory[]

	static Mono<ServiceProviderDetails> serviceProvider(EnterpriseConnectionService connections, String connectionId,
			Directory directory) {
		// tag::service-provider[]
		Mono<ServiceProviderDetails> details = connections.get(connectionId)
			.mapNotNull(EnterpriseConnection::serviceProviderDetails)
			.map((saml) -> saml.withScimBaseUrl(directory.endpointUrl()));
		// end::service-provider[]
		return details;
	}

	// tag::map-groups[]
	Mono<Page<GroupRoleMapping>> mapGroups(ClerkDirectories directories, String directoryId, String adminRoleId,
			String memberRoleId) {
		return directories.update(directoryId, new DirectoryPatch().groupRoleMappingEnabled(true))
			.then(directories.replaceGroupRoleMappings(directoryId,
					new GroupRoleMappings().mappings(
							new NewGroupRoleMapping().directoryGroupId("okta-admins").roleId(adminRoleId),
							new NewGroupRoleMapping().directoryGroupId("okta-everyone").roleId(memberRoleId))));
	}
	// end::map-groups[]

	// tag::reviewed-activation[]
	Mono<ActivationResult> activateUnlessDomainsAreRemoved(ClerkReviewedActivation activation, String connectionId) {
		return activation.review(connectionId)
			.filter((review) -> review.verifiedDomains().isEmpty())
			.flatMap(activation::activate);
	}
	// end::reviewed-activation[]

	// tag::user-connections[]
	Flux<String> connectionNames(ClerkUserConnections users, String email) {
		return users.find(email)
			.flatMapIterable((user) -> user.connections())
			.mapNotNull(UserConnection::connectionName);
	}
	// end::user-connections[]

	// tag::moved-users[]
	Mono<String> warning(EnterpriseConnectionService connections, ClerkUserConnections users, String connectionId) {
		return connections.get(connectionId)
			.flatMap(users::countMoved)
			.flatMap((moved) -> Mono.justOrEmpty(moved.warning()));
	}
	// end::moved-users[]

}
