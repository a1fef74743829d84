// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.UnknownFields;
import io.github.ssoconnections.auth0.discovery.Auth0DiscoveryDomains;
import io.github.ssoconnections.auth0.discovery.DiscoveryDomain;
import io.github.ssoconnections.auth0.discovery.DiscoveryDomainCheck;
import io.github.ssoconnections.auth0.discovery.DiscoveryDomainPatch;
import io.github.ssoconnections.auth0.discovery.DiscoveryDomainStatus;
import io.github.ssoconnections.auth0.discovery.NewDiscoveryDomain;
import io.github.ssoconnections.auth0.discovery.TxtRecords;
import io.github.ssoconnections.auth0.organization.Auth0Organizations;
import io.github.ssoconnections.auth0.organization.NewOrganization;
import io.github.ssoconnections.lint.PublicDomains;
import io.github.ssoconnections.sandbox.RecordedRequest;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link Auth0DiscoveryDomains}: who vouches for a domain, what takes more than
 * one request, and the lookup in DNS.
 */
class DiscoveryDomainTests {

	private final Sandbox sandbox = Sandbox.start();

	private final List<String> lookups = new ArrayList<>();

	private Mono<List<String>> texts = Mono.just(List.of());

	private Auth0Client client;

	private Auth0DiscoveryDomains domains;

	private String acme;

	private static DiscoveryDomain domain(String id, String name) {
		return domain(id, name, "_auth0-challenge." + name);
	}

	private static DiscoveryDomain domain(String id, String name, String host) {
		return new DiscoveryDomain(id, name, DiscoveryDomainStatus.PENDING, true, "text-1", host, UnknownFields.none());
	}

	@BeforeEach
	void create() {
		this.client = Auth0.client(WebClient.builder(), this.sandbox.auth0().baseUrl());
		this.domains = Auth0DiscoveryDomains.create(this.client, PublicDomains::defaults, (host) -> {
			this.lookups.add(host);
			return this.texts;
		});
		this.acme = organization("acme");
	}

	@AfterEach
	void close() {
		this.sandbox.close();
	}

	private String organization(String name) {
		return Auth0Organizations.create(this.client)
			.create(new NewOrganization().name(name))
			.block(Auth0.TIMEOUT)
			.id();
	}

	private DiscoveryDomain add(String organization, String name) {
		return Auth0.result(this.domains.create(organization, new NewDiscoveryDomain().domain(name)));
	}

	@Test
	void createsPendingAndMarksVerifiedOnRequestOnly() {
		DiscoveryDomain created = add(this.acme, "acme.com");
		assertThat(created.status()).isEqualTo(DiscoveryDomainStatus.PENDING);
		assertThat(created.isDiscoverable()).isFalse();
		DiscoveryDomain updated = Auth0.result(this.domains.update(this.acme, created.id(),
				new DiscoveryDomainPatch().useForOrganizationDiscovery(true)));
		assertThat(updated.status()).isEqualTo(DiscoveryDomainStatus.PENDING);
		assertThat(Auth0.result(this.domains.markVerified(this.acme, created)).isDiscoverable()).isTrue();
		assertThat(Auth0.result(this.domains.getByName(this.acme, "acme.com")).isDiscoverable()).isTrue();
		assertThat(Auth0.result(this.domains.markPending(this.acme, created.id())).isDiscoverable()).isFalse();
		this.domains.delete(this.acme, created.id()).block(Auth0.TIMEOUT);
		assertThat(this.domains.listAll(this.acme).collectList().block(Auth0.TIMEOUT)).isEmpty();
	}

	@Test
	void takesNoStatusWithACreationOrAnUpdate() {
		assertThatIllegalArgumentException().isThrownBy(() -> new NewDiscoveryDomain().set("status", "verified"))
			.withMessageContaining("markVerified");
		assertThatIllegalArgumentException().isThrownBy(() -> new DiscoveryDomainPatch().set("status", "verified"))
			.withMessageContaining("markVerified");
	}

	@ParameterizedTest
	@ValueSource(strings = { "gmail.com", "GMAIL.com.", "co.uk", "onmicrosoft.com", "github.io" })
	void neverMarksPublicDomainAsVerified(String name) {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.domains.markVerified(this.acme, domain("odd_1", name)))
			.withMessageContaining("one company")
			.withMessageNotContaining(name);
	}

	@Test
	void marksOnlyTheDomainWithThatName() {
		DiscoveryDomain acmeCom = add(this.acme, "acme.com");
		DiscoveryDomain gmail = add(this.acme, "gmail.com");
		StepVerifier.create(this.domains.markVerified(this.acme, domain(gmail.id(), "acme.com")))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(InvalidArgumentException.class)
				.hasMessageContaining("name")
				.hasMessageNotContaining("gmail"))
			.verify(Auth0.TIMEOUT);
		assertThat(Auth0.result(this.domains.get(this.acme, gmail.id())).status())
			.isEqualTo(DiscoveryDomainStatus.PENDING);
		String path = "/organizations/" + this.acme + "/discovery-domains/" + acmeCom.id();
		Auth0.result(this.domains.markVerified(this.acme, acmeCom));
		List<RecordedRequest> requests = this.sandbox.requests();
		RecordedRequest read = requests.get(requests.size() - 2);
		RecordedRequest patch = requests.get(requests.size() - 1);
		assertThat(read.method() + " " + read.url()).startsWith("GET ").endsWith(path);
		assertThat(patch.method() + " " + patch.url()).startsWith("PATCH ").endsWith(path);
		assertThat(patch.body()).isEqualTo("{\"status\":\"verified\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "..", "../x", "" })
	void rejectsTheIdOfADomainBeforeARequest(String id) {
		int before = this.sandbox.requests().size();
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.domains.markVerified(this.acme, domain(id, "acme.com")));
		assertThatIllegalArgumentException().isThrownBy(() -> this.domains.markVerified(id, domain("o", "acme.com")));
		assertThat(this.sandbox.requests()).hasSize(before);
	}

	@Test
	void asksTheApplicationWhichDomainsArePublic() {
		Auth0DiscoveryDomains strict = Auth0DiscoveryDomains.create(this.client,
				() -> PublicDomains.defaults().with(Set.of("acme.com"), Set.of()), TxtRecords.ofDns());
		assertThatIllegalArgumentException()
			.isThrownBy(() -> strict.markVerified(this.acme, domain("odd_1", "acme.com")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "..", ".", "a..b", ".acme.com", "acme.com.", "a/b", "", "a%2fb", "a b", "é.com" })
	void rejectsNameThatCouldChangeThePath(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.domains.getByName(this.acme, name));
		assertThatIllegalArgumentException().isThrownBy(() -> this.domains.findConflicts(this.acme, name));
		assertThatIllegalArgumentException().isThrownBy(() -> new NewDiscoveryDomain().domain(name));
	}

	@Test
	void findsWhatIsThereByTheConflict() {
		CreateResult<DiscoveryDomain> first = Auth0
			.result(this.domains.createOrFind(this.acme, new NewDiscoveryDomain().domain("acme.com")));
		assertThat(first.created()).isTrue();
		CreateResult<DiscoveryDomain> second = Auth0
			.result(this.domains.createOrFind(this.acme, new NewDiscoveryDomain().domain("acme.com")));
		assertThat(second.created()).isFalse();
		assertThat(second.value()).isEqualTo(first.value());
	}

	@Test
	void succeedsWithAFreshDomainThatNoReadFinds() {
		this.sandbox.auth0().discoveryDomainsDelayed(true);
		add(this.acme, "acme.com");
		CreateResult<DiscoveryDomain> found = Auth0
			.result(this.domains.createOrFind(this.acme, new NewDiscoveryDomain().domain("acme.com")));
		assertThat(found.created()).isFalse();
		assertThat(found.value().domain()).isEqualTo("acme.com");
		assertThat(found.value().id()).isNull();
		assertThat(Auth0.result(this.domains.check(found.value())).result())
			.isEqualTo(DiscoveryDomainCheck.Result.UNKNOWN);
		assertThat(this.lookups).isEmpty();
	}

	@Test
	void needsANameToFind() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.domains.createOrFind(this.acme, new NewDiscoveryDomain()))
			.withMessageContaining("name");
	}

	@Test
	void findsOtherOrganizationsWithTheSameDomain() {
		String other = organization("other");
		organization("third");
		add(this.acme, "acme.com");
		assertThat(this.domains.findConflicts(this.acme, "acme.com").collectList().block(Auth0.TIMEOUT)).isEmpty();
		add(other, "acme.com");
		assertThat(this.domains.findConflicts(this.acme, "acme.com").collectList().block(Auth0.TIMEOUT)).singleElement()
			.satisfies((conflict) -> {
				assertThat(conflict.organization().name()).isEqualTo("other");
				assertThat(conflict.domain().domain()).isEqualTo("acme.com");
			});
	}

	@Test
	void reportsUnknownOrganization() {
		StepVerifier.create(this.domains.create("org_none", new NewDiscoveryDomain().domain("acme.com")))
			.expectErrorSatisfies((failure) -> assertThat(failure).isInstanceOf(SsoApiException.NotFound.class)
				.hasMessageContaining("discovery_domains.create")
				.hasMessageContaining("organization does not exist"))
			.verify(Auth0.TIMEOUT);
	}

	@ParameterizedTest
	@CsvSource({ "text-1,FOUND", "other,OTHER_TEXT", "TEXT-1,OTHER_TEXT", "'',ABSENT" })
	void comparesTheTextAtTheHost(String text, DiscoveryDomainCheck.Result result) {
		this.texts = Mono.just(text.isEmpty() ? List.of() : List.of("v=spf1", text));
		Mono<DiscoveryDomainCheck> check = this.domains.check(domain("odd_1", "acme.com"));
		assertThat(this.lookups).isEmpty();
		DiscoveryDomainCheck checked = Auth0.result(check);
		assertThat(checked.result()).isEqualTo(result);
		assertThat(checked.isFound()).isEqualTo(result == DiscoveryDomainCheck.Result.FOUND);
		assertThat(checked.host()).isEqualTo("_auth0-challenge.acme.com");
		assertThat(checked.expected()).isEqualTo("text-1");
		assertThat(this.lookups).containsExactly("_auth0-challenge.acme.com");
	}

	@Test
	void checksWithoutChangingAnything() {
		DiscoveryDomain created = add(this.acme, "acme.com");
		this.texts = Mono.just(List.of(created.verificationTxt()));
		assertThat(Auth0.result(this.domains.check(created)).isFound()).isTrue();
		assertThat(Auth0.result(this.domains.get(this.acme, created.id())).status())
			.isEqualTo(DiscoveryDomainStatus.PENDING);
	}

	@Test
	void knowsNothingWhenTheLookupFails() {
		this.texts = Mono.error(new IllegalStateException("no DNS"));
		assertThat(Auth0.result(this.domains.check(domain("odd_1", "acme.com"))).result())
			.isEqualTo(DiscoveryDomainCheck.Result.UNKNOWN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "_auth0-challenge.evil.com", "acme.com.evil.com", "notacme.com", "ldap://evil/acme.com",
			"x/acme.com", "x..acme.com", ".acme.com", "" })
	void looksUpNoHostOutsideOfTheDomain(String host) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.domains.check(domain("odd_1", "acme.com", host)))
			.withMessageContaining("host");
		assertThatIllegalArgumentException().isThrownBy(() -> TxtRecords.ofDns().lookup("ldap://evil.com/acme.com"));
		assertThat(this.lookups).isEmpty();
	}

	@Test
	void takesTheDomainItselfAsTheHost() {
		assertThat(Auth0.result(this.domains.check(domain("odd_1", "Acme.com", "acme.com"))).result())
			.isEqualTo(DiscoveryDomainCheck.Result.ABSENT);
	}

}
