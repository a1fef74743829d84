// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.benchmarks;

import java.util.List;

import com.auth0.client.mgmt.ManagementApi;
import com.auth0.client.mgmt.types.UpdateConnectionRequestContent;
import com.clerk.backend_api.Clerk;
import com.clerk.backend_api.models.components.EnterpriseConnection;
import com.clerk.backend_api.models.operations.CreateEnterpriseConnectionRequestBody;
import com.clerk.backend_api.models.operations.Provider;
import com.clerk.backend_api.models.operations.Saml;
import com.clerk.backend_api.models.operations.UpdateEnterpriseConnectionRequestBody;

/**
 * What the vendors' SDKs need, for the page {@code move-from-the-vendors-sdks.md}.
 */
final class SdkExamples {

	private SdkExamples() {
	}

	static EnterpriseConnection clerk(String secretKey, String metadataUrl) {
		// tag::clerk-sdk[]
		Clerk clerk = Clerk.builder().bearerAuth(secretKey).build();
		EnterpriseConnection created = clerk.enterpriseConnections()
			.create()
			.request(CreateEnterpriseConnectionRequestBody.builder()
				.name("Acme")
				.provider(Provider.SAML_CUSTOM)
				.domains(List.of("acme.com"))
				.saml(Saml.builder().idpMetadataUrl(metadataUrl).build())
				.build())
			.call()
			.enterpriseConnection()
			.orElseThrow();
		clerk.enterpriseConnections()
			.update(created.id(), UpdateEnterpriseConnectionRequestBody.builder().active(true).build());
		// end::clerk-sdk[]
		return created;
	}

	static void auth0(String token, String id) {
		// tag::auth0-sdk[]
		ManagementApi auth0 = ManagementApi.builder().url("https://acme.eu.auth0.com/api/v2").token(token).build();
		String displayName = auth0.connections().get(id).getDisplayName().orElse("Acme");
		auth0.connections()
			.update(id, UpdateConnectionRequestContent.builder().displayName(displayName).showAsButton(true).build());
		// end::auth0-sdk[]
	}

}
