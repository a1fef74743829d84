// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.lint;

import java.time.Instant;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.Severity;
import io.github.ssoconnections.certificate.Fixtures;
import io.github.ssoconnections.certificate.SamlMetadata;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What is found in URLs, and what is not.
 */
class UrlLintTests {

	private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

	@ParameterizedTest
	@ValueSource(strings = { "https://sso_prod.acme.example/saml", "https://idp.acme.example/a|b",
			"https://idp.acme.example/{tenant}/sso?x={y}", "https://idp.acme.example/single sign on?a b",
			"https://idp.acme.example:8443/sso#x", "HTTPS://IDP.ACME.EXAMPLE/", "https://198.51.100.7/sso",
			"https://[2001:db8::1]/sso", "https://xn--mller-kva.example/", "https://idp.acme.example./",
			"https://localhost.acme.example/", "https://10.acme.example/", "https://172.32.0.1/",
			"https://100.128.0.1/", "https://11.0.0.1/", "https://idp.acme.example\\sso" })
	void hasNothingAgainstWhereABrowserGoes(String url) {
		assertThat(UrlLint.checkBrowserUrl("SSO URL", url)).isEmpty();
		assertThat(UrlLint.checkFetchedUrl("metadata URL", url)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://localhost:9443/samlsso", "https://LocalHost./", "https://a.localhost/",
			"https://localhost.localdomain/", "https://127.0.0.1/", "https://127.8.8.8/", "https://0.0.0.0/",
			"https://[::1]/", "https://[::]/", "https://[::ffff:127.0.0.1]/", "https://[::127.0.0.1]/",
			"https://0x7f.1/", "https://2130706433/", "https://１２７.0.0.1/", "https://u@localhost/",
			"https://[64:ff9b::7f00:1]/" })
	void findsTheOwnMachine(String url) {
		assertThat(UrlLint.checkBrowserUrl("SSO URL", url)).first()
			.isEqualTo(FindingCode.SSO_URL_PRIVATE
				.finding("The host of the SSO URL '" + url + "' is the local machine of the client."));
		assertThat(UrlLint.checkFetchedUrl("metadata URL", url)).containsExactly(FindingCode.URL_UNREACHABLE
			.finding("The host of the metadata URL '" + url + "' is the local machine of the client."));
	}

	@Test
	void warnsOfDocumentsOverHttp() {
		assertThat(UrlLint.checkFetchedUrl("metadata URL", "http://idp.acme.example/metadata")).containsExactly(
				FindingCode.URL_NOT_HTTPS.finding("The metadata URL 'http://idp.acme.example/metadata' is http."));
		assertThat(UrlLint.checkFetchedUrl("metadata URL", "http://10.0.0.1/")).extracting(Finding::code)
			.containsExactly("url_not_https", "url_unreachable");
	}

	@ParameterizedTest
	@ValueSource(strings = { "10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.169.254", "100.64.0.1",
			"0.1.2.3", "[fd00::1]", "[fc00::1]", "[fe80::1]", "[fec0::1]", "[::ffff:10.0.0.1]", "[64:ff9b::a00:1]",
			"0xA9FEA9FE", "3232235777" })
	void findsPrivateAddresses(String host) {
		assertThat(UrlLint.checkBrowserUrl("SSO URL", "https://" + host + "/"))
			.extracting(Finding::severity, Finding::code)
			.containsExactly(tuple(Severity.ERROR, "sso_url_private"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "adfs", "adfs.corp.local", "idp.internal", "idp.lan", "router.home.arpa", "sso.corp.",
			"sso.intranet" })
	void warnsOfNamesOfPrivateNetworks(String host) {
		assertThat(UrlLint.checkBrowserUrl("SSO URL", "https://" + host + "/adfs/ls/"))
			.containsExactly(FindingCode.SSO_URL_PRIVATE.finding(Severity.WARNING, "The host of the SSO URL 'https://"
					+ host + "/adfs/ls/' has a name that only a private network resolves."));
	}

	@ParameterizedTest
	@CsvSource(delimiterString = " -> ", textBlock = """
			müller.example -> [xn--mller-kva.example]
			straße.example -> xn--…, since programs convert it differently
			💩.la          -> xn--…, since programs convert it differently
			""")
	void warnsOfHostsThatAreNotAscii(String host, String written) {
		String url = "https://" + host + "/sso";
		assertThat(UrlLint.checkBrowserUrl("SSO URL", url)).singleElement().satisfies((finding) -> {
			assertThat(finding.severity()).isEqualTo(Severity.WARNING);
			assertThat(finding.code()).isEqualTo("sso_url_not_ascii");
			assertThat(finding.message())
				.endsWith("has a host that is not ASCII: write it as " + written.replaceAll("[\\[\\]]", "'") + ".");
		});
	}

	@Test
	void findsNothingAgainstAHostWithAnUnderscoreInMetadata() {
		assertThat(CertificateLint.check(metadata("underscore-host"), NOW)).isEmpty();
	}

	@Test
	void findsLocalhostInMetadata() {
		assertThat(CertificateLint.check(metadata("localhost-sso-url"), NOW))
			.extracting(Finding::severity, Finding::code)
			.containsExactly(tuple(Severity.ERROR, "sso_url_private"));
	}

	@Test
	void findsNothingInMetadataWithABomInFront() {
		assertThat(CertificateLint.check(metadata("bom-text"), NOW)).isEmpty();
	}

	private static SamlMetadata metadata(String name) {
		return SamlMetadata.parse(Fixtures.metadata(name + ".xml"));
	}

}
