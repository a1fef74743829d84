// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import org.jspecify.annotations.Nullable;

/**
 * A request that reached the sandbox, faults included.
 *
 * @param method the HTTP method, in upper case
 * @param url path and query as they were sent, such as
 * {@code /v1/enterprise_connections?limit=10}
 * @param headers the headers by name (whatever the case)
 * @param body the body as text, empty if there was none
 */
public record RecordedRequest(String method, String url, Map<String, List<String>> headers, String body) {

	static RecordedRequest of(Request request) {
		Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (HttpHeader header : request.getHeaders().all()) {
			headers.put(header.key(), List.copyOf(header.values()));
		}
		String body = request.getBodyAsString();
		return new RecordedRequest(request.getMethod().value().toUpperCase(Locale.ROOT), request.getUrl(),
				Collections.unmodifiableMap(headers), (body != null) ? body : "");
	}

	/**
	 * Return the first value of a header.
	 * @param name the header's name, whatever the case
	 * @return the value, or {@code null} if the header was not sent
	 */
	public @Nullable String header(String name) {
		List<String> values = this.headers.get(name);
		return (values != null && !values.isEmpty()) ? values.get(0) : null;
	}

	/**
	 * Describe the request without its secrets: {@code Authorization} is masked, and the
	 * body, which may hold a client secret, is left out.
	 * @return the description
	 */
	@Override
	public String toString() {
		Map<String, List<String>> masked = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		masked.putAll(this.headers);
		masked.replace("Authorization", List.of("******"));
		return this.method + " " + this.url + " " + masked + " (body of " + this.body.length() + " characters)";
	}

}
