// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox.auth0;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.Response;
import io.github.ssoconnections.sandbox.idp.MetadataDocuments;
import io.github.ssoconnections.sandbox.rest.Call;
import io.github.ssoconnections.sandbox.rest.Operations;
import io.github.ssoconnections.sandbox.rest.Operations.Match;
import io.github.ssoconnections.sandbox.rest.RejectedException;
import io.github.ssoconnections.sandbox.rest.Rejections.Problem;
import io.github.ssoconnections.sandbox.rest.Reply;
import io.github.ssoconnections.sandbox.rest.VendorApi;
import io.github.ssoconnections.sandbox.signin.SignInPages;
import io.github.ssoconnections.sandbox.signin.SignInSite;
import org.jspecify.annotations.Nullable;
import wiremock.com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Auth0's Management API and token endpoint behind {@code Sandbox}, which is what
 * applications use.
 */
public final class Auth0Api implements VendorApi {

	private static final Map<Integer, String> CODES = Map.of(400, "invalid_body", 403, "insufficient_scope", 404,
			"inexistent_connection", 409, "connection_conflict", 429, "too_many_requests");

	private static final int RATE_LIMIT = 50;

	private final Tenant tenant;

	private final Operations<Guarded> operations = new Operations<>();

	private final InstantSource clock;

	private final Tokens tokens;

	private final TokenEndpoint tokenEndpoint;

	private final SignInPages signInPages;

	private final AuthorizeEndpoint authorizeEndpoint;

	private final ConnectionOperations connectionOperations;

	private final ClientOperations clients;

	private final ProvisioningOperations provisioning;

	private final OrganizationOperations organizations;

	private final SelfServiceOperations selfService;

	private final LogOperations logs;

	private final DiscoveryDomainOperations discoveryDomains;

	private final TenantClientOperations tenantClients;

	private final SignIns signIns;

	private final UserOperations users;

	private final EventOperations events;

	private int rateLimitRemaining = RATE_LIMIT - 1;

	/**
	 * Create an API without connections.
	 * @param clock the clock
	 * @param documents the metadata documents of identity providers
	 * @param site where the pages are that play the IdP
	 */
	public Auth0Api(InstantSource clock, MetadataDocuments documents, SignInSite site) {
		this.clock = clock;
		this.tenant = new Tenant(new DerivedOptions(documents));
		this.tokens = new Tokens(clock);
		this.tokenEndpoint = new TokenEndpoint(this.tokens);
		this.signInPages = new SignInPages("auth0", site);
		this.authorizeEndpoint = new AuthorizeEndpoint(this.tenant, this.signInPages);
		this.clients = new ClientOperations(this.tenant);
		this.provisioning = new ProvisioningOperations(this.tenant, clock);
		this.events = new EventOperations(clock);
		this.events.addTo(this.operations);
		this.connectionOperations = new ConnectionOperations(this.tenant, this.events);
		this.connectionOperations.addTo(this.operations);
		this.clients.addTo(this.operations);
		new KeyOperations(this.tenant, clock).addTo(this.operations);
		new ScimOperations(this.tenant, clock).addTo(this.operations);
		this.provisioning.addTo(this.operations);
		this.organizations = new OrganizationOperations(this.tenant, this.events);
		this.organizations.addTo(this.operations);
		this.selfService = new SelfServiceOperations(this.tenant, this.clients::exists, this.organizations::exists,
				clock);
		this.selfService.addTo(this.operations);
		this.logs = new LogOperations(this.tenant, clock);
		this.logs.addTo(this.operations);
		this.discoveryDomains = new DiscoveryDomainOperations(this.organizations::require);
		this.discoveryDomains.addTo(this.operations);
		this.tenantClients = new TenantClientOperations(this.clients::require);
		this.tenantClients.addTo(this.operations);
		this.signIns = new SignIns(this.tenant, this.organizations, this.discoveryDomains, this.tenantClients);
		this.users = new UserOperations(this.tenant);
		this.users.addTo(this.operations);
	}

	@Override
	public boolean serves(String path) {
		return path.startsWith("/api/v2/") || path.equals(TokenEndpoint.PATH) || path.equals(AuthorizeEndpoint.PATH)
				|| path.equals(this.signInPages.path());
	}

	@Override
	public synchronized Response handle(Request request) {
		String path = request.getUrl().split("\\?", 2)[0];
		try {
			if (path.equals(TokenEndpoint.PATH)) {
				return this.tokenEndpoint.respond(request).toResponse();
			}
			if (path.equals(AuthorizeEndpoint.PATH)) {
				return this.authorizeEndpoint.respond(request).toResponse();
			}
			if (path.equals(this.signInPages.path())) {
				return this.signInPages.respond(request).toResponse();
			}
			return limited(route(request, path)).toResponse();
		}
		catch (Auth0Exception ex) {
			return limited(ex.reply()).toResponse();
		}
		catch (RejectedException ex) {
			return ex.reply().toResponse();
		}
	}

	private Reply route(Request request, String path) {
		Access access = this.tokens.access(request.getHeader("Authorization"));
		Match<Guarded> match = this.operations.find(request.getMethod().value(), path);
		if (match == null) {
			throw Auth0Exception.of(Problem.NOT_FOUND, List.of());
		}
		return match.handler().respond(Call.of(request, match.variables(), Auth0Exception::of), access);
	}

	private Reply limited(Reply reply) {
		int remaining = (reply.status() != 429) ? this.rateLimitRemaining : 0;
		return reply.with(Map.of("x-ratelimit-limit", String.valueOf(RATE_LIMIT), "x-ratelimit-remaining",
				String.valueOf(remaining), "x-ratelimit-reset",
				String.valueOf(this.clock.instant().getEpochSecond() + 1)));
	}

	@Override
	public synchronized Response failure(String path, int status, @Nullable String code) {
		if (path.equals(TokenEndpoint.PATH)) {
			return TokenEndpoint.failure(status, code).toResponse();
		}
		String message = "The sandbox was set to respond with " + status + ".";
		return limited(new Auth0Exception(status, message, (code != null) ? code : CODES.get(status)).reply())
			.toResponse();
	}

	/**
	 * Add connections worth looking at, and the clients that they are enabled for.
	 */
	public synchronized void seed() {
		new Auth0Seed(this.tenant, this.clock.instant()).plant();
		this.tenant.listed()
			.stream()
			.flatMap((connection) -> connection.clients().stream())
			.forEach((client) -> this.tenantClients.organizationUsage(client, "allow"));
	}

	/**
	 * Add a connection.
	 * @param body the body of the request that creates it
	 */
	public synchronized void seed(ObjectNode body) {
		this.connectionOperations.create(Call.checked(body, RequestShapes.CREATE_CONNECTION, Auth0Exception::of));
	}

	/**
	 * Forget everything but the tokens.
	 */
	public synchronized void reset() {
		this.tenant.clear();
		this.signInPages.clear();
		this.organizations.clear();
		this.selfService.clear();
		this.logs.clear();
		this.discoveryDomains.clear();
		this.tenantClients.clear();
		this.signIns.clear();
		this.users.clear();
		this.events.clear();
		this.tokens.reset();
		this.clients.existing(null);
		this.rateLimitRemaining = RATE_LIMIT - 1;
	}

	Tenant tenant() {
		return this.tenant;
	}

	Tokens tokens() {
		return this.tokens;
	}

	ClientOperations clients() {
		return this.clients;
	}

	ProvisioningOperations provisioning() {
		return this.provisioning;
	}

	UserOperations users() {
		return this.users;
	}

	EventOperations events() {
		return this.events;
	}

	LogOperations logs() {
		return this.logs;
	}

	DiscoveryDomainOperations discoveryDomains() {
		return this.discoveryDomains;
	}

	TenantClientOperations tenantClients() {
		return this.tenantClients;
	}

	SignIns signIns() {
		return this.signIns;
	}

	void rateLimitRemaining(int remaining) {
		this.rateLimitRemaining = remaining;
	}

}
