// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.net.http.HttpResponse;

import wiremock.com.fasterxml.jackson.databind.JsonNode;

/**
 * A response of an API.
 *
 * @param status the HTTP status
 * @param body the body, missing if it is empty
 * @param response the response
 */
record ApiResponse(int status, JsonNode body, HttpResponse<String> response) {

	String header(String name) {
		return this.response.headers().firstValue(name).orElse(null);
	}

	String id() {
		return this.body.path("id").textValue();
	}

	String samlId() {
		return this.body.at("/saml_connection/id").textValue();
	}

	String text(String pointer) {
		return this.body.at(pointer).asText(null);
	}

	String code() {
		return text("/errors/0/code");
	}

	String parameter() {
		return text("/errors/0/meta/param_name");
	}

}
