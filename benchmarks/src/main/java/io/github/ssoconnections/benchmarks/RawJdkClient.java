// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.client.WireJson;
import tools.jackson.databind.ObjectReader;

/**
 * The JDK's client and Jackson.
 */
final class RawJdkClient implements Client {

	private static final ObjectReader ONE = WireJson.mapper().readerFor(EnterpriseConnection.class);

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final String url;

	RawJdkClient(String url) {
		this.url = url;
	}

	@Override
	public void get(Caller caller) {
		if (caller.next()) {
			HttpRequest request = HttpRequest.newBuilder(URI.create(this.url + "/v1/enterprise_connections/" + "ent_1"))
				.header("Accept", "application/json")
				.header("Authorization", "Bearer " + Settings.KEY)
				.build();
			this.client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray())
				.thenApply(RawJdkClient::read)
				.whenComplete((response, failure) -> {
					if (failure != null) {
						caller.failed(failure);
					}
					else {
						caller.responded(response);
						get(caller);
					}
				});
		}
	}

	private static EnterpriseConnection read(HttpResponse<byte[]> response) {
		if (response.statusCode() != 200) {
			throw new IllegalStateException(response.toString());
		}
		return ONE.readValue(response.body());
	}

}
