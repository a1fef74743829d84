// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.auth0;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.ssoconnections.auth0.selfservice.Auth0SelfServiceProfiles;
import io.github.ssoconnections.auth0.selfservice.Auth0SelfServiceTickets;
import io.github.ssoconnections.auth0.selfservice.ExistingConnectionTicket;
import io.github.ssoconnections.auth0.selfservice.NewSelfServiceProfile;
import io.github.ssoconnections.auth0.selfservice.NewSelfServiceTicket;
import io.github.ssoconnections.auth0.selfservice.SelfServiceProfilePatch;
import io.github.ssoconnections.sample.web.WireRequest;
import io.github.ssoconnections.sample.web.WireResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Self-service profiles and tickets at Auth0. The URL of a ticket is in clear, since it
 * is for the customer's administrator.
 */
@RestController
@RequestMapping("/api/auth0/self-service-profiles")
class SelfServiceApi {

	private final Auth0SelfServiceProfiles profiles;

	private final Auth0SelfServiceTickets tickets;

	SelfServiceApi(Auth0SelfServiceProfiles profiles, Auth0SelfServiceTickets tickets) {
		this.profiles = profiles;
		this.tickets = tickets;
	}

	@GetMapping
	Mono<ResponseEntity<byte[]>> list() {
		return this.profiles.list().map(WireResponse::ok);
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> create(@RequestBody(required = false) byte @Nullable [] body) {
		return this.profiles.create(WireRequest.fill(new NewSelfServiceProfile(), body)).map(WireResponse::created);
	}

	@GetMapping("/{id}")
	Mono<ResponseEntity<byte[]>> get(@PathVariable String id) {
		return this.profiles.get(id).map(WireResponse::ok);
	}

	@PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> update(@PathVariable String id,
			@RequestBody(required = false) byte @Nullable [] body) {
		return this.profiles.update(id, WireRequest.fill(new SelfServiceProfilePatch(), body)).map(WireResponse::ok);
	}

	@DeleteMapping("/{id}")
	Mono<ResponseEntity<Void>> delete(@PathVariable String id) {
		return this.profiles.delete(id).thenReturn(ResponseEntity.noContent().build());
	}

	// Create a ticket. Its URL is in clear.
	@PostMapping(path = "/{id}/tickets", consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> createTicket(@PathVariable String id,
			@RequestBody(required = false) byte @Nullable [] body) {
		return this.tickets.create(id, WireRequest.fill(new NewSelfServiceTicket(), body)).map(WireResponse::inClear);
	}

	/**
	 * Create a ticket for a connection that exists: its holder can repoint the sign-in of
	 * the customer.
	 * @param id the id of the profile
	 * @param connectionId the id of the connection
	 * @param body the ticket
	 * @return the ticket
	 */
	@PostMapping(path = "/{id}/connections/{connectionId}/tickets", consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> createTicketForExistingConnection(@PathVariable String id,
			@PathVariable String connectionId, @RequestBody(required = false) byte @Nullable [] body) {
		return this.tickets
			.createForExistingConnection(id, connectionId, WireRequest.fill(new ExistingConnectionTicket(), body))
			.map(WireResponse::inClear);
	}

	/**
	 * Revoke a ticket. Its id is as secret as its URL, and so in the body.
	 * @param id the id of the profile
	 * @param body the id of the ticket
	 * @return accepted
	 */
	@PostMapping(path = "/{id}/tickets/revoke", consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<Void>> revokeTicket(@PathVariable String id,
			@RequestBody(required = false) byte @Nullable [] body) {
		return this.tickets.revoke(id, String.valueOf(WireRequest.read(body).get("id")))
			.thenReturn(ResponseEntity.accepted().build());
	}

	@GetMapping("/{id}/texts/{language}/{page}")
	Mono<ResponseEntity<byte[]>> getTexts(@PathVariable String id, @PathVariable String language,
			@PathVariable String page) {
		return this.profiles.getTexts(id, language, page).map(WireResponse::ok);
	}

	@PutMapping(path = "/{id}/texts/{language}/{page}", consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> setTexts(@PathVariable String id, @PathVariable String language,
			@PathVariable String page, @RequestBody(required = false) byte @Nullable [] body) {
		Map<String, String> texts = new LinkedHashMap<>();
		WireRequest.read(body).forEach((key, text) -> texts.put(key, String.valueOf(text)));
		return this.profiles.setTexts(id, language, page, texts).map(WireResponse::ok);
	}

}
