// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import io.github.ssoconnections.sandbox.auth0.SignInDecision;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A person signs in only when nothing is missing.
 */
class Auth0SignInTests extends AbstractSandboxTests {

	private static final String EMAIL = "Ann@Acme.com";

	private String connection;

	private String organization;

	@BeforeEach
	void setUp() {
		this.connection = auth0.create("'options': {'domain_aliases': ['acme.com']}").id();
		this.organization = auth0.post("organizations", "{'name': 'acme'}").id();
		sandbox.auth0().clients("app").organizationUsage("app", "allow");
		auth0.patch("connections/" + this.connection + "/clients", "[{'client_id': 'app', 'status': true}]");
		auth0.post(enabled(), "{'connection_id': '" + this.connection + "', 'assign_membership_on_login': true}");
	}

	private String enabled() {
		return "organizations/" + this.organization + "/enabled_connections";
	}

	private SignInDecision signIn() {
		return sandbox.auth0().signIn(this.connection, "app", this.organization, EMAIL);
	}

	private void assertMissing(String reason) {
		assertThat(signIn().missing()).containsExactly(reason);
		assertThat(signIn().isAllowed()).isFalse();
	}

	@Test
	void letsIn() {
		assertThat(signIn().isAllowed()).isTrue();
	}

	@Test
	void needsActiveConnection() {
		auth0.patch("connections/" + this.connection, "{'authentication': {'active': false}}");
		assertMissing("the connection is not active");
	}

	@Test
	void needsEnabledClient() {
		auth0.patch("connections/" + this.connection + "/clients", "[{'client_id': 'app', 'status': false}]");
		assertMissing("the client is not enabled for the connection");
	}

	@Test
	void needsConnectionOfTheOrganization() {
		auth0.delete(enabled() + "/" + this.connection);
		assertMissing("the connection is not enabled for the organization");
	}

	@Test
	void needsMembership() {
		auth0.patch(enabled() + "/" + this.connection, "{'assign_membership_on_login': false}");
		assertMissing("the person is not a member of the organization");
		sandbox.auth0().member(this.organization, EMAIL);
		assertThat(signIn().isAllowed()).isTrue();
	}

	@Test
	void makesMemberAtFirstSignIn() {
		signIn();
		auth0.patch(enabled() + "/" + this.connection, "{'assign_membership_on_login': false}");
		assertThat(signIn().isAllowed()).isTrue();
	}

	@Test
	void needsClientForOrganizations() {
		sandbox.auth0().organizationUsage("app", "deny");
		assertMissing("the client denies organizations");
	}

	@Test
	void needsDomainAliasWithoutPrompt() {
		auth0.patch("connections/" + this.connection, "{'options': {'domain_aliases': ['other.com']}}");
		assertMissing("the domain is no domain alias of the connection");
	}

	@Test
	void needsVerifiedDiscoveryDomainWithPrompt() {
		sandbox.auth0().organizationPrompt("app", "email");
		String domains = "organizations/" + this.organization + "/discovery-domains";
		String domain = domains + "/" + auth0.post(domains, "{'domain': 'acme.com'}").id();
		assertMissing("the domain is no verified discovery domain of the organization");
		auth0.patch(domain, "{'status': 'verified'}");
		assertThat(signIn().isAllowed()).isTrue();
		auth0.patch(domain, "{'use_for_organization_discovery': false}");
		assertMissing("the domain is no verified discovery domain of the organization");
	}

	@Test
	void needsPromptForEmail() {
		sandbox.auth0().organizationPrompt("app", "organization_name");
		auth0.post("organizations/" + this.organization + "/discovery-domains",
				"{'domain': 'acme.com', 'status': 'verified'}");
		assertMissing("the organization prompt takes no e-mail address");
	}

}
