// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.clerk;

import io.github.ssoconnections.clerk.directory.ClerkDirectories;
import io.github.ssoconnections.clerk.directory.DirectoryPatch;
import io.github.ssoconnections.clerk.directory.DirectoryQuery;
import io.github.ssoconnections.clerk.directory.GroupRoleMappings;
import io.github.ssoconnections.clerk.directory.NewDirectory;
import io.github.ssoconnections.clerk.directory.NewGroupRoleMapping;
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
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Directories (SCIM) at Clerk, in the vendor's names. An API key is in clear in the two
 * responses that have it.
 */
@RestController
@RequestMapping("/api/clerk/directories")
class ClerkDirectoriesApi {

	private final ClerkDirectories directories;

	ClerkDirectoriesApi(ClerkDirectories directories) {
		this.directories = directories;
	}

	@GetMapping
	Mono<ResponseEntity<byte[]>> list(@RequestParam MultiValueMap<String, String> filters) {
		return this.directories.list(Filters.passOn(filters, new DirectoryQuery(), "limit", "offset"))
			.map(WireResponse::ok);
	}

	// Create a directory. Its API key is in clear.
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> create(@RequestBody(required = false) byte @Nullable [] body) {
		return this.directories.create(WireRequest.fill(new NewDirectory(), body)).map(WireResponse::inClear);
	}

	@GetMapping("/{id}")
	Mono<ResponseEntity<byte[]>> get(@PathVariable String id) {
		return this.directories.get(id).map(WireResponse::ok);
	}

	@PatchMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> update(@PathVariable String id,
			@RequestBody(required = false) byte @Nullable [] body) {
		return this.directories.update(id, WireRequest.fill(new DirectoryPatch(), body)).map(WireResponse::ok);
	}

	@DeleteMapping("/{id}")
	Mono<ResponseEntity<byte[]>> delete(@PathVariable String id) {
		return this.directories.delete(id).map(WireResponse::ok);
	}

	// Rotate the API key, which is in clear.
	@PostMapping("/{id}/rotate-api-key")
	Mono<ResponseEntity<byte[]>> rotateApiKey(@PathVariable String id) {
		return this.directories.rotateApiKey(id).map(WireResponse::inClear);
	}

	@GetMapping("/{id}/group-role-mappings")
	Mono<ResponseEntity<byte[]>> listGroupRoleMappings(@PathVariable String id) {
		return this.directories.listGroupRoleMappings(id).map(WireResponse::ok);
	}

	@PostMapping(path = "/{id}/group-role-mappings", consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> createGroupRoleMapping(@PathVariable String id,
			@RequestBody(required = false) byte @Nullable [] body) {
		return this.directories.createGroupRoleMapping(id, WireRequest.fill(new NewGroupRoleMapping(), body))
			.map(WireResponse::created);
	}

	@PutMapping(path = "/{id}/group-role-mappings", consumes = MediaType.APPLICATION_JSON_VALUE)
	Mono<ResponseEntity<byte[]>> replaceGroupRoleMappings(@PathVariable String id,
			@RequestBody(required = false) byte @Nullable [] body) {
		return this.directories.replaceGroupRoleMappings(id, WireRequest.fill(new GroupRoleMappings(), body))
			.map(WireResponse::ok);
	}

	@DeleteMapping("/{id}/group-role-mappings/{mappingId}")
	Mono<ResponseEntity<byte[]>> deleteGroupRoleMapping(@PathVariable String id, @PathVariable String mappingId) {
		return this.directories.deleteGroupRoleMapping(id, mappingId).map(WireResponse::ok);
	}

}
