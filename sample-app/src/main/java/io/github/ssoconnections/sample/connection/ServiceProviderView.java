// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.connection;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import io.github.ssoconnections.ServiceProviderDetails;
import io.github.ssoconnections.handover.IdpProduct;
import org.jspecify.annotations.Nullable;

/**
 * What the administrator of the IdP enters, on the page.
 *
 * @param values the values with their names
 * @param products the IdPs that there is a sheet for
 */
record ServiceProviderView(List<Value> values, List<IdpProduct> products) {

	static @Nullable ServiceProviderView of(@Nullable ServiceProviderDetails details) {
		if (details == null) {
			return null;
		}
		List<Value> values = new ArrayList<>();
		add(values, "Entity ID", details.entityId());
		add(values, "ACS URL", details.acsUrl());
		add(values, "ACS URL for IdP-initiated sign-in to the organization", details.organizationAcsUrl());
		add(values, "Metadata URL", details.metadataUrl());
		add(values, "Certificate URL", details.certificateUrl());
		add(values, "Realm", details.realm());
		add(values, "Endpoint", details.endpoint());
		add(values, "Redirect URI", details.redirectUri());
		add(values, "SCIM base URL", details.scimBaseUrl());
		return new ServiceProviderView(values,
				Arrays.stream(IdpProduct.values()).filter((product) -> product.supports(details.protocol())).toList());
	}

	private static void add(List<Value> values, String name, @Nullable String value) {
		if (value != null) {
			values.add(new Value(name, value));
		}
	}

	/**
	 * Value with its name.
	 *
	 * @param name the name
	 * @param value the value
	 */
	record Value(String name, String value) {

	}

}
