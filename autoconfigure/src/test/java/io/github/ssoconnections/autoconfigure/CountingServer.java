// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server on bare sockets that plays a script on every connection and counts
 * connections, requests and faults, so that a test can verify what happened.
 */
final class CountingServer implements AutoCloseable {

	static final String CONNECTION = "{\"object\":\"enterprise_connection\",\"id\":\"ent_1\"}";

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final ServerSocket listener;

	private final Script script;

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private final AtomicInteger accepted = new AtomicInteger();

	private final AtomicInteger mostOpen = new AtomicInteger();

	private final AtomicInteger requests = new AtomicInteger();

	private final AtomicInteger faults = new AtomicInteger();

	private CountingServer(ServerSocket listener, Script script) {
		this.listener = listener;
		this.script = script;
		start("counting-server", this::accept);
	}

	static CountingServer playing(Script script) {
		try {
			return on(new ServerSocket(0, 1024, InetAddress.getByName("127.0.0.1")), script);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static CountingServer on(ServerSocket listener, Script script) {
		return new CountingServer(listener, script);
	}

	/**
	 * Respond to every request on a connection that stays open.
	 */
	static CountingServer responding() {
		return playing((link) -> {
			while (link.read() != null) {
				link.respond();
			}
		});
	}

	static void start(String name, Runnable task) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		thread.start();
	}

	static void await(String what, BooleanSupplier condition) {
		long end = System.nanoTime() + PATIENCE.toNanos();
		while (!condition.getAsBoolean()) {
			assertThat(System.nanoTime() - end).as(what).isNegative();
			pause(2);
		}
	}

	static void pause(long millis) {
		try {
			Thread.sleep(millis);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private void accept() {
		while (!this.listener.isClosed()) {
			try {
				serve(this.listener.accept());
			}
			catch (IOException ex) {
				// Closed, or a client that has left before it was accepted
			}
		}
	}

	private void serve(Socket socket) throws IOException {
		int number = this.accepted.incrementAndGet();
		this.open.add(socket);
		this.mostOpen.accumulateAndGet(this.open.size(), Math::max);
		start("counting-connection", () -> play(socket, number));
	}

	private void play(Socket socket, int number) {
		try (socket) {
			socket.setTcpNoDelay(true);
			this.script.play(new Link(this, socket, number));
		}
		catch (IOException ex) {
			// The client has disconnected, which is counted below
		}
		finally {
			this.open.remove(socket);
		}
	}

	int port() {
		return this.listener.getLocalPort();
	}

	String address() {
		return "http://127.0.0.1:" + port();
	}

	String baseUrl() {
		return address() + "/v1";
	}

	int accepted() {
		return this.accepted.get();
	}

	int open() {
		return this.open.size();
	}

	int mostOpen() {
		return this.mostOpen.get();
	}

	int requests() {
		return this.requests.get();
	}

	int faults() {
		return this.faults.get();
	}

	/**
	 * Wait until the scripts of all connections are over.
	 */
	void awaitAllClosed() {
		await("All connections closed", this.open::isEmpty);
	}

	@Override
	public void close() {
		try {
			this.listener.close();
			for (Socket socket : this.open) {
				socket.close();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * What happens on a connection. An {@link IOException} means that the client left.
	 */
	@FunctionalInterface
	interface Script {

		void play(Link link) throws IOException;

	}

	/**
	 * A request that was read to its end.
	 *
	 * @param method the method
	 * @param head all lines before the body
	 * @param body the body
	 */
	record Request(String method, String head, String body) {
	}

	/**
	 * One connection, as its script sees it.
	 */
	static final class Link {

		private static final String END_OF_HEAD = "\r\n\r\n";

		private final CountingServer server;

		private final Socket socket;

		private final InputStream in;

		private final int number;

		private Link(CountingServer server, Socket socket, int number) throws IOException {
			this.server = server;
			this.socket = socket;
			this.in = new BufferedInputStream(socket.getInputStream());
			this.number = number;
		}

		/**
		 * Return which connection this is, the first one being 1.
		 */
		int number() {
			return this.number;
		}

		Socket socket() {
			return this.socket;
		}

		/**
		 * Read a request to its end.
		 * @return the request, or {@code null} if the client has left instead
		 */
		@Nullable Request read() throws IOException {
			StringBuilder head = new StringBuilder(512);
			for (int endOfHead = 0; endOfHead < END_OF_HEAD.length();) {
				int next = this.in.read();
				if (next < 0) {
					return null;
				}
				head.append((char) next);
				endOfHead = (next == END_OF_HEAD.charAt(endOfHead)) ? endOfHead + 1 : ((next == '\r') ? 1 : 0);
			}
			int length = contentLength(head.toString());
			byte[] body = this.in.readNBytes(length);
			if (body.length < length) {
				return null;
			}
			this.server.requests.incrementAndGet();
			return new Request(head.substring(0, head.indexOf(" ")), head.toString(),
					new String(body, StandardCharsets.UTF_8));
		}

		private static int contentLength(String head) {
			String name = "content-length:";
			int start = head.toLowerCase(Locale.ROOT).indexOf(name);
			return (start < 0) ? 0
					: Integer.parseInt(head.substring(start + name.length(), head.indexOf('\r', start)).strip());
		}

		/**
		 * Read the first byte of what comes next.
		 * @return {@code false} if the client has left instead
		 */
		boolean readOneByte() throws IOException {
			return this.in.read() >= 0;
		}

		void respond() throws IOException {
			respond(200, CONNECTION);
		}

		void respond(int status, String body) throws IOException {
			write("HTTP/1.1 " + status + " Some Reason\r\nContent-Type: application/json\r\nContent-Length: "
					+ body.length() + "\r\n\r\n" + body);
		}

		void write(String text) throws IOException {
			write(text.getBytes(StandardCharsets.ISO_8859_1));
		}

		void write(byte[] bytes) throws IOException {
			this.socket.getOutputStream().write(bytes);
		}

		/**
		 * Count a fault, just before it takes place.
		 */
		Link fault() {
			this.server.faults.incrementAndGet();
			return this;
		}

		/**
		 * Close with a reset.
		 */
		void reset() throws IOException {
			this.socket.setSoLinger(true, 0);
			this.socket.close();
		}

		/**
		 * Stop sending, and wait until the client has closed its side.
		 */
		void closeAndAwaitHangUp() throws IOException {
			this.socket.shutdownOutput();
			awaitHangUp();
		}

		void awaitHangUp() throws IOException {
			byte[] ignored = new byte[8192];
			while (this.in.read(ignored) >= 0) {
				continue;
			}
		}

	}

}
