// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Secret;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpMethod;

/**
 * Request to a vendor's API for an operation that no service has. It is sent with the
 * management key of the account and has its whole power: path, query and body must not be
 * passed on from a browser. Immutable; arguments are checked, and the body is serialized,
 * before anything is sent.
 */
public final class VendorRequest {

	private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,128}");

	private static final Pattern HEADER_VALUE = Pattern.compile("[\\x20-\\x7e]{1,4096}");

	/** Credentials, framing, encoding, and what would make a change look like a read. */
	private static final Set<String> RESERVED_HEADERS = Set.of("accept", "accept-encoding", "authorization",
			"connection", "content-encoding", "content-length", "content-type", "cookie", "expect", "host",
			"http2-settings", "keep-alive", "proxy-authorization", "proxy-connection", "te", "trailer",
			"transfer-encoding", "upgrade", "x-http-method", "x-http-method-override", "x-method-override");

	private final HttpMethod method;

	private final PathTemplate path;

	private final List<String> variables;

	private final List<QueryParameter> query;

	private final Map<String, String> headers;

	private final @Nullable SerializedBody body;

	private VendorRequest(HttpMethod method, PathTemplate path, List<String> variables, List<QueryParameter> query,
			Map<String, String> headers, @Nullable SerializedBody body) {
		this.method = method;
		this.path = path;
		this.variables = variables;
		this.query = query;
		this.headers = headers;
		this.body = body;
	}

	/**
	 * Create a GET request. It is retried like every read.
	 * @param path the path relative to the base URL, a constant with variables in braces,
	 * such as {@code /organizations/{id}}
	 * @param variables the values of the variables, each encoded as one segment
	 * @return the request
	 * @throws io.github.ssoconnections.InvalidArgumentException if the path or a variable
	 * is invalid
	 */
	public static VendorRequest get(String path, Object... variables) {
		return of(HttpMethod.GET, path, variables);
	}

	/**
	 * Create a POST request. It is retried only if the vendor certainly has not processed
	 * it.
	 * @param path the path, see {@link #get}
	 * @param variables the values of the variables
	 * @return the request
	 */
	public static VendorRequest post(String path, Object... variables) {
		return of(HttpMethod.POST, path, variables);
	}

	/**
	 * Create a PUT request. It is retried only if the vendor certainly has not processed
	 * it.
	 * @param path the path, see {@link #get}
	 * @param variables the values of the variables
	 * @return the request
	 */
	public static VendorRequest put(String path, Object... variables) {
		return of(HttpMethod.PUT, path, variables);
	}

	/**
	 * Create a PATCH request. It is retried only if the vendor certainly has not
	 * processed it.
	 * @param path the path, see {@link #get}
	 * @param variables the values of the variables
	 * @return the request
	 */
	public static VendorRequest patch(String path, Object... variables) {
		return of(HttpMethod.PATCH, path, variables);
	}

	/**
	 * Create a DELETE request. It is retried like every delete: a retry that finds
	 * nothing has deleted.
	 * @param path the path, see {@link #get}
	 * @param variables the values of the variables
	 * @return the request
	 */
	public static VendorRequest delete(String path, Object... variables) {
		return of(HttpMethod.DELETE, path, variables);
	}

	private static VendorRequest of(HttpMethod method, String path, Object... variables) {
		Assert.notNull(variables, "'variables' must not be null");
		Assert.noNullElements(variables, "'variables' must not contain null");
		PathTemplate template = PathTemplate.ofVariables(path);
		rejectSecrets(variables);
		String[] values = Arrays.stream(variables).map(String::valueOf).toArray(String[]::new);
		template.check(values);
		return new VendorRequest(method, template, List.of(values), List.of(), Map.of(), null);
	}

	// URLs are in the logs of what is on the way
	private static void rejectSecrets(Object... values) {
		for (Object value : values) {
			Assert.isTrue(!(value instanceof Secret), "a secret must not be part of the URL");
		}
	}

	/**
	 * Return a copy of this request with a query parameter in addition.
	 * @param name the wire name
	 * @param values the values, each sent as a parameter of that name, not encoded
	 * @return the request
	 */
	public VendorRequest query(String name, Object... values) {
		Assert.hasText(name, "'name' must not be empty");
		Assert.notNull(values, "'values' must not be null");
		Assert.noNullElements(values, "'values' must not contain null");
		rejectSecrets(values);
		List<QueryParameter> query = new ArrayList<>(this.query);
		Arrays.stream(values).forEach((value) -> query.add(new QueryParameter(name, value.toString())));
		return new VendorRequest(this.method, this.path, this.variables, List.copyOf(query), this.headers, this.body);
	}

	/**
	 * Return a copy of this request with a header. Credentials, cookies, the host and
	 * what describes the body cannot be set.
	 * @param name the name
	 * @param value the value, of printable ASCII characters
	 * @return the request
	 */
	public VendorRequest header(String name, String value) {
		Assert.isTrue(name != null && HEADER_NAME.matcher(name).matches(), "'name' must be the name of a header");
		Assert.isTrue(!RESERVED_HEADERS.contains(name.toLowerCase(Locale.ROOT)),
				() -> "the header '" + name + "' is set by the client");
		Assert.isTrue(value != null && HEADER_VALUE.matcher(value).matches(),
				"'value' must be 1 to 4096 printable ASCII characters");
		Map<String, String> headers = new LinkedHashMap<>(this.headers);
		headers.put(name, value);
		return new VendorRequest(this.method, this.path, this.variables, this.query, headers, this.body);
	}

	/**
	 * Return a copy of this request with a JSON body: names in snake case, times in
	 * milliseconds, secrets in plain text.
	 * @param body a record, map, JSON object or list
	 * @return the request
	 */
	public VendorRequest body(Object body) {
		Assert.notNull(body, "'body' must not be null");
		Assert.isTrue(this.method != HttpMethod.GET, "'body' must not be set for a GET request");
		return new VendorRequest(this.method, this.path, this.variables, this.query, this.headers,
				SerializedBody.ofValue(body));
	}

	HttpMethod method() {
		return this.method;
	}

	PathTemplate path() {
		return this.path;
	}

	Effect effect() {
		if (this.method == HttpMethod.GET) {
			return Effect.READ;
		}
		if (this.method == HttpMethod.DELETE) {
			return Effect.DELETE;
		}
		return (this.method == HttpMethod.POST) ? Effect.CREATE : Effect.PATCH;
	}

	List<String> variables() {
		return this.variables;
	}

	List<QueryParameter> query() {
		return this.query;
	}

	Map<String, String> headers() {
		return this.headers;
	}

	@Nullable SerializedBody body() {
		return this.body;
	}

	/**
	 * Return the name under which the request is observed and reported: method and path,
	 * without values.
	 */
	@Override
	public String toString() {
		return this.method + " " + this.path;
	}

}
