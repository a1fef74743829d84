// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.attention.AttentionList;
import io.github.ssoconnections.autoconfigure.CertificateProperties;
import io.github.ssoconnections.index.ConnectionPage;
import io.github.ssoconnections.index.ConnectionQuery;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.lint.CertificateLint;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * The connections of all accounts, as a table. A view makes no request to a vendor: the
 * table is a page of the index.
 */
@Controller
class ConnectionsPage {

	private final RefreshedConnectionIndex index;

	private final CertificateLint.Thresholds thresholds;

	private final Clock clock = Clock.systemUTC();

	ConnectionsPage(RefreshedConnectionIndex index, CertificateProperties certificates) {
		this.index = index;
		this.thresholds = certificates.toThresholds();
	}

	@GetMapping(path = "/connections", produces = MediaType.TEXT_HTML_VALUE)
	Rendering show(@RequestParam MultiValueMap<String, String> parameters) {
		ConnectionTable table = ConnectionTable.of(parameters);
		ConnectionQuery query = table.toQuery();
		if (table.isNeedingAttention()) {
			query.filter(AttentionList.of(this.index, this.thresholds, this.clock.instant()).connections()::contains);
		}
		ConnectionPage page = this.index.list(query);
		return Rendering.view("connections")
			.modelAttribute("table", table)
			.modelAttribute("rows",
					page.connections().stream().map((entry) -> ConnectionRow.of(entry, this.clock.instant())).toList())
			.modelAttribute("total", page.total())
			.modelAttribute("paging", Paging.of(table.number(), table.size(), page.total(), table::page))
			.modelAttribute("accounts", this.index.accounts().stream().map((account) -> account.account()).toList())
			.modelAttribute("refreshedAt", Times.of(page.refreshedAt()))
			.modelAttribute("unknown", unknown(page))
			.build();
	}

	@GetMapping(path = "/auth0", produces = MediaType.TEXT_HTML_VALUE)
	ResponseEntity<Void> showAuth0() {
		return ResponseEntity.status(HttpStatus.SEE_OTHER).location(URI.create("/connections?vendor=auth0")).build();
	}

	private List<String> unknown(ConnectionPage page) {
		List<String> unknown = new ArrayList<>();
		for (Account account : page.notRead()) {
			unknown.add(VendorNames.of(account) + ": the connections have not been read yet"
					+ (isFailed(account) ? ", as the last refresh failed." : "."));
		}
		unknown.addAll(Unknowns.of(page.gaps()));
		return unknown;
	}

	private boolean isFailed(Account account) {
		return this.index.accounts()
			.stream()
			.anyMatch((indexed) -> indexed.account().equals(account) && indexed.failure() != null);
	}

}
