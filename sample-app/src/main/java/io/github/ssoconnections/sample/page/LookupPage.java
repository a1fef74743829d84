// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.index.ConnectionIndex;
import io.github.ssoconnections.index.ConnectionLookup;
import io.github.ssoconnections.index.IndexedAccount;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.sample.web.ChangesNothing;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;
import org.springframework.web.server.ServerWebExchange;

/**
 * Which connections may serve an e-mail address or a domain. The address comes in a form,
 * as it must be part of no URL and no log.
 */
@Controller
class LookupPage {

	private static final int MAX_TEXT = 1_400;

	private final RefreshedConnectionIndex index;

	private final Clock clock = Clock.systemUTC();

	LookupPage(RefreshedConnectionIndex index) {
		this.index = index;
	}

	@GetMapping(path = "/lookup", produces = MediaType.TEXT_HTML_VALUE)
	Rendering show() {
		return page("").build();
	}

	@ChangesNothing
	@PostMapping(path = "/lookup", produces = MediaType.TEXT_HTML_VALUE)
	Mono<Rendering> lookUp(ServerWebExchange exchange) {
		return exchange.getFormData().map((form) -> {
			String text = form.getFirst("text");
			return lookUp((text != null) ? text.strip() : "");
		});
	}

	private Rendering lookUp(String text) {
		if (text.length() > MAX_TEXT) {
			return rejected("");
		}
		List<Account> notRead = accounts(false);
		List<Account> read = accounts(true);
		if (read.isEmpty()) {
			return result(text, List.of(), notRead, List.of());
		}
		ConnectionIndex view = this.index.of(read.toArray(Account[]::new));
		try {
			ConnectionLookup lookup = (text.indexOf('@') >= 0) ? view.lookUpEmail(text) : view.lookUpDomain(text);
			Instant now = this.clock.instant();
			return result(text,
					lookup.candidates().stream().map((candidate) -> LookupCandidate.of(candidate, now)).toList(),
					notRead, Unknowns.of(lookup.gaps()));
		}
		catch (InvalidArgumentException ex) {
			return rejected(text);
		}
	}

	private List<Account> accounts(boolean read) {
		return this.index.accounts()
			.stream()
			.filter((account) -> (account.refreshedAt() != null) == read)
			.map(IndexedAccount::account)
			.toList();
	}

	private Rendering rejected(String text) {
		return page(text).status(HttpStatus.UNPROCESSABLE_CONTENT)
			.modelAttribute("invalid", "Enter an e-mail address or a domain, such as acme.com.")
			.build();
	}

	private Rendering result(String text, List<LookupCandidate> candidates, List<Account> notRead, List<String> gaps) {
		List<String> unknown = new ArrayList<>();
		notRead
			.forEach((account) -> unknown.add(VendorNames.of(account) + ": the connections have not been read yet."));
		unknown.addAll(gaps);
		return page(text).modelAttribute("candidates", candidates).modelAttribute("unknown", unknown).build();
	}

	private Rendering.Builder<?> page(String text) {
		return Rendering.view("lookup")
			.modelAttribute("text", text)
			.modelAttribute("refreshedAt", Times.of(this.index.refreshedAt()));
	}

}
