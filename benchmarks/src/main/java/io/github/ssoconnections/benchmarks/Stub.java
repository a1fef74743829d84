// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * The server, in a process of its own: its work is not to be counted as the client's. One
 * may be shared by naming it in a system property.
 */
final class Stub implements AutoCloseable {

	static final String PROPERTY = "benchmarks.server";

	private final Process process;

	private final String url;

	private Stub(Process process, String url) {
		this.process = process;
		this.url = url;
	}

	static Stub start() throws IOException {
		String shared = System.getProperty(PROPERTY);
		if (shared != null) {
			return new Stub(null, shared);
		}
		Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-Xmx1g", "-classpath", System.getProperty("java.class.path"), StubServer.class.getName())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
		BufferedReader output = process.inputReader();
		return new Stub(process, output.readLine());
	}

	String url() {
		return this.url;
	}

	/**
	 * Return where connections are.
	 * @param delay how long a response takes, in milliseconds
	 * @param total how many connections there are
	 * @return the address, without the version of the API
	 */
	String url(int delay, int total) {
		return this.url + "/" + delay + "/" + total;
	}

	@Override
	public void close() throws IOException, InterruptedException {
		if (this.process != null) {
			this.process.getOutputStream().close();
			this.process.waitFor(10, TimeUnit.SECONDS);
		}
	}

}
