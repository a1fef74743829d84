// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.time.Duration;
import java.util.Arrays;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Response;
import org.jspecify.annotations.Nullable;

/**
 * Switches faults on: first say which requests, then what happens to them.
 * <pre class="code">
 * Fault fault = sandbox.faults()
 *     .on("POST", "/v1/enterprise_connections")
 *     .times(1)
 *     .afterCommit()
 *     .reset();
 * // ...
 * assertThat(fault.fired()).isEqualTo(1);
 * </pre>
 * <p>
 * Unless it is narrowed, a fault meets every request until it is cleared, and meets it
 * <em>before</em> it is processed: nothing changes. After {@link #afterCommit()} the
 * request is processed first, and only the response is lost.
 * <p>
 * One fault fires per request: of those that match, the one that was switched on first.
 * So {@code times(1).status(503)} followed by {@code times(1).reset()} fails two
 * requests, each in its way.
 */
public final class Faults {

	private final FaultRegistry registry;

	private final BiPredicate<String, String> target;

	private final int times;

	private final boolean afterCommit;

	Faults(FaultRegistry registry) {
		this(registry, (method, path) -> true, Integer.MAX_VALUE, false);
	}

	private Faults(FaultRegistry registry, BiPredicate<String, String> target, int times, boolean afterCommit) {
		this.registry = registry;
		this.target = target;
		this.times = times;
		this.afterCommit = afterCommit;
	}

	/**
	 * Narrow to the requests of a method and path.
	 * @param method the HTTP method, such as {@code POST}; {@code *} for any
	 * @param path the path without query, such as {@code /v1/enterprise_connections/*},
	 * where {@code *} stands for any characters but {@code /}
	 * @return faults of these requests only
	 */
	public Faults on(String method, String path) {
		Pattern pattern = Pattern.compile("\\Q" + path.replace("*", "\\E[^/]*\\Q") + "\\E");
		return new Faults(this.registry,
				(requestMethod, requestPath) -> (method.equals("*") || method.equalsIgnoreCase(requestMethod))
						&& pattern.matcher(requestPath).matches(),
				this.times, this.afterCommit);
	}

	/**
	 * Narrow to the next requests; later ones are served again.
	 * @param times how many requests, at least 1
	 * @return faults that end by themselves
	 */
	public Faults times(int times) {
		if (times < 1) {
			throw new IllegalArgumentException("'times' must be at least 1");
		}
		return new Faults(this.registry, this.target, times, this.afterCommit);
	}

	/**
	 * Process the request, and change what it asks to change, before the fault fires.
	 * @return faults that lose the response, not the request
	 */
	public Faults afterCommit() {
		return new Faults(this.registry, this.target, this.times, true);
	}

	/**
	 * Respond with an error status, and the vendor's usual body and code for it.
	 * @param status the HTTP status
	 * @return the fault
	 */
	public Fault status(int status) {
		return fail(status, null);
	}

	/**
	 * Respond with an error status, and a body with this code.
	 * @param status the HTTP status
	 * @param code the vendor's error code, such as {@code resource_locked}
	 * @return the fault
	 */
	public Fault status(int status, String code) {
		return fail(status, code);
	}

	/**
	 * Respond with an error status and {@code Retry-After}, as rate limits do.
	 * @param status the HTTP status, such as 429
	 * @param retryAfterSeconds the value of the header, in seconds
	 * @return the fault
	 */
	public Fault status(int status, int retryAfterSeconds) {
		HttpHeader retryAfter = new HttpHeader("Retry-After", String.valueOf(retryAfterSeconds));
		return installLosing((exchange, response, fault) -> {
			Response failure = exchange.failure(status, null);
			return Response.Builder.like(failure).headers(failure.getHeaders().plus(retryAfter)).build();
		});
	}

	/**
	 * Respond with any body, such as the HTML page of a proxy.
	 * @param status the HTTP status
	 * @param contentType the content type
	 * @param body the body, may be empty
	 * @return the fault
	 */
	public Fault respond(int status, String contentType, String body) {
		HttpHeaders headers = new HttpHeaders(new HttpHeader("Content-Type", contentType));
		Response response = Response.response().status(status).headers(headers).body(body).build();
		return installLosing((exchange, replaced, fault) -> response);
	}

	/**
	 * Delay the response, which is otherwise unchanged. Before commit the request also
	 * takes effect late, even if the client has gone by then; after commit it takes
	 * effect at once.
	 * @param delay how late
	 * @return the fault; clearing it ends the delay
	 */
	public Fault delay(Duration delay) {
		return install((exchange, fault) -> {
			if (!this.afterCommit) {
				fault.waitUntilCleared(delay);
			}
			Response response = exchange.process();
			if (this.afterCommit) {
				fault.waitUntilCleared(delay);
			}
			return response;
		});
	}

	/**
	 * Never respond, and keep the connection open: the client's time-out must end it.
	 * Clearing the fault, or closing the sandbox, resets the connection.
	 * @return the fault
	 */
	public Fault hang() {
		return installLosing((exchange, response, fault) -> {
			fault.waitUntilCleared(Duration.ofDays(1));
			return connectionReset();
		});
	}

	/**
	 * Reset the connection instead of a response.
	 * @return the fault
	 */
	public Fault reset() {
		return installLosing((exchange, response, fault) -> connectionReset());
	}

	/**
	 * Close the connection in the middle of a response: it announces more bytes than are
	 * sent. Before commit the response is made up, after commit it is the first half of
	 * the right one.
	 * @return the fault
	 */
	public Fault truncate() {
		return installLosing((exchange, response, fault) -> truncated(response));
	}

	/**
	 * Switch every fault off, whatever requests it is narrowed to.
	 */
	public void clear() {
		this.registry.clear();
	}

	/**
	 * Return how many requests have met a fault, any of them, since the sandbox was
	 * started or reset.
	 * @return the number, from 0
	 */
	public int fired() {
		return this.registry.fired();
	}

	private Fault fail(int status, @Nullable String code) {
		return installLosing((exchange, response, fault) -> exchange.failure(status, code));
	}

	private Fault installLosing(Loss loss) {
		Response nothing = Response.response().status(200).body("{\"object\":\"").build();
		return install(
				(exchange, fault) -> loss.apply(exchange, this.afterCommit ? exchange.process() : nothing, fault));
	}

	private Fault install(Fault.Effect effect) {
		Fault fault = new Fault(this.target, this.times, effect);
		this.registry.add(fault);
		return fault;
	}

	private static Response connectionReset() {
		return Response.response().fault(com.github.tomakehurst.wiremock.http.Fault.CONNECTION_RESET_BY_PEER).build();
	}

	private static Response truncated(Response response) {
		byte[] body = response.getBody();
		byte[] half = Arrays.copyOf(body, (body.length + 1) / 2);
		HttpHeaders headers = new HttpHeaders(new HttpHeader("Content-Type", "application/json"),
				new HttpHeader("Content-Length", String.valueOf(body.length + 100)));
		return Response.Builder.like(response).headers(headers).body(half).build();
	}

	/**
	 * What happens to a response.
	 */
	@FunctionalInterface
	private interface Loss {

		Response apply(Exchange exchange, Response response, Fault fault);

	}

}
