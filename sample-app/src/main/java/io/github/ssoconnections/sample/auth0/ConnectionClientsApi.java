// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.auth0;

import java.util.List;

import io.github.ssoconnections.auth0.Auth0ConnectionClients;
import io.github.ssoconnections.auth0.ClientChange;
import io.github.ssoconnections.auth0.EnabledClientQuery;
import io.github.ssoconnections.sample.web.Filters;
import io.github.ssoconnections.sample.web.WireRequest;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The clients (applications) of a connection, in the vendor's names, any number at a
 * time.
 */
@RestController
@RequestMapping("/api/auth0/connections/{id}/clients")
class ConnectionClientsApi {

	private final Auth0ConnectionClients clients;

	ConnectionClientsApi(Auth0ConnectionClients clients) {
		this.clients = clients;
	}

	// List the enabled clients.
	@GetMapping
	Mono<ResponseEntity<byte[]>> list(@PathVariable String id, @RequestParam MultiValueMap<String, String> filters) {
		EnabledClientQuery query = Filters.passOn(filters, new EnabledClientQuery(), "take", "from");
		return this.clients.list(id, query).map((page) -> Pages.respond("clients", page));
	}

	// Enable and disable clients, any number of them.
	@PatchMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<Void>> update(@PathVariable String id, @RequestBody(required = false) byte @Nullable [] body) {
		List<ClientChange> changes = WireRequest.readAll(body).stream().map((fields) -> {
			ClientChange change = new ClientChange();
			fields.forEach(change::set);
			return change;
		}).toList();
		return this.clients.update(id, changes).thenReturn(ResponseEntity.noContent().build());
	}

}
