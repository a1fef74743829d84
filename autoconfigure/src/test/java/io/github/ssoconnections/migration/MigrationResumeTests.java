// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.migration;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.ConnectionProvider;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.clerk.account.ClerkAccount;
import io.github.ssoconnections.client.ApiClientSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

import org.springframework.http.HttpStatus;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Migrations that end before they are complete, and run again.
 */
class MigrationResumeTests {

	private static final String CONNECTIONS = "/v1/enterprise_connections";

	private final List<MigrationFixture> started = new ArrayList<>();

	@AfterEach
	void close() {
		this.started.forEach(MigrationFixture::close);
	}

	private MigrationFixture start() {
		MigrationFixture fixture = new MigrationFixture();
		this.started.add(fixture);
		fixture.publish(MigrationFixture.METADATA_URL, MigrationFixture.metadata("https://idp.acme.com"));
		fixture.add("a-saml", "samlp", MigrationFixture.with(MigrationFixture.saml(), "set_user_root_attributes",
				"on_first_login", "idpinitiated", Map.of("enabled", true)));
		fixture.add("b-db", "auth0", Map.of());
		fixture.add("c-oidc", "oidc",
				MigrationFixture.with(MigrationFixture.oidc(), "set_user_root_attributes", "on_first_login"));
		return fixture;
	}

	private static List<String> state(MigrationFixture fixture) {
		return fixture.target()
			.enterpriseConnections()
			.listAll()
			.map((connection) -> connection.name() + " " + connection.domains() + " " + connection.active() + " "
					+ connection.syncUserAttributes() + " "
					+ ((connection.saml() != null) ? connection.saml().allowIdpInitiated() : ""))
			.sort()
			.collectList()
			.block(MigrationFixture.TIMEOUT);
	}

	/**
	 * Run a migration in a process that ends as soon as the response to a request
	 * arrives.
	 */
	private static int killed(MigrationFixture fixture, int last) throws InterruptedException {
		AtomicInteger requests = new AtomicInteger();
		CountDownLatch ended = new CountDownLatch(1);
		WebClient.Builder webClient = WebClient.builder()
			.filter((request, next) -> next.exchange(request).flatMap((response) -> {
				if (requests.incrementAndGet() < last) {
					return Mono.just(response);
				}
				return response.releaseBody().doFinally((signal) -> ended.countDown()).then(Mono.never());
			}));
		Disposable process = fixture.migration(webClient)
			.run(MigrationOptions.defaults())
			.doFinally((signal) -> ended.countDown())
			.subscribe();
		assertThat(ended.await(MigrationFixture.TIMEOUT.toSeconds(), TimeUnit.SECONDS)).isTrue();
		process.dispose();
		return requests.get();
	}

	@Test
	void endsTheSameWhenKilledAfterAnyRequest() throws Exception {
		MigrationFixture reference = start();
		int requests = killed(reference, Integer.MAX_VALUE);
		assertThat(requests).isGreaterThan(6);
		assertThat(state(reference)).containsExactly("a-saml [acme.com] false false true",
				"c-oidc [acme.com] false false ");
		for (int last = 1; last <= requests; last++) {
			MigrationFixture fixture = start();
			killed(fixture, last);
			assertThat(fixture.run(MigrationOptions.defaults())).as("killed after request %d", last)
				.map(MigrationEntry::status)
				.containsExactly(MigrationStatus.DONE, MigrationStatus.NOT_MAPPED, MigrationStatus.DONE);
			assertThat(state(fixture)).as("killed after request %d", last).isEqualTo(state(reference));
			assertThat(fixture.sandbox().requests())
				.filteredOn((request) -> request.url().startsWith("/api/v2") && !request.method().equals("GET"))
				.isEmpty();
		}
	}

	@Test
	void findsWhatWasCreatedWhenTheResponseIsLost() {
		MigrationFixture fixture = start();
		fixture.sandbox().faults().on("POST", CONNECTIONS).times(1).afterCommit().reset();
		// The time to wait before the search is the response timeout
		ClerkAccount target = fixture.target(
				WebClient.builder()
					.clientConnector(new ReactorClientHttpConnector(HttpClient.create().disableRetry(true))),
				ApiClientSettings.defaults().withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(20)));
		assertThat(ConnectionMigration.create(fixture.source(), target, fixture.tools())
			.run(MigrationOptions.defaults())
			.collectList()
			.block(MigrationFixture.TIMEOUT)).map(MigrationEntry::status)
			.containsExactly(MigrationStatus.DONE, MigrationStatus.NOT_MAPPED, MigrationStatus.DONE);
		assertThat(state(fixture)).hasSize(2);
	}

	@Test
	void reportsAFailureOfOneConnectionAndMovesTheOthers() {
		MigrationFixture fixture = start();
		fixture.sandbox().faults().on("POST", CONNECTIONS).times(1).status(422, "form_param_value_invalid");
		List<MigrationEntry> entries = fixture.run(MigrationOptions.defaults());
		assertThat(entries).map(MigrationEntry::status)
			.containsExactly(MigrationStatus.FAILED, MigrationStatus.NOT_MAPPED, MigrationStatus.DONE);
		assertThat(entries.get(0).failure()).contains("form_param_value_invalid");
		assertThat(entries.get(0).target()).isNull();
		assertThat(fixture.run(MigrationOptions.defaults())).map(MigrationEntry::status)
			.containsExactly(MigrationStatus.DONE, MigrationStatus.NOT_MAPPED, MigrationStatus.DONE);
	}

	@Test
	void reportsAnUpdateThatFailedAndCompletesIt() {
		MigrationFixture fixture = start();
		fixture.sandbox().faults().on("PATCH", CONNECTIONS + "/*").times(1).status(400);
		MigrationEntry entry = fixture.run(MigrationOptions.defaults()).get(0);
		assertThat(entry.status()).isEqualTo(MigrationStatus.FAILED);
		assertThat(entry.target().created()).isTrue();
		assertThat(entry.target().differences()).map(FieldMapping::target).containsExactly("sync_user_attributes");
		MigrationEntry again = fixture.run(MigrationOptions.defaults()).get(0);
		assertThat(again.status()).isEqualTo(MigrationStatus.DONE);
		assertThat(again.target().id()).isEqualTo(entry.target().id());
		assertThat(again.target().differences()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 402, 403, 410, 429 })
	void stopsAtAFailureOfTheAccount(int status) {
		MigrationFixture fixture = start();
		fixture.sandbox().faults().on("POST", CONNECTIONS).status(status, 0);
		List<MigrationEntry> entries = fixture.run(MigrationOptions.defaults());
		assertThat(entries).map(MigrationEntry::status)
			.containsExactly(MigrationStatus.FAILED, MigrationStatus.NOT_MAPPED, MigrationStatus.NOT_RUN);
		fixture.sandbox().faults().clear();
		assertThat(fixture.run(MigrationOptions.defaults())).map(MigrationEntry::status)
			.containsExactly(MigrationStatus.DONE, MigrationStatus.NOT_MAPPED, MigrationStatus.DONE);
	}

	@Test
	void stopsAtAnOutage() {
		MigrationFixture fixture = start();
		AtomicInteger lists = new AtomicInteger();
		WebClient.Builder webClient = WebClient.builder()
			.filter((request, next) -> (request.url().getPath().equals(CONNECTIONS) && lists.getAndIncrement() > 0)
					? Mono.just(ClientResponse.create(HttpStatus.SERVICE_UNAVAILABLE).build())
					: next.exchange(request));
		assertThat(fixture.migration(webClient)
			.run(MigrationOptions.defaults())
			.collectList()
			.block(MigrationFixture.TIMEOUT)).map(MigrationEntry::status)
			.containsExactly(MigrationStatus.FAILED, MigrationStatus.NOT_MAPPED, MigrationStatus.NOT_RUN);
		assertThat(fixture.requests("POST", "/v1/")).isEmpty();
	}

	@Test
	void stopsAtTheQuota() {
		MigrationFixture fixture = start();
		fixture.sandbox().connectionLimit(1);
		List<MigrationEntry> entries = fixture.run(MigrationOptions.defaults());
		assertThat(entries).map(MigrationEntry::status)
			.containsExactly(MigrationStatus.DONE, MigrationStatus.NOT_MAPPED, MigrationStatus.FAILED);
		assertThat(entries.get(2).failure()).contains("quota_exceeded");
		fixture.sandbox().connectionLimit(2);
		assertThat(fixture.run(MigrationOptions.defaults())).map(MigrationEntry::status)
			.containsExactly(MigrationStatus.DONE, MigrationStatus.NOT_MAPPED, MigrationStatus.DONE);
	}

	@Test
	void stopsCreatingWhenTheSubscriptionIsCancelled() {
		MigrationFixture fixture = start();
		fixture.migration().run(MigrationOptions.defaults()).take(1).collectList().block(MigrationFixture.TIMEOUT);
		assertThat(fixture.requests("POST", "/v1/")).hasSize(1);
	}

	@Test
	void failsBeforeTheFirstWriteWhenAnAccountCannotBeRead() {
		MigrationFixture fixture = start();
		fixture.sandbox().faults().on("GET", CONNECTIONS).times(1).status(401);
		assertThatExceptionOfType(SsoApiException.Unauthorized.class)
			.isThrownBy(() -> fixture.run(MigrationOptions.defaults()));
		fixture.sandbox().faults().on("GET", "/api/v2/connections").times(1).status(403);
		assertThatExceptionOfType(SsoApiException.Forbidden.class)
			.isThrownBy(() -> fixture.plan(MigrationOptions.defaults()));
		assertThat(fixture.requests("POST", "/v1/")).isEmpty();
	}

	@Test
	void comparesWhatExistsAndLeavesAnotherIdpAlone() {
		MigrationFixture fixture = start();
		EnterpriseConnection existing = fixture.target()
			.enterpriseConnections()
			.create(new NewEnterpriseConnection().name("a-saml")
				.provider(ConnectionProvider.SAML_OKTA)
				.domains("ACME.com")
				.organizationId("org_other")
				.saml(new NewEnterpriseConnection.Saml().idpMetadataUrl("https://other.example/metadata")))
			.block(MigrationFixture.TIMEOUT);
		MigrationOptions options = MigrationOptions.defaults()
			.withOverride("a-saml", MigrationOverride.none().withOrganization("org_acme"));
		for (MigrationEntry entry : List.of(fixture.plan(options).get(0), fixture.run(options).get(0))) {
			assertThat(entry.status()).isEqualTo(MigrationStatus.BLOCKED);
			assertThat(entry.target()).isNull();
			assertThat(entry.blockers()).singleElement()
				.satisfies(
						(blocker) -> assertThat(blocker.note()).startsWith(existing.id() + " ('a-saml') at Clerk has")
							.contains("saml.idp_metadata_url: Clerk has 'https://other.example/metadata'"));
		}
		assertThat(fixture.requests("PATCH", "/v1/")).hasSize(1)
			.noneMatch((request) -> request.url().contains(existing.id()));
	}

	@Test
	void changesNothingOnceUsersSignIn() {
		MigrationFixture fixture = start();
		String id = fixture.run(MigrationOptions.defaults()).get(0).target().id();
		fixture.target()
			.enterpriseConnections()
			.update(id, new EnterpriseConnectionPatch().active(true).syncUserAttributes(true))
			.block(MigrationFixture.TIMEOUT);
		int patches = fixture.requests("PATCH", "/v1/").size();
		MigrationEntry entry = fixture.run(MigrationOptions.defaults()).get(0);
		assertThat(entry.target().active()).isTrue();
		assertThat(entry.target().differences()).map(FieldMapping::target).containsExactly("sync_user_attributes");
		assertThat(fixture.requests("PATCH", "/v1/")).hasSize(patches);
	}

	@Test
	void blocksWhenSeveralExist() {
		MigrationFixture fixture = start();
		for (int i = 0; i < 2; i++) {
			fixture.target()
				.enterpriseConnections()
				.create(new NewEnterpriseConnection().name("a-saml")
					.provider(ConnectionProvider.SAML_CUSTOM)
					.domains("acme.com"))
				.block(MigrationFixture.TIMEOUT);
		}
		MigrationEntry entry = fixture.plan(MigrationOptions.defaults()).get(0);
		assertThat(entry.status()).isEqualTo(MigrationStatus.BLOCKED);
		assertThat(entry.blockers().get(0).note()).startsWith("2 connections with this name and these domains");
	}

}
