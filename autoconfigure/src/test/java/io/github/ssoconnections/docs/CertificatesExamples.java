// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import io.github.ssoconnections.monitor.CertificateExpired;
import io.github.ssoconnections.monitor.CertificateExpiring;
import io.github.ssoconnections.monitor.CertificatesChanged;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The examples of the page {@code certificates.md}. {@link CertificatesExamplesTests}
 * runs them.
 */
final class CertificatesExamples {

	private CertificatesExamples() {
	}

	// tag::warnings[]
	@Component
	static class CertificateWarnings {

		private static final Logger logger = LoggerFactory.getLogger(CertificateWarnings.class);

		@EventListener
		void on(CertificateExpiring event) {
			logger.warn("{} {}: {}, until {}", event.vendor(), event.connectionId(), event.state(), event.expiresAt());
		}

		@EventListener
		void on(CertificateExpired event) {
			logger.error("{} {}: nobody can sign in since {}", event.vendor(), event.connectionId(), event.expiredAt());
		}

		@EventListener
		void on(CertificatesChanged event) {
			if (!event.lost().isEmpty()) {
				logger.warn("{} {} does not trust {} any more", event.vendor(), event.connectionId(), event.lost());
			}
		}

	}
	// end::warnings[]

}
