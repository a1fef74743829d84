// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.sandbox;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Makes the sandbox's pages that play the IdP lead back to the console.
 */
@Component
class SandboxReturn implements ApplicationListener<ApplicationReadyEvent> {

	private final EmbeddedSandbox sandbox;

	SandboxReturn(EmbeddedSandbox sandbox) {
		this.sandbox = sandbox;
	}

	@Override
	public void onApplicationEvent(ApplicationReadyEvent event) {
		Environment environment = event.getApplicationContext().getEnvironment();
		if (this.sandbox.isRunning()) {
			this.sandbox.start()
				.signInsReturnTo("http://" + environment.getProperty("server.address", "127.0.0.1") + ":"
						+ environment.getProperty("local.server.port") + "/connections/{vendor}/default/{connection}");
		}
	}

}
