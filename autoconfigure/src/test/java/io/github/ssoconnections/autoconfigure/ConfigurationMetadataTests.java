// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.beans.PropertyDescriptor;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.ssoconnections.auth0.Auth0Settings;
import io.github.ssoconnections.clerk.ClerkSettings;
import io.github.ssoconnections.client.ApiClientSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.BeanUtils;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.BeanWrapperImpl;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.convert.DurationStyle;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the configuration metadata of the properties.
 */
class ConfigurationMetadataTests {

	/** Properties whose default is taken where they are used, not in the class. */
	private static final Map<String, Object> DEFAULTS_ELSEWHERE = Map.of("sso-connections.clerk.connect-timeout",
			Duration.ofSeconds(2), "sso-connections.clerk.response-timeout",
			ApiClientSettings.defaults().responseTimeout(), "sso-connections.auth0.connect-timeout",
			Duration.ofSeconds(2), "sso-connections.auth0.response-timeout",
			ApiClientSettings.defaults().responseTimeout());

	@Test
	void listsPropertiesOfAllClasses() throws Exception {
		assertThat(ConfigurationMetadata.read().roots()).containsEntry("sso-connections.clerk", ClerkProperties.class)
			.containsEntry("sso-connections.auth0", Auth0Properties.class);
		assertThat(properties()).extracting(ConfigurationMetadata.Property::name)
			.contains("sso-connections.clerk.api-key", "sso-connections.clerk.ssl.bundle")
			.allMatch((name) -> name.startsWith("sso-connections."));
	}

	@Test
	void knowsEveryPropertyThatCanBeSet() throws Exception {
		Set<String> settable = new TreeSet<>();
		for (Map.Entry<String, Class<?>> root : ConfigurationMetadata.read().roots().entrySet()) {
			collect(root.getKey(), root.getValue(), settable);
		}
		assertThat(properties()).extracting(ConfigurationMetadata.Property::name)
			.containsExactlyInAnyOrderElementsOf(settable);
	}

	private static void collect(String prefix, Class<?> type, Set<String> names) {
		for (PropertyDescriptor property : BeanUtils.getPropertyDescriptors(type)) {
			String name = prefix + "." + DataObjectPropertyName.toDashedForm(property.getName());
			if (property.getWriteMethod() != null || property.getPropertyType() == Map.class) {
				names.add(name);
			}
			else if (property.getPropertyType().getName().startsWith("io.github.ssoconnections.")) {
				collect(name, property.getPropertyType(), names);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("properties")
	void describesProperty(ConfigurationMetadata.Property property) {
		assertThat(property.description()).as("Javadoc of the field of '%s'", property)
			.isNotBlank()
			.endsWith(".")
			.doesNotMatch("(The|A|An) .*");
		if (property.type().equals("java.lang.Boolean")) {
			assertThat(property.description()).as(property.name()).startsWith("Whether ");
		}
	}

	@ParameterizedTest
	@MethodSource("properties")
	void documentsTheDefault(ConfigurationMetadata.Property property) throws Exception {
		Object value = DEFAULTS_ELSEWHERE.getOrDefault(property.name(), defaultInClass(property.name()));
		if (value == null || value.toString().isEmpty() || value.equals(Map.of())) {
			assertThat(property.defaultValue()).as(property.name()).isEmpty();
		}
		else {
			assertThat(
					ApplicationConversionService.getSharedInstance().convert(property.defaultValue(), value.getClass()))
				.as(property.name())
				.isEqualTo(value);
		}
	}

	@Test
	void describesEveryGroup() throws Exception {
		assertThat(ConfigurationMetadata.read().groups()).hasSizeGreaterThan(15)
			.allSatisfy((name, description) -> assertThat(description).as(name).isNotBlank().endsWith("."));
	}

	@Test
	void hasHintsForEveryList() throws Exception {
		List<String> lists = properties().stream()
			.filter((property) -> property.type().startsWith("java.util.List"))
			.map(ConfigurationMetadata.Property::name)
			.toList();
		assertThat(lists).hasSizeGreaterThan(3);
		assertThat(ConfigurationMetadata.read().hints()).containsAll(lists);
	}

	static Stream<ConfigurationMetadata.Property> bounded() throws Exception {
		return properties().stream()
			.filter((property) -> property.type().equals("java.time.Duration")
					|| property.type().equals("org.springframework.util.unit.DataSize"));
	}

	@ParameterizedTest
	@MethodSource("bounded")
	void documentsTheBoundsThatAreChecked(ConfigurationMetadata.Property property) throws Exception {
		Matcher bounds = Pattern.compile(" (\\d+\\w+) (?:to (\\d+\\w+)|or more)\\.").matcher(property.description());
		assertThat(bounds.find()).as(property.name() + ": " + property.description()).isTrue();
		assertThat(isAccepted(property, bounds.group(1))).as("%s=%s", property, bounds.group(1)).isTrue();
		boolean size = property.type().endsWith("DataSize");
		assertThat(isAccepted(property, size ? "0B" : bounds.group(1).startsWith("0") ? "-1ms" : "0ms"))
			.as("%s below %s", property, bounds.group(1))
			.isFalse();
		if (bounds.group(2) != null) {
			assertThat(isAccepted(property, bounds.group(2))).as("%s=%s", property, bounds.group(2)).isTrue();
			assertThat(isAccepted(property, beyond(bounds.group(2), size)))
				.as("%s beyond %s", property, bounds.group(2))
				.isFalse();
		}
	}

	private static String beyond(String bound, boolean size) {
		return size ? (Long.parseLong(bound.substring(0, bound.length() - 1)) + 1) + "B"
				: DurationStyle.detectAndParse(bound).plusMillis(1).toMillis() + "ms";
	}

	private static boolean isAccepted(ConfigurationMetadata.Property property, String value) throws Exception {
		Map<String, Class<?>> roots = ConfigurationMetadata.read().roots();
		String root = roots.keySet()
			.stream()
			.filter((prefix) -> property.name().startsWith(prefix + "."))
			.max(Comparator.comparing(String::length))
			.orElseThrow();
		Binder binder = new Binder(new MapConfigurationPropertySource(Map.of(property.name(), value)));
		try {
			return binder.bind(root, Bindable.ofInstance(BeanUtils.instantiateClass(roots.get(root)))).isBound();
		}
		catch (BindException ex) {
			return false;
		}
	}

	@Test
	void agreesWithDefaultsOfClientMadeByHand() {
		ClerkProperties properties = new ClerkProperties();
		ClerkSettings settings = ClerkSettings.defaults();
		assertThat(properties.getApiVersion()).isEqualTo(settings.apiVersion());
		assertThat(properties.getPageSize()).isEqualTo(settings.pageSize());
		assertThat(properties.getCallTimeout()).isEqualTo(settings.client().callTimeout());
		assertThat(properties.getMaxResponseSize()).isEqualTo(settings.client().maxResponseSize());
		assertThat(new Auth0Properties().getPageSize()).isEqualTo(Auth0Settings.defaults().pageSize());
	}

	@Test
	void suggestsNoValueOfTheKey() throws Exception {
		assertThat(properties()).filteredOn((property) -> property.name().endsWith("api-key"))
			.singleElement()
			.satisfies((property) -> assertThat(property.defaultValue()).isEmpty());
	}

	@Test
	void keepsKeyOutOfToString() {
		ClerkProperties properties = new ClerkProperties();
		properties.setApiKey("sk_test_canary");
		assertThat(properties.toString()).doesNotContain("canary");
		assertThat(properties.toConnectionDetails("sso-connections.clerk").toString()).doesNotContain("canary");
		Auth0Properties auth0 = new Auth0Properties();
		auth0.setDomain("acme.eu.auth0.com");
		auth0.setClientId("id");
		auth0.setClientSecret("canary");
		assertThat(auth0.toString()).doesNotContain("canary");
		assertThat(Auth0Credentials.of(auth0, "sso-connections.auth0").toString()).doesNotContain("canary");
	}

	static List<ConfigurationMetadata.Property> properties() throws Exception {
		return ConfigurationMetadata.read().properties();
	}

	private static Object defaultInClass(String name) throws Exception {
		for (Map.Entry<String, Class<?>> root : ConfigurationMetadata.read().roots().entrySet()) {
			if (ConfigurationMetadata.read()
				.propertiesOf(root.getKey())
				.stream()
				.anyMatch((property) -> property.name().equals(name))) {
				BeanWrapper bean = new BeanWrapperImpl(root.getValue().getDeclaredConstructor().newInstance());
				return bean.getPropertyValue(javaName(name.substring(root.getKey().length() + 1)));
			}
		}
		throw new IllegalStateException("No class for '" + name + "'");
	}

	private static String javaName(String name) {
		ConfigurationPropertyName kebab = ConfigurationPropertyName.of(name);
		StringBuilder java = new StringBuilder();
		for (int i = 0; i < kebab.getNumberOfElements(); i++) {
			java.append((i > 0) ? "." : "");
			String[] words = kebab.getElement(i, ConfigurationPropertyName.Form.ORIGINAL).split("-");
			java.append(words[0]);
			for (int j = 1; j < words.length; j++) {
				java.append(Character.toUpperCase(words[j].charAt(0))).append(words[j].substring(1));
			}
		}
		return java.toString();
	}

}
