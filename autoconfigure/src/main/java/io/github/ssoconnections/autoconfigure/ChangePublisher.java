// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.client.ApiClientListener;
import io.github.ssoconnections.index.AccountRefresh;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.monitor.ConnectionChangeMonitor;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Applies changes to the index, if it has been created, and publishes them as application
 * events.
 */
final class ChangePublisher implements ApiClientListener {

	private final CreatedBeans<RefreshedConnectionIndex> indexes;

	private final CreatedBeans<ConnectionChangeMonitor> monitors;

	private final ApplicationEventPublisher publisher;

	ChangePublisher(ConfigurableListableBeanFactory beanFactory, ApplicationEventPublisher publisher) {
		this.indexes = new CreatedBeans<>(beanFactory, RefreshedConnectionIndex.class);
		this.monitors = new CreatedBeans<>(beanFactory, ConnectionChangeMonitor.class);
		this.publisher = publisher;
	}

	@Override
	public void onChange(ConnectionChanged change) {
		onChange(change, null);
	}

	@Override
	public void onChange(ConnectionChanged change, @Nullable Object connection) {
		ConnectionChanged event = change;
		// Before the event, so that its listeners find the change in the index
		for (RefreshedConnectionIndex index : this.indexes.get()) {
			AccountRefresh applied = index.onChange(change, connection);
			if (applied != null) {
				for (ConnectionChangeMonitor monitor : this.monitors.get()) {
					event = monitor.ofOperation(event, applied);
				}
			}
		}
		this.publisher.publishEvent(event);
	}

	/**
	 * Beans of a type that have been created, without creating any.
	 */
	private static final class CreatedBeans<T> {

		private final ConfigurableListableBeanFactory beanFactory;

		private final Class<T> type;

		private volatile String @Nullable [] names;

		CreatedBeans(ConfigurableListableBeanFactory beanFactory, Class<T> type) {
			this.beanFactory = beanFactory;
			this.type = type;
		}

		List<T> get() {
			String[] names = this.names;
			if (names == null) {
				names = this.beanFactory.getBeanNamesForType(this.type, true, false);
				this.names = names;
			}
			return Stream.of(names)
				.filter(this.beanFactory::containsSingleton)
				.map((name) -> this.beanFactory.getBean(name, this.type))
				.toList();
		}

	}

}
