// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import io.github.ssoconnections.index.AccountGap;

/**
 * What the index does not know, in sentences.
 */
final class Unknowns {

	private Unknowns() {
	}

	static List<String> of(Collection<AccountGap> gaps) {
		List<String> sentences = new ArrayList<>();
		for (AccountGap gap : gaps) {
			String name = VendorNames.of(gap.account());
			if (gap.incomplete() > 0) {
				sentences.add(name + ": the domains of " + gap.incomplete() + " connections are unknown.");
			}
			if (gap.skipped() > 0) {
				sentences.add(name + ": " + gap.skipped() + " connections could not be read.");
			}
			if (gap.tooMany()) {
				sentences.add(name + ": there are more connections than the index keeps.");
			}
		}
		return sentences;
	}

}
