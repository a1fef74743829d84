// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import org.assertj.core.api.Assertions;
import wiremock.com.fasterxml.jackson.databind.JsonNode;
import wiremock.com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * A plain HTTP client that holds every response against the vendor's document. Bodies are
 * written with single quotes.
 */
abstract class AbstractClient {

	private static final JsonMapper MAPPER = new JsonMapper();

	private static final HttpClient HTTP = HttpClient.newHttpClient();

	abstract String baseUrl();

	abstract String token();

	abstract void check(String method, String path, ApiResponse response);

	ApiResponse get(String path) {
		return send("GET", path, null);
	}

	ApiResponse post(String path, String body) {
		return send("POST", path, body);
	}

	ApiResponse patch(String path, String body) {
		return send("PATCH", path, body);
	}

	ApiResponse delete(String path) {
		return send("DELETE", path, null);
	}

	ApiResponse send(String method, String path, String body) {
		HttpRequest.Builder request = request(method, path, body);
		if (body != null) {
			request.header("Content-Type", "application/json");
		}
		return checked(method, path, exchange(request));
	}

	ApiResponse checked(String method, String path, HttpResponse<String> exchanged) {
		ApiResponse response = new ApiResponse(exchanged.statusCode(), json(exchanged.body()), exchanged);
		check(method, path, response);
		Assertions.assertThat(response.header("Content-Type"))
			.isEqualTo(exchanged.body().isEmpty() ? null : "application/json");
		return response;
	}

	HttpRequest.Builder request(String method, String path, String body) {
		HttpRequest.BodyPublisher publisher = (body != null)
				? HttpRequest.BodyPublishers.ofString(body.replace('\'', '"')) : HttpRequest.BodyPublishers.noBody();
		return HttpRequest.newBuilder(URI.create(baseUrl() + "/" + path))
			.timeout(Duration.ofSeconds(20))
			.header("Authorization", "Bearer " + token())
			.method(method, publisher);
	}

	HttpResponse<String> exchange(HttpRequest.Builder request) {
		return sendAsync(request).join();
	}

	CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest.Builder request) {
		return HTTP.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString());
	}

	static JsonNode json(String text) {
		try {
			return MAPPER.readTree(text);
		}
		catch (IOException ex) {
			throw new IllegalArgumentException(text, ex);
		}
	}

}
