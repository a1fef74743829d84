// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.actuate.endpoint.SanitizableData;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.util.ObjectUtils;
import org.springframework.util.StringUtils;

/**
 * Masks secrets in the configuration that the actuator shows: by property name, and by
 * value in any other property, such as the command line of the process.
 */
final class SecretSanitizer implements SanitizingFunction {

	private static final String PREFIX = "ssoconnections";

	private static final Pattern SECRET = Pattern
		.compile(PREFIX + ".*(apikey|clientsecret|token|webhookssecrets[0-9]*)");

	private static final Set<String> OF_CLERK = Set.of("clerksecretkey", "clerkwebhooksigningsecret");

	private final ConfigurableEnvironment environment;

	private final ListableBeanFactory beanFactory;

	/** Properties with the values of secrets. */
	private final List<ConfigurationPropertyName> properties;

	SecretSanitizer(ConfigurableEnvironment environment, ListableBeanFactory beanFactory) {
		this.environment = environment;
		this.beanFactory = beanFactory;
		this.properties = VendorRegistration.all()
			.stream()
			.flatMap((vendor) -> properties(vendor, AccountNames.of(environment, vendor.prefix())))
			.map(ConfigurationPropertyName::of)
			.toList();
	}

	@Override
	public SanitizableData apply(SanitizableData data) {
		Object value = data.getValue();
		if (value == null || value.equals("")) {
			return data;
		}
		return (isSecret(data.getKey()) || containsSecret(text(value))) ? data.withSanitizedValue() : data;
	}

	private static boolean isSecret(String key) {
		String name = key.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
		return SECRET.matcher(name).matches() || OF_CLERK.contains(name);
	}

	private static String text(Object value) {
		return (value instanceof CharSequence text) ? text.toString() : ObjectUtils.nullSafeToString(value);
	}

	private boolean containsSecret(String text) {
		return secrets().stream().anyMatch(text::contains);
	}

	// Not cached, as a key can be rotated at runtime
	private Set<String> secrets() {
		Set<String> secrets = new HashSet<>();
		// From every source, as an overridden secret may still be valid
		ConfigurationPropertySources.from(this.environment.getPropertySources())
			.forEach(
					(source) -> this.properties.forEach((name) -> add(source.getConfigurationProperty(name), secrets)));
		VendorRegistration.all()
			.forEach((vendor) -> vendor.secrets(this.beanFactory).forEach((secret) -> add(secret, secrets)));
		return secrets;
	}

	private static Stream<String> properties(VendorRegistration<?, ?, ?, ?> vendor, Collection<String> accounts) {
		return Stream.concat(vendor.secretProperties().stream(),
				accounts.stream()
					.filter(Account::isName)
					.flatMap((account) -> vendor.secretProperties(account).stream()));
	}

	private void add(@Nullable ConfigurationProperty property, Set<String> secrets) {
		if (property != null && property.getValue() instanceof CharSequence value) {
			String text = this.environment.resolvePlaceholders(value.toString());
			boolean isList = property.getName()
				.getLastElement(ConfigurationPropertyName.Form.UNIFORM)
				.equals(ClerkWebhookProperties.LIST);
			Stream.of(isList ? text.split(",") : new String[] { text }).forEach((secret) -> add(secret, secrets));
		}
	}

	private static void add(@Nullable String secret, Set<String> secrets) {
		if (StringUtils.hasText(secret)) {
			secrets.add(secret.strip());
		}
	}

}
