// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.Page;
import io.github.ssoconnections.Secret;
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
import io.github.ssoconnections.client.ApiBody;

/**
 * Reflection on what is read from and written to Clerk's wire.
 */
class ClerkRuntimeHints extends WireRuntimeHints {

	ClerkRuntimeHints() {
		super(Page.class, Secret.class, EnterpriseConnection.class, SamlConnection.class, TestRun.class,
				TestRunLink.class, DeletedObject.class,
				// What applications may answer as it is
				CertificateChange.class, ActivationResult.Active.class, ActivationResult.TestNeeded.class,
				// What is written
				ApiBody.class, NewEnterpriseConnection.class, NewEnterpriseConnection.Saml.class,
				EnterpriseConnectionPatch.class, EnterpriseConnectionPatch.Saml.class, NewSamlConnection.class,
				SamlConnectionPatch.class, OidcSettings.class, AttributeMappingSettings.class);
	}

}
