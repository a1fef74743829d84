// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.lint;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.certificate.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PublicDomainsTests {

	private final PublicDomains domains = PublicDomains.defaults();

	/** ICANN and private section, wildcard, exception, beyond ASCII. */
	@ParameterizedTest
	@ValueSource(strings = { "co.uk", "CO.UK", "co.uk.", " co.uk ", "com.au", "com", "github.io", "vercel.app",
			"blogspot.com", "anything.ck", "ck", "c.kobe.jp", "kobe.jp", "公司.cn", "xn--55qx5d.cn", "рф", "gov.uk" })
	void findsPublicSuffixes(String domain) {
		assertThat(this.domains.find(domain))
			.contains(FindingCode.PUBLIC_SUFFIX.finding("Anybody can have a domain beneath '" + domain + "'."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "onmicrosoft.com", "partner.onmschina.cn", "okta.com", "auth0.com", "eu.auth0.com",
			"accounts.dev", "awsapps.com", "test-google-a.com" })
	void findsDefaultDomainsOfTenants(String domain) {
		assertThat(this.domains.find(domain)).map(Finding::code).contains("public_suffix");
	}

	@ParameterizedTest
	@ValueSource(strings = { "gmail.com", "GMail.com", "gmail.co.uk", "googlemail.com", "yahoo.co.jp", "outlook.de",
			"hotmail.com.br", "live.com.au", "gmx.net", "gmx.at", "mail.ru", "list.ru", "bk.ru", "inbox.ru",
			"yandex.ru", "ya.ru", "mailbox.org", "posteo.de", "proton.me", "yeah.net", "foxmail.com", "qq.com",
			"icloud.com", "privaterelay.appleid.com", "bigpond.com", "blueyonder.co.uk", "shaw.ca", "abv.bg", "ukr.net",
			"hushmail.com", "t-online.de", "free.fr", "seznam.cz", "naver.com", "rediffmail.com", "mailinator.com",
			"fastmail.fm", "zohomail.eu", "users.noreply.github.com" })
	void findsPublicMailServices(String domain) {
		assertThat(this.domains.find(domain))
			.contains(FindingCode.PUBLIC_MAIL_DOMAIN.finding("Anybody can have an address at '" + domain + "'."));
	}

	@ParameterizedTest
	@ValueSource(strings = { "acme.com", "acme.co.uk", "labs.acme.co.uk", "acme.github.io", "acme.onmicrosoft.com",
			"acme.okta.com", "www.ck", "city.kobe.jp", "b.c.kobe.jp", "mygmail.com", "yahoo-inc.com",
			"gmail.example.com", "mail.acme.com", "outlook.acme.com", "clerk.com", "acme.example", "bücher.example",
			"" })
	void hasNothingAgainstDomainsOfOneCompany(String domain) {
		assertThat(this.domains.find(domain)).isEmpty();
	}

	@Test
	void addsAndRemovesDomains() {
		PublicDomains own = this.domains.with(List.of("Students.Example", "müller.example"),
				List.of("gmail.com", "github.io", "onmicrosoft.com"));
		assertThat(own.find("students.example")).contains(FindingCode.PUBLIC_MAIL_DOMAIN
			.finding("'students.example' is configured as a domain that does not belong to a single company."));
		assertThat(own.find("xn--mller-kva.example")).isPresent();
		assertThat(List.of("gmail.com", "github.io", "onmicrosoft.com", "acme.students.example"))
			.allSatisfy((domain) -> assertThat(own.find(domain)).isEmpty());
		assertThat(own.find("googlemail.com")).isPresent();
		assertThat(this.domains.find("gmail.com")).isPresent();
		assertThat(own.with(List.of(), List.of("students.example")).find("students.example")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "acme", "*.acme.com", "https://acme.com", "a@acme.com" })
	void rejectsInvalidDomains(String domain) {
		assertThatIllegalArgumentException().isThrownBy(() -> this.domains.with(List.of(domain), List.of()))
			.withMessage("'" + domain + "' is not a domain, such as example.com");
		assertThatIllegalArgumentException().isThrownBy(() -> this.domains.with(List.of(), List.of(domain)));
	}

	@Test
	void listNamesItsSourceAndIsComplete() {
		String list = resource("public-suffixes.txt");
		assertThat(list).hasSizeLessThan(500 * 1024)
			.contains("Mozilla Public", "https://mozilla.org/MPL/2.0/", "https://publicsuffix.org/list/",
					"\n// ICANN\n", "\n// PRIVATE\n")
			.containsPattern("// VERSION: 20\\d\\d-\\d\\d-\\d\\d_")
			.containsPattern("// COMMIT: [0-9a-f]{40}\n");
		assertThat(list.lines().filter((line) -> !line.startsWith("//"))).hasSizeGreaterThan(10_000)
			.allMatch((rule) -> rule.matches("(\\*\\.|!)?[a-z0-9-]+(\\.[a-z0-9-]+)*"));
	}

	@Test
	void otherListHoldsNamesAndSources() {
		String list = resource("public-domains.txt");
		assertThat(list.lines()
			.filter((line) -> !line.isEmpty() && !line.startsWith("#") && !line.startsWith("["))
			.flatMap((line) -> Arrays.stream(line.split(" ")))).hasSizeGreaterThan(1500)
			.doesNotHaveDuplicates()
			.allMatch((name) -> name.matches("[a-z0-9-]+(\\.[a-z0-9-]+)*\\.([a-z]{2,}|\\*)"));
		assertThat(list.lines().filter((line) -> line.startsWith("["))).containsExactly("[mail]", "[tenants]");
	}

	private static String resource(String name) {
		return new String(Fixtures.read("io/github/ssoconnections/lint/" + name), StandardCharsets.UTF_8);
	}

}
