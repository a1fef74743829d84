// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import io.github.ssoconnections.client.WireJson;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Responses in the vendors' names, which the application's own mapper does not know.
 */
public final class WireResponse {

	private WireResponse() {
	}

	/**
	 * Create a response 200, secrets masked.
	 * @param body what came from the vendor
	 * @return the response
	 */
	public static ResponseEntity<byte[]> ok(Object body) {
		return of(HttpStatus.OK, body);
	}

	/**
	 * Create a response 201, secrets masked.
	 * @param body what came from the vendor
	 * @return the response
	 */
	public static ResponseEntity<byte[]> created(Object body) {
		return of(HttpStatus.CREATED, body);
	}

	/**
	 * Create a response with secrets masked.
	 * @param status the status
	 * @param body what came from the vendor
	 * @return the response
	 */
	public static ResponseEntity<byte[]> of(HttpStatus status, Object body) {
		return write(WireJson.masked(), status, body);
	}

	/**
	 * Create a response 200 with secrets in clear: only for a secret that the caller must
	 * be given.
	 * @param body what came from the vendor
	 * @return the response
	 */
	public static ResponseEntity<byte[]> inClear(Object body) {
		return write(WireJson.mapper(), HttpStatus.OK, body);
	}

	private static ResponseEntity<byte[]> write(JsonMapper mapper, HttpStatus status, Object body) {
		return ResponseEntity.status(status)
			.contentType(MediaType.APPLICATION_JSON)
			.body(mapper.writeValueAsBytes(body));
	}

}
