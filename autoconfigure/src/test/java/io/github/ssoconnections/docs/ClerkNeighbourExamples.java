// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.clerk.organization.ClerkOrganizationCreation;
import io.github.ssoconnections.clerk.organization.ClerkOrganizationDomains;
import io.github.ssoconnections.clerk.organization.EnrollmentMode;
import io.github.ssoconnections.clerk.organization.NewOrganization;
import io.github.ssoconnections.clerk.organization.NewOrganizationDomain;
import io.github.ssoconnections.clerk.organization.Organization;
import io.github.ssoconnections.clerk.organization.OrganizationDomain;
import reactor.core.publisher.Mono;

/**
 * The examples of {@code docs/clerk.md} about organizations and directories.
 * {@link ClerkNeighbourExamplesTests} runs them.
 */
final class ClerkNeighbourExamples {

	private ClerkNeighbourExamples() {
	}

	static Mono<OrganizationDomain> addDomain(ClerkOrganizationCreation creation, ClerkOrganizationDomains domains) {
		// tag::add-domain[]
		Mono<Organization> acme = creation.createOrFind(new NewOrganization().name("Acme").slug("acme"))
			.map(CreateResult::connection);
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

}
