// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.clerk;

import java.util.Map;

import io.github.ssoconnections.clerk.NewSamlConnection;
import io.github.ssoconnections.clerk.SamlConnectionPatch;
import io.github.ssoconnections.clerk.SamlConnectionQuery;
import io.github.ssoconnections.clerk.SamlConnectionService;
import io.github.ssoconnections.sample.web.Filters;
import io.github.ssoconnections.sample.web.WireRequest;
import io.github.ssoconnections.sample.web.WireResponse;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * SAML connections, in the vendor's names, as long as the vendor keeps this API.
 */
@RestController
@RequestMapping("/api/clerk/saml-connections")
@SuppressWarnings("deprecation")
class SamlConnectionsApi {

	private final SamlConnectionService connections;

	SamlConnectionsApi(SamlConnectionService connections) {
		this.connections = connections;
	}

	/**
	 * List connections. The {@code +} before an organization's id has to be sent as
	 * {@code %2B}: in a query a bare one is a space.
	 * @param filters the query
	 * @return the page
	 */
	@GetMapping
	Mono<ResponseEntity<byte[]>> list(@RequestParam MultiValueMap<String, String> filters) {
		SamlConnectionQuery query = Filters.passOn(filters, new SamlConnectionQuery(), "query", "order_by",
				"organization_id", "limit", "offset");
		return this.connections.list(query).map(WireResponse::ok);
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> create(@RequestBody(required = false) byte @Nullable [] body) {
		return this.connections.create(WireRequest.fill(new NewSamlConnection(), body)).map(WireResponse::created);
	}

	@GetMapping("/{id}")
	Mono<ResponseEntity<byte[]>> get(@PathVariable String id) {
		return this.connections.get(id).map(WireResponse::ok);
	}

	@PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> update(@PathVariable String id,
			@RequestParam(name = "replace-certificates", defaultValue = "false") boolean replaceCertificates,
			@RequestBody(required = false) byte @Nullable [] body) {
		Map<String, @Nullable Object> fields = WireRequest.read(body);
		CertificateGuard.check(fields, "", replaceCertificates);
		SamlConnectionPatch patch = new SamlConnectionPatch();
		fields.forEach(patch::set);
		return this.connections.update(id, patch).map(WireResponse::ok);
	}

	@DeleteMapping("/{id}")
	Mono<ResponseEntity<byte[]>> delete(@PathVariable String id) {
		return this.connections.delete(id).map(WireResponse::ok);
	}

}
