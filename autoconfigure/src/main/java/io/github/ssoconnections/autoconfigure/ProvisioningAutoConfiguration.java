// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.account.Auth0Accounts;
import io.github.ssoconnections.auth0.scim.Auth0Provisioning;
import io.github.ssoconnections.clerk.account.ClerkAccounts;
import io.github.ssoconnections.clerk.directory.ClerkProvisioning;
import io.github.ssoconnections.provisioning.Provisioning;
import io.github.ssoconnections.provisioning.Provisionings;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

/**
 * {@link EnableAutoConfiguration Auto-configuration} for the provisioning of users, for
 * every account.
 */
@AutoConfiguration(after = ConnectionCatalogAutoConfiguration.class)
@ConditionalOnBean(ConnectionCatalogs.class)
public final class ProvisioningAutoConfiguration {

	@Bean
	@Lazy
	@ConditionalOnMissingBean
	Provisionings ssoProvisionings(ObjectProvider<ClerkAccounts> clerk, ObjectProvider<Auth0Accounts> auth0) {
		List<Provisioning> all = new ArrayList<>();
		clerk.ifUnique((accounts) -> accounts.names()
			.forEach((name) -> all.add(ClerkProvisioning.create(new Account(ClerkAutoConfiguration.VENDOR, name),
					accounts.get(name).directories()))));
		auth0.ifUnique((accounts) -> accounts.names()
			.forEach((name) -> all.add(Auth0Provisioning.create(new Account(Auth0AutoConfiguration.VENDOR, name),
					accounts.get(name).scimConfigurations()))));
		return new Provisionings(all);
	}

}
