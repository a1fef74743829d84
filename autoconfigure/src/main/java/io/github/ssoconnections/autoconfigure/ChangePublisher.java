// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.ConnectionChanged;
import io.github.ssoconnections.client.ApiClientListener;

import org.springframework.context.ApplicationEventPublisher;

/**
 * Publishes changes as application events.
 */
final class ChangePublisher implements ApiClientListener {

	private final ApplicationEventPublisher publisher;

	ChangePublisher(ApplicationEventPublisher publisher) {
		this.publisher = publisher;
	}

	@Override
	public void onChange(ConnectionChanged change) {
		this.publisher.publishEvent(change);
	}

}
