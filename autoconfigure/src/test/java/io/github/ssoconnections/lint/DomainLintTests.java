// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.lint;

import java.nio.charset.StandardCharsets;
import java.util.List;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.Severity;
import io.github.ssoconnections.certificate.Fixtures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What is found in the domains of a connection.
 */
class DomainLintTests {

	@ParameterizedTest
	@MethodSource("reported")
	void findsWhatWasReported(String domain) {
		assertThat(DomainLint.check(List.of("acme.com", domain))).singleElement()
			.satisfies((finding) -> assertThat(finding.severity()).isEqualTo(Severity.WARNING));
	}

	static List<String> reported() {
		return new String(Fixtures.read("domains/public.txt"), StandardCharsets.UTF_8).lines().toList();
	}

	@ParameterizedTest
	@CsvSource({ "müller.example,'xn--mller-kva.example'", "BÜCHER.example,'xn--bcher-kva.example'" })
	void findsDomainsThatAreNotAscii(String domain, String ascii) {
		assertThat(DomainLint.check(List.of(domain))).containsExactly(FindingCode.DOMAIN_NOT_ASCII
			.finding("The domain '" + domain + "' is not ASCII: write it as '" + ascii.replace("'", "") + "'."));
	}

	@Test
	void namesNoFormWhereThereIsMoreThanOne() {
		assertThat(DomainLint.check(List.of("straße.example"))).containsExactly(FindingCode.DOMAIN_NOT_ASCII.finding(
				"The domain 'straße.example' is not ASCII: write it as xn--…, since programs convert it differently."));
	}

	@Test
	void findsAPublicSuffixBeyondAscii() {
		assertThat(DomainLint.check(List.of("公司.cn"))).map(Finding::code)
			.containsExactly("domain_not_ascii", "public_suffix");
	}

	@ParameterizedTest
	@ValueSource(strings = { "acme", "https://acme.com", "acme.com/login", "*.acme.com", "@acme.com", "acme..com", "",
			"acme_.com", "-acme.com", "acme.com:443", "10.0.0.1" })
	void findsDomainsThatAreNotQualified(String domain) {
		assertThat(DomainLint.check(List.of(domain))).map(Finding::code, Finding::severity)
			.containsExactly(tuple("domain_not_qualified", Severity.ERROR));
	}

	@ParameterizedTest
	@ValueSource(strings = { "acme.com", "ACME.com", "acme.com.", " acme.com", "labs.acme.co.uk",
			"xn--mller-kva.example", "acme.onmicrosoft.com" })
	void hasNothingAgainstOthers(String domain) {
		assertThat(DomainLint.check(List.of(domain))).isEmpty();
	}

	@Test
	void usesTheGivenList() {
		PublicDomains own = PublicDomains.defaults().with(List.of("students.example"), List.of("gmail.com"));
		assertThat(DomainLint.check(List.of("gmail.com", "students.example"), own)).map(Finding::code)
			.containsExactly("public_mail_domain");
	}

}
