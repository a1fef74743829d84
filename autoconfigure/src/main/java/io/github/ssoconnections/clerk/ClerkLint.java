// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.FindingCode;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.lint.PublicDomains;
import org.jspecify.annotations.Nullable;

/**
 * Checks connections at Clerk, and requests before they are sent, for settings that Clerk
 * rejects, or accepts although sign-ins will fail. Makes no request: the checks use the
 * arguments alone.
 * <p>
 * Findings are sorted by severity, errors first.
 *
 * @see FindingCode
 */
public final class ClerkLint {

	private ClerkLint() {
	}

	/**
	 * Check an enterprise connection that is to be created.
	 * @param connection the connection
	 * @param now the current time
	 * @return the findings
	 */
	public static List<Finding> check(NewEnterpriseConnection connection, Instant now) {
		return check(connection, now, PublicDomains.defaults());
	}

	/**
	 * Check an update of an enterprise connection.
	 * @param patch the update
	 * @param current the connection before the update, {@code null} if it is not known:
	 * then only the fields of the update are checked
	 * @param now the current time
	 * @return the findings about the connection after the update
	 */
	public static List<Finding> check(EnterpriseConnectionPatch patch, @Nullable EnterpriseConnection current,
			Instant now) {
		return check(patch, current, now, PublicDomains.defaults());
	}

	/**
	 * Check an existing enterprise connection.
	 * @param connection the connection
	 * @param now the current time
	 * @return the findings
	 */
	public static List<Finding> check(EnterpriseConnection connection, Instant now) {
		return check(new EnterpriseConnectionPatch(), connection, now);
	}

	/**
	 * Check a SAML connection that is to be created.
	 * @param connection the connection
	 * @param now the current time
	 * @return the findings
	 */
	public static List<Finding> check(NewSamlConnection connection, Instant now) {
		return check(connection, now, PublicDomains.defaults());
	}

	/**
	 * Check an update of a SAML connection.
	 * @param patch the update
	 * @param current the connection before the update, {@code null} if it is not known:
	 * then only the fields of the update are checked
	 * @param now the current time
	 * @return the findings about the connection after the update
	 */
	public static List<Finding> check(SamlConnectionPatch patch, @Nullable SamlConnection current, Instant now) {
		return check(patch, current, now, PublicDomains.defaults());
	}

	/**
	 * Check an existing SAML connection.
	 * @param connection the connection
	 * @param now the current time
	 * @return the findings
	 */
	public static List<Finding> check(SamlConnection connection, Instant now) {
		return check(new SamlConnectionPatch(), connection, now);
	}

	/**
	 * Check an enterprise connection that is to be created.
	 * @param connection the connection
	 * @param now the current time
	 * @param publicDomains domains that do not belong to a single company
	 * @return the findings
	 */
	public static List<Finding> check(NewEnterpriseConnection connection, Instant now, PublicDomains publicDomains) {
		return new ClerkRules(ConnectionView.created(connection), now, publicDomains).run();
	}

	/**
	 * Check an update of an enterprise connection.
	 * @param patch the update
	 * @param current the connection before the update, {@code null} if it is not known:
	 * then only the fields of the update are checked
	 * @param now the current time
	 * @param publicDomains domains that do not belong to a single company
	 * @return the findings about the connection after the update
	 */
	public static List<Finding> check(EnterpriseConnectionPatch patch, @Nullable EnterpriseConnection current,
			Instant now, PublicDomains publicDomains) {
		return new ClerkRules(ConnectionView.updated(patch, current), now, publicDomains).run();
	}

	/**
	 * Check a SAML connection that is to be created.
	 * @param connection the connection
	 * @param now the current time
	 * @param publicDomains domains that do not belong to a single company
	 * @return the findings
	 */
	public static List<Finding> check(NewSamlConnection connection, Instant now, PublicDomains publicDomains) {
		return new ClerkRules(ConnectionView.created(connection), now, publicDomains).run();
	}

	/**
	 * Check an update of a SAML connection.
	 * @param patch the update
	 * @param current the connection before the update, {@code null} if it is not known:
	 * then only the fields of the update are checked
	 * @param now the current time
	 * @param publicDomains domains that do not belong to a single company
	 * @return the findings about the connection after the update
	 */
	public static List<Finding> check(SamlConnectionPatch patch, @Nullable SamlConnection current, Instant now,
			PublicDomains publicDomains) {
		return new ClerkRules(ConnectionView.updated(patch, current), now, publicDomains).run();
	}

	/**
	 * Check metadata that is to be sent to Clerk.
	 * @param metadata the metadata
	 * @param now the current time
	 * @return the findings
	 */
	public static List<Finding> check(SamlMetadata metadata, Instant now) {
		return ClerkRules.checkMetadata(metadata, now);
	}

}
