// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.index.ConnectionPage;
import io.github.ssoconnections.index.ConnectionQuery;
import io.github.ssoconnections.index.IndexedAccount;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.provisioning.ProvisioningState;
import io.github.ssoconnections.provisioning.Provisionings;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * How users are provisioned over SCIM. The vendors' lists of connections do not contain
 * it: it is read for one connection, when its page is opened.
 */
@Controller
class ScimPage {

	private static final int ROWS = 25;

	private static final int MAX_TEXT = 200;

	private final RefreshedConnectionIndex index;

	private final Provisionings provisionings;

	private final Clock clock = Clock.systemUTC();

	ScimPage(RefreshedConnectionIndex index, Provisionings provisionings) {
		this.index = index;
		this.provisionings = provisionings;
	}

	@GetMapping(path = "/scim", produces = MediaType.TEXT_HTML_VALUE)
	Rendering show(@RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String page) {
		String text = q.strip().substring(0, Math.min(q.strip().length(), MAX_TEXT));
		int number = Paging.number(page);
		ConnectionPage found = this.index.list(new ConnectionQuery().text(text).page((number - 1) * ROWS, ROWS));
		return Rendering.view("scim")
			.modelAttribute("text", text)
			.modelAttribute("total", found.total())
			.modelAttribute("rows",
					found.connections().stream().map((entry) -> ConnectionRow.of(entry, this.clock.instant())).toList())
			.modelAttribute("paging", Paging.of(number, ROWS, found.total(), (other) -> address(text, other)))
			.build();
	}

	private static String address(String text, int number) {
		return UriComponentsBuilder.fromPath("/scim")
			.queryParam("q", "{q}")
			.queryParam("page", number)
			.encode()
			.buildAndExpand(text)
			.toUriString();
	}

	@GetMapping(path = "/scim/{vendor}/{account}/{id}", produces = MediaType.TEXT_HTML_VALUE)
	Mono<Rendering> showOne(@PathVariable String vendor, @PathVariable String account, @PathVariable String id) {
		CatalogEntry entry = this.index.accounts()
			.stream()
			.filter((indexed) -> is(indexed.account(), vendor, account))
			.map(IndexedAccount::connections)
			.map((connections) -> connections.get(id))
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		return this.provisionings.get(new Account(vendor, account))
			.get(id)
			.map((state) -> one(entry).modelAttribute("endpoints", endpoints(state)).build())
			.onErrorResume(SsoApiException.class, (failure) -> Mono.just(failed(entry, failure)));
	}

	private static boolean is(Account account, String vendor, String name) {
		return account.vendor().equals(vendor) && account.name().equals(name);
	}

	private Rendering.Builder<?> one(CatalogEntry entry) {
		return Rendering.view("scim-connection").modelAttribute("row", ConnectionRow.of(entry, this.clock.instant()));
	}

	private Rendering failed(CatalogEntry entry, SsoApiException failure) {
		return one(entry).status(HttpStatus.valueOf(failure.toProblemDetail().getStatus()))
			.modelAttribute("failure", String.valueOf(failure.toProblemDetail().getTitle()))
			.modelAttribute("detail", Texts.brief(failure.getMessage()))
			.build();
	}

	private static List<Endpoint> endpoints(ProvisioningState state) {
		return state.endpoints()
			.stream()
			.map((endpoint) -> new Endpoint(Texts.brief(Objects.requireNonNullElse(endpoint.name(), endpoint.id())),
					Texts.brief(endpoint.id()), state(endpoint.enabled()), Texts.brief(endpoint.url()),
					Times.of(endpoint.updatedAt()), endpoint.tokens() != null,
					Objects.requireNonNullElse(endpoint.tokens(), List.of())))
			.toList();
	}

	private static String state(@Nullable Boolean enabled) {
		if (enabled == null) {
			return "";
		}
		return enabled ? "Enabled" : "Disabled";
	}

	/**
	 * SCIM endpoint on the page.
	 *
	 * @param name the name
	 * @param id the id
	 * @param state whether it accepts requests, empty if that is unknown
	 * @param url the base URL, empty if it is unknown
	 * @param updatedAt when it was last changed, empty if that is unknown
	 * @param withTokens whether the tokens are known
	 * @param tokens the tokens
	 */
	public record Endpoint(String name, String id, String state, String url, String updatedAt, boolean withTokens,
			List<ProvisioningState.Token> tokens) {

	}

}
