// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import io.github.ssoconnections.Secret;

import org.springframework.http.HttpHeaders;

/**
 * A request as Clerk sends it.
 *
 * @param id the id of the message
 * @param at the time
 * @param secret the signing secret
 * @param body the body
 */
record SignedRequest(String id, Instant at, Secret secret, byte[] body) {

	static SignedRequest of(Instant at, Secret secret, String body) {
		return new SignedRequest("msg_1", at, secret, body.getBytes(StandardCharsets.UTF_8));
	}

	String timestamp() {
		return String.valueOf(this.at.getEpochSecond());
	}

	String signature() {
		byte[] signature = SigningKey.of(this.secret).sign(this.id + "." + timestamp() + ".", this.body);
		return "v1," + new String(signature, StandardCharsets.US_ASCII);
	}

	HttpHeaders headers(String family) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(family + "-id", this.id);
		headers.set(family + "-timestamp", timestamp());
		headers.set(family + "-signature", signature());
		return headers;
	}

}
