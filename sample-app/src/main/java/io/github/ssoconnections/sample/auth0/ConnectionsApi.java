// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.auth0;

import io.github.ssoconnections.auth0.Auth0ConnectionPatch;
import io.github.ssoconnections.auth0.Auth0ConnectionQuery;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.Auth0FieldQuery;
import io.github.ssoconnections.auth0.ConnectionDeletion;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.auth0.options.OtherOptions;
import io.github.ssoconnections.sample.web.Filters;
import io.github.ssoconnections.sample.web.WireRequest;
import io.github.ssoconnections.sample.web.WireResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Connections, in the vendor's names, but for their options, which are a resource of
 * their own: the vendor would replace them with every change.
 */
@RestController
@RequestMapping("/api/auth0/connections")
class ConnectionsApi {

	private final Auth0ConnectionService connections;

	ConnectionsApi(Auth0ConnectionService connections) {
		this.connections = connections;
	}

	@GetMapping
	Mono<ResponseEntity<byte[]>> list(@RequestParam MultiValueMap<String, String> filters) {
		Auth0ConnectionQuery query = Filters.passOn(filters, new Auth0ConnectionQuery(), "take", "from", "page",
				"per_page", "include_totals", "strategy", "name", "fields", "include_fields");
		return this.connections.list(query).map((page) -> Pages.respond("connections", page));
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> create(@RequestBody(required = false) byte @Nullable [] body) {
		return this.connections.create(WireRequest.fill(new NewAuth0Connection(), body)).map(WireResponse::created);
	}

	@GetMapping("/{id}")
	Mono<ResponseEntity<byte[]>> get(@PathVariable String id, @RequestParam MultiValueMap<String, String> filters) {
		Auth0FieldQuery query = Filters.passOn(filters, new Auth0FieldQuery(), "fields", "include_fields");
		return this.connections.get(id, query).map(WireResponse::ok);
	}

	// Change all but the options.
	@PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> update(@PathVariable String id,
			@RequestBody(required = false) byte @Nullable [] body) {
		return this.connections.update(id, WireRequest.fill(new Auth0ConnectionPatch(), body)).map(WireResponse::ok);
	}

	// Delete the connection and its users: 204, or 202 while the deletion is in progress.
	@DeleteMapping("/{id}")
	Mono<ResponseEntity<Void>> delete(@PathVariable String id) {
		return this.connections.delete(id)
			.map((deletion) -> (deletion == ConnectionDeletion.IN_PROGRESS) ? HttpStatus.ACCEPTED
					: HttpStatus.NO_CONTENT)
			.map((status) -> ResponseEntity.status(status).build());
	}

	// Merge options into those that there are.
	@PatchMapping(path = "/{id}/options", consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> mergeOptions(@PathVariable String id,
			@RequestBody(required = false) byte @Nullable [] body) {
		OtherOptions options = WireRequest.fill(new OtherOptions(), body);
		return this.connections.mergeOptions(id, options).map(WireResponse::ok);
	}

	// Replace all options.
	@PutMapping(path = "/{id}/options", consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> replaceOptions(@PathVariable String id,
			@RequestBody(required = false) byte @Nullable [] body) {
		OtherOptions options = WireRequest.fill(new OtherOptions(), body);
		return this.connections.replaceOptions(id, options).map(WireResponse::ok);
	}

}
