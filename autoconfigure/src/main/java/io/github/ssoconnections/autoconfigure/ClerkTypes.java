// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.util.List;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.ServiceProviderDetails;
import io.github.ssoconnections.clerk.ActivationResult;
import io.github.ssoconnections.clerk.AttributeMappingSettings;
import io.github.ssoconnections.clerk.CertificateChange;
import io.github.ssoconnections.clerk.DeletedObject;
import io.github.ssoconnections.clerk.EnterpriseConnection;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.clerk.NewSamlConnection;
import io.github.ssoconnections.clerk.OidcSettings;
import io.github.ssoconnections.clerk.SamlConnection;
import io.github.ssoconnections.clerk.SamlConnectionPatch;
import io.github.ssoconnections.clerk.TestRun;
import io.github.ssoconnections.clerk.TestRunLink;
import io.github.ssoconnections.clerk.directory.Directory;
import io.github.ssoconnections.clerk.directory.DirectoryPatch;
import io.github.ssoconnections.clerk.directory.GroupRoleMapping;
import io.github.ssoconnections.clerk.directory.GroupRoleMappings;
import io.github.ssoconnections.clerk.directory.NewDirectory;
import io.github.ssoconnections.clerk.directory.NewGroupRoleMapping;
import io.github.ssoconnections.clerk.organization.ActivationReview;
import io.github.ssoconnections.clerk.organization.NewOrganization;
import io.github.ssoconnections.clerk.organization.NewOrganizationDomain;
import io.github.ssoconnections.clerk.organization.Organization;
import io.github.ssoconnections.clerk.organization.OrganizationDomain;
import io.github.ssoconnections.clerk.organization.OrganizationDomainPatch;
import io.github.ssoconnections.clerk.user.MovedUsers;
import io.github.ssoconnections.clerk.user.User;

/**
 * Types of Clerk in JSON, for native images.
 */
final class ClerkTypes {

	static final List<Class<?>> ALL = List.of(Page.class, EnterpriseConnection.class, SamlConnection.class,
			TestRun.class, TestRunLink.class, DeletedObject.class, CertificateChange.class,
			ActivationResult.Active.class, ActivationResult.TestNeeded.class, NewEnterpriseConnection.class,
			NewEnterpriseConnection.Saml.class, EnterpriseConnectionPatch.class, EnterpriseConnectionPatch.Saml.class,
			NewSamlConnection.class, SamlConnectionPatch.class, OidcSettings.class, AttributeMappingSettings.class,
			Organization.class, ActivationReview.class, OrganizationDomain.class, OrganizationDomain.Verification.class,
			NewOrganization.class, NewOrganizationDomain.class, OrganizationDomainPatch.class, Directory.class,
			GroupRoleMapping.class, GroupRoleMapping.Role.class, NewDirectory.class, DirectoryPatch.class,
			NewGroupRoleMapping.class, GroupRoleMappings.class, User.class, User.EmailAddress.class,
			User.EnterpriseAccount.class, User.Connection.class, MovedUsers.class, ServiceProviderDetails.class);

	private ClerkTypes() {
	}

}
