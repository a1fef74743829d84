// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.clerk;

import java.util.Map;

import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.EnterpriseConnectionQuery;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.clerk.TestRunQuery;
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
 * Enterprise connections and their test runs, in the vendor's names.
 */
@RestController
@RequestMapping("/api/clerk/enterprise-connections")
class EnterpriseConnectionsApi {

	private final EnterpriseConnectionService connections;

	EnterpriseConnectionsApi(EnterpriseConnectionService connections) {
		this.connections = connections;
	}

	@GetMapping
	Mono<ResponseEntity<byte[]>> list(@RequestParam MultiValueMap<String, String> filters) {
		EnterpriseConnectionQuery query = Filters.passOn(filters, new EnterpriseConnectionQuery(), "organization_id",
				"active", "limit", "offset");
		return this.connections.list(query).map(WireResponse::ok);
	}

	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> create(@RequestBody(required = false) byte @Nullable [] body) {
		return this.connections.create(WireRequest.fill(new NewEnterpriseConnection(), body))
			.map(WireResponse::created);
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
		if (fields.get("saml") instanceof Map<?, ?> saml) {
			CertificateGuard.check(saml, "saml.", replaceCertificates);
		}
		EnterpriseConnectionPatch patch = new EnterpriseConnectionPatch();
		fields.forEach(patch::set);
		return this.connections.update(id, patch).map(WireResponse::ok);
	}

	@DeleteMapping("/{id}")
	Mono<ResponseEntity<byte[]>> delete(@PathVariable String id) {
		return this.connections.delete(id).map(WireResponse::ok);
	}

	@GetMapping("/{id}/test-runs")
	Mono<ResponseEntity<byte[]>> listTestRuns(@PathVariable String id,
			@RequestParam MultiValueMap<String, String> filters) {
		TestRunQuery query = Filters.passOn(filters, new TestRunQuery(), "status", "limit", "offset");
		return this.connections.listTestRuns(id, query).map(WireResponse::ok);
	}

	/**
	 * Create a test run. The link is in clear, since a person has to open it.
	 * @param id the id of the connection
	 * @return the link
	 */
	@PostMapping("/{id}/test-runs")
	Mono<ResponseEntity<byte[]>> createTestRun(@PathVariable String id) {
		return this.connections.createTestRun(id).map(WireResponse::inClear);
	}

}
