// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.declarative;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.clerk.OidcSettings;
import io.github.ssoconnections.clerk.account.ClerkAccount;
import io.github.ssoconnections.clerk.onboarding.ClerkIdp;
import io.github.ssoconnections.clerk.organization.OrganizationDomain;
import io.github.ssoconnections.client.ApiBody;
import io.github.ssoconnections.declarative.ChangedSincePlanException;
import io.github.ssoconnections.declarative.CurrentConnection;
import io.github.ssoconnections.declarative.DesiredConnection;
import io.github.ssoconnections.declarative.FieldPath;
import io.github.ssoconnections.declarative.FieldRules;
import io.github.ssoconnections.declarative.Fields;
import io.github.ssoconnections.declarative.PlannedConnection;
import io.github.ssoconnections.declarative.ReconciliationVendor;
import io.github.ssoconnections.onboarding.IdpSettings;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@link ReconciliationVendor} for an account at Clerk.
 */
public final class ClerkReconciliation implements ReconciliationVendor {

	/** What Clerk takes in an update only. */
	private static final Set<String> UPDATE_ONLY = Set.of("sync_user_attributes", "disable_additional_identifications");

	private static final String UNPLANNED = "the activation would remove verified domains that the plan does not name: ";

	private final ClerkAccount clerk;

	private final EnterpriseConnectionService connections;

	/**
	 * Create an instance.
	 * @param clerk the account
	 */
	public ClerkReconciliation(ClerkAccount clerk) {
		Assert.notNull(clerk, "'clerk' must not be null");
		this.clerk = clerk;
		this.connections = clerk.enterpriseConnections();
	}

	@Override
	public Account account() {
		return this.clerk.client().account();
	}

	@Override
	public String apiHost() {
		return URI.create(this.clerk.client().baseUrl()).getAuthority();
	}

	@Override
	public FieldRules rules() {
		return ClerkFields.RULES;
	}

	@Override
	public boolean hasUniqueNames() {
		return false;
	}

	@Override
	public Map<String, @Nullable Object> toFields(DesiredConnection desired) {
		return ClerkFields.of(desired);
	}

	@Override
	public Map<String, @Nullable Object> toCreation(DesiredConnection desired, Map<String, @Nullable Object> declared) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>(declared);
		if (desired.idp() != null) {
			fields.putIfAbsent("provider", ClerkIdp.provider(desired.idp()).value());
			if (desired.idp() instanceof IdpSettings.Oidc oidc) {
				Map<String, @Nullable Object> settings = Fields.of(ClerkIdp.oidc(oidc));
				settings.putAll(Fields.object(fields, ClerkFields.OIDC));
				fields.put(ClerkFields.OIDC, settings);
			}
		}
		Assert.isTrue(fields.containsKey("provider"), "'provider' must be declared to create a connection");
		Assert.isTrue(fields.containsKey("domains"), "'domains' must be declared to create a connection");
		return fields;
	}

	@Override
	public Map<String, @Nullable Object> toComparable(Map<String, @Nullable Object> declared) {
		return ClerkFields.comparable(declared);
	}

	@Override
	public Flux<CurrentConnection> list() {
		return this.connections.listAll().map(ClerkFields::current);
	}

	@Override
	public Mono<CurrentConnection> get(String id) {
		return this.connections.get(id).map(ClerkFields::current);
	}

	@Override
	public FurtherFields furtherFields() {
		return new ClerkFurtherFields(this.clerk);
	}

	@Override
	public Mono<Void> create(PlannedConnection planned) {
		Map<String, @Nullable Object> declared = Objects.requireNonNull(planned.declared());
		return this.clerk.enterpriseConnectionCreation().createOrFind(creation(declared)).flatMap((result) -> {
			if (!result.created()) {
				return Mono.error(new ChangedSincePlanException(
						"a connection of this name and these domains was created since the plan"));
			}
			String id = result.value().id();
			EnterpriseConnectionPatch rest = new EnterpriseConnectionPatch();
			UPDATE_ONLY.stream().filter(declared::containsKey).forEach((name) -> rest.set(name, declared.get(name)));
			Map<String, @Nullable Object> saml = Fields.object(declared, ClerkFields.SAML);
			if (saml.containsKey("name")) {
				rest.saml(new EnterpriseConnectionPatch.Saml().set("name", saml.get("name")));
			}
			return patch(id, rest).then(Mono
				.defer(() -> Boolean.TRUE.equals(declared.get("active")) ? activate(id, planned) : Mono.empty()));
		});
	}

	private static NewEnterpriseConnection creation(Map<String, @Nullable Object> declared) {
		NewEnterpriseConnection creation = new NewEnterpriseConnection();
		declared.forEach((name, value) -> {
			if (!UPDATE_ONLY.contains(name) && !(value instanceof Map)) {
				creation.set(name, value);
			}
		});
		Map<String, @Nullable Object> saml = Fields.object(declared, ClerkFields.SAML);
		saml.remove("name");
		if (!saml.isEmpty()) {
			creation.saml(filled(new NewEnterpriseConnection.Saml(), saml));
		}
		Map<String, @Nullable Object> oidc = Fields.object(declared, ClerkFields.OIDC);
		if (!oidc.isEmpty()) {
			creation.oidc(filled(new OidcSettings(), oidc));
		}
		return creation.active(false);
	}

	private static <B extends ApiBody<B>> B filled(B body, Map<String, @Nullable Object> fields) {
		fields.forEach(body::set);
		return body;
	}

	private Mono<Void> patch(String id, EnterpriseConnectionPatch patch) {
		return patch.fields().isEmpty() ? Mono.empty() : this.connections.update(id, patch).then();
	}

	private Mono<Void> activate(String id, PlannedConnection planned) {
		return findUnplanned(id,
				planned)
			.flatMap((more) -> more.isEmpty() ? patch(id, new EnterpriseConnectionPatch().active(true))
					: Mono.error(new SsoApiException.Conflict(
							new SsoApiException.Details(account(), "enterprise_connections.update", null,
									"the connection " + id + " is written, and not activated: " + UNPLANNED + more,
									List.of(), null, null, true, null))));
	}

	// Clerk removes verified domains without notice
	private Mono<Set<String>> findUnplanned(String id, PlannedConnection planned) {
		return this.clerk.reviewedActivation().review(id).map((review) -> {
			Set<String> more = ClerkFurtherFields
				.lowerCase(review.verifiedDomains().stream().map(OrganizationDomain::name).toList());
			more.removeAll(planned.removedDomains());
			return more;
		});
	}

	@Override
	public Mono<Void> update(PlannedConnection planned, CurrentConnection current) {
		Map<String, @Nullable Object> declared = Objects.requireNonNull(planned.declared());
		EnterpriseConnectionPatch patch = new EnterpriseConnectionPatch();
		boolean activates = planned.isChanged("active") && Boolean.TRUE.equals(declared.get("active"));
		declared.forEach((name, value) -> {
			boolean isObject = name.equals(ClerkFields.SAML) || name.equals(ClerkFields.OIDC);
			if (!isObject && planned.isChanged(name) && !(activates && name.equals("active"))) {
				patch.set(name, value);
			}
		});
		Map<String, @Nullable Object> saml = changed(planned, current, ClerkFields.SAML);
		if (!saml.isEmpty()) {
			patch.saml(filled(new EnterpriseConnectionPatch.Saml(), saml));
		}
		Map<String, @Nullable Object> oidc = changed(planned, current, ClerkFields.OIDC);
		if (!oidc.isEmpty()) {
			patch.oidc(filled(new OidcSettings(), oidc));
		}
		if (!activates) {
			return patch(current.id(), patch);
		}
		return findUnplanned(current.id(), planned)
			.flatMap((more) -> more.isEmpty() ? patch(current.id(), patch)
					: Mono.error(new ChangedSincePlanException(UNPLANNED + more)))
			.then(Mono.defer(() -> activate(current.id(), planned)));
	}

	private static Map<String, @Nullable Object> changed(PlannedConnection planned, CurrentConnection current,
			String object) {
		Map<String, @Nullable Object> changed = new LinkedHashMap<>();
		Fields.object(Objects.requireNonNull(planned.declared()), object).forEach((name, value) -> {
			boolean document = name.equals(ClerkFields.METADATA)
					&& ClerkFields.DERIVED.stream().anyMatch((derived) -> planned.isChanged(object, derived));
			if (document || planned.isChanged(object, name)) {
				changed.put(name, Fields.mergeWithNulls(FieldPath.of(object, name).read(current.fields()), value));
			}
		});
		return changed;
	}

	@Override
	public Mono<Void> delete(String id) {
		return this.connections.delete(id).then();
	}

	@Override
	public String deletionWarning() {
		return "Users can no longer sign in through the connection. A new one has a new ACS URL.";
	}

	@Override
	public DesiredConnection toDesired(CurrentConnection current) {
		return ClerkFields.desired(current);
	}

	@Override
	public List<FieldPath> findHidden(CurrentConnection current) {
		return (current.fields().get(ClerkFields.OIDC) != null)
				? List.of(FieldPath.of(ClerkFields.OIDC, ClerkFields.SECRET)) : List.of();
	}

}
