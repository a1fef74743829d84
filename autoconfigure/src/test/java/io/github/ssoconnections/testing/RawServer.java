// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.testing;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import javax.net.ServerSocketFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A server on a bare socket, for what no well-behaved server does: break off, send
 * garbage, never stop. It says what became of its script, so that a test can tell that
 * the fault took place.
 */
public final class RawServer implements AutoCloseable {

	private static final int PATIENCE_IN_SECONDS = 10;

	private final ServerSocket listener;

	private final Script script;

	private final Set<Socket> open = ConcurrentHashMap.newKeySet();

	private final List<String> requests = new CopyOnWriteArrayList<>();

	private final AtomicLong written = new AtomicLong();

	private final AtomicInteger connections = new AtomicInteger();

	private final Semaphore faults = new Semaphore(0);

	private final Semaphore hangUps = new Semaphore(0);

	private RawServer(ServerSocketFactory sockets, Script script) {
		this.script = script;
		try {
			this.listener = sockets.createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		start("raw-server", this::accept);
	}

	/**
	 * Start a server that plays a script on every connection.
	 */
	public static RawServer playing(Script script) {
		return new RawServer(ServerSocketFactory.getDefault(), script);
	}

	/**
	 * Start a server that plays a script on every connection, over TLS.
	 */
	public static RawServer playing(ServerCertificate certificate, Script script) {
		return new RawServer(certificate.sslContext().getServerSocketFactory(), script);
	}

	/**
	 * Start a server with the same raw response for every request.
	 */
	public static RawServer responding(byte[] response) {
		return playing((connection) -> {
			while (connection.readRequest()) {
				connection.write(response);
			}
		});
	}

	/**
	 * Write a response out.
	 */
	public static byte[] respond(int status, String contentType, byte[] body) {
		String head = "HTTP/1.1 " + status + " Some Reason\r\nContent-Length: " + body.length + "\r\n"
				+ (contentType.isEmpty() ? "" : "Content-Type: " + contentType + "\r\n") + "\r\n";
		ByteArrayOutputStream response = new ByteArrayOutputStream();
		response.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
		response.writeBytes(body);
		return response.toByteArray();
	}

	private static void start(String name, Runnable task) {
		Thread thread = new Thread(task, name);
		thread.setDaemon(true);
		thread.start();
	}

	private void accept() {
		while (!this.listener.isClosed()) {
			try {
				Socket socket = this.listener.accept();
				this.connections.incrementAndGet();
				this.open.add(socket);
				start("raw-connection", () -> play(socket));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private void play(Socket socket) {
		try (socket) {
			this.script.play(new Connection(this, socket));
		}
		catch (IOException ex) {
			this.hangUps.release();
		}
	}

	public int port() {
		return this.listener.getLocalPort();
	}

	public String baseUrl() {
		return address() + "/v1";
	}

	/**
	 * Return the address, without a path.
	 */
	public String address() {
		return "http://127.0.0.1:" + port();
	}

	/**
	 * Return how many connections there were so far.
	 */
	public int connections() {
		return this.connections.get();
	}

	/**
	 * Return the heads of all requests so far.
	 */
	public List<String> requests() {
		return this.requests;
	}

	/**
	 * Return how many bytes the network took, or is taking.
	 */
	public long written() {
		return this.written.get();
	}

	/**
	 * Wait until the script has said that its fault took place.
	 */
	public void awaitFault() {
		await(this.faults, "The fault did not take place");
	}

	/**
	 * Wait until a client has closed its connection.
	 */
	public void awaitHangUp() {
		await(this.hangUps, "The client did not close the connection");
	}

	private static void await(Semaphore event, String message) {
		try {
			assertThat(event.tryAcquire(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)).as(message).isTrue();
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
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
	public interface Script {

		void play(Connection connection) throws IOException;

	}

	/**
	 * One connection, as its script sees it.
	 */
	public static final class Connection {

		private final RawServer server;

		private final Socket socket;

		private final InputStream in;

		private final OutputStream out;

		private String lastRequest = "";

		private Connection(RawServer server, Socket socket) throws IOException {
			this.server = server;
			this.socket = socket;
			this.in = socket.getInputStream();
			this.out = socket.getOutputStream();
		}

		/**
		 * Read a request to its end.
		 * @return {@code false} if the client has left instead
		 */
		public boolean readRequest() throws IOException {
			StringBuilder head = new StringBuilder();
			while (head.indexOf("\r\n\r\n") < 0) {
				int next = this.in.read();
				if (next < 0) {
					this.server.hangUps.release();
					return false;
				}
				head.append((char) next);
			}
			int length = contentLength(head.toString());
			if (this.in.readNBytes(length).length < length) {
				throw new EOFException("The client left within a request");
			}
			this.server.requests.add(head.toString());
			this.lastRequest = head.toString();
			return true;
		}

		/**
		 * Return the head of the last request on this connection.
		 */
		public String lastRequest() {
			return this.lastRequest;
		}

		private static int contentLength(String head) {
			return head.lines()
				.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
				.map((line) -> Integer.valueOf(line.substring(line.indexOf(':') + 1).strip()))
				.findFirst()
				.orElse(0);
		}

		/**
		 * Send what comes on to another port, and back what comes from there.
		 */
		public void tunnelTo(int port) throws IOException {
			try (Socket target = new Socket(InetAddress.getByName("127.0.0.1"), port)) {
				InputStream responses = target.getInputStream();
				start("raw-tunnel", () -> {
					try {
						responses.transferTo(this.out);
					}
					catch (IOException ex) {
						// Either side has left
					}
				});
				this.in.transferTo(target.getOutputStream());
			}
		}

		/**
		 * Read whatever comes first.
		 */
		public void readSome() throws IOException {
			this.in.read(new byte[1024]);
		}

		public void write(String text) throws IOException {
			write(text.getBytes(StandardCharsets.ISO_8859_1));
		}

		public void write(byte[] bytes) throws IOException {
			// Before: the client may have read them, and be done, when this thread goes
			// on
			this.server.written.addAndGet(bytes.length);
			this.out.write(bytes);
			this.out.flush();
		}

		/**
		 * Say that the fault takes place now.
		 */
		public void fault() {
			this.server.faults.release();
		}

		/**
		 * Close with a reset.
		 */
		public void reset() throws IOException {
			this.socket.setSoLinger(true, 0);
			this.socket.close();
		}

		/**
		 * Read until the client leaves.
		 */
		public void awaitHangUp() throws IOException {
			while (this.in.read() >= 0) {
				continue;
			}
			this.server.hangUps.release();
		}

	}

}
