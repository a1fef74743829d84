// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.handover;

import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.ServiceProviderDetails;

/**
 * Values as both vendors have them, and readers of the formats.
 */
final class Sheets {

	static final ServiceProviderDetails CLERK_SAML = ServiceProviderDetails.saml("https://clerk.acme.com/saml/samlc_1",
			"https://clerk.acme.com/v1/saml/acs/samlc_1", null, "https://clerk.acme.com/v1/saml/metadata/samlc_1.xml",
			null);

	static final ServiceProviderDetails CLERK_OIDC = ServiceProviderDetails.oidc(null);

	static final ServiceProviderDetails AUTH0_SAML = ServiceProviderDetails.saml("urn:auth0:acme:globex-saml",
			"https://acme.eu.auth0.com/login/callback?connection=globex-saml",
			"https://acme.eu.auth0.com/login/callback?connection=globex-saml&organization=org_1",
			"https://acme.eu.auth0.com/samlp/metadata?connection=globex-saml",
			"https://acme.eu.auth0.com/pem?cert=connection");

	static final ServiceProviderDetails AUTH0_OIDC = ServiceProviderDetails
		.oidc("https://acme.eu.auth0.com/login/callback");

	static final ServiceProviderDetails AUTH0_WS_FEDERATION = ServiceProviderDetails.wsFederation("urn:auth0:acme",
			"https://acme.eu.auth0.com/login/callback");

	static final String EMAIL_FORMAT = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";

	static final List<ExpectedAttribute> ATTRIBUTES = List.of(
			ExpectedAttribute.required("mail", ExpectedAttribute.EMAIL),
			ExpectedAttribute.optional("firstName", ExpectedAttribute.FIRST_NAME),
			ExpectedAttribute.optional("lastName", ExpectedAttribute.LAST_NAME));

	private Sheets() {
	}

	static HandOverValues values(IdpProduct product, ServiceProviderDetails details) {
		boolean saml = details.protocol().equals(ServiceProviderDetails.SAML);
		return HandOverValues.of("Globex", "con_1", "Globex SSO", product, details)
			.withAttributes(ATTRIBUTES)
			.withNameIdFormat(saml ? EMAIL_FORMAT : null)
			.withDomains(List.of("globex.example", "globex.test"))
			.withSignInUrl("https://app.acme.com/sign-in?org=globex");
	}

	/** Read CSV as RFC 4180 defines it. */
	static List<List<String>> csv(String text) {
		List<List<String>> rows = new ArrayList<>();
		List<String> row = new ArrayList<>();
		StringBuilder cell = new StringBuilder();
		boolean quoted = false;
		for (int i = 0; i < text.length(); i++) {
			char character = text.charAt(i);
			if (quoted && character == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
				cell.append(character);
				i++;
			}
			else if (character == '"') {
				quoted = !quoted;
			}
			else if (!quoted && (character == ',' || character == '\n')) {
				row.add(cell.toString());
				cell.setLength(0);
				if (character == '\n') {
					rows.add(row);
					row = new ArrayList<>();
				}
			}
			else if (quoted || character != '\r') {
				cell.append(character);
			}
		}
		return rows;
	}

	/** Return the tags of an HTML document without addresses of links. */
	static List<String> tags(String html) {
		List<String> tags = new ArrayList<>();
		for (int start = html.indexOf('<'); start >= 0; start = html.indexOf('<', start + 1)) {
			tags.add(html.substring(start, html.indexOf('>', start) + 1).replaceAll("href=\"[^\"]*\"", "href"));
		}
		return tags;
	}

	/** Remove code spans and escaped characters from Markdown. */
	static String withoutCode(String markdown) {
		return markdown.replaceAll("\\\\\\p{Punct}|(?<!`)(`+)(?!`).*?(?<!`)\\1(?!`)", "");
	}

}
