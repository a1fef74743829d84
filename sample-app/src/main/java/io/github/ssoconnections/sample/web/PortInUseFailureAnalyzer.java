// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says how to choose another port, for both ways to start the console.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class PortInUseFailureAnalyzer extends AbstractFailureAnalyzer<PortInUseException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
		return new FailureAnalysis("The console cannot start: port " + cause.getPort() + " is already in use.",
				"Stop the process that listens on port " + cause.getPort() + ", or choose another port: "
						+ "with Maven '-Dspring-boot.run.arguments=--server.port=8081', "
						+ "with the executable jar '--server.port=8081'.",
				cause);
	}

}
