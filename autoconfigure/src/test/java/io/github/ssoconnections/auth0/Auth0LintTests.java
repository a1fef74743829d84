// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.UnknownFields;
import io.github.ssoconnections.certificate.Finding;
import io.github.ssoconnections.sandbox.idp.TestCertificates;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * What there is to find in connections at Auth0.
 */
class Auth0LintTests {

	private static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

	private static final String VALID = certificate("2027-06-01T00:00:00Z");

	private static final String EXPIRED = certificate("2026-05-01T00:00:00Z");

	@Test
	void findsNothingInAGoodConnection() {
		assertThat(check(ConnectionStrategy.SAMLP, good())).isEmpty();
		assertThat(check(ConnectionStrategy.OIDC, new OidcOptions().domainAliases(List.of("acme.com")))).isEmpty();
	}

	@Test
	void findsWhatIsMissing() {
		assertThat(check(ConnectionStrategy.SAMLP, new SamlpOptions())).containsExactlyInAnyOrder("sso_url_missing",
				"signing_certificate_missing");
		assertThat(check(ConnectionStrategy.SAMLP, new SamlpOptions().metadataUrl("https://idp/metadata"))).isEmpty();
		assertThat(check(ConnectionStrategy.OIDC, new OidcOptions())).isEmpty();
	}

	@Test
	void findsWhatIsWrongWithTheIdp() {
		assertThat(check(ConnectionStrategy.PINGFEDERATE,
				new PingFederateOptions().signInEndpoint("http://idp.acme.com/sso").signingCert(VALID)))
			.containsExactly("sso_url_not_https");
		assertThat(check(ConnectionStrategy.SAMLP, good().signingCert(EXPIRED))).containsExactly("certificate_expired");
		assertThat(check(ConnectionStrategy.SAMLP, good().signingCert("none"))).containsExactly("certificate_invalid");
		assertThat(check(ConnectionStrategy.WAAD, new WaadOptions().set("cert", EXPIRED)))
			.containsExactly("certificate_expired");
		assertThat(check(ConnectionStrategy.SAMLP, new SamlpOptions().metadataXml("<none")))
			.containsExactly("metadata_invalid");
	}

	@Test
	void findsWhatIsWrongWithDomains() {
		assertThat(check(ConnectionStrategy.SAMLP, good().domainAliases(List.of("gmail.com", "acme"))))
			.containsExactlyInAnyOrder("public_mail_domain", "domain_not_qualified");
		assertThat(codes(
				Auth0Lint.check(new NewAuth0Connection().strategy(ConnectionStrategy.OIDC).showAsButton(false), NOW)))
			.containsExactly("domains_missing");
	}

	@Test
	void looksAtAConnectionAsItIs() {
		assertThat(codes(Auth0Lint.check(connection(ConnectionOptions.of(Map.of("cert", EXPIRED))), NOW)))
			.containsExactlyInAnyOrder("sso_url_missing", "certificate_expired");
		assertThat(Auth0Lint.check(connection(null), NOW)).isEmpty();
	}

	@Test
	void looksAtAConnectionAsAChangeWouldLeaveIt() {
		Auth0Connection present = connection(
				ConnectionOptions.of(Map.of("signInEndpoint", "https://idp.acme.com/sso", "cert", VALID)));
		assertThat(codes(Auth0Lint.check(present, new SamlpOptions().debug(true), NOW))).isEmpty();
		assertThat(codes(Auth0Lint.check(present, new SamlpOptions().signInEndpoint("http://idp.acme.com/sso"), NOW)))
			.containsExactly("sso_url_not_https");
		assertThat(codes(Auth0Lint.check(present, new SamlpOptions().set("cert", null), NOW)))
			.containsExactly("signing_certificate_missing");
		assertThat(Auth0Lint.check(connection(null), new SamlpOptions(), NOW)).isEmpty();
	}

	@Test
	void refusesNull() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> Auth0Lint.check(connection(null), (StrategyOptions<?>) null, NOW));
		assertThatIllegalArgumentException().isThrownBy(() -> Auth0Lint.check((Auth0Connection) null, NOW));
		assertThatIllegalArgumentException().isThrownBy(() -> Auth0Lint.check((NewAuth0Connection) null, NOW));
		assertThatIllegalArgumentException().isThrownBy(() -> Auth0Lint.check(new NewAuth0Connection(), null));
	}

	private static SamlpOptions good() {
		return new SamlpOptions().signInEndpoint("https://idp.acme.com/sso")
			.signingCert(VALID)
			.domainAliases(List.of("acme.com"));
	}

	private static List<String> check(ConnectionStrategy strategy, StrategyOptions<?> options) {
		return codes(Auth0Lint.check(new NewAuth0Connection().strategy(strategy).options(options), NOW));
	}

	private static List<String> codes(List<Finding> findings) {
		return findings.stream().map(Finding::code).filter((code) -> !code.equals("key_weak")).toList();
	}

	private static Auth0Connection connection(ConnectionOptions options) {
		return new Auth0Connection("con_1", "acme", null, ConnectionStrategy.SAMLP, options, null, null, null, null,
				null, null, null, null, UnknownFields.none());
	}

	private static String certificate(String notAfter) {
		return TestCertificates.selfSigned("idp", Instant.parse("2026-01-01T00:00:00Z"), Instant.parse(notAfter));
	}

}
