// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.github.ssoconnections.attention.AttentionItem;
import io.github.ssoconnections.attention.AttentionKind;
import io.github.ssoconnections.attention.AttentionList;
import io.github.ssoconnections.autoconfigure.CertificateProperties;
import io.github.ssoconnections.index.ConnectionPage;
import io.github.ssoconnections.index.ConnectionQuery;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.lint.CertificateLint;

import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.reactive.result.view.Rendering;

/**
 * What needs attention at all accounts, the most urgent first. A view makes no request to
 * a vendor.
 */
@Controller
class AttentionPage {

	private static final int ROWS = 50;

	private final RefreshedConnectionIndex index;

	private final CertificateLint.Thresholds thresholds;

	private final Clock clock = Clock.systemUTC();

	AttentionPage(RefreshedConnectionIndex index, CertificateProperties certificates) {
		this.index = index;
		this.thresholds = certificates.toThresholds();
	}

	@GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
	Rendering show(@RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String page) {
		Instant now = this.clock.instant();
		AttentionList list = AttentionList.of(this.index, this.thresholds, now);
		Optional<AttentionKind> chosen = Arrays.stream(AttentionKind.values())
			.filter((one) -> word(one).equals(kind))
			.findFirst();
		List<AttentionItem> items = list.items()
			.stream()
			.filter((item) -> chosen.isEmpty() || item.kind() == chosen.get())
			.toList();
		String address = chosen.map((one) -> "/?kind=" + word(one) + "&page=").orElse("/?page=");
		Paging paging = Paging.of(Paging.number(page), ROWS, items.size(), (number) -> address + number);
		ConnectionPage known = this.index.list(new ConnectionQuery().page(0, 1));
		return Rendering.view("attention")
			.modelAttribute("rows",
					items.stream()
						.skip((paging.number() - 1L) * ROWS)
						.limit(ROWS)
						.map((item) -> AttentionRow.of(item, now))
						.toList())
			.modelAttribute("counts", counts(list.counts(), kind))
			.modelAttribute("all", list.items().size())
			.modelAttribute("paging", paging)
			.modelAttribute("known", known.total())
			.modelAttribute("refreshedAt", Times.of(known.refreshedAt()))
			.modelAttribute("notRead", known.notRead().stream().map(VendorNames::of).toList())
			.build();
	}

	private static List<Count> counts(Map<AttentionKind, Long> counts, String chosen) {
		List<Count> views = new ArrayList<>();
		counts.forEach((kind, number) -> views
			.add(new Count(AttentionRow.title(kind), number, "/?kind=" + word(kind), word(kind).equals(chosen))));
		return views;
	}

	private static String word(AttentionKind kind) {
		return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	/**
	 * Number of items of a kind.
	 *
	 * @param title the kind in words
	 * @param number the number
	 * @param address the page with these alone
	 * @param chosen whether this is the page
	 */
	public record Count(String title, long number, String address, boolean chosen) {

	}

}
