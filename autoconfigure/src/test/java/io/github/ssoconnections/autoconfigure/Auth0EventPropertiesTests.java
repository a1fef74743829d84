// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.time.Duration;
import java.util.Map;

import io.github.ssoconnections.auth0.event.EventStreamSettings;
import org.junit.jupiter.api.Test;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link Auth0EventProperties}.
 */
class Auth0EventPropertiesTests {

	@Test
	void isDisabledWithTheDefaultsOfTheSettings() {
		Auth0EventProperties properties = new Auth0EventProperties();
		assertThat(properties.isEnabled()).isFalse();
		assertThat(properties.toSettings()).isEqualTo(EventStreamSettings.defaults())
			.isEqualTo(new EventStreamSettings(Duration.ofSeconds(90), Duration.ofMinutes(5), 10_000));
	}

	@Test
	void bindsEveryProperty() {
		Auth0Properties properties = new Binder(new MapConfigurationPropertySource(Map.of("a.events.enabled", "true",
				"a.events.idle-timeout", "2m", "a.events.retry-delay", "1h", "a.events.buffer-size", "7")))
			.bind("a", Auth0Properties.class)
			.get();
		assertThat(properties.getEvents().isEnabled()).isTrue();
		assertThat(properties.getEvents().toSettings())
			.isEqualTo(new EventStreamSettings(Duration.ofMinutes(2), Duration.ofHours(1), 7));
	}

}
