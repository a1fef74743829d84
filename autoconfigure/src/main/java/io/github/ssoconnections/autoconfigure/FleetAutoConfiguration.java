// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.fleet.EventPublications;
import io.github.ssoconnections.fleet.Locks;
import io.github.ssoconnections.fleet.PublishedEventStore;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the {@link EventPublications} of
 * the events that all instances of an application find, with {@link Locks} and a
 * {@link PublishedEventStore} if there are such beans.
 */
@AutoConfiguration
@EnableConfigurationProperties(FleetProperties.class)
public final class FleetAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	EventPublications ssoEventPublications(ApplicationEventPublisher publisher, FleetProperties properties,
			ObjectProvider<Locks> locks, ObjectProvider<PublishedEventStore> store) {
		return EventPublications.create(publisher, properties.toSettings(), locks.getIfAvailable(),
				store.getIfAvailable());
	}

}
