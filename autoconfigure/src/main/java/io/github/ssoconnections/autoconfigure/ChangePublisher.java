// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.client.ApiClientListener;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;

/**
 * Applies changes to the index, if it has been created, and publishes them as application
 * events.
 */
final class ChangePublisher implements ApiClientListener {

	private final ConfigurableListableBeanFactory beanFactory;

	private final ApplicationEventPublisher publisher;

	private volatile String @Nullable [] indexNames;

	ChangePublisher(ConfigurableListableBeanFactory beanFactory, ApplicationEventPublisher publisher) {
		this.beanFactory = beanFactory;
		this.publisher = publisher;
	}

	@Override
	public void onChange(ConnectionChanged change, @Nullable Object connection) {
		// Before the event, so that its listeners find the change in the index
		for (String name : indexNames()) {
			if (this.beanFactory.containsSingleton(name)) {
				this.beanFactory.getBean(name, RefreshedConnectionIndex.class).onChange(change, connection);
			}
		}
		this.publisher.publishEvent(change);
	}

	private String[] indexNames() {
		String[] names = this.indexNames;
		if (names == null) {
			names = this.beanFactory.getBeanNamesForType(RefreshedConnectionIndex.class, true, false);
			this.indexNames = names;
		}
		return names;
	}

}
