// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.util.List;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.ssoconnections.sandbox.rest.VendorApi;

/**
 * The HTTP server of a sandbox, on WireMock: it records the requests, and faults or the
 * APIs of the vendors respond to them.
 */
final class SandboxServer {

	private static final int THREADS = 100;

	private final FaultRegistry faults = new FaultRegistry();

	private final SandboxTransformer transformer;

	private final WireMockServer server;

	SandboxServer(int port, List<VendorApi> vendors) {
		this.transformer = new SandboxTransformer(vendors, this.faults);
		this.server = new WireMockServer(WireMockConfiguration.options()
			.bindAddress("127.0.0.1")
			.port(port)
			.containerThreads(THREADS)
			.jettyStopTimeout(0L)
			.http2PlainDisabled(true)
			.gzipDisabled(true)
			.disableRequestJournal()
			.stubRequestLoggingDisabled(true)
			// Its admin API can make it call other hosts, and needs no key
			.adminAuthenticator((request) -> false)
			.extensions(this.transformer));
		this.server.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.ok()));
	}

	void start() {
		try {
			this.server.start();
		}
		catch (FatalStartupException ex) {
			int port = this.server.getOptions().portNumber();
			throw new IllegalStateException("The sandbox could not listen on port " + port, ex);
		}
	}

	int port() {
		return this.server.port();
	}

	FaultRegistry faults() {
		return this.faults;
	}

	List<RecordedRequest> requests() {
		return this.transformer.recorded();
	}

	void forgetRequests() {
		this.transformer.forget();
	}

	void stop() {
		// Stopping waits for requests that hang, and their clients may try again
		// meanwhile
		this.faults.endAllBut(new Faults(this.faults).reset());
		this.server.stop();
	}

}
