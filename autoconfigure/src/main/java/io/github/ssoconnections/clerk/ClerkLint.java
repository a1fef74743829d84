// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.lint.PublicDomains;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.util.StringUtils;

/**
 * Looks at what is about to be written to Clerk, or is there, for what Clerk would refuse
 * or, worse, accept. Nothing is sent and nothing is read: what cannot be told from what
 * is given is not found.
 * <p>
 * Findings come with the worst first.
 *
 * @see FindingCode
 */
public final class ClerkLint {

	private ClerkLint() {
	}

	/**
	 * Look at an enterprise connection that is to be created.
	 * @param connection the connection
	 * @param now the current time
	 * @return what there is to say
	 */
	public static List<Finding> check(NewEnterpriseConnection connection, Instant now) {
		return check(connection, now, PublicDomains.defaults());
	}

	/**
	 * Look at a change to an enterprise connection.
	 * @param patch the change
	 * @param present the connection as it is, {@code null} if that is not known: then
	 * only what the change itself says is looked at
	 * @param now the current time
	 * @return what there is to say of the connection as it would be
	 */
	public static List<Finding> check(EnterpriseConnectionPatch patch, @Nullable EnterpriseConnection present,
			Instant now) {
		return check(patch, present, now, PublicDomains.defaults());
	}

	/**
	 * Look at an enterprise connection as it is.
	 * @param connection the connection
	 * @param now the current time
	 * @return what there is to say
	 */
	public static List<Finding> check(EnterpriseConnection connection, Instant now) {
		return check(new EnterpriseConnectionPatch(), connection, now);
	}

	/**
	 * Look at a SAML connection that is to be created.
	 * @param connection the connection
	 * @param now the current time
	 * @return what there is to say
	 */
	public static List<Finding> check(NewSamlConnection connection, Instant now) {
		return check(connection, now, PublicDomains.defaults());
	}

	/**
	 * Look at a change to a SAML connection.
	 * @param patch the change
	 * @param present the connection as it is, {@code null} if that is not known: then
	 * only what the change itself says is looked at
	 * @param now the current time
	 * @return what there is to say of the connection as it would be
	 */
	public static List<Finding> check(SamlConnectionPatch patch, @Nullable SamlConnection present, Instant now) {
		return check(patch, present, now, PublicDomains.defaults());
	}

	/**
	 * Look at a SAML connection as it is.
	 * @param connection the connection
	 * @param now the current time
	 * @return what there is to say
	 */
	public static List<Finding> check(SamlConnection connection, Instant now) {
		return check(new SamlConnectionPatch(), connection, now);
	}

	/**
	 * Look at an enterprise connection that is to be created.
	 * @param connection the connection
	 * @param now the current time
	 * @param publicDomains the domains that belong to no one company
	 * @return what there is to say
	 */
	public static List<Finding> check(NewEnterpriseConnection connection, Instant now, PublicDomains publicDomains) {
		return new ClerkRules(ConnectionSettings.created(connection, "saml"), now, publicDomains).run();
	}

	/**
	 * Look at a change to an enterprise connection.
	 * @param patch the change
	 * @param present the connection as it is, {@code null} if that is not known: then
	 * only what the change itself says is looked at
	 * @param now the current time
	 * @param publicDomains the domains that belong to no one company
	 * @return what there is to say of the connection as it would be
	 */
	public static List<Finding> check(EnterpriseConnectionPatch patch, @Nullable EnterpriseConnection present,
			Instant now, PublicDomains publicDomains) {
		return new ClerkRules(ConnectionSettings.changed(patch, present, "saml", "saml_connection"), now, publicDomains)
			.run();
	}

	/**
	 * Look at a SAML connection that is to be created.
	 * @param connection the connection
	 * @param now the current time
	 * @param publicDomains the domains that belong to no one company
	 * @return what there is to say
	 */
	public static List<Finding> check(NewSamlConnection connection, Instant now, PublicDomains publicDomains) {
		return new ClerkRules(ConnectionSettings.created(connection, null), now, publicDomains).run();
	}

	/**
	 * Look at a change to a SAML connection.
	 * @param patch the change
	 * @param present the connection as it is, {@code null} if that is not known: then
	 * only what the change itself says is looked at
	 * @param now the current time
	 * @param publicDomains the domains that belong to no one company
	 * @return what there is to say of the connection as it would be
	 */
	public static List<Finding> check(SamlConnectionPatch patch, @Nullable SamlConnection present, Instant now,
			PublicDomains publicDomains) {
		return new ClerkRules(ConnectionSettings.changed(patch, present, null, null), now, publicDomains).run();
	}

	/**
	 * Look at metadata that is to be given to Clerk.
	 * @param metadata the metadata
	 * @param now the current time
	 * @return what there is to say
	 */
	public static List<Finding> check(SamlMetadata metadata, Instant now) {
		return ClerkRules.checkMetadata(metadata, now);
	}

	static @Nullable String text(JsonNode node, String field) {
		JsonNode value = node.path(field);
		return (value.isString() && StringUtils.hasText(value.stringValue())) ? value.stringValue() : null;
	}

}
