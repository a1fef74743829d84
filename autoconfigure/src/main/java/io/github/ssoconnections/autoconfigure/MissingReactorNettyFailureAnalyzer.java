// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Names the missing dependency.
 */
final class MissingReactorNettyFailureAnalyzer extends AbstractFailureAnalyzer<MissingReactorNettyException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, MissingReactorNettyException cause) {
		return new FailureAnalysis(cause.getMessage() + ". No other HTTP client is supported.",
				"Add the dependency 'io.projectreactor.netty:reactor-netty-http', which the starter brings: "
						+ "do not exclude it. 'spring.http.clients.reactive.connector' can stay as it is, "
						+ "for the other clients of the application.",
				cause);
	}

}
