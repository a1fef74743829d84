// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.util.List;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0ConnectionQuery;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.Auth0Page;
import io.github.ssoconnections.sample.auth0.Auth0Account;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * The connections of the Auth0 tenant, as a page.
 */
@Controller
class Auth0ConnectionsPage {

	private static final int SIZE = 25;

	private final Auth0ConnectionService connections;

	private final Auth0Account account;

	Auth0ConnectionsPage(Auth0ConnectionService connections, Auth0Account account) {
		this.connections = connections;
		this.account = account;
	}

	@GetMapping(path = "/auth0", produces = MediaType.TEXT_HTML_VALUE)
	Mono<Rendering> show(@RequestParam(required = false) @Nullable String from) {
		String start = StringUtils.hasText(from) ? from : null;
		return this.connections.list(new Auth0ConnectionQuery().take(SIZE).from(start))
			.map(this::found)
			.onErrorResume(SsoApiException.class, (failure) -> Mono.just(page().failed(failure)));
	}

	private Rendering found(Auth0Page<Auth0Connection> page) {
		List<Auth0ConnectionView> views = page.data().stream().map(Auth0ConnectionView::of).toList();
		return page().view()
			.modelAttribute("connections", views)
			.modelAttribute("next", page.hasNext() ? String.valueOf(page.next()) : "")
			.build();
	}

	private VendorPage page() {
		return new VendorPage("auth0", this.account.isSandbox(), this.account.getBaseUrl());
	}

}
