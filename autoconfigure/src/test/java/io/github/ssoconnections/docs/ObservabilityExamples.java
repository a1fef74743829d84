// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import io.github.ssoconnections.ConnectionChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The examples of the page {@code observability.md}.
 * {@link ObservabilityDocumentationTests} runs them.
 */
final class ObservabilityExamples {

	private ObservabilityExamples() {
	}

	// tag::audit[]
	@Component
	static class AuditTrail {

		private static final Logger logger = LoggerFactory.getLogger(AuditTrail.class);

		@EventListener
		void on(ConnectionChanged change) {
			logger.info("{} {} of {}: {} at {}", change.vendor(), change.operation(), change.connectionId(),
					change.changedFields(), change.at());
		}

	}
	// end::audit[]

}
