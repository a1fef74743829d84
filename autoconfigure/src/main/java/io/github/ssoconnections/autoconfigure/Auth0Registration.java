// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;
import java.util.stream.Stream;

import io.github.ssoconnections.ServiceProviderDetails;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0ConnectionCatalog;
import io.github.ssoconnections.auth0.Auth0ConnectionCertificates;
import io.github.ssoconnections.auth0.Auth0ConnectionClients;
import io.github.ssoconnections.auth0.Auth0ConnectionCreation;
import io.github.ssoconnections.auth0.Auth0ConnectionDetails;
import io.github.ssoconnections.auth0.Auth0ConnectionKeys;
import io.github.ssoconnections.auth0.Auth0ConnectionPatch;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.Auth0Page;
import io.github.ssoconnections.auth0.Auth0ServiceProvider;
import io.github.ssoconnections.auth0.Auth0Settings;
import io.github.ssoconnections.auth0.CertificateSwitch;
import io.github.ssoconnections.auth0.ClientChange;
import io.github.ssoconnections.auth0.ConnectionKey;
import io.github.ssoconnections.auth0.ConnectionKeySettings;
import io.github.ssoconnections.auth0.EnabledClient;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.auth0.account.Auth0Account;
import io.github.ssoconnections.auth0.account.Auth0Accounts;
import io.github.ssoconnections.auth0.activation.ActivationPlan;
import io.github.ssoconnections.auth0.activation.ActivationResult;
import io.github.ssoconnections.auth0.activation.ActivationStep;
import io.github.ssoconnections.auth0.activation.Auth0ConnectionActivation;
import io.github.ssoconnections.auth0.activation.Auth0Readiness;
import io.github.ssoconnections.auth0.activation.MissingPart;
import io.github.ssoconnections.auth0.activation.SignInReadiness;
import io.github.ssoconnections.auth0.application.Application;
import io.github.ssoconnections.auth0.application.Auth0Applications;
import io.github.ssoconnections.auth0.directory.Auth0DirectoryProvisionings;
import io.github.ssoconnections.auth0.directory.DefaultDirectoryMapping;
import io.github.ssoconnections.auth0.directory.DirectoryProvisioning;
import io.github.ssoconnections.auth0.directory.DirectoryProvisioningSettings;
import io.github.ssoconnections.auth0.directory.DirectorySynchronization;
import io.github.ssoconnections.auth0.directory.SynchronizedGroup;
import io.github.ssoconnections.auth0.directory.SynchronizedGroups;
import io.github.ssoconnections.auth0.discovery.Auth0DiscoveryDomains;
import io.github.ssoconnections.auth0.discovery.DiscoveryDomain;
import io.github.ssoconnections.auth0.discovery.DiscoveryDomainCheck;
import io.github.ssoconnections.auth0.discovery.DiscoveryDomainConflict;
import io.github.ssoconnections.auth0.discovery.DiscoveryDomainPatch;
import io.github.ssoconnections.auth0.discovery.NewDiscoveryDomain;
import io.github.ssoconnections.auth0.discovery.TxtRecords;
import io.github.ssoconnections.auth0.log.Auth0SignInFailures;
import io.github.ssoconnections.auth0.log.LogEvent;
import io.github.ssoconnections.auth0.log.SignInFailure;
import io.github.ssoconnections.auth0.options.AdOptions;
import io.github.ssoconnections.auth0.options.AdfsOptions;
import io.github.ssoconnections.auth0.options.AssertionDecryptionSettings;
import io.github.ssoconnections.auth0.options.AttributeMap;
import io.github.ssoconnections.auth0.options.ConnectionSettings;
import io.github.ssoconnections.auth0.options.GoogleAppsOptions;
import io.github.ssoconnections.auth0.options.IdpInitiated;
import io.github.ssoconnections.auth0.options.KeyPair;
import io.github.ssoconnections.auth0.options.OidcOptions;
import io.github.ssoconnections.auth0.options.OktaOptions;
import io.github.ssoconnections.auth0.options.OtherOptions;
import io.github.ssoconnections.auth0.options.PingFederateOptions;
import io.github.ssoconnections.auth0.options.SamlpOptions;
import io.github.ssoconnections.auth0.options.WaadOptions;
import io.github.ssoconnections.auth0.organization.Auth0OrganizationConnections;
import io.github.ssoconnections.auth0.organization.Auth0Organizations;
import io.github.ssoconnections.auth0.organization.NewOrganization;
import io.github.ssoconnections.auth0.organization.Organization;
import io.github.ssoconnections.auth0.organization.OrganizationConnection;
import io.github.ssoconnections.auth0.organization.OrganizationConnectionSettings;
import io.github.ssoconnections.auth0.scim.Auth0ScimConfigurations;
import io.github.ssoconnections.auth0.scim.DefaultScimMapping;
import io.github.ssoconnections.auth0.scim.NewScimToken;
import io.github.ssoconnections.auth0.scim.ScimConfiguration;
import io.github.ssoconnections.auth0.scim.ScimSettings;
import io.github.ssoconnections.auth0.scim.ScimToken;
import io.github.ssoconnections.auth0.selfservice.Auth0SelfServiceProfiles;
import io.github.ssoconnections.auth0.selfservice.Auth0SelfServiceTickets;
import io.github.ssoconnections.auth0.selfservice.DomainVerification;
import io.github.ssoconnections.auth0.selfservice.ExistingConnectionTicket;
import io.github.ssoconnections.auth0.selfservice.NewSelfServiceProfile;
import io.github.ssoconnections.auth0.selfservice.NewSelfServiceTicket;
import io.github.ssoconnections.auth0.selfservice.SelfServiceBranding;
import io.github.ssoconnections.auth0.selfservice.SelfServiceProfile;
import io.github.ssoconnections.auth0.selfservice.SelfServiceProfilePatch;
import io.github.ssoconnections.auth0.selfservice.SelfServiceTicket;
import io.github.ssoconnections.auth0.selfservice.SelfServiceTicketLink;
import io.github.ssoconnections.auth0.selfservice.SelfServiceUserAttribute;
import io.github.ssoconnections.auth0.selfservice.TicketConnection;
import io.github.ssoconnections.auth0.selfservice.TicketConnectionOptions;
import io.github.ssoconnections.auth0.selfservice.TicketDomains;
import io.github.ssoconnections.auth0.selfservice.TicketFeatures;
import io.github.ssoconnections.auth0.selfservice.TicketOrganization;
import io.github.ssoconnections.auth0.selfservice.TicketProvisioning;
import io.github.ssoconnections.auth0.user.Auth0UserConnections;
import io.github.ssoconnections.auth0.user.User;
import io.github.ssoconnections.client.AccessTokens;
import io.github.ssoconnections.client.ApiClient;
import io.github.ssoconnections.lint.PublicDomains;
import io.github.ssoconnections.user.UserConnection;
import io.github.ssoconnections.user.UserConnections;
import org.jspecify.annotations.Nullable;

/**
 * Registration of Auth0.
 */
final class Auth0Registration
		extends VendorRegistration<Auth0Properties, Auth0ConnectionDetails, Auth0Client, Auth0Account> {

	Auth0Registration() {
		super("auth0", Auth0ConnectionDetails.class, Auth0Client.class);
	}

	@Override
	Class<Auth0Properties> properties() {
		return Auth0Properties.class;
	}

	@Override
	Class<Auth0Accounts> accounts() {
		return Auth0Accounts.class;
	}

	@Override
	List<String> credentials() {
		return List.of(Auth0AutoConfiguration.TOKEN, Auth0AutoConfiguration.CLIENT_ID,
				Auth0AutoConfiguration.CLIENT_SECRET);
	}

	@Override
	List<String> notInherited() {
		return List.of(Auth0AutoConfiguration.TOKEN, Auth0AutoConfiguration.CLIENT_ID,
				Auth0AutoConfiguration.CLIENT_SECRET, "sso-connections.auth0.domain", "sso-connections.auth0.base-url",
				"sso-connections.auth0.audience", "sso-connections.auth0.tenant");
	}

	@Override
	String missing() {
		return "no tenant at Auth0 is configured: the properties 'sso-connections.auth0.token' and "
				+ "'sso-connections.auth0.client-id' are not set, or blank.";
	}

	@Override
	String remedy() {
		return "Set the property 'sso-connections.auth0.domain' to the domain of your tenant, and the properties "
				+ "'sso-connections.auth0.client-id' and 'sso-connections.auth0.client-secret' to those of an "
				+ "application that may use the Management API; or define an Auth0ConnectionDetails bean.";
	}

	@Override
	List<String> secretProperties() {
		return List.of(Auth0AutoConfiguration.CLIENT_SECRET, Auth0AutoConfiguration.TOKEN);
	}

	@Override
	Stream<@Nullable String> secrets(Auth0ConnectionDetails details) {
		return Stream.of(details.getToken(), details.getClientSecret());
	}

	// Auth0 counts by tenant, whatever the credentials
	@Override
	Object limitedBy(Auth0ConnectionDetails details) {
		return details.getBaseUrl();
	}

	@Override
	String account(Auth0ConnectionDetails details) {
		return details.account();
	}

	@Override
	Auth0ConnectionDetails details(Auth0Properties properties, String account) {
		return Auth0Credentials.of(properties, prefix(account)).withAccount(account);
	}

	@Override
	Auth0Client client(Account account, Auth0Properties properties, Auth0ConnectionDetails details,
			VendorClients clients, ApiClient.Instruments instruments) {
		return Auth0Client.create(
				clients.builder(account, properties), details, new Auth0Settings(properties.getPageSize(),
						properties.getEarlyAccess().isOrganizationConnections(), clients.settings(account, properties)),
				instruments);
	}

	@Override
	List<AccountBeans.Service<?>> services() {
		return List.of(
				new AccountBeans.Service<>(Auth0ConnectionService.class,
						(beans) -> Auth0ConnectionService.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0ConnectionCreation.class,
						(beans) -> Auth0ConnectionCreation.create(beans.get(Auth0ConnectionService.class),
								beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0ConnectionCertificates.class,
						(beans) -> Auth0ConnectionCertificates.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0ServiceProvider.class,
						(beans) -> Auth0ServiceProvider.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0ConnectionClients.class,
						(beans) -> Auth0ConnectionClients.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0ConnectionKeys.class,
						(beans) -> Auth0ConnectionKeys.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0ScimConfigurations.class,
						(beans) -> Auth0ScimConfigurations.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0DirectoryProvisionings.class,
						(beans) -> Auth0DirectoryProvisionings.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0Organizations.class,
						(beans) -> Auth0Organizations.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0OrganizationConnections.class,
						(beans) -> Auth0OrganizationConnections.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0SelfServiceProfiles.class,
						(beans) -> Auth0SelfServiceProfiles.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0SelfServiceTickets.class,
						(beans) -> Auth0SelfServiceTickets.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0SignInFailures.class,
						(beans) -> Auth0SignInFailures.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0DiscoveryDomains.class,
						(beans) -> Auth0DiscoveryDomains.create(beans.get(Auth0Client.class),
								() -> beans.shared(PublicDomains.class, PublicDomains::defaults),
								beans.shared(TxtRecords.class, TxtRecords::ofDns))),
				new AccountBeans.Service<>(Auth0Applications.class,
						(beans) -> Auth0Applications.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0Readiness.class,
						(beans) -> Auth0Readiness.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0UserConnections.class,
						(beans) -> Auth0UserConnections.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0ConnectionActivation.class,
						(beans) -> Auth0ConnectionActivation.create(beans.get(Auth0Client.class))),
				new AccountBeans.Service<>(Auth0ConnectionCatalog.class, (beans) -> Auth0ConnectionCatalog
					.create(beans.get(Auth0Client.class).account().name(), beans.get(Auth0ConnectionService.class))));
	}

	@Override
	Auth0Account account(AccountBeans beans) {
		return BeanAccount.of(beans);
	}

	static Auth0Accounts accounts(NamedAccounts<?, ?, ?, Auth0Account> configured) {
		return BeanAccounts.of(configured);
	}

	@Override
	double remainingPermits(Auth0Client client) {
		return client.remainingPermits();
	}

	@Override
	List<Class<?>> types() {
		return List.of(AccessTokens.AccessToken.class, Auth0Page.class, Auth0Connection.class, ConnectionKey.class,
				DefaultDirectoryMapping.class, DefaultScimMapping.class, DirectoryProvisioning.class,
				DirectorySynchronization.class, EnabledClient.class, ScimConfiguration.class, ScimToken.class,
				SynchronizedGroup.class, AdOptions.class, AdfsOptions.class, AssertionDecryptionSettings.class,
				AttributeMap.class, Auth0ConnectionPatch.class, ClientChange.class, ConnectionKeySettings.class,
				ConnectionSettings.class, DirectoryProvisioningSettings.class, GoogleAppsOptions.class,
				IdpInitiated.class, KeyPair.class, NewAuth0Connection.class, NewScimToken.class, OidcOptions.class,
				OktaOptions.class, OtherOptions.class, PingFederateOptions.class, SamlpOptions.class,
				ScimSettings.class, SynchronizedGroups.class, WaadOptions.class, NewOrganization.class,
				Organization.class, OrganizationConnection.class, OrganizationConnectionSettings.class,
				DomainVerification.class, ExistingConnectionTicket.class, NewSelfServiceProfile.class,
				NewSelfServiceTicket.class, SelfServiceBranding.class, SelfServiceProfile.class,
				SelfServiceProfilePatch.class, SelfServiceTicket.class, SelfServiceTicketLink.class,
				SelfServiceUserAttribute.class, TicketConnection.class, TicketConnectionOptions.class,
				TicketDomains.class, TicketFeatures.class, TicketOrganization.class, TicketProvisioning.class,
				LogEvent.class, SignInFailure.class, DiscoveryDomain.class, DiscoveryDomainPatch.class,
				NewDiscoveryDomain.class, Application.class, DiscoveryDomainCheck.class, DiscoveryDomainConflict.class,
				SignInReadiness.class, MissingPart.class, User.class, User.Identity.class, UserConnections.class,
				UserConnection.class, ActivationPlan.class, ActivationResult.class, ActivationStep.class,
				CertificateSwitch.class, ServiceProviderDetails.class);
	}

	/**
	 * Account whose services are beans.
	 *
	 * @param beans the beans of the account
	 */
	private record BeanAccount(AccountBeans beans) implements Auth0Account {

		static Auth0Account of(AccountBeans beans) {
			return new BeanAccount(beans);
		}

		@Override
		public Auth0Client client() {
			return this.beans.get(Auth0Client.class);
		}

		@Override
		public Auth0ConnectionService connections() {
			return this.beans.get(Auth0ConnectionService.class);
		}

		@Override
		public Auth0ConnectionCreation connectionCreation() {
			return this.beans.get(Auth0ConnectionCreation.class);
		}

		@Override
		public Auth0ConnectionCertificates connectionCertificates() {
			return this.beans.get(Auth0ConnectionCertificates.class);
		}

		@Override
		public Auth0ServiceProvider serviceProvider() {
			return this.beans.get(Auth0ServiceProvider.class);
		}

		@Override
		public Auth0ConnectionClients connectionClients() {
			return this.beans.get(Auth0ConnectionClients.class);
		}

		@Override
		public Auth0ConnectionKeys connectionKeys() {
			return this.beans.get(Auth0ConnectionKeys.class);
		}

		@Override
		public Auth0ScimConfigurations scimConfigurations() {
			return this.beans.get(Auth0ScimConfigurations.class);
		}

		@Override
		public Auth0DirectoryProvisionings directoryProvisionings() {
			return this.beans.get(Auth0DirectoryProvisionings.class);
		}

		@Override
		public Auth0Organizations organizations() {
			return this.beans.get(Auth0Organizations.class);
		}

		@Override
		public Auth0OrganizationConnections organizationConnections() {
			return this.beans.get(Auth0OrganizationConnections.class);
		}

		@Override
		public Auth0SelfServiceProfiles selfServiceProfiles() {
			return this.beans.get(Auth0SelfServiceProfiles.class);
		}

		@Override
		public Auth0SelfServiceTickets selfServiceTickets() {
			return this.beans.get(Auth0SelfServiceTickets.class);
		}

		@Override
		public Auth0SignInFailures signInFailures() {
			return this.beans.get(Auth0SignInFailures.class);
		}

		@Override
		public Auth0DiscoveryDomains discoveryDomains() {
			return this.beans.get(Auth0DiscoveryDomains.class);
		}

		@Override
		public Auth0Applications applications() {
			return this.beans.get(Auth0Applications.class);
		}

		@Override
		public Auth0Readiness readiness() {
			return this.beans.get(Auth0Readiness.class);
		}

		@Override
		public Auth0UserConnections userConnections() {
			return this.beans.get(Auth0UserConnections.class);
		}

		@Override
		public Auth0ConnectionActivation connectionActivation() {
			return this.beans.get(Auth0ConnectionActivation.class);
		}

		@Override
		public Auth0ConnectionCatalog connectionCatalog() {
			return this.beans.get(Auth0ConnectionCatalog.class);
		}

	}

	private static final class BeanAccounts extends AccountRegistry<Auth0Account> implements Auth0Accounts {

		private BeanAccounts(NamedAccounts<?, ?, ?, Auth0Account> configured) {
			super(configured);
		}

		static Auth0Accounts of(NamedAccounts<?, ?, ?, Auth0Account> configured) {
			return new BeanAccounts(configured);
		}

	}

}
