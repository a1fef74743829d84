// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.organization.ClerkOrganizationCreation;
import io.github.ssoconnections.clerk.organization.ClerkOrganizationDomains;
import io.github.ssoconnections.clerk.organization.ClerkOrganizations;
import io.github.ssoconnections.clerk.organization.EnrollmentMode;
import io.github.ssoconnections.clerk.organization.NewOrganization;
import io.github.ssoconnections.clerk.organization.NewOrganizationDomain;
import io.github.ssoconnections.clerk.organization.Organization;
import io.github.ssoconnections.clerk.organization.OrganizationDomain;
import io.github.ssoconnections.clerk.organization.OrganizationDomainPatch;
import io.github.ssoconnections.clerk.organization.OrganizationQuery;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.lint.PublicDomains;
import io.github.ssoconnections.sandbox.Sandbox;
import io.github.ssoconnections.testing.Records;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Organizations and their domains against the sandbox. For the HTTP requests see
 * {@link OperationTests}.
 */
class ClerkOrganizationTests {

	private static final Sandbox sandbox = Sandbox.start();

	private final ClerkClient client = ClerkClient.create(WebClient.builder(),
			ClerkConnectionDetails.of(sandbox.clerkApiKey(), sandbox.clerkBaseUrl()));

	private final ClerkOrganizations organizations = ClerkOrganizations.create(this.client);

	private final ClerkOrganizationCreation creation = ClerkOrganizationCreation.create(this.organizations,
			Duration.ofMillis(1), Clerk.TIMEOUT);

	private final ClerkOrganizationDomains domains = ClerkOrganizationDomains.create(this.client);

	@AfterEach
	void reset() {
		sandbox.reset();
	}

	@AfterAll
	static void close() {
		sandbox.close();
	}

	private static <T> T result(Mono<T> mono) {
		return mono.block(Clerk.TIMEOUT);
	}

	private Organization acme() {
		return result(this.organizations.create(new NewOrganization().name("Acme").slug("acme")));
	}

	@Test
	void createsListsAndGets() {
		Organization acme = result(this.organizations.create(new NewOrganization().name("Acme")
			.slug("acme")
			.maxAllowedMemberships(7)
			.publicMetadata(Map.of("plan", "gold"))
			.privateMetadata(Map.of("crm", 1))));
		assertThat(acme.maxAllowedMemberships()).isEqualTo(7);
		assertThat(acme.publicMetadata()).isEqualTo(Map.of("plan", "gold"));
		assertThat(acme.createdAt()).isNotNull();
		assertThat(result(this.organizations.get("acme"))).isEqualTo(acme);
		assertThat(result(this.organizations.get(acme.id()))).isEqualTo(acme);
		assertThat(result(this.organizations.list(new OrganizationQuery().query("ACM"))).data()).containsExactly(acme);
		assertThat(result(this.organizations.listAll().collectList())).containsExactly(acme);
	}

	@Test
	void createsOncePerSlugAndChangesNothingOfWhatExists() {
		NewOrganization wanted = new NewOrganization().name("Acme").slug("acme");
		CreateResult<Organization> first = result(this.creation.createOrFind(wanted));
		assertThat(first.created()).isTrue();
		CreateResult<Organization> second = result(
				this.creation.createOrFind(new NewOrganization().name("Other name").slug("acme")));
		assertThat(second).isEqualTo(new CreateResult<>(first.value(), false));
		assertThat(result(this.organizations.listAll().count())).isOne();
	}

	@Test
	void findsOrganizationThatAnotherCallerCreatedMeanwhile() {
		Organization acme = acme();
		sandbox.faults().on("GET", "/v1/organizations/acme").times(1).status(404);
		CreateResult<Organization> found = result(
				this.creation.createOrFind(new NewOrganization().name("Acme").slug("acme")));
		assertThat(found).isEqualTo(new CreateResult<>(acme, false));
	}

	@Test
	void findsOrganizationWhoseCreationResponseWasLost() {
		sandbox.faults().on("POST", "/v1/organizations").times(1).afterCommit().status(504);
		CreateResult<Organization> created = result(
				this.creation.createOrFind(new NewOrganization().name("Acme").slug("acme")));
		assertThat(created.created()).isTrue();
		assertThat(result(this.organizations.listAll().collectList())).containsExactly(created.value());
	}

	@Test
	void reportsLostCreationThatCannotBeFound() {
		sandbox.faults().on("POST", "/v1/organizations").times(1).status(504);
		StepVerifier.create(this.creation.createOrFind(new NewOrganization().name("Acme").slug("acme")))
			.expectError(SsoApiException.OutcomeUnknown.class)
			.verify(Clerk.TIMEOUT);
		sandbox.faults().on("POST", "/v1/organizations").times(1).status(504);
		sandbox.faults().on("GET", "/v1/organizations/acme").times(1).status(404);
		sandbox.faults().on("GET", "/v1/organizations/acme").times(1).status(403);
		StepVerifier.create(this.creation.createOrFind(new NewOrganization().name("Acme").slug("acme")))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.OutcomeUnknown.class)
				.hasMessageContaining("list the organizations and look for this slug"))
			.verify(Clerk.TIMEOUT);
		assertThat(result(this.organizations.listAll().count())).isZero();
	}

	@Test
	void needsSlugToFind() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.creation.createOrFind(new NewOrganization().name("Acme")))
			.withMessage("'slug' must be set");
		assertThatIllegalArgumentException().isThrownBy(() -> new NewOrganization().slug("../users"));
	}

	@Test
	void reportsAnyOtherRejection() {
		StepVerifier.create(this.creation.createOrFind(new NewOrganization().slug("acme")))
			.expectError(SsoApiException.InvalidRequest.class)
			.verify(Clerk.TIMEOUT);
	}

	@Test
	void createsDomainThatIsNotVerified() {
		String id = acme().id();
		OrganizationDomain domain = result(this.domains.create(id, new NewOrganizationDomain().name("acme.com")));
		assertThat(domain.isVerified()).isFalse();
		assertThat(domain.isOwnershipVerified()).isFalse();
		assertThat(sandbox.verifiedOrganizationDomains()).isEmpty();
		OrganizationDomain updated = result(this.domains.update(id, domain.id(),
				new OrganizationDomainPatch().enrollmentMode(EnrollmentMode.AUTOMATIC_INVITATION)));
		assertThat(updated.isVerified()).isFalse();
		assertThat(updated.enrollmentMode()).isEqualTo(EnrollmentMode.AUTOMATIC_INVITATION);
		assertThat(result(this.domains.listAll(id).collectList())).containsExactly(updated);
	}

	@Test
	void marksDomainAndItsOwnershipApart() {
		String id = acme().id();
		OrganizationDomain domain = result(this.domains.create(id, new NewOrganizationDomain().name("acme.com")));
		OrganizationDomain owned = result(this.domains.markOwnershipVerified(domain));
		assertThat(owned.isOwnershipVerified()).isTrue();
		assertThat(owned.isVerified()).isFalse();
		assertThat(owned.ownershipVerification().strategy()).isEqualTo("manual_override");
		assertThat(owned.ownershipVerification().verifiedAt()).isNotNull();
		assertThat(result(this.domains.markVerified(owned)).isVerified()).isTrue();
		assertThat(result(this.domains.markUnverified(id, domain.id())).isVerified()).isFalse();
		assertThat(result(this.domains.delete(id, domain.id())).deleted()).isTrue();
		StepVerifier.create(this.domains.delete(id, domain.id()))
			.expectError(SsoApiException.NotFound.class)
			.verify(Clerk.TIMEOUT);
	}

	@ParameterizedTest
	@ValueSource(strings = { "gmail.com", "co.uk", "com", "onmicrosoft.com" })
	void neverMarksPublicDomain(String name) {
		OrganizationDomain domain = domain("org_1", "orgdmn_1", name);
		int before = sandbox.requests().size();
		for (ThrowingCallable call : List.<ThrowingCallable>of(() -> this.domains.markVerified(domain),
				() -> this.domains.markOwnershipVerified(domain))) {
			assertThatIllegalArgumentException().isThrownBy(call)
				.withMessageStartingWith("'domain' must belong to one company");
		}
		assertThat(sandbox.requests()).hasSize(before);
	}

	@Test
	void goesByThePublicDomainsOfTheApplication() {
		ClerkOrganizationDomains own = ClerkOrganizationDomains.create(this.client,
				() -> PublicDomains.defaults().with(Set.of("acme.com"), Set.of()));
		assertThatIllegalArgumentException().isThrownBy(() -> own.markVerified(domain("org_1", "orgdmn_1", "acme.com")))
			.withMessageStartingWith("'domain' must belong to one company");
	}

	@Test
	void neverMarksByTheWay() {
		assertThatIllegalArgumentException().isThrownBy(() -> new NewOrganizationDomain().set("verified", true))
			.withMessageContaining("markVerified");
		assertThatIllegalArgumentException().isThrownBy(() -> new OrganizationDomainPatch().set("verified", true))
			.withMessageContaining("markVerified");
	}

	@ParameterizedTest
	@ValueSource(strings = { "..", "", "a/b" })
	void rejectsSecondId(String id) {
		for (ThrowingCallable call : List.<ThrowingCallable>of(() -> this.domains.delete("org_1", id),
				() -> this.domains.update("org_1", id, new OrganizationDomainPatch()),
				() -> this.domains.markUnverified("org_1", id),
				() -> this.domains.markVerified(domain("org_1", id, "acme.com")))) {
			assertThatIllegalArgumentException().isThrownBy(call).withMessageStartingWith("'id' must be");
		}
	}

	@Test
	void readsEachFieldAndKeepsUnknownOnes() {
		for (Class<?> type : List.of(Organization.class, OrganizationDomain.class,
				OrganizationDomain.Verification.class)) {
			Records.takesNothing(type);
			Records.readsEachField(type);
			Records.cannotBeChanged(WireJson.mapper().readValue("{\"new\":{\"a\":1}}", type));
		}
		assertThat(new EnrollmentMode("newer")).hasToString("newer");
	}

	private static OrganizationDomain domain(String organizationId, String id, String name) {
		return new OrganizationDomain(null, id, organizationId, name, null, null, null, null, null, null, null, null,
				null);
	}

}
