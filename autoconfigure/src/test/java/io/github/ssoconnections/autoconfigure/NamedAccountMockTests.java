// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.account.ClerkAccounts;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that a service of a named account can be mocked in an application context.
 */
@SpringBootTest(webEnvironment = WebEnvironment.NONE, properties = { "sso-connections.clerk.api-key=sk_test_default",
		"sso-connections.clerk.accounts.europe.api-key=sk_test_europe" })
class NamedAccountMockTests {

	@MockitoBean
	@Qualifier("europe")
	EnterpriseConnectionService europe;

	@Autowired
	EnterpriseConnectionService unnamed;

	@Autowired
	ClerkAccounts accounts;

	@Test
	void mocksServiceOfTheAccountOnly() {
		assertThat(Mockito.mockingDetails(this.europe).isMock()).isTrue();
		assertThat(Mockito.mockingDetails(this.unnamed).isMock()).isFalse();
		assertThat(this.accounts.get("europe").enterpriseConnections()).isSameAs(this.europe);
		assertThat(this.accounts.get("default").enterpriseConnections()).isSameAs(this.unnamed);
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
