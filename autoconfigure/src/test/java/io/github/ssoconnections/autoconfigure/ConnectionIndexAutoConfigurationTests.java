// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.auth0.Auth0ConnectionClients;
import io.github.ssoconnections.auth0.Auth0ConnectionPatch;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.ClientChange;
import io.github.ssoconnections.auth0.ConnectionStrategy;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.auth0.options.SamlpOptions;
import io.github.ssoconnections.auth0.organization.Auth0OrganizationConnections;
import io.github.ssoconnections.auth0.organization.Auth0Organizations;
import io.github.ssoconnections.auth0.organization.NewOrganization;
import io.github.ssoconnections.auth0.organization.OrganizationConnectionSettings;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.clerk.ConnectionProvider;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.clerk.NewSamlConnection;
import io.github.ssoconnections.clerk.SamlConnectionService;
import io.github.ssoconnections.index.ConnectionCandidate;
import io.github.ssoconnections.index.ConnectionIndex;
import io.github.ssoconnections.index.ConnectionIndexSettings;
import io.github.ssoconnections.index.ConnectionQuery;
import io.github.ssoconnections.index.MatchReason;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.monitor.CertificateMonitor;
import io.github.ssoconnections.monitor.ConnectionChangeMonitor;
import io.github.ssoconnections.sandbox.RecordedRequest;
import io.github.ssoconnections.sandbox.Sandbox;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

/**
 * The index in an application, over both vendors.
 */
class ConnectionIndexAutoConfigurationTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private static final Sandbox sandbox = Sandbox.start();

	private final List<Object> events = new ArrayList<>();

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class, Auth0AutoConfiguration.class,
				ConnectionCatalogAutoConfiguration.class, FleetAutoConfiguration.class,
				ConnectionIndexAutoConfiguration.class, CertificateMonitorAutoConfiguration.class))
		.withInitializer((context) -> context.addApplicationListener(
				(ApplicationListener<PayloadApplicationEvent<?>>) (event) -> this.events.add(event.getPayload())))
		.withPropertyValues("sso-connections.clerk.base-url=" + sandbox.clerkBaseUrl(),
				"sso-connections.clerk.api-key=" + sandbox.clerkApiKey(),
				"sso-connections.auth0.base-url=" + sandbox.auth0().baseUrl(),
				"sso-connections.auth0.token=" + sandbox.auth0().token());

	@BeforeEach
	void seed() {
		sandbox.reset().seed();
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@Test
	void isThereAndDoesNothingByDefault() {
		this.contextRunner.run((context) -> {
			assertThat(context).hasSingleBean(ConnectionIndex.class)
				.doesNotHaveBean(IndexLifecycle.class)
				.doesNotHaveBean(ConnectionChangeMonitor.class);
			assertThat(context.getBeanFactory().containsSingleton("ssoConnectionIndex")).as("Created").isFalse();
			assertThat(context.getBean(RefreshedConnectionIndex.class).isRunning()).isFalse();
			assertThat(sandbox.requests()).isEmpty();
		});
	}

	@Test
	void readsEachAccountOnceForIndexAndMonitorTogether() {
		this.contextRunner
			.withPropertyValues("sso-connections.certificates.monitor.enabled=true",
					"sso-connections.index.initial-delay=1d", "sso-connections.certificates.monitor.initial-delay=1d")
			.run((context) -> {
				ConnectionIndex index = context.getBean(ConnectionIndex.class);
				index.refresh().block(LIMIT);
				assertThat(sandbox.requests())
					.extracting((request) -> request.method() + " " + request.url().replaceAll("\\?.*", ""))
					.containsExactlyInAnyOrder("GET /v1/enterprise_connections", "GET /v1/saml_connections",
							"GET /api/v2/connections");
				assertThat(context.getBean(CertificateMonitor.class).report().refreshedAt())
					.isEqualTo(index.refreshedAt());
				assertThat(index.conflicts()).isNotEmpty();
			});
	}

	@Test
	void refreshesPeriodicallyWhenEnabled() {
		this.contextRunner
			.withPropertyValues("sso-connections.index.enabled=true", "sso-connections.index.initial-delay=0s")
			.run((context) -> {
				RefreshedConnectionIndex index = context.getBean(RefreshedConnectionIndex.class);
				assertThat(index.isRunning()).isTrue();
				index.refresh().block(LIMIT);
				assertThat(index.refreshedAt()).isNotNull();
				assertThat(context).hasSingleBean(ConnectionChangeMonitor.class)
					.doesNotHaveBean(CertificateMonitor.class);
				context.close();
				assertThat(index.isRunning()).isFalse();
			});
	}

	@Test
	void backsOffForAnIndexOfTheApplication() {
		this.contextRunner.withBean("own", ConnectionIndex.class, () -> mock(ConnectionIndex.class))
			.withPropertyValues("sso-connections.index.enabled=true")
			.run((context) -> assertThat(context).hasSingleBean(ConnectionIndex.class)
				.hasBean("own")
				.doesNotHaveBean(IndexLifecycle.class));
	}

	@Test
	void hasWritesOfTheServicesAtOnceAndTellsThemOnce() {
		withoutSchedule().run((context) -> {
			ConnectionIndex index = context.getBean(ConnectionIndex.class);
			index.refresh().block(LIMIT);
			EnterpriseConnectionService clerk = context.getBean(EnterpriseConnectionService.class);
			Auth0ConnectionService auth0 = context.getBean(Auth0ConnectionService.class);
			String clerkId = clerk
				.create(new NewEnterpriseConnection().name("New")
					.provider(ConnectionProvider.OIDC_CUSTOM)
					.domains("new.example"))
				.block(LIMIT)
				.id();
			assertThat(index.findByDomain("new.example")).extracting(CatalogEntry::id).containsExactly(clerkId);
			clerk.update(clerkId, new EnterpriseConnectionPatch().domains("newer.example")).block(LIMIT);
			assertThat(index.findByDomain("new.example")).isEmpty();
			assertThat(index.findByDomain("newer.example")).hasSize(1);
			String auth0Id = auth0
				.create(new NewAuth0Connection().name("new")
					.strategy(ConnectionStrategy.SAMLP)
					.options(options("auth0.example")))
				.block(LIMIT)
				.id();
			assertThat(index.findByDomain("auth0.example")).extracting(CatalogEntry::id).containsExactly(auth0Id);
			List<Object> told = List.copyOf(this.events);
			assertThat(told).hasSize(3);
			index.refresh().block(LIMIT);
			assertThat(this.events).as("A refresh finds nothing else").isEqualTo(told);
			clerk.delete(clerkId).block(LIMIT);
			auth0.delete(auth0Id).block(LIMIT);
			assertThat(index.findByDomain("newer.example")).isEmpty();
			assertThat(index.findByDomain("auth0.example")).isEmpty();
			index.refresh().block(LIMIT);
			assertThat(this.events).hasSize(5);
		});
	}

	@Test
	@SuppressWarnings("deprecation")
	void hasWritesOfSamlConnectionsAtOnce() {
		withoutSchedule().run((context) -> {
			ConnectionIndex index = context.getBean(ConnectionIndex.class);
			index.refresh().block(LIMIT);
			SamlConnectionService service = context.getBean(SamlConnectionService.class);
			String id = service
				.create(new NewSamlConnection().name("New")
					.provider(ConnectionProvider.SAML_CUSTOM)
					.domains("saml.example"))
				.block(LIMIT)
				.id();
			assertThat(index.findByDomain("saml.example")).hasSize(1);
			index.refresh().block(LIMIT);
			assertThat(this.events).hasSize(1);
			service.delete(id).block(LIMIT);
			index.refresh().block(LIMIT);
			assertThat(index.findByDomain("saml.example")).isEmpty();
		});
	}

	@Test
	void reportsWhatWasChangedElsewhere() {
		withoutSchedule().run((context) -> {
			ConnectionIndex index = context.getBean(ConnectionIndex.class);
			index.refresh().block(LIMIT);
			ApplicationContextRunner elsewhere = new ApplicationContextRunner()
				.withConfiguration(AutoConfigurations.of(ClerkAutoConfiguration.class))
				.withPropertyValues("sso-connections.clerk.base-url=" + sandbox.clerkBaseUrl(),
						"sso-connections.clerk.api-key=" + sandbox.clerkApiKey());
			elsewhere.run((other) -> other.getBean(EnterpriseConnectionService.class)
				.create(new NewEnterpriseConnection().name("New")
					.provider(ConnectionProvider.OIDC_CUSTOM)
					.domains("new.example"))
				.block(LIMIT));
			assertThat(this.events).isEmpty();
			index.refresh().block(LIMIT);
			assertThat(this.events).singleElement().isInstanceOfSatisfying(ConnectionChanged.class, (event) -> {
				assertThat(event.kind()).isEqualTo(ConnectionChanged.Kind.CREATED);
				assertThat(event.origin()).isEqualTo(ConnectionChanged.Origin.REFRESH);
				assertThat(event.operation()).isNull();
			});
		});
	}

	@Test
	void agreesWithWhomTheSandboxLetsSignIn() {
		withoutSchedule().run((context) -> {
			context.getBean(EnterpriseConnectionService.class)
				.create(new NewEnterpriseConnection().name("Subdomains")
					.provider(ConnectionProvider.SAML_CUSTOM)
					.domains("parent.example")
					.saml(new NewEnterpriseConnection.Saml().allowSubdomains(true)))
				.block(LIMIT);
			ConnectionIndex index = context.getBean(ConnectionIndex.class);
			index.refresh().block(LIMIT);
			int found = 0;
			for (String domain : domains(context)) {
				String email = "alice+1@" + domain.toUpperCase(Locale.ROOT);
				List<CatalogEntry> clerk = index.findByEmail(email)
					.stream()
					.filter((entry) -> entry.vendor().equals("clerk") && Boolean.TRUE.equals(entry.active()))
					.toList();
				assertThat(clerk).as(domain)
					.extracting(CatalogEntry::id)
					.containsExactlyInAnyOrderElementsOf(sandbox.clerkSignIn(email));
				found += clerk.size();
			}
			assertThat(found).as("Sign-ins that were compared").isGreaterThan(3);
			agreesOnAuth0(context, index);
		});
	}

	private static void agreesOnAuth0(ApplicationContext context, ConnectionIndex index) {
		sandbox.auth0().clients("home-realm").organizationUsage("home-realm", "allow");
		String organization = context.getBean(Auth0Organizations.class)
			.create(new NewOrganization().name("home-realm"))
			.block(LIMIT)
			.id();
		List<CatalogEntry> all = context.getBean(RefreshedConnectionIndex.class)
			.accounts()
			.stream()
			.filter((account) -> account.account().vendor().equals("auth0"))
			.flatMap((account) -> account.connections().values().stream())
			.toList();
		int found = 0;
		for (String domain : domains(context)) {
			List<ConnectionCandidate> candidates = index.lookUpDomain(domain).candidates();
			for (CatalogEntry entry : all) {
				List<String> missing = sandbox.auth0()
					.signIn(entry.id(), "home-realm", organization, "alice@" + domain)
					.missing();
				boolean alias = !missing.contains("the domain is no domain alias of the connection");
				boolean candidate = candidates.stream()
					.anyMatch((one) -> one.entry().equals(entry) && one.reason() == MatchReason.DOMAIN);
				assertThat(candidate).as(domain + " " + entry.name()).isEqualTo(alias);
				found += alias ? 1 : 0;
				if (entry.active() != null) {
					assertThat(missing.contains("the connection is not active")).isEqualTo(!entry.active());
				}
			}
		}
		assertThat(found).as("Sign-ins that were compared").isGreaterThan(3);
	}

	private static List<String> domains(ApplicationContext context) {
		List<String> domains = new ArrayList<>(List.of("eu.parent.example", "parent.example", "nobody.example"));
		context.getBean(RefreshedConnectionIndex.class)
			.accounts()
			.forEach((account) -> account.connections().values().forEach((entry) -> {
				domains.addAll(entry.domains());
				entry.domains().forEach((domain) -> domains.add("sub." + domain));
			}));
		return domains;
	}

	@Test
	void readsClientsAndOrganizationsOnRequestOnly() {
		withoutSchedule().run((context) -> {
			RefreshedConnectionIndex index = context.getBean(RefreshedConnectionIndex.class);
			index.refresh().block(LIMIT);
			assertThat(auth0Entries(index)).isNotEmpty().allSatisfy((entry) -> {
				assertThat(entry.details().clientIds()).isNull();
				assertThat(entry.details().organizationIds()).isNull();
			});
		});
		withoutSchedule().withPropertyValues("sso-connections.index.read-assignments=true").run((context) -> {
			RefreshedConnectionIndex index = context.getBean(RefreshedConnectionIndex.class);
			String organization = context.getBean(Auth0Organizations.class)
				.create(new NewOrganization().name("assigned"))
				.block(LIMIT)
				.id();
			String id = context.getBean(Auth0ConnectionService.class)
				.create(new NewAuth0Connection().name("assigned")
					.strategy(ConnectionStrategy.SAMLP)
					.options(options("assigned.example")))
				.block(LIMIT)
				.id();
			context.getBean(Auth0OrganizationConnections.class)
				.enable(organization, id, new OrganizationConnectionSettings())
				.block(LIMIT);
			context.getBean(Auth0ConnectionClients.class)
				.update(id, List.of(ClientChange.enable("console")))
				.block(LIMIT);
			int before = sandbox.requests().size();
			index.refresh().block(LIMIT);
			List<RecordedRequest> requests = sandbox.requests().subList(before, sandbox.requests().size());
			int connections = auth0Entries(index).size();
			assertThat(requests).filteredOn((request) -> request.url().contains("/clients")).hasSize(connections);
			assertThat(requests).filteredOn((request) -> request.url().contains("/enabled_connections")).isNotEmpty();
			CatalogEntry entry = index.findByDomain("assigned.example").get(0);
			assertThat(entry.details().clientIds()).containsExactly("console");
			assertThat(entry.details().organizationIds()).containsExactly(organization);
			context.getBean(Auth0ConnectionService.class)
				.update(id, new Auth0ConnectionPatch().displayName("Renamed"))
				.block(LIMIT);
			assertThat(index.findByDomain("assigned.example").get(0).name()).isEqualTo("Renamed");
			assertThat(index.findByDomain("assigned.example").get(0).details()).isEqualTo(entry.details());
		});
	}

	@Test
	void isNotActiveWhileEnabledForNoClient() {
		withoutSchedule()
			.withPropertyValues("sso-connections.index.read-assignments=true",
					"sso-connections.auth0.rate-limit.enabled=false")
			.run((context) -> {
				RefreshedConnectionIndex index = context.getBean(RefreshedConnectionIndex.class);
				Auth0ConnectionService service = context.getBean(Auth0ConnectionService.class);
				index.refresh().block(LIMIT);
				String id = create(service, "onboarding", false);
				assertThat(active(index, "onboarding")).as("Clients are unknown").isNull();
				create(service, "shared", true);
				index.refresh().block(LIMIT);
				assertThat(active(index, "onboarding")).isFalse();
				assertThat(active(index, "shared")).as("A domain connection").isTrue();
				service.update(id, new Auth0ConnectionPatch().displayName("Renamed")).block(LIMIT);
				assertThat(active(index, "onboarding")).isFalse();
				context.getBean(Auth0ConnectionClients.class)
					.update(id, List.of(ClientChange.enable("console")))
					.block(LIMIT);
				index.refresh().block(LIMIT);
				assertThat(active(index, "onboarding")).isTrue();
				service.update(id, new Auth0ConnectionPatch().set("authentication", Map.of("active", false)))
					.block(LIMIT);
				assertThat(active(index, "onboarding")).as("Suspended").isFalse();
				service.update(id, new Auth0ConnectionPatch().set("authentication", Map.of("active", true)))
					.block(LIMIT);
				assertThat(active(index, "onboarding")).as("Resumed").isTrue();
				sandbox.faults().on("GET", "/api/v2/connections/" + id + "/clients").status(403);
				sandbox.faults().on("GET", "/api/v2/organizations").status(403);
				index.refresh().block(LIMIT);
				assertThat(active(index, "onboarding")).as("As known before").isTrue();
			});
	}

	private static String create(Auth0ConnectionService service, String name, boolean domainConnection) {
		return service
			.create(new NewAuth0Connection().name(name)
				.strategy(ConnectionStrategy.SAMLP)
				.isDomainConnection(domainConnection)
				.options(options(name + ".example")))
			.block(LIMIT)
			.id();
	}

	private static Boolean active(RefreshedConnectionIndex index, String name) {
		return index.findByDomain(name + ".example").get(0).active();
	}

	@Test
	void readsTestRunsOnRequestOnly() {
		withoutSchedule().run((context) -> {
			RefreshedConnectionIndex index = context.getBean(RefreshedConnectionIndex.class);
			index.refresh().block(LIMIT);
			assertThat(index.list(new ConnectionQuery().vendor("clerk")).connections()).isNotEmpty()
				.allSatisfy((entry) -> assertThat(entry.details().lastTestRun()).isNull());
		});
		withoutSchedule().withPropertyValues("sso-connections.index.read-test-runs=true").run((context) -> {
			RefreshedConnectionIndex index = context.getBean(RefreshedConnectionIndex.class);
			int before = sandbox.requests().size();
			index.refresh().block(LIMIT);
			List<CatalogEntry> entries = index.list(new ConnectionQuery().vendor("clerk")).connections();
			assertThat(entries).allSatisfy((entry) -> assertThat(entry.details().lastTestRun()).isNotNull());
			assertThat(sandbox.requests().subList(before, sandbox.requests().size()))
				.filteredOn((request) -> request.url().contains("/test_runs"))
				.hasSize(entries.size());
			CatalogEntry entry = entries.get(0);
			EnterpriseConnectionService service = context.getBean(EnterpriseConnectionService.class);
			service.update(entry.id(), new EnterpriseConnectionPatch().name("Renamed")).block(LIMIT);
			assertThat(index.list(new ConnectionQuery().text("Renamed")).connections()).singleElement()
				.satisfies((renamed) -> assertThat(renamed.details().lastTestRun())
					.isEqualTo(entry.details().lastTestRun()));
		});
	}

	private static List<CatalogEntry> auth0Entries(RefreshedConnectionIndex index) {
		return index.accounts()
			.stream()
			.filter((account) -> account.account().vendor().equals("auth0"))
			.flatMap((account) -> account.connections().values().stream())
			.toList();
	}

	@Test
	void usesTheShorterIntervalOfIndexAndMonitor() {
		ConnectionIndexProperties index = new ConnectionIndexProperties();
		CertificateMonitorProperties monitor = new CertificateMonitorProperties();
		assertThat(index.toSettings(monitor)).isEqualTo(ConnectionIndexSettings.defaults());
		monitor.setEnabled(true);
		assertThat(index.toSettings(monitor).interval()).isEqualTo(Duration.ofHours(1));
		index.setEnabled(true);
		assertThat(index.toSettings(monitor).interval()).isEqualTo(Duration.ofMinutes(5));
		monitor.setInterval(Duration.ofMinutes(1));
		assertThat(index.toSettings(monitor).interval()).isEqualTo(Duration.ofMinutes(1));
	}

	@ParameterizedTest
	@ValueSource(strings = { "clerk", "clerk/", "/default", "clerk/default/x" })
	void namesAccountOfASignInPageThatCannotBeUsed(String account) {
		this.contextRunner
			.withPropertyValues("sso-connections.index.enabled=true",
					"sso-connections.index.sign-in-pages.main=" + account)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidPropertyException.class)
				.hasMessageContaining("'sso-connections.index.sign-in-pages.main'")
				.hasMessageContaining("clerk/default"));
	}

	@Test
	void judgesConflictsWithinASignInPage() {
		withoutSchedule().withPropertyValues("sso-connections.index.sign-in-pages.main=clerk/default, auth0/default")
			.run((context) -> {
				ConnectionIndex index = context.getBean(ConnectionIndex.class);
				index.refresh().block(LIMIT);
				context.getBean(Auth0ConnectionService.class)
					.create(new NewAuth0Connection().name("both")
						.strategy(ConnectionStrategy.SAMLP)
						.options(options("both.example")))
					.block(LIMIT);
				context.getBean(EnterpriseConnectionService.class)
					.create(new NewEnterpriseConnection().name("Both")
						.provider(ConnectionProvider.OIDC_CUSTOM)
						.domains("both.example"))
					.block(LIMIT);
				assertThat(index.conflicts()).filteredOn((conflict) -> conflict.value().equals("both.example"))
					.singleElement()
					.satisfies((conflict) -> assertThat(conflict.connections()).extracting(CatalogEntry::vendor)
						.containsExactlyInAnyOrder("clerk", "auth0"));
			});
	}

	private static SamlpOptions options(String domain) {
		return new SamlpOptions().set(SamlpOptions.DOMAIN_ALIASES, List.of(domain))
			.set(SamlpOptions.SIGN_IN_ENDPOINT, "https://idp.example/sso");
	}

	private ApplicationContextRunner withoutSchedule() {
		return this.contextRunner.withPropertyValues("sso-connections.index.enabled=true",
				"sso-connections.index.initial-delay=1d");
	}

}
