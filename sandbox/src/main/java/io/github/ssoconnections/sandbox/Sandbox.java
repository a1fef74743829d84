// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import io.github.ssoconnections.sandbox.auth0.Auth0Api;
import io.github.ssoconnections.sandbox.auth0.Auth0Sandbox;
import io.github.ssoconnections.sandbox.clerk.ClerkApi;
import io.github.ssoconnections.sandbox.idp.MetadataDocuments;
import io.github.ssoconnections.sandbox.signin.SignInSite;
import org.jspecify.annotations.Nullable;

/**
 * An in-memory stand-in for the connections APIs of Clerk and Auth0, for demos and for
 * tests: it keeps state, validates as the vendors do, and fails on demand.
 * <pre class="code">
 * try (Sandbox sandbox = Sandbox.start()) {
 *     sandbox.seed();
 *     // point a client at sandbox.clerkBaseUrl() with sandbox.clerkApiKey(),
 *     // or at sandbox.auth0().baseUrl() with sandbox.auth0().token()
 * }
 * </pre>
 * <p>
 * It listens on 127.0.0.1 only, talks plain HTTP/1.1, and calls nobody: metadata and
 * discovery URLs are not fetched (see {@link #publishMetadata}). Of Clerk's keys any
 * {@code sk_test_} is accepted and any other rejected, so that a real production key
 * never works here by accident. For Auth0's tokens see {@link Auth0Sandbox}.
 * <p>
 * Where Clerk's documents are silent, these rules hold: {@code null} leaves a name as it
 * is and brings a flag's default back, so {@code active: null} deactivates; an active
 * connection cannot lose what activation needs; {@code domains: []} changes nothing
 * through either API; the SAML connection keeps a name of its own; a list of certificates
 * wins over {@code idp_certificate}; every invalid field is reported at once. Rate limits
 * are not enforced: use {@link #faults()}.
 * <p>
 * Instances share nothing, and may be used by several threads.
 *
 * @see <a href="https://clerk.com/docs/reference/backend-api">Clerk's API</a>
 * @see <a href="https://auth0.com/docs/api/management/v2">Auth0's API</a>
 */
public final class Sandbox implements AutoCloseable {

	private final MetadataDocuments documents = new MetadataDocuments(InstantSource.system());

	private final SignInSite signInSite = new SignInSite(this::port);

	private final ClerkApi clerk = new ClerkApi(InstantSource.system(), this.documents, this.signInSite);

	private final Auth0Api auth0 = new Auth0Api(InstantSource.system(), this.documents, this.signInSite);

	private final Auth0Sandbox auth0Sandbox = new Auth0Sandbox(this.auth0, this::port);

	private final SandboxServer server;

	private Sandbox(int port) {
		this.server = new SandboxServer(port, List.of(this.clerk, this.auth0));
	}

	/**
	 * Start a sandbox without connections, on a free port.
	 * @return the sandbox, ready for requests
	 */
	public static Sandbox start() {
		return start(0);
	}

	/**
	 * Start a sandbox without connections.
	 * @param port the port to listen on, 0 for a free one
	 * @return the sandbox, ready for requests
	 * @throws IllegalStateException if the port is taken
	 */
	public static Sandbox start(int port) {
		Sandbox sandbox = new Sandbox(port);
		sandbox.server.start();
		return sandbox;
	}

	/**
	 * Return the port it listens on.
	 * @return the port
	 */
	public int port() {
		return this.server.port();
	}

	/**
	 * Return what a client has to use as Clerk's base URL.
	 * @return the URL, ending in {@code /v1}
	 */
	public String clerkBaseUrl() {
		return "http://127.0.0.1:" + port() + "/v1";
	}

	/**
	 * Return a key that is accepted.
	 * @return the key, which starts with {@code sk_test_}
	 */
	public String clerkApiKey() {
		return "sk_test_sandbox";
	}

	/**
	 * Return the Auth0 tenant: its base URL, token and client credentials, and its
	 * switches.
	 * @return the tenant
	 */
	public Auth0Sandbox auth0() {
		return this.auth0Sandbox;
	}

	/**
	 * Add connections worth looking at. Clerk gets eight: five providers, active and not,
	 * linked to an organization and not; one certificate that expires within 30 days and
	 * one that has expired; a domain that two connections claim; two certificates in
	 * rotation; custom attributes and a login hint. Auth0 gets eleven: SAML, ADFS,
	 * PingFederate, OIDC, Okta, Microsoft, Google, an AD whose agent runs, and a
	 * database; one certificate that expires within 30 days and one that has expired; a
	 * domain that two connections claim; metadata and enabled clients. Dates are relative
	 * to now. The connection limit does not apply.
	 * @return this sandbox
	 */
	public Sandbox seed() {
		this.clerk.seed();
		this.auth0.seed();
		return this;
	}

	/**
	 * Add connections of one's own, each as the body of the request that creates it:
	 * Clerk's enterprise connections and Auth0's connections, in the order of the
	 * document. They are validated as the vendors do, but for the connection limit, and
	 * are no recorded requests. <pre class="code">
	 * {
	 *   "clerk": [ { "name": "Acme", "provider": "saml_okta", "domains": ["acme.example"] } ],
	 *   "auth0": [ { "name": "acme", "strategy": "samlp" } ]
	 * }
	 * </pre>
	 * @param json the document; either list may be absent
	 * @return this sandbox
	 * @throws IllegalArgumentException if the document is not of this form, or a
	 * connection is rejected: the message names it, and the ones before it have been
	 * added
	 */
	public Sandbox seed(String json) {
		SeedDocument.read(json).plant(Map.of("auth0", this.auth0::seed, "clerk", this.clerk::seed));
		return this;
	}

	/**
	 * Go back to how a sandbox starts: no connections, test runs, verified domains,
	 * published metadata, faults or recorded requests, the limit at 25, the SAML API
	 * there, Auth0's switches as they were. Ids are still not used twice, and Auth0's
	 * tokens stay good.
	 * @return this sandbox
	 */
	public Sandbox reset() {
		this.server.faults().forget();
		this.clerk.reset();
		this.auth0.reset();
		this.server.forgetRequests();
		return this;
	}

	/**
	 * Return the switches that make it fail.
	 * @return the switches, not narrowed to any request
	 */
	public Faults faults() {
		return new Faults(this.server.faults());
	}

	/**
	 * Return the requests that came in since the start or the last reset, whatever became
	 * of them.
	 * @return a copy, oldest first, of at most the last 10,000
	 */
	public List<RecordedRequest> requests() {
		return this.server.requests();
	}

	/**
	 * Change the greatest number of enterprise connections. A create beyond it returns
	 * 403 {@code quota_exceeded}.
	 * @param limit the greatest number; 25 by default, as in the vendor's development
	 * instances
	 * @return this sandbox
	 */
	public Sandbox connectionLimit(int limit) {
		this.clerk.connectionLimit(limit);
		return this;
	}

	/**
	 * Put a metadata document where an {@code idp_metadata_url} can point to. It is read
	 * when a request names the URL, and not again: publishing another document under the
	 * same URL changes no connection until the URL is sent again.
	 * <p>
	 * An {@code https} URL at which nothing is published returns a made-up document with
	 * a certificate that is valid for a year. A host below {@code .invalid} is
	 * unreachable, and plain {@code http} is rejected but for the loopback: 400
	 * {@code saml_failed_to_fetch_idp_metadata}.
	 * @param url the URL
	 * @param xml the document, which need not be valid
	 * @return this sandbox
	 */
	public Sandbox publishMetadata(String url, String xml) {
		this.clerk.publishMetadata(url, xml);
		return this;
	}

	/**
	 * Add a verified organization domain. Activating a connection of that domain removes
	 * it silently through the enterprise API, and needs
	 * {@code consent_verified_domains_deletion} through the SAML API.
	 * @param domain the domain, whatever the case
	 * @return this sandbox
	 */
	public Sandbox addVerifiedOrganizationDomain(String domain) {
		this.clerk.addVerifiedOrganizationDomain(domain.toLowerCase(Locale.ROOT));
		return this;
	}

	/**
	 * Sign a person in at Clerk.
	 * @param emailAddress the e-mail address of the person
	 * @return the ids of the enterprise connections that the person can sign in with: the
	 * active connections with the domain of the address, or with one above it where
	 * {@code allow_subdomains} is set
	 */
	public List<String> clerkSignIn(String emailAddress) {
		return this.clerk.signIn(emailAddress);
	}

	/**
	 * Add a user at Clerk.
	 * @param emailAddress the e-mail address
	 * @param connectionIds the ids of the enterprise connections through which the user
	 * came, if any
	 * @return this sandbox
	 */
	public Sandbox addUser(String emailAddress, String... connectionIds) {
		this.clerk.addUser(emailAddress, List.of(connectionIds));
		return this;
	}

	/**
	 * Return the verified organization domains that no activation has removed.
	 * @return a copy, in lower case
	 */
	public Set<String> verifiedOrganizationDomains() {
		return this.clerk.verifiedOrganizationDomains();
	}

	/**
	 * Complete every pending test run: {@code failed} if the primary certificate was not
	 * valid at its start, {@code success} otherwise. A run also completes once its
	 * connection's runs have been listed.
	 * @return this sandbox
	 */
	public Sandbox completeTestRuns() {
		this.clerk.completeTestRuns();
		return this;
	}

	/**
	 * Leave test runs pending until a person chooses at the page of their link what the
	 * IdP responds with, or {@link #completeTestRuns()} is called; until
	 * {@link #reset()}.
	 * @return this sandbox
	 */
	public Sandbox completeTestRunsByPerson() {
		this.clerk.completeTestRunsByPerson();
		return this;
	}

	/**
	 * Set the page to which the pages that play the IdP return: that of a connection in
	 * one's own console. The link of a test run at Clerk and {@code /authorize} of the
	 * Auth0 tenant lead to a page of the sandbox at which a person chooses between
	 * success, failure and an attribute that is missing. It redirects to this URL or to
	 * itself, whatever a request says.
	 * @param url the URL, such as
	 * <code>http://127.0.0.1:8080/connections/{vendor}/default/{connection}</code>;
	 * {@code null} for none
	 * @return this sandbox
	 * @throws IllegalArgumentException if the URL has no host or no path, or anything
	 * after the path
	 */
	public Sandbox signInsReturnTo(@Nullable String url) {
		this.signInSite.returnTo(url);
		return this;
	}

	/**
	 * Remove the deprecated SAML API, as the vendor will: {@code /v1/saml_connections}
	 * returns 410 {@code operation_deprecated} until {@link #reset()}.
	 * @return this sandbox
	 */
	public Sandbox removeSamlApi() {
		this.clerk.removeSamlApi();
		return this;
	}

	/**
	 * Stop listening. Requests that are delayed end at once, and new ones are reset.
	 */
	@Override
	public void close() {
		this.server.stop();
	}

}
