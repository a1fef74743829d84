// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.connection;

import io.github.ssoconnections.handover.HandOverSheet;
import io.github.ssoconnections.handover.IdpProduct;
import io.github.ssoconnections.sample.web.CertificateBody;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * The page of one connection, and what can be downloaded from it.
 */
@Controller
@RequestMapping("/connections/{vendor}/{account}/{id}")
class ConnectionPage {

	private final ConnectionViews views;

	ConnectionPage(ConnectionViews views) {
		this.views = views;
	}

	@GetMapping(produces = MediaType.TEXT_HTML_VALUE)
	Mono<Rendering> show(@PathVariable String vendor, @PathVariable String account, @PathVariable String id,
			@RequestParam(required = false) @Nullable String done) {
		return this.views.show(ConnectionReference.of(vendor, account, id), done);
	}

	@GetMapping(path = "/activate", produces = MediaType.TEXT_HTML_VALUE)
	Mono<Rendering> review(@PathVariable String vendor, @PathVariable String account, @PathVariable String id) {
		ConnectionReference reference = ConnectionReference.of(vendor, account, id);
		return Mono.zip(this.views.onboarding(reference).get(id), this.views.onboarding(reference).review(id),
				(connection, review) -> this.views.review(reference, connection, review, HttpStatus.OK, null));
	}

	@GetMapping("/sheet.{format:md|html|csv}")
	Mono<ResponseEntity<String>> download(@PathVariable String vendor, @PathVariable String account,
			@PathVariable String id, @PathVariable String format, @RequestParam(defaultValue = "") String product) {
		ConnectionReference reference = ConnectionReference.of(vendor, account, id);
		return this.views.onboarding(reference)
			.handOver(id, product.isEmpty() ? null : product(product))
			.map((sheet) -> respond(sheet, format))
			.onErrorMap((ex) -> ex instanceof IllegalArgumentException || ex instanceof IllegalStateException,
					(ex) -> CertificateBody.problem(HttpStatus.UNPROCESSABLE_CONTENT, "no-sheet",
							"There is no such sheet", String.valueOf(ex.getMessage())));
	}

	private static IdpProduct product(String id) {
		return IdpProduct.find(id)
			.orElseThrow(() -> CertificateBody.problem(HttpStatus.NOT_FOUND, "no-sheet", "There is no such sheet",
					"The page of the connection has the IdPs that there is a sheet for."));
	}

	private static ResponseEntity<String> respond(HandOverSheet sheet, String format) {
		HttpHeaders headers = new HttpHeaders();
		sheet.headers(format).forEach(headers::set);
		return new ResponseEntity<>(sheet.toText(format), headers, HttpStatus.OK);
	}

	@GetMapping("/raw")
	Mono<ResponseEntity<String>> raw(@PathVariable String vendor, @PathVariable String account,
			@PathVariable String id) {
		return this.views.onboarding(ConnectionReference.of(vendor, account, id))
			.get(id)
			.map((connection) -> ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(connection.json()));
	}

}
