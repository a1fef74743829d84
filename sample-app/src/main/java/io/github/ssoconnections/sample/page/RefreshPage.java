// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.util.List;

import io.github.ssoconnections.index.IndexedAccount;
import io.github.ssoconnections.index.RefreshProgress;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.sample.web.ChangesNothing;
import io.github.ssoconnections.sample.web.Redirects;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * Reads all connections again, and shows the progress. The browser asks for the page
 * again until every account has been read.
 */
@Controller
class RefreshPage {

	private static final Log logger = LogFactory.getLog(RefreshPage.class);

	private static final String SECONDS = "2";

	private final RefreshedConnectionIndex index;

	RefreshPage(RefreshedConnectionIndex index) {
		this.index = index;
	}

	@ChangesNothing
	@PostMapping("/refresh")
	Rendering refresh() {
		this.index.refresh().subscribe((nothing) -> {
		}, (failure) -> logger.debug("A refresh that was started on a page has failed", failure));
		return Redirects.to("/refresh");
	}

	@GetMapping(path = "/refresh", produces = MediaType.TEXT_HTML_VALUE)
	Rendering show() {
		List<AccountProgress> accounts = this.index.accounts().stream().map(AccountProgress::of).toList();
		boolean running = accounts.stream().anyMatch(AccountProgress::running);
		Rendering.Builder<?> page = Rendering.view("refresh")
			.modelAttribute("accounts", accounts)
			.modelAttribute("running", running);
		return (running ? page.header("Refresh", SECONDS) : page).build();
	}

	/**
	 * How far the refresh of an account is.
	 *
	 * @param account the account
	 * @param running whether a refresh is running
	 * @param state how far it is, in words
	 * @param style how it stands, for the style sheet
	 * @param connections the number of connections that are known
	 * @param refreshedAt the end of the last successful refresh
	 */
	public record AccountProgress(String account, boolean running, String state, String style, int connections,
			String refreshedAt) {

		static AccountProgress of(IndexedAccount account) {
			RefreshProgress progress = account.progress();
			String style = (account.failure() != null) ? "error" : (account.refreshedAt() != null) ? "ok" : "off";
			return new AccountProgress(VendorNames.of(account.account()), progress != null, state(account),
					(progress != null) ? "warning" : style, account.connections().size(),
					Times.of(account.refreshedAt()));
		}

		private static String state(IndexedAccount account) {
			RefreshProgress progress = account.progress();
			if (progress != null) {
				return progress.connections() + " connections read so far";
			}
			if (account.failure() != null) {
				return "The last refresh failed (" + account.failure() + ")";
			}
			return (account.refreshedAt() != null) ? "Read" : "Not read yet";
		}

	}

}
