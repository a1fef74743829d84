// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.ServiceProviderDetails;
import io.github.ssoconnections.catalog.CatalogEntry;
import org.jspecify.annotations.Nullable;

/**
 * One connection with everything that belongs to it, as read now. Contains no secret.
 *
 * @param entry the properties that all vendors have in common
 * @param state how far the onboarding is
 * @param serviceProvider what the administrator of the IdP enters; {@code null} if it
 * cannot be told, see {@code unknown}
 * @param organizations the organizations of its users
 * @param clients the clients it is enabled for (Auth0)
 * @param tests the attempts to sign in with a test link, newest first (Clerk)
 * @param findings the findings about the connection, errors first
 * @param version changes with every change of the connection
 * @param json the connection as the vendor returned it, with masked secrets
 * @param unknown what could not be read, each as a sentence
 */
public record OnboardedConnection(CatalogEntry entry, OnboardingState state,
		@Nullable ServiceProviderDetails serviceProvider, List<Named> organizations, List<Named> clients,
		List<SignInTest.TestAttempt> tests, List<Finding> findings, String version, String json, List<String> unknown) {

	public OnboardedConnection {
		organizations = List.copyOf(organizations);
		clients = List.copyOf(clients);
		tests = List.copyOf(tests);
		findings = List.copyOf(findings);
		unknown = List.copyOf(unknown);
	}

	/**
	 * Create a connection, with its version.
	 * @param entry the properties that all vendors have in common
	 * @param state how far the onboarding is
	 * @param serviceProvider what the administrator of the IdP enters
	 * @param organizations the organizations
	 * @param clients the clients
	 * @param tests the attempts to sign in
	 * @param findings the findings
	 * @param json the connection with masked secrets
	 * @param unknown what could not be read
	 * @return the connection
	 */
	public static OnboardedConnection of(CatalogEntry entry, OnboardingState state,
			@Nullable ServiceProviderDetails serviceProvider, List<Named> organizations, List<Named> clients,
			List<SignInTest.TestAttempt> tests, List<Finding> findings, String json, List<String> unknown) {
		return new OnboardedConnection(entry, state, serviceProvider, organizations, clients, tests, findings,
				version(json + ids(organizations) + ids(clients)), json, unknown);
	}

	private static List<String> ids(List<Named> named) {
		return named.stream().map(Named::id).sorted().toList();
	}

	private static String version(String json) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest, 0, 16);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Organization or client.
	 *
	 * @param id the vendor's id
	 * @param name the display name, {@code null} if it is unknown
	 */
	public record Named(String id, @Nullable String name) {
	}

}
