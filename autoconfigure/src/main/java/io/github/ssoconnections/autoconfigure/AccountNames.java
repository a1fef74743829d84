// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

import io.github.ssoconnections.account.Account;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.ConfigurationPropertyState;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * Names of accounts in the environment. Nothing is bound, so that a name counts whatever
 * its properties are like.
 */
final class AccountNames {

	private AccountNames() {
	}

	/**
	 * Return the names of the accounts of a vendor.
	 * @param environment the environment
	 * @param prefix the prefix of the vendor's properties
	 * @return the names, in the order of the configuration
	 */
	static Collection<String> of(Environment environment, String prefix) {
		List<String> names = new ArrayList<>();
		written(environment, prefix).forEach((name, written) -> names.add(written.isEmpty() ? name : written.last()));
		return names;
	}

	// By the name without dashes, which is the only one in an environment variable
	private static Map<String, SortedSet<String>> written(Environment environment, String prefix) {
		ConfigurationPropertyName parent = ConfigurationPropertyName.of(prefix + ".accounts");
		Map<String, SortedSet<String>> names = new LinkedHashMap<>();
		for (ConfigurationPropertySource source : sources((ConfigurableEnvironment) environment)) {
			if (source.containsDescendantOf(parent) != ConfigurationPropertyState.ABSENT
					&& source instanceof IterableConfigurationPropertySource iterable) {
				boolean variables = source.getUnderlyingSource() instanceof SystemEnvironmentPropertySource;
				iterable.stream()
					.filter(parent::isAncestorOf)
					.map((name) -> name.getElement(parent.getNumberOfElements(),
							ConfigurationPropertyName.Form.ORIGINAL))
					.forEach((name) -> {
						SortedSet<String> written = names.computeIfAbsent(name.replace("-", ""),
								(key) -> new TreeSet<>());
						if (!variables) {
							written.add(name);
						}
					});
			}
		}
		return names;
	}

	private static Iterable<ConfigurationPropertySource> sources(ConfigurableEnvironment environment) {
		boolean attached = environment.getPropertySources()
			.stream()
			.anyMatch(ConfigurationPropertySources::isAttachedConfigurationPropertySource);
		return attached ? ConfigurationPropertySources.get(environment)
				: ConfigurationPropertySources.from(environment.getPropertySources());
	}

	/**
	 * Return the names of the accounts of a vendor, all of them valid.
	 * @param environment the environment
	 * @param prefix the prefix of the vendor's properties
	 * @return the names
	 */
	static Collection<String> valid(Environment environment, String prefix) {
		for (SortedSet<String> written : written(environment, prefix).values()) {
			// Names of properties do not depend on dashes
			if (written.size() > 1) {
				throw new InvalidPropertyException(prefix + ".accounts." + written.first(),
						prefix + ".accounts." + written.last(), "names that differ in dashes only are one name");
			}
		}
		Collection<String> names = of(environment, prefix);
		names.forEach((name) -> {
			String property = prefix + ".accounts." + name;
			check(property, name);
			if (!of(environment, property).isEmpty()) {
				throw new InvalidPropertyException(property + ".accounts", "an account has no accounts of its own");
			}
		});
		return names;
	}

	private static void check(String property, String name) {
		if (name.equals(Account.DEFAULT)) {
			throw new InvalidPropertyException(property, "'" + Account.DEFAULT
					+ "' is the name of the account that is configured without a name, outside of 'accounts'");
		}
		if (!Account.isName(name)) {
			throw new InvalidPropertyException(property,
					"the name of an account must consist of 1 to 40 characters a-z, 0-9 and '-'");
		}
	}

}
