// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.testing.GeneratedPage;
import org.junit.jupiter.api.Test;

/**
 * Generates the page of the findings.
 */
class FindingsDocumentationTests {

	private static final Path PAGE = Pages.GENERATED.resolve("findings.md");

	private static final String HEAD = """
			# Findings

			What the lints report of certificates, metadata and connections, before anything is sent. A finding has a severity, a code, a message that names what was found, and a remedy. The worst come first. Codes keep their meaning.

			| Severity | Meaning |
			|---|---|
			| `ERROR` | Nobody can sign in, or soon nobody can, or somebody can who must not. |
			| `WARNING` | It works, and is likely to break or to surprise. |
			| `INFO` | Nothing has to be done. |

			`CertificateLint`, `DomainLint` and `UrlLint` know no vendor. `ClerkLint` and `Auth0Lint` report their findings too, and those about connections. The thresholds of 30 and 7 days are `CertificateLint.Thresholds.DEFAULT`. URLs are read as a browser reads them. Findings about SSO URLs are reported of OIDC authorization endpoints as well.

			## Codes

			| Code | Severity | What it means | What to do |
			|---|---|---|---|
			""";

	private static final String FOOT = """

			## At Auth0

			- Metadata may have 4 MB, AD FS metadata (`fedMetadataXml`) and an OIDC discovery document (`oidc_metadata`) 128 KB.
			- `signed_requests_wanted` is reported unless `signSAMLRequest` is true, and `sso_binding_unavailable` for `protocolBinding`, which is HTTP-Redirect by default.
			- `overridden_by_metadata` is reported of `signInEndpoint`, `signOutEndpoint`, `signingCert` and `cert` beside `metadataXml` or `metadataUrl`.
			- AD FS needs no certificate.
			""";

	@Test
	void listsEveryFinding() throws IOException {
		String rows = Arrays.stream(FindingCode.values())
			.map((code) -> "| `%s` | %s | %s | %s |\n".formatted(code.code(), code.severity(), code.meaning(),
					code.remedy()))
			.collect(Collectors.joining());
		GeneratedPage.checkOrUpdate(PAGE, HEAD + rows + FOOT);
	}

}
