// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which package may know which, and which classes may touch a jar that may be missing.
 */
class ArchitectureTests {

	private static final String ROOT = Page.class.getPackageName();

	private static final String WEB_CLIENT = "org.springframework.web.reactive.function.client.WebClient";

	/** The packages, from the inside out, with those that they may depend on. */
	private static final Map<String, Set<String>> PACKAGES = new LinkedHashMap<>();
	static {
		PACKAGES.put("account", Set.of());
		PACKAGES.put("", Set.of("account"));
		PACKAGES.put("user", Set.of("", "account"));
		PACKAGES.put("url", Set.of("", "account"));
		PACKAGES.put("certificate", Set.of(""));
		PACKAGES.put("lint", Set.of("", "url", "certificate"));
		PACKAGES.put("handover", Set.of(""));
		PACKAGES.put("client.transport", Set.of());
		PACKAGES.put("client.ratelimit", Set.of());
		PACKAGES.put("client", Set.of("", "account", "client.transport", "client.ratelimit"));
		PACKAGES.put("client.paging", Set.of("", "account", "client"));
		PACKAGES.put("metadata", Set.of("", "account", "url", "lint", "certificate", "client"));
		PACKAGES.put("catalog", Set.of("", "account", "certificate"));
		PACKAGES.put("clerk",
				Set.of("", "account", "certificate", "lint", "client", "client.ratelimit", "client.paging", "catalog"));
		PACKAGES.put("clerk.organization", Set.of("", "account", "client", "lint", "clerk"));
		PACKAGES.put("provisioning", Set.of("", "account"));
		PACKAGES.put("clerk.directory", Set.of("", "account", "client", "clerk", "provisioning"));
		PACKAGES.put("auth0.options", Set.of("", "account", "certificate", "lint", "client"));
		PACKAGES.put("auth0", Set.of("", "account", "certificate", "lint", "client", "client.ratelimit",
				"client.paging", "catalog", "auth0.options"));
		PACKAGES.put("auth0.scim", Set.of("", "account", "client", "auth0", "provisioning"));
		PACKAGES.put("auth0.directory", Set.of("", "account", "client", "auth0"));
		PACKAGES.put("auth0.organization", Set.of("", "account", "client", "catalog", "auth0"));
		PACKAGES.put("auth0.log", Set.of("", "account", "client", "auth0"));
		PACKAGES.put("auth0.event", Set.of("", "account", "client", "auth0"));
		PACKAGES.put("auth0.selfservice", Set.of("", "account", "client", "auth0", "auth0.options"));
		PACKAGES.put("clerk.account", Set.of("", "account", "lint", "clerk", "clerk.organization", "clerk.directory",
				"clerk.user", "clerk.webhook"));
		PACKAGES.put("auth0.account",
				Set.of("", "account", "lint", "auth0", "auth0.organization", "auth0.scim", "auth0.directory",
						"auth0.selfservice", "auth0.log", "auth0.discovery", "auth0.application", "auth0.activation",
						"auth0.user"));
		PACKAGES.put("auth0.discovery", Set.of("", "account", "client", "lint", "auth0", "auth0.organization"));
		PACKAGES.put("auth0.application", Set.of("", "account", "client", "auth0"));
		PACKAGES.put("auth0.activation", Set.of("", "account", "client", "auth0", "auth0.options", "auth0.organization",
				"auth0.application", "auth0.discovery"));
		PACKAGES.put("clerk.webhook", Set.of("", "client"));
		PACKAGES.put("clerk.user", Set.of("", "account", "user", "client", "clerk"));
		PACKAGES.put("auth0.user", Set.of("", "account", "user", "client", "auth0"));
		PACKAGES.put("index", Set.of("", "account", "url", "catalog"));
		PACKAGES.put("fleet", Set.of("", "account"));
		PACKAGES.put("onboarding",
				Set.of("", "account", "handover", "certificate", "lint", "metadata", "catalog", "index"));
		PACKAGES.put("clerk.onboarding",
				Set.of("", "account", "certificate", "client", "catalog", "metadata", "index", "onboarding", "handover",
						"user", "clerk", "clerk.account", "clerk.organization", "clerk.directory", "clerk.user"));
		PACKAGES.put("auth0.onboarding",
				Set.of("", "account", "certificate", "client", "catalog", "url", "lint", "metadata", "index",
						"onboarding", "handover", "auth0", "auth0.options", "auth0.account", "auth0.organization",
						"auth0.activation", "auth0.application", "auth0.discovery", "auth0.scim"));
		PACKAGES.put("declarative",
				Set.of("", "account", "url", "certificate", "client", "handover", "fleet", "index", "onboarding"));
		PACKAGES.put("declarative.file", Set.of("", "certificate", "declarative", "onboarding"));
		PACKAGES.put("clerk.declarative", Set.of("", "account", "certificate", "client", "onboarding", "declarative",
				"clerk", "clerk.account", "clerk.organization", "clerk.onboarding"));
		PACKAGES.put("auth0.declarative",
				Set.of("", "account", "certificate", "client", "onboarding", "declarative", "auth0", "auth0.options",
						"auth0.account", "auth0.organization", "auth0.discovery", "auth0.onboarding"));
		PACKAGES.put("migration",
				Set.of("", "account", "certificate", "client", "metadata", "handover", "onboarding", "clerk",
						"clerk.account", "clerk.onboarding", "auth0", "auth0.options", "auth0.account",
						"auth0.organization", "auth0.scim"));
		PACKAGES.put("monitor", Set.of("", "account", "lint", "catalog", "index", "fleet"));
		PACKAGES.put("attention", Set.of("", "account", "lint", "catalog", "index", "monitor"));
		PACKAGES.put("web", Set.of("", "account", "index"));
		PACKAGES.put("health", Set.of("", "account", "monitor"));
		PACKAGES.put("endpoint", Set.of("", "account", "lint", "catalog", "index", "monitor"));
		PACKAGES.put("autoconfigure",
				with(vendorPackages(), "", "account", "user", "certificate", "lint", "client", "client.transport",
						"client.ratelimit", "metadata", "catalog", "provisioning", "index", "fleet", "monitor",
						"handover", "onboarding", "declarative", "migration"));
		PACKAGES.put("autoconfigure.actuate", Set.of("", "account", "lint", "catalog", "clerk", "clerk.account",
				"auth0", "auth0.account", "index", "monitor", "health", "endpoint", "autoconfigure"));
		PACKAGES.put("autoconfigure.web", Set.of("", "account", "index", "web"));
	}

	private static Set<String> vendorPackages() {
		return PACKAGES.keySet()
			.stream()
			.filter((name) -> name.startsWith("clerk") || name.startsWith("auth0"))
			.collect(Collectors.toSet());
	}

	private static Set<String> with(Set<String> names, String... more) {
		return Stream.concat(names.stream(), Stream.of(more)).collect(Collectors.toUnmodifiableSet());
	}

	private static final Set<String> SEE_WEB_CLIENT = Set.of("client", "metadata", "autoconfigure");

	/** Jars that may be missing, with the only classes that may touch them. */
	private static final Map<String, Set<String>> OPTIONAL = Map.of("reactor.netty..",
			Set.of("client.transport.ReactorNettyTransport", "metadata.SafeConnector"), "io.netty..",
			Set.of("client.transport.ProxyResolverGroup", "client.transport.ReactorNettyTransport",
					"metadata.SafeConnector", "metadata.FilteringResolverGroup"),
			"org.springframework.boot.actuate..",
			Set.of("autoconfigure.SecretSanitizer", "autoconfigure.SanitizingAutoConfiguration",
					"autoconfigure.actuate.SsoConnectionsEndpointAutoConfiguration", "endpoint.SsoConnectionsEndpoint"),
			"io.micrometer.core..",
			Set.of("client.ApiMeter", "autoconfigure.ConnectionMeters",
					"autoconfigure.ConnectionMetricsAutoConfiguration", "monitor.CertificateMeter",
					"monitor.CertificateMeters", "autoconfigure.CertificateMetricsAutoConfiguration",
					"declarative.DriftMeter", "declarative.DriftMeters", "autoconfigure.DriftMetricsAutoConfiguration"),
			"org.springframework.boot.health..",
			Set.of("autoconfigure.actuate.ConnectionsHealthContributorAutoConfiguration",
					"health.ConnectionsHealthIndicator",
					"autoconfigure.actuate.CertificatesHealthContributorAutoConfiguration",
					"health.CertificatesHealthIndicator"),
			"net.javacrumbs.shedlock..", Set.of("fleet.ShedLocks", "autoconfigure.ShedLockAutoConfiguration"),
			"org.yaml.snakeyaml..", Set.of("declarative.file.YamlParser"), "io.lettuce..", Set.of(),
			"io.github.bucket4j.redis..", Set.of(), "io.micrometer.tracing..", Set.of());

	/** Boot's and Spring's classes that cannot be loaded without Reactor Netty. */
	private static final Set<String> BOUND_TO_REACTOR_NETTY = Set.of(
			"org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder",
			"org.springframework.http.client.reactive.ReactorClientHttpConnector");

	/**
	 * Classes below "autoconfigure" whose arguments are settings or types, or come from
	 * settings.
	 */
	private static final Set<String> SETTINGS = Set.of("ConnectionChanged", "account.Account",
			"account.CreatedServices", "catalog.CatalogEntry", "client.AccessTokens", "client.ApiClient",
			"client.ApiClientSettings", "client.ApiOperation", "client.BaseUrl", "client.Change",
			"client.ratelimit.RateLimit", "client.ratelimit.RateLimitSettings", "client.ResponseType",
			"client.RetryPolicy", "clerk.ClerkSettings", "clerk.ClerkConnectionDetails", "auth0.Auth0Settings",
			"auth0.Auth0ConnectionDetails", "auth0.FixedConnectionDetails", "metadata.ExternalAddresses",
			"metadata.SamlMetadataSettings", "lint.PublicDomains", "index.ConnectionIndexSettings",
			"index.RefreshedConnectionIndex", "clerk.webhook.ClerkWebhookSettings", "clerk.webhook.SigningKey",
			"client.StreamOptions", "auth0.event.EventStreamSettings");

	private static final Set<String> WITHOUT_OPERATIONS = Set.of("autoconfigure", "endpoint", "fleet", "health",
			"monitor");

	private static final Set<String> LAYERS = Set.of("util", "utils", "model", "dto", "service", "services", "common",
			"helper", "impl", "internal");

	/** This module alone: the sandbox has the same root. */
	private static final JavaClasses CLASSES = new ClassFileImporter()
		.importUrl(Page.class.getProtectionDomain().getCodeSource().getLocation());

	@Test
	void everyPackageHasItsPlace() {
		assertThat(packages()).map(ArchitectureTests::relativeName)
			.containsExactlyInAnyOrderElementsOf(PACKAGES.keySet());
	}

	@TestFactory
	List<DynamicTest> packagesDependOnThoseBelowOnly() {
		return PACKAGES.entrySet().stream().map((entry) -> DynamicTest.dynamicTest("'" + entry.getKey() + "'", () -> {
			Set<String> forbidden = new TreeSet<>(PACKAGES.keySet());
			forbidden.removeAll(entry.getValue());
			forbidden.remove(entry.getKey());
			ArchRuleDefinition.noClasses()
				.that()
				.resideInAPackage(absoluteName(entry.getKey()))
				.should()
				.dependOnClassesThat()
				.resideInAnyPackage(forbidden.stream().map(ArchitectureTests::absoluteName).toArray(String[]::new))
				.check(CLASSES);
		})).toList();
	}

	@Test
	void packagesHaveNoCycles() {
		SlicesRuleDefinition.slices()
			.matching("(" + ROOT + "..)")
			.namingSlices("$1")
			.should()
			.beFreeOfCycles()
			.check(CLASSES);
	}

	@Test
	void packagesAreNamedAfterSubjects() {
		assertThat(packages()).allSatisfy((javaPackage) -> assertThat(relativeName(javaPackage).split("\\."))
			.doesNotContainAnyElementsOf(LAYERS));
	}

	@Test
	void packagesAreNullMarked() {
		assertThat(packages()).allSatisfy(
				(javaPackage) -> assertThat(javaPackage.isAnnotatedWith(NullMarked.class)).as(javaPackage.getName())
					.isTrue());
	}

	@Test
	void onlyThePipelineSeesWebClient() {
		ArchRuleDefinition.noClasses()
			.that(DescribedPredicate.describe("are not in " + SEE_WEB_CLIENT,
					(javaClass) -> !SEE_WEB_CLIENT.contains(relativeName(javaClass.getPackage()).split("\\.")[0])))
			.should()
			.dependOnClassesThat(DescribedPredicate.describe("belong to WebClient, but for its builder",
					(javaClass) -> javaClass.getPackageName().equals(WEB_CLIENT.replaceFirst("\\.WebClient$", ""))
							&& !javaClass.getName().equals(WEB_CLIENT + "$Builder")))
			.check(CLASSES);
	}

	@Test
	void vendorsHandTheBuilderOnAndDoNotUseIt() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackages(absoluteName("client"), absoluteName("metadata"), absoluteName("autoconfigure"))
			.should()
			.callMethodWhere(DescribedPredicate.describe("it is one of WebClient.Builder",
					(call) -> call.getTargetOwner().getName().equals(WEB_CLIENT + "$Builder")))
			.check(CLASSES);
	}

	@TestFactory
	List<DynamicTest> optionalJarsAreTouchedWhereTheirAbsenceIsHarmless() {
		return OPTIONAL.entrySet()
			.stream()
			.map((entry) -> DynamicTest.dynamicTest(entry.getKey(),
					() -> ArchRuleDefinition.noClasses()
						.that(areNot(entry.getValue()))
						.should()
						.dependOnClassesThat()
						.resideInAPackage(entry.getKey())
						.check(CLASSES)))
			.toList();
	}

	@Test
	void whatIsBoundToReactorNettyIsTouchedWhereItsAbsenceIsHarmless() {
		ArchRuleDefinition.noClasses()
			.that(areNot(OPTIONAL.get("reactor.netty..")))
			// It says at start what is missing
			.and(areNot(Set.of("autoconfigure.HttpTransport")))
			.should()
			.dependOnClassesThat(DescribedPredicate.describe("are bound to Reactor Netty",
					(javaClass) -> BOUND_TO_REACTOR_NETTY.contains(javaClass.getName())))
			.check(CLASSES);
	}

	@Test
	void rejectedArgumentsOfOperationsHaveTheirOwnType() {
		ArchRuleDefinition.noClasses()
			.that(areNot(SETTINGS))
			.and(areNot(Set.of("InvalidArgumentException")))
			.and(DescribedPredicate.describe("are not in " + WITHOUT_OPERATIONS,
					(javaClass) -> !WITHOUT_OPERATIONS.contains(relativeName(javaClass.getPackage()).split("\\.")[0])))
			.should()
			.callCodeUnitWhere(DescribedPredicate.describe("it throws an IllegalArgumentException",
					(call) -> (call.getTargetOwner().isEquivalentTo(org.springframework.util.Assert.class)
							&& !call.getName().equals("state"))
							|| (call.getTargetOwner().isEquivalentTo(IllegalArgumentException.class)
									&& call.getName().equals("<init>"))))
			.check(CLASSES);
	}

	@Test
	void invalidSettingsAreNotRejectedArguments() {
		ArchRuleDefinition.classes()
			.that(DescribedPredicate.not(areNot(SETTINGS)))
			.should()
			.onlyDependOnClassesThat(DescribedPredicate.describe("do not reject arguments of operations",
					(javaClass) -> !javaClass.isEquivalentTo(Assert.class)))
			.check(CLASSES);
	}

	@Test
	void namedClassesExist() {
		Set<String> named = new LinkedHashSet<>();
		OPTIONAL.values().forEach(named::addAll);
		named.addAll(SETTINGS);
		assertThat(named).allSatisfy((name) -> assertThat(CLASSES.contain(ROOT + "." + name)).as(name).isTrue());
	}

	@Test
	void autoConfigurationsArePublicAndFinal() {
		ArchRuleDefinition.classes()
			.that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.andShould()
			.haveModifier(JavaModifier.FINAL)
			.andShould()
			.haveSimpleNameEndingWith("AutoConfiguration")
			.andShould()
			.resideInAPackage(absoluteName("autoconfigure") + "..")
			.check(CLASSES);
	}

	@Test
	void beanMethodsArePackagePrivate() {
		ArchRuleDefinition.methods().that().areAnnotatedWith(Bean.class).should().bePackagePrivate().check(CLASSES);
	}

	@Test
	void jacksonTwoIsNotUsed() {
		ArchRuleDefinition.noClasses()
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("com.fasterxml.jackson.databind..", "com.fasterxml.jackson.core..")
			.check(CLASSES);
	}

	private static DescribedPredicate<JavaClass> areNot(Set<String> names) {
		return DescribedPredicate.describe("are not " + names, (javaClass) -> {
			String name = javaClass.getName().substring(ROOT.length() + 1);
			return names.stream().noneMatch((other) -> name.equals(other) || name.startsWith(other + "$"));
		});
	}

	private static List<JavaPackage> packages() {
		JavaPackage root = CLASSES.getPackage(ROOT);
		return Stream.concat(Stream.of(root), root.getSubpackagesInTree().stream())
			.filter((javaPackage) -> !javaPackage.getClasses().isEmpty())
			.toList();
	}

	private static String relativeName(JavaPackage javaPackage) {
		return javaPackage.getName().equals(ROOT) ? "" : javaPackage.getName().substring(ROOT.length() + 1);
	}

	private static String absoluteName(String relativeName) {
		return relativeName.isEmpty() ? ROOT : ROOT + "." + relativeName;
	}

}
