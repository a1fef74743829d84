// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.clerk;

import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import io.github.ssoconnections.sandbox.idp.MetadataDocuments;
import io.github.ssoconnections.sandbox.rest.Call;
import io.github.ssoconnections.sandbox.rest.Operations;
import io.github.ssoconnections.sandbox.rest.Operations.Match;
import io.github.ssoconnections.sandbox.rest.RejectedException;
import io.github.ssoconnections.sandbox.rest.Reply;
import io.github.ssoconnections.sandbox.rest.VendorApi;
import io.github.ssoconnections.sandbox.signin.SignInPages;
import io.github.ssoconnections.sandbox.signin.SignInSite;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Clerk's API of connections and their neighbours behind {@code Sandbox}, which is what
 * applications use.
 */
public final class ClerkApi implements VendorApi {

	private static final Pattern AUTHORIZATION = Pattern.compile("Bearer sk_test_\\S+", Pattern.CASE_INSENSITIVE);

	private static final Map<Integer, String> CODES = Map.ofEntries(Map.entry(400, "bad_request"),
			Map.entry(401, "authentication_invalid"), Map.entry(402, "unsupported_subscription_plan_features"),
			Map.entry(403, "authorization_invalid"), Map.entry(404, "resource_not_found"),
			Map.entry(409, "resource_locked"), Map.entry(410, "operation_deprecated"),
			Map.entry(413, "request_body_too_large"), Map.entry(415, "unsupported_content_type"),
			Map.entry(422, "form_param_value_invalid"), Map.entry(429, "too_many_requests"),
			Map.entry(500, "internal_clerk_error"), Map.entry(502, "bad_gateway"),
			Map.entry(503, "service_unavailable"), Map.entry(504, "gateway_timeout"));

	private final MetadataDocuments documents;

	private final Organizations organizations;

	private final Connections connections;

	private final DirectoryOperations directories;

	private final UserOperations users;

	private final TestRuns testRuns;

	private final SamlOperations samlOperations;

	private final Operations<Function<Call, Reply>> operations = new Operations<>();

	private final SignInPages signInPages;

	private final InstantSource clock;

	/**
	 * Create an API without connections.
	 * @param clock the clock
	 * @param documents the metadata documents of identity providers
	 * @param site where the pages are that play the IdP
	 */
	public ClerkApi(InstantSource clock, MetadataDocuments documents, SignInSite site) {
		this.clock = clock;
		this.signInPages = new SignInPages("clerk", site);
		this.documents = documents;
		this.organizations = new Organizations(clock);
		this.connections = new Connections(this.documents, clock, this.organizations);
		this.testRuns = new TestRuns(clock);
		this.samlOperations = new SamlOperations(this.connections);
		this.samlOperations.addTo(this.operations);
		new EnterpriseOperations(this.connections, this.testRuns, this.signInPages).addTo(this.operations);
		this.directories = new DirectoryOperations(this.connections, clock);
		this.directories.addTo(this.operations);
		this.users = new UserOperations(this.connections, clock);
		this.users.addTo(this.operations);
		new OrganizationOperations(this.organizations, this.connections, clock).addTo(this.operations);
	}

	@Override
	public boolean serves(String path) {
		return path.startsWith("/v1/") || path.equals(this.signInPages.path());
	}

	@Override
	public synchronized Response handle(Request request) {
		try {
			boolean page = request.getUrl().split("\\?", 2)[0].equals(this.signInPages.path());
			return (page ? this.signInPages.respond(request) : route(request)).toResponse();
		}
		catch (RejectedException ex) {
			return ex.reply().toResponse();
		}
	}

	private Reply route(Request request) {
		String authorization = request.getHeader("Authorization");
		if (authorization == null || !AUTHORIZATION.matcher(authorization).matches()) {
			throw new ClerkException(401, "authentication_invalid", "Invalid authentication.");
		}
		Match<Function<Call, Reply>> match = this.operations.find(request.getMethod().value(),
				request.getUrl().split("\\?", 2)[0]);
		if (match == null) {
			throw ClerkException.notFound();
		}
		return match.handler().apply(Call.of(request, match.variables(), ClerkException::of));
	}

	@Override
	public Response failure(String path, int status, @Nullable String code) {
		String vendorCode = (code != null) ? code : CODES.getOrDefault(status, "unexpected_error");
		return new ClerkException(status, vendorCode, "The sandbox was set to respond with " + status + ".").reply()
			.toResponse();
	}

	/**
	 * Add connections worth looking at, whatever the limit.
	 */
	public synchronized void seed() {
		ClerkSeed.plant(this.connections, this.organizations, this.clock.instant());
	}

	/**
	 * Add a connection, whatever the limit.
	 * @param body the body of the request that creates it
	 */
	public synchronized void seed(ObjectNode body) {
		int limit = this.connections.limit();
		this.connections.limit(Integer.MAX_VALUE);
		try {
			this.connections.create(Write
				.enterprise(Call.checked(body, RequestShapes.CREATE_ENTERPRISE_CONNECTION, ClerkException::of)));
		}
		finally {
			this.connections.limit(limit);
		}
	}

	/**
	 * Forget everything.
	 */
	public synchronized void reset() {
		this.connections.clear();
		this.organizations.clear();
		this.directories.clear();
		this.users.clear();
		this.testRuns.clear();
		this.testRuns.completedByPerson(false);
		this.signInPages.clear();
		this.documents.clear();
		this.samlOperations.removed(false);
	}

	/**
	 * Respond with 410 to the SAML API from now on.
	 */
	public synchronized void removeSamlApi() {
		this.samlOperations.removed(true);
	}

	/**
	 * Change how many connections there may be.
	 * @param limit the greatest number
	 */
	public synchronized void connectionLimit(int limit) {
		this.connections.limit(limit);
	}

	/**
	 * Put a metadata document at a URL.
	 * @param url the URL
	 * @param xml the document
	 */
	public synchronized void publishMetadata(String url, String xml) {
		this.documents.publish(url, xml);
	}

	/**
	 * Add a verified organization domain.
	 * @param domain the domain, in lower case
	 */
	public synchronized void addVerifiedOrganizationDomain(String domain) {
		this.connections.verifiedDomains().add(domain);
	}

	/**
	 * Return the verified organization domains.
	 * @return a copy
	 */
	public synchronized Set<String> verifiedOrganizationDomains() {
		Set<String> domains = new TreeSet<>(this.connections.verifiedDomains());
		domains.addAll(this.organizations.verifiedDomains(null));
		return Set.copyOf(domains);
	}

	/**
	 * Return the connections that a person can sign in with.
	 * @param emailAddress the e-mail address of the person
	 * @return the ids of the active connections for the domain of the address
	 */
	public synchronized List<String> signIn(String emailAddress) {
		String domain = emailAddress.substring(emailAddress.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
		return this.connections.newestFirst()
			.stream()
			.filter((connection) -> connection.isActive() && connection.serves(domain))
			.map(Connection::id)
			.toList();
	}

	/**
	 * Add a user.
	 * @param emailAddress the e-mail address
	 * @param connectionIds the ids of the enterprise connections through which the user
	 * came
	 */
	public synchronized void addUser(String emailAddress, List<String> connectionIds) {
		this.users.add(emailAddress, connectionIds);
	}

	/**
	 * Leave test runs pending until a person or a call completes them.
	 */
	public synchronized void completeTestRunsByPerson() {
		this.testRuns.completedByPerson(true);
	}

	/**
	 * Complete every pending test run.
	 */
	public synchronized void completeTestRuns() {
		this.testRuns.complete();
	}

}
