// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.sandbox;

import io.github.ssoconnections.sample.InvalidSettingException;
import io.github.ssoconnections.sandbox.Sandbox;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * A seeded sandbox that is started at first use, and stops with the application. Until
 * then it neither listens nor has a thread.
 */
@Component
@EnableConfigurationProperties(SandboxProperties.class)
public final class EmbeddedSandbox implements DisposableBean {

	private final int port;

	private @Nullable Sandbox sandbox;

	EmbeddedSandbox(SandboxProperties properties) {
		this.port = properties.getPort();
	}

	/**
	 * Start the sandbox, unless it is running.
	 * @return the sandbox
	 */
	public synchronized Sandbox start() {
		if (this.sandbox == null) {
			this.sandbox = listen().seed().completeTestRunsByPerson();
		}
		return this.sandbox;
	}

	private Sandbox listen() {
		try {
			return Sandbox.start(this.port);
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			throw new InvalidSettingException("sandbox.port", "nothing can listen on port " + this.port,
					"Free the port, choose another one, or leave the property out for any free port");
		}
	}

	/**
	 * Return whether the sandbox is running.
	 * @return whether it is
	 */
	public synchronized boolean isRunning() {
		return this.sandbox != null;
	}

	@Override
	public synchronized void destroy() {
		if (this.sandbox != null) {
			this.sandbox.close();
			this.sandbox = null;
		}
	}

}
