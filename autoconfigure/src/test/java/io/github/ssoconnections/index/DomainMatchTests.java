// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.index;

import java.util.Arrays;

import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.monitor.TestCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Which connections a domain finds, by the rules that the vendors document.
 */
class DomainMatchTests {

	/**
	 * Of the vendor, flag or tenant domain, domains of the connection, address, reason.
	 */
	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			clerk |       | acme.com            | alice@acme.com                    | DOMAIN
			clerk |       | acme.com            | alice+sso@acme.com                | DOMAIN
			clerk |       | acme.com            | ALICE@ACME.COM                    | DOMAIN
			clerk |       | ACME.com            | alice@acme.com                    | DOMAIN
			clerk |       | acme.com            | alice@acme.com.                   | DOMAIN
			clerk |       | acme.com.           | alice@acme.com                    | DOMAIN
			clerk |       | ' acme.com '        | alice@acme.com                    | DOMAIN
			clerk |       | acme.com            | ' alice@acme.com '                | DOMAIN
			clerk |       | acme.com            | "alice@home"@acme.com             | DOMAIN
			clerk |       | acme.com            | alice@other.example@acme.com      | DOMAIN
			clerk |       | acme.com            | alice@acme.com@other.example      |
			clerk |       | acme.com            | alice@other.example               |
			clerk |       | acme.com            | alice@notacme.com                 |
			clerk |       | acme.com            | alice@acme.com.example            |
			clerk |       | acme.com            | alice@acme.co                     |
			clerk |       | acme.com            | alice@eu.acme.com                 |
			clerk | false | acme.com            | alice@eu.acme.com                 |
			clerk | true  | acme.com            | alice@eu.acme.com                 | SUBDOMAIN
			clerk | true  | acme.com            | alice@mail.eu.acme.com            | SUBDOMAIN
			clerk | true  | acme.com            | alice@EU.Acme.COM.                | SUBDOMAIN
			clerk | true  | acme.com            | alice@acme.com                    | DOMAIN
			clerk | true  | eu.acme.com         | alice@acme.com                    |
			clerk | true  | eu.acme.com         | alice@us.acme.com                 |
			clerk | true  | acme.com            | alice@notacme.com                 |
			clerk | true  | acme.com            | alice@acme.com.example            |
			clerk | true  | acme.com;eu.acme.com| alice@eu.acme.com                 | DOMAIN
			clerk | true  | acme.com;acme.de    | alice@eu.acme.de                  | SUBDOMAIN
			clerk |       | acme.com;acme.de    | alice@acme.de                     | DOMAIN
			clerk |       | acme.com;acme.com   | alice@acme.com                    | DOMAIN
			clerk | true  | co.uk               | alice@acme.co.uk                  | SUBDOMAIN
			clerk |       | bücher.example      | alice@bücher.example              | DOMAIN
			clerk |       | xn--bcher-kva.example | alice@bücher.example            | DOMAIN
			clerk |       | bücher.example      | alice@xn--bcher-kva.example       | DOMAIN
			clerk |       | BÜCHER.example      | alice@bücher.EXAMPLE              | DOMAIN
			clerk | true  | bücher.example      | alice@eu.xn--bcher-kva.example    | SUBDOMAIN
			clerk |       | straße.example      | alice@straße.example              | DOMAIN
			clerk |       | strasse.example     | alice@straße.example              | DOMAIN
			clerk |       | xn--strae-oqa.example | alice@straße.example            | DOMAIN
			clerk |       | straße.example      | alice@strasse.example             |
			clerk |       | 例え.テスト            | alice@例え。テスト                    | DOMAIN
			clerk |       | ａｃｍｅ.com            | alice@acme.com                    | DOMAIN
			clerk |       | https://acme.com    | alice@acme.com                    |
			clerk |       | @acme.com           | alice@acme.com                    |
			clerk |       | *.acme.com          | alice@eu.acme.com                 |
			clerk |       | acme                | alice@acme.com                    |
			clerk | true  | com                 | alice@acme.com                    |
			clerk |       | ''                  | alice@acme.com                    |
			auth0 |       | acme.com            | alice@acme.com                    | DOMAIN
			auth0 |       | Acme.Com            | alice@aCME.cOM                    | DOMAIN
			auth0 |       | acme.com            | alice+1@acme.com.                 | DOMAIN
			auth0 |       | acme.com            | alice@eu.acme.com                 |
			auth0 |       | eu.acme.com         | alice@acme.com                    |
			auth0 |       | acme.com;eu.acme.com| alice@eu.acme.com                 | DOMAIN
			auth0 | acme.onmicrosoft.com | acme.com;acme.onmicrosoft.com | alice@acme.onmicrosoft.com | TENANT_DOMAIN
			auth0 | acme.onmicrosoft.com | acme.com;acme.onmicrosoft.com | alice@acme.com | DOMAIN
			auth0 | acme.onmicrosoft.com | acme.onmicrosoft.com | alice@eu.acme.onmicrosoft.com |
			auth0 | Acme.com | Acme.com             | alice@acme.com                    | TENANT_DOMAIN
			auth0 |       | bücher.example      | alice@xn--bcher-kva.example       | DOMAIN
			auth0 |       | acme.com            | alice@xn--acme.com                |
			auth0 |       | ''                  | alice@acme.com                    |
			""")
	void findsConnection(String vendor, String rule, String domains, String email, MatchReason reason) {
		String[] names = domains.isEmpty() ? new String[0] : domains.split(";");
		TestCatalog catalog = new TestCatalog(vendor).with(vendor.equals("clerk")
				? TestEntries.clerk("1", true, (rule != null) ? Boolean.valueOf(rule) : null, names)
				: TestEntries.auth0("1", true, rule, names));
		ConnectionIndex index = new VirtualIndex(catalog).refresh().index();
		assertThat(index.lookUpEmail(email).candidates()).extracting(ConnectionCandidate::reason)
			.isEqualTo((reason != null) ? Arrays.asList(reason) : Arrays.asList());
		assertThat(index.findByEmail(email)).hasSize((reason != null) ? 1 : 0);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "canary", "@acme.com", " @acme.com", "canary@", "canary@ ", "canary@acme",
			"canary@.acme.com", "canary@acme..com", "canary@-acme.com", "canary@acme.com>", "Canary <canary@acme.com>",
			"canary@[192.168.0.1]", "canary@192.168.0.1", "canary@ac me.com", "canary@acme_1.com", "canary@acme.com/x",
			"canary@https://acme.com", "canary@*.acme.com", "canary@acme.c" })
	void rejectsWhatIsNoAddress(String email) {
		ConnectionIndex index = new VirtualIndex(new TestCatalog("clerk")).refresh().index();
		assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> index.findByEmail(email))
			.withMessageStartingWith("'email' must be an e-mail address")
			.satisfies((failure) -> assertThat(failure.getMessage()).doesNotContain("canary", "acme"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "canary", "canary@acme.com", "https://canary.com", "canary.com/x", "*.canary.com",
			"canary..com", ".", "canary.com..", "192.168.0.1", "[::1]", "canary.com:443" })
	void rejectsWhatIsNoDomain(String domain) {
		ConnectionIndex index = new VirtualIndex(new TestCatalog("clerk")).refresh().index();
		assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> index.findByDomain(domain))
			.withMessage("'domain' must be a fully qualified domain, such as acme.com");
	}

	@Test
	void rejectsTextThatIsTooLong() {
		ConnectionIndex index = new VirtualIndex(new TestCatalog("clerk")).refresh().index();
		assertThatExceptionOfType(InvalidArgumentException.class)
			.isThrownBy(() -> index.findByEmail("a".repeat(100_000) + "@acme.com"));
		assertThatExceptionOfType(InvalidArgumentException.class)
			.isThrownBy(() -> index.findByDomain("a.".repeat(100_000) + "com"));
	}

	@Test
	void returnsActiveConnectionsFirstAndClosestMatchesFirst() {
		TestCatalog catalog = new TestCatalog("clerk").with(TestEntries.clerk("off", false, null, "eu.acme.com"))
			.with(TestEntries.clerk("parent", true, true, "acme.com"))
			.with(TestEntries.clerk("maybe", null, null, "eu.acme.com"))
			.with(TestEntries.clerk("exact", true, null, "eu.acme.com"))
			.with(TestEntries.clerk("near", true, true, "eu.acme.com"));
		ConnectionIndex index = new VirtualIndex(catalog).refresh().index();
		assertThat(index.findByDomain("x.eu.acme.com")).extracting((entry) -> entry.id())
			.containsExactly("near", "parent");
		assertThat(index.findByDomain("eu.acme.com")).extracting((entry) -> entry.id())
			.containsExactly("exact", "near", "parent", "maybe", "off");
	}

}
