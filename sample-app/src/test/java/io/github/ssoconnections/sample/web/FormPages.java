// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import reactor.core.publisher.Mono;

import org.springframework.boot.test.context.TestComponent;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * A page with a form, as the pages of the console have them.
 */
@Controller
@TestComponent
class FormPages {

	@GetMapping(path = "/form-test/{vendor}", produces = "text/html")
	String show(@PathVariable String vendor, Model model) {
		model.addAttribute("vendor", vendor);
		return "form-test";
	}

	@PostMapping("/form-test/{vendor}/{account}/{id}/{action}")
	Mono<Rendering> change(@PathVariable String vendor, ServerWebExchange exchange) {
		Change.of(exchange).connection("ent_1\nforged=1").outcome("test needed");
		return Mono.just(Redirects.to("/form-test/{vendor}", vendor));
	}

	@PostMapping("/form-test-unguarded")
	Mono<Rendering> changeSomething() {
		return Mono.just(Redirects.to("/"));
	}

	@ChangesNothing
	@PostMapping("/form-test-harmless")
	Mono<Rendering> changeNothing() {
		return Mono.just(Redirects.to("/"));
	}

	@GuardsAccount
	@PostMapping("/form-test-guarded/{name}")
	Mono<Rendering> changeLater(@PathVariable String name, ServerWebExchange exchange) {
		Change.of(exchange).begin(io.github.ssoconnections.account.Account.ofDefault(name)).action("create");
		return Mono.just(Redirects.to("/"));
	}

}
