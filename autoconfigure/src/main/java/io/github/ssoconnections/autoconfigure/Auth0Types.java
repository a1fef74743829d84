// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;

import io.github.ssoconnections.ServiceProviderDetails;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0ConnectionPatch;
import io.github.ssoconnections.auth0.Auth0Page;
import io.github.ssoconnections.auth0.CertificateSwitch;
import io.github.ssoconnections.auth0.ClientChange;
import io.github.ssoconnections.auth0.ConnectionKey;
import io.github.ssoconnections.auth0.ConnectionKeySettings;
import io.github.ssoconnections.auth0.EnabledClient;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.auth0.activation.ActivationPlan;
import io.github.ssoconnections.auth0.activation.ActivationResult;
import io.github.ssoconnections.auth0.activation.ActivationStep;
import io.github.ssoconnections.auth0.activation.MissingPart;
import io.github.ssoconnections.auth0.activation.SignInReadiness;
import io.github.ssoconnections.auth0.application.Application;
import io.github.ssoconnections.auth0.directory.DefaultDirectoryMapping;
import io.github.ssoconnections.auth0.directory.DirectoryProvisioning;
import io.github.ssoconnections.auth0.directory.DirectoryProvisioningSettings;
import io.github.ssoconnections.auth0.directory.DirectorySynchronization;
import io.github.ssoconnections.auth0.directory.SynchronizedGroup;
import io.github.ssoconnections.auth0.directory.SynchronizedGroups;
import io.github.ssoconnections.auth0.discovery.DiscoveryDomain;
import io.github.ssoconnections.auth0.discovery.DiscoveryDomainCheck;
import io.github.ssoconnections.auth0.discovery.DiscoveryDomainConflict;
import io.github.ssoconnections.auth0.discovery.DiscoveryDomainPatch;
import io.github.ssoconnections.auth0.discovery.NewDiscoveryDomain;
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
import io.github.ssoconnections.auth0.organization.NewOrganization;
import io.github.ssoconnections.auth0.organization.Organization;
import io.github.ssoconnections.auth0.organization.OrganizationConnection;
import io.github.ssoconnections.auth0.organization.OrganizationConnectionSettings;
import io.github.ssoconnections.auth0.scim.DefaultScimMapping;
import io.github.ssoconnections.auth0.scim.NewScimToken;
import io.github.ssoconnections.auth0.scim.ScimConfiguration;
import io.github.ssoconnections.auth0.scim.ScimSettings;
import io.github.ssoconnections.auth0.scim.ScimToken;
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
import io.github.ssoconnections.auth0.user.User;
import io.github.ssoconnections.client.AccessTokens;
import io.github.ssoconnections.user.UserConnection;
import io.github.ssoconnections.user.UserConnections;

/**
 * Types of Auth0 in JSON, for native images.
 */
final class Auth0Types {

	static final List<Class<?>> ALL = List.of(AccessTokens.AccessToken.class, Auth0Page.class, Auth0Connection.class,
			ConnectionKey.class, DefaultDirectoryMapping.class, DefaultScimMapping.class, DirectoryProvisioning.class,
			DirectorySynchronization.class, EnabledClient.class, ScimConfiguration.class, ScimToken.class,
			SynchronizedGroup.class, AdOptions.class, AdfsOptions.class, AssertionDecryptionSettings.class,
			AttributeMap.class, Auth0ConnectionPatch.class, ClientChange.class, ConnectionKeySettings.class,
			ConnectionSettings.class, DirectoryProvisioningSettings.class, GoogleAppsOptions.class, IdpInitiated.class,
			KeyPair.class, NewAuth0Connection.class, NewScimToken.class, OidcOptions.class, OktaOptions.class,
			OtherOptions.class, PingFederateOptions.class, SamlpOptions.class, ScimSettings.class,
			SynchronizedGroups.class, WaadOptions.class, NewOrganization.class, Organization.class,
			OrganizationConnection.class, OrganizationConnectionSettings.class, DomainVerification.class,
			ExistingConnectionTicket.class, NewSelfServiceProfile.class, NewSelfServiceTicket.class,
			SelfServiceBranding.class, SelfServiceProfile.class, SelfServiceProfilePatch.class, SelfServiceTicket.class,
			SelfServiceTicketLink.class, SelfServiceUserAttribute.class, TicketConnection.class,
			TicketConnectionOptions.class, TicketDomains.class, TicketFeatures.class, TicketOrganization.class,
			TicketProvisioning.class, LogEvent.class, SignInFailure.class, DiscoveryDomain.class,
			DiscoveryDomainPatch.class, NewDiscoveryDomain.class, Application.class, DiscoveryDomainCheck.class,
			DiscoveryDomainConflict.class, SignInReadiness.class, MissingPart.class, User.class, User.Identity.class,
			UserConnections.class, UserConnection.class, ActivationPlan.class, ActivationResult.class,
			ActivationStep.class, CertificateSwitch.class, ServiceProviderDetails.class);

	private Auth0Types() {
	}

}
