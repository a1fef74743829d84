// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionQuery;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.sample.clerk.ClerkAccount;
import reactor.core.publisher.Mono;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * The account's connections, as a page.
 */
@Controller
class ConnectionsPage {

	private static final int SIZE = 25;

	private final EnterpriseConnectionService connections;

	private final ClerkAccount account;

	ConnectionsPage(EnterpriseConnectionService connections, ClerkAccount account) {
		this.connections = connections;
		this.account = account;
	}

	@GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
	Mono<Rendering> show(@RequestParam(defaultValue = "") String offset) {
		long start = Paging.readOffset(offset);
		return this.connections.list(new EnterpriseConnectionQuery().limit(SIZE).offset(start))
			.map((page) -> found(page, start))
			.onErrorResume(SsoApiException.class, (failure) -> Mono.just(page().failed(failure)));
	}

	private Rendering found(Page<EnterpriseConnection> page, long offset) {
		Instant now = Instant.now();
		List<ConnectionView> views = page.data()
			.stream()
			.map((connection) -> ConnectionView.of(connection, now))
			.toList();
		return page().view()
			.modelAttribute("connections", views)
			.modelAttribute("paging", Paging.of(page, offset, SIZE))
			.build();
	}

	private VendorPage page() {
		return new VendorPage("connections", this.account.isSandbox(), this.account.getBaseUrl());
	}

}
