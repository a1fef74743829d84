// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.InjectionPoint;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.NoSuchBeanDefinitionException;
import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.analyzer.AbstractInjectionFailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;

/**
 * Names the property to set when a bean is injected that needs an account, and no account
 * is configured: a service of a vendor, or a bean of all accounts. Precedes Boot's
 * analyzer of missing beans.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class MissingKeyFailureAnalyzer extends AbstractInjectionFailureAnalyzer<NoSuchBeanDefinitionException> {

	/**
	 * Beans that exist if there is an account at any vendor, below the root package. By
	 * name, as some need optional jars.
	 */
	static final Set<String> OF_ANY_ACCOUNT = Set.of("account.Accounts", "catalog.ConnectionCatalog",
			"catalog.SecretExpiries", "client.ApiClient$Instruments", "client.ApiClientListener",
			"client.RequestUrlFilter", "declarative.DriftMeters", "declarative.DriftMonitor",
			"declarative.Reconciliations", "health.CertificatesHealthIndicator", "health.ConnectionsHealthIndicator",
			"index.ConnectionIndex", "index.RefreshedConnectionIndex", "monitor.CertificateMeters",
			"monitor.CertificateMonitor", "monitor.ConnectionChangeMonitor", "onboarding.Onboardings",
			"provisioning.Provisionings");

	/** Of these, the beans that need a property or a bean of the application, too. */
	static final Set<String> OFF_BY_DEFAULT = Set.of("declarative.DriftMeters", "declarative.DriftMonitor",
			"health.CertificatesHealthIndicator", "monitor.CertificateMeters", "monitor.CertificateMonitor",
			"monitor.ConnectionChangeMonitor");

	/** Beans that exist if there are accounts at all vendors. */
	static final Set<String> OF_ALL_VENDORS = Set.of("migration.ConnectionMigrations");

	private static final String ROOT = "io.github.ssoconnections.";

	private static final String ANY_ACCOUNT = "An account of one vendor is enough. ";

	private static final String OFF = "This bean is off by default: see what enables it in its documentation. ";

	private final List<VendorRegistration<?, ?, ?, ?>> withoutUnnamed;

	private final List<VendorRegistration<?, ?, ?, ?>> withoutAccount;

	private final Map<VendorRegistration<?, ?, ?, ?>, Collection<String>> named = new LinkedHashMap<>();

	MissingKeyFailureAnalyzer(BeanFactory beanFactory, Environment environment) {
		// The bean factory is closed when analyze is called
		VendorRegistration.all()
			.forEach((vendor) -> this.named.put(vendor, List.copyOf(AccountNames.of(environment, vendor.prefix()))));
		this.withoutUnnamed = this.named.keySet()
			.stream()
			.filter((vendor) -> OnAccountCondition.withText(environment, vendor.credentials()).isEmpty())
			.filter((vendor) -> !isDefined((ListableBeanFactory) beanFactory, vendor.details())
					&& !isDefined((ListableBeanFactory) beanFactory, vendor.client()))
			.toList();
		this.withoutAccount = this.withoutUnnamed.stream()
			.filter((vendor) -> names(vendor).stream()
				.allMatch((name) -> OnAccountCondition.withText(environment, vendor.credentials(name)).isEmpty()))
			.toList();
	}

	@Override
	protected @Nullable FailureAnalysis analyze(Throwable rootFailure, NoSuchBeanDefinitionException cause,
			@Nullable String description) {
		Class<?> type = cause.getBeanType();
		if (cause.getNumberOfBeansFound() != 0 || type == null) {
			return null;
		}
		String required = ((description != null) ? description : "A component") + " required a bean of type '"
				+ type.getName() + "'";
		String name = type.getName().startsWith(ROOT) ? type.getName().substring(ROOT.length()) : "";
		if (OF_ANY_ACCOUNT.contains(name)) {
			return (this.withoutAccount.size() == this.named.size()) ? missing(required, this.withoutAccount,
					OFF_BY_DEFAULT.contains(name) ? ANY_ACCOUNT + OFF : ANY_ACCOUNT, cause) : null;
		}
		if (OF_ALL_VENDORS.contains(name)) {
			return !this.withoutAccount.isEmpty() ? missing(required, this.withoutAccount, "", cause) : null;
		}
		String qualifier = qualifier(rootFailure);
		return this.named.keySet()
			.stream()
			.filter((vendor) -> isOf(vendor, type))
			.findFirst()
			// Without named accounts, a qualifier is that of the application's own bean
			.map((vendor) -> (qualifier != null && !names(vendor).isEmpty()) ? named(vendor, qualifier, required, cause)
					: unnamed(vendor, required, cause))
			.orElse(null);
	}

	private static FailureAnalysis missing(String required, List<VendorRegistration<?, ?, ?, ?>> vendors, String remedy,
			NoSuchBeanDefinitionException cause) {
		return new FailureAnalysis(
				vendors.stream()
					.map(VendorRegistration::missing)
					.collect(Collectors.joining(" And ", required + ", but ", "")),
				vendors.stream()
					.map(VendorRegistration::remedy)
					.collect(Collectors.joining(System.lineSeparator(), remedy, "")),
				cause);
	}

	private Collection<String> names(VendorRegistration<?, ?, ?, ?> vendor) {
		return this.named.getOrDefault(vendor, List.of());
	}

	private FailureAnalysis named(VendorRegistration<?, ?, ?, ?> vendor, String name, String required,
			NoSuchBeanDefinitionException cause) {
		String of = required + " of the account '" + name + "', but ";
		if (names(vendor).contains(name)) {
			return new FailureAnalysis(of + "the account has no key: its credentials are not set, or blank.",
					"Set one of the properties " + vendor.credentials(name) + ", or define a "
							+ vendor.details().getSimpleName() + " bean with that account.",
					cause);
		}
		return new FailureAnalysis(
				of + "the accounts in '" + vendor.prefix() + ".accounts' are '" + String.join("', '", names(vendor))
						+ "'.",
				"Correct the qualifier, or add an account of that name to '" + vendor.prefix() + ".accounts'.", cause);
	}

	private @Nullable FailureAnalysis unnamed(VendorRegistration<?, ?, ?, ?> vendor, String required,
			NoSuchBeanDefinitionException cause) {
		if (!this.withoutUnnamed.contains(vendor)) {
			return null;
		}
		Collection<String> names = names(vendor);
		String remedy = names.isEmpty() ? vendor.remedy()
				: "Add the name of an account as qualifier, as in '@Qualifier(\"" + names.iterator().next()
						+ "\")'. For an account without a name: " + vendor.remedy();
		return new FailureAnalysis(required + ", but " + vendor.missing(), remedy, cause);
	}

	private static @Nullable String qualifier(Throwable failure) {
		String qualifier = null;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			InjectionPoint point = (cause instanceof UnsatisfiedDependencyException dependency)
					? dependency.getInjectionPoint() : null;
			if (point != null) {
				Qualifier annotation = point.getAnnotation(Qualifier.class);
				qualifier = (annotation != null) ? annotation.value() : null;
			}
		}
		return qualifier;
	}

	private static boolean isOf(VendorRegistration<?, ?, ?, ?> vendor, Class<?> type) {
		return (type.getPackageName() + ".").startsWith(vendor.client().getPackageName() + ".");
	}

	private static boolean isDefined(ListableBeanFactory beanFactory, Class<?> type) {
		return Arrays.stream(beanFactory.getBeanNamesForType(type, true, false))
			.anyMatch((name) -> AccountBeans.account(beanFactory, name) == null);
	}

}
