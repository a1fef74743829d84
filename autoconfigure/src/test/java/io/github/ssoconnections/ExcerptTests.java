// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link Excerpt} and of the order of findings.
 */
class ExcerptTests {

	@Test
	void quotesShortTextUnchanged() {
		assertThat(Excerpt.quoted("acme.example")).isEqualTo("'acme.example'");
		assertThat(Excerpt.of("é…x", 3)).isEqualTo("é…x");
	}

	@Test
	void shortensLongText() {
		assertThat(Excerpt.of("abcd", 3)).isEqualTo("abc…");
		assertThat(Excerpt.quoted("x".repeat(200))).isEqualTo("'" + "x".repeat(120) + "…'");
	}

	@Test
	void replacesCharactersThatAreNotPrintable() {
		assertThat(Excerpt.quoted("a\nb\u202Ec\u0000d\uD800e\u2028f")).isEqualTo("'a?b?c?d?e?f'");
	}

	@Test
	void sortsFindingsBySeverity() {
		Finding warning = FindingCode.KEY_WEAK.finding("1");
		Finding error = FindingCode.SSO_URL_MISSING.finding("2");
		Finding other = FindingCode.CERTIFICATE_DUPLICATE.finding("3");
		Finding information = FindingCode.CERTIFICATE_ISSUER.finding("4");
		assertThat(Finding.sorted(List.of(information, warning, error, other))).containsExactly(error, warning, other,
				information);
	}

}
