// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.handover;

import java.util.List;
import java.util.regex.Pattern;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.ServiceProviderDetails;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link HandOverSheet} is made of. Contains no secret: a SCIM token, a link for
 * self-service and the URL of a test run are handed over separately.
 *
 * @param customer the name of the customer, to be shown
 * @param connectionId the id of the connection, part of the file names
 * @param connectionName the name of the connection, to be shown
 * @param product the IdP
 * @param serviceProvider what is to be entered; its protocol selects the texts
 * @param attributes the attributes or claims that the connection expects
 * @param nameIdFormat for SAML, the NameID format, such as
 * {@code urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress}, {@code null} for any
 * @param domains the e-mail domains whose users sign in through the connection
 * @param signInUrl where users start to sign in, for a tile in the IdP's portal and a
 * test; {@code null} if it is not known: a field that can take it then says so
 * @param sendBack what is to be sent back in addition to the product's own list
 * @param vendor the name of the vendor of the connection, such as {@code clerk}, whose
 * guides the sheet lists; {@code null} if it is not known
 */
public record HandOverValues(String customer, String connectionId, String connectionName, IdpProduct product,
		ServiceProviderDetails serviceProvider, List<ExpectedAttribute> attributes, @Nullable String nameIdFormat,
		List<String> domains, @Nullable String signInUrl, List<String> sendBack, @Nullable String vendor) {

	private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,128}");

	public HandOverValues {
		Assert.hasText(customer, "'customer' must have text");
		Assert.isTrue(connectionId != null && ID.matcher(connectionId).matches(),
				"'connectionId' must be an id of letters, digits, '_' and '-'");
		Assert.hasText(connectionName, "'connectionName' must have text");
		Assert.notNull(product, "'product' must not be null");
		Assert.notNull(serviceProvider, "'serviceProvider' must not be null");
		Assert.isTrue(product.supports(serviceProvider.protocol()), () -> "'product' must support the protocol '"
				+ serviceProvider.protocol() + "' of the connection, which " + product + " does not");
		Assert.notNull(attributes, "'attributes' must not be null");
		Assert.notNull(domains, "'domains' must not be null");
		Assert.notNull(sendBack, "'sendBack' must not be null");
		attributes = List.copyOf(attributes);
		domains = List.copyOf(domains);
		sendBack = List.copyOf(sendBack);
	}

	/**
	 * Create values without attributes, domains and what is optional.
	 * @param customer the name of the customer
	 * @param connectionId the id of the connection
	 * @param connectionName the name of the connection
	 * @param product the IdP
	 * @param serviceProvider what is to be entered
	 * @return the values
	 */
	public static HandOverValues of(String customer, String connectionId, String connectionName, IdpProduct product,
			ServiceProviderDetails serviceProvider) {
		return new HandOverValues(customer, connectionId, connectionName, product, serviceProvider, List.of(), null,
				List.of(), null, List.of(), null);
	}

	/**
	 * Return a copy with other expected attributes.
	 * @param attributes the attributes
	 * @return the copy
	 */
	public HandOverValues withAttributes(List<ExpectedAttribute> attributes) {
		return new HandOverValues(this.customer, this.connectionId, this.connectionName, this.product,
				this.serviceProvider, attributes, this.nameIdFormat, this.domains, this.signInUrl, this.sendBack,
				this.vendor);
	}

	/**
	 * Return a copy with another NameID format.
	 * @param nameIdFormat the format, {@code null} for any
	 * @return the copy
	 */
	public HandOverValues withNameIdFormat(@Nullable String nameIdFormat) {
		return new HandOverValues(this.customer, this.connectionId, this.connectionName, this.product,
				this.serviceProvider, this.attributes, nameIdFormat, this.domains, this.signInUrl, this.sendBack,
				this.vendor);
	}

	/**
	 * Return a copy with other domains.
	 * @param domains the domains
	 * @return the copy
	 */
	public HandOverValues withDomains(List<String> domains) {
		return new HandOverValues(this.customer, this.connectionId, this.connectionName, this.product,
				this.serviceProvider, this.attributes, this.nameIdFormat, domains, this.signInUrl, this.sendBack,
				this.vendor);
	}

	/**
	 * Return a copy with another page where users start to sign in.
	 * @param signInUrl the URL, {@code null} if there is no such page
	 * @return the copy
	 */
	public HandOverValues withSignInUrl(@Nullable String signInUrl) {
		return new HandOverValues(this.customer, this.connectionId, this.connectionName, this.product,
				this.serviceProvider, this.attributes, this.nameIdFormat, this.domains, signInUrl, this.sendBack,
				this.vendor);
	}

	/**
	 * Return a copy with more to be sent back.
	 * @param sendBack one text for each, in addition to the product's own list
	 * @return the copy
	 */
	public HandOverValues withSendBack(List<String> sendBack) {
		return new HandOverValues(this.customer, this.connectionId, this.connectionName, this.product,
				this.serviceProvider, this.attributes, this.nameIdFormat, this.domains, this.signInUrl, sendBack,
				this.vendor);
	}

	/**
	 * Return a copy with the vendor of the connection.
	 * @param vendor the name of the vendor, {@code null} if it is not known
	 * @return the copy
	 */
	public HandOverValues withVendor(@Nullable String vendor) {
		return new HandOverValues(this.customer, this.connectionId, this.connectionName, this.product,
				this.serviceProvider, this.attributes, this.nameIdFormat, this.domains, this.signInUrl, this.sendBack,
				vendor);
	}

}
