// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.github.ssoconnections.ServiceProviderDetails;
import io.github.ssoconnections.handover.ExpectedAttribute;
import io.github.ssoconnections.handover.HandOverSheets;
import io.github.ssoconnections.handover.HandOverValues;
import io.github.ssoconnections.handover.IdpProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sheet as an administrator opens it, from a disk.
 */
class SheetBrowserTests extends AbstractBrowserTests {

	@Test
	void opensFromADisk(@TempDir Path directory) throws IOException {
		String hostile = "</style></code><script>document.title = 'run'</script>";
		HandOverValues values = HandOverValues
			.of("Oscorp " + hostile, "con_1", "Oscorp", IdpProduct.AD_FS,
					ServiceProviderDetails.saml("urn:auth0:tenant:" + hostile,
							"https://acme.eu.auth0.com/login/callback?connection=" + "x".repeat(200), null,
							"https://acme.eu.auth0.com/samlp/metadata?connection=oscorp",
							"https://acme.eu.auth0.com/pem?cert=connection"))
			.withDomains(List.of("oscorp.example"))
			.withAttributes(List.of(ExpectedAttribute.required("email", ExpectedAttribute.EMAIL)))
			.withSignInUrl("https://app.acme.com/sign-in");
		Path file = Files.writeString(directory.resolve("sheet.html"), HandOverSheets.create().sheet(values).toHtml());
		driver().get(file.toUri().toString());
		assertThat(driver().getTitle()).startsWith("Single sign-on for Oscorp </style>");
		assertThat(browser()
			.number("getComputedStyle(document.querySelector('table')).borderCollapse === 'collapse' ? 1 : 0"))
			.as("the policy allows the style of the document")
			.isOne();
		visitCurrent("sheet");
	}

}
