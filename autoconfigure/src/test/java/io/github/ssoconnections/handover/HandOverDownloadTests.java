// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.handover;

import io.github.ssoconnections.InvalidArgumentException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for a {@link HandOverSheet} as a file: its name, its headers and its policy.
 */
class HandOverDownloadTests {

	private static final HandOverSheets SHEETS = HandOverSheets.create();

	@Test
	void isAFileThatIsDownloaded() {
		HandOverSheet sheet = SHEETS.sheet(Sheets.values(IdpProduct.MICROSOFT_ENTRA_ID, Sheets.CLERK_SAML));
		assertThat(sheet.fileName("md")).isEqualTo("con_1-microsoft-entra-id.md");
		assertThat(sheet.headers("html")).containsEntry("Content-Type", "text/html;charset=UTF-8")
			.containsEntry("Content-Disposition", "attachment; filename=\"con_1-microsoft-entra-id.html\"")
			.containsEntry("X-Content-Type-Options", "nosniff")
			.containsEntry("Referrer-Policy", "no-referrer")
			.containsEntry("Cache-Control", "no-store")
			.hasEntrySatisfying("Content-Security-Policy",
					(policy) -> assertThat(policy).startsWith("default-src 'none'; style-src 'sha256-")
						.endsWith("; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"));
		assertThat(sheet.headers("csv")).containsEntry("Content-Type", "text/csv;charset=UTF-8;header=present");
		assertThat(sheet.toText("csv")).isEqualTo(sheet.toCsv());
		assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> sheet.fileName("exe"));
		assertThatExceptionOfType(InvalidArgumentException.class)
			.isThrownBy(() -> HandOverValues.of("Globex", "../con_1", "Globex", IdpProduct.OKTA, Sheets.CLERK_SAML));
	}

	@Test
	void isADocumentWithItsOwnPolicy() {
		String html = SHEETS.sheet(Sheets.values(IdpProduct.OKTA, Sheets.CLERK_SAML)).toHtml();
		assertThat(html).startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
			.contains("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src &#39;none&#39;; style-src ")
			.doesNotContain("<script")
			.doesNotContain("style=");
	}

}
