// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.declarative;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0ConnectionPatch;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.ConnectionStrategy;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.auth0.account.Auth0Account;
import io.github.ssoconnections.auth0.onboarding.Auth0Idp;
import io.github.ssoconnections.auth0.options.ConnectionOptions;
import io.github.ssoconnections.auth0.options.OtherOptions;
import io.github.ssoconnections.declarative.ChangedSincePlanException;
import io.github.ssoconnections.declarative.CurrentConnection;
import io.github.ssoconnections.declarative.DesiredConnection;
import io.github.ssoconnections.declarative.FieldChange;
import io.github.ssoconnections.declarative.FieldPath;
import io.github.ssoconnections.declarative.FieldRules;
import io.github.ssoconnections.declarative.Fields;
import io.github.ssoconnections.declarative.PlannedConnection;
import io.github.ssoconnections.declarative.ReconciliationVendor;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * {@link ReconciliationVendor} for a tenant at Auth0.
 */
public final class Auth0Reconciliation implements ReconciliationVendor {

	private static final Set<String> NOT_IN_BODY = Set.of("name", "strategy", Auth0Fields.OPTIONS, Auth0Fields.CLIENTS,
			Auth0Fields.ORGANIZATIONS, Auth0Fields.DISCOVERY_DOMAINS);

	private static final String METADATA = "metadata";

	private final Auth0Account auth0;

	private final Auth0ConnectionService connections;

	private final Assignments assignments;

	/**
	 * Create an instance.
	 * @param auth0 the tenant
	 */
	public Auth0Reconciliation(Auth0Account auth0) {
		Assert.notNull(auth0, "'auth0' must not be null");
		this.auth0 = auth0;
		this.connections = auth0.connections();
		this.assignments = new Assignments(auth0);
	}

	@Override
	public Account account() {
		return this.auth0.client().account();
	}

	@Override
	public String apiHost() {
		return URI.create(this.auth0.client().baseUrl()).getAuthority();
	}

	@Override
	public FieldRules rules() {
		return Auth0Fields.RULES;
	}

	@Override
	public boolean hasUniqueNames() {
		return true;
	}

	@Override
	public Map<String, @Nullable Object> toFields(DesiredConnection desired) {
		new NewAuth0Connection().name(desired.name());
		return Auth0Fields.of(desired);
	}

	@Override
	public Map<String, @Nullable Object> toCreation(DesiredConnection desired, Map<String, @Nullable Object> declared) {
		Map<String, @Nullable Object> fields = new LinkedHashMap<>(declared);
		if (desired.idp() != null) {
			fields.putIfAbsent("strategy", Auth0Idp.strategy(desired.idp()).value());
			Map<String, @Nullable Object> options = Fields.of(Auth0Idp.options(desired.idp()));
			options.putAll(Fields.object(fields, Auth0Fields.OPTIONS));
			fields.put(Auth0Fields.OPTIONS, options);
		}
		Assert.isTrue(fields.containsKey("strategy"), "'provider' must be declared to create a connection");
		return fields;
	}

	@Override
	public Map<String, @Nullable Object> toComparable(Map<String, @Nullable Object> declared) {
		return Auth0Fields.comparable(declared);
	}

	@Override
	public Flux<CurrentConnection> list() {
		return this.connections.listAll().map(Auth0Fields::current);
	}

	@Override
	public Mono<CurrentConnection> get(String id) {
		return this.connections.get(id).map(Auth0Fields::current);
	}

	@Override
	public FurtherFields furtherFields() {
		return this.assignments.furtherFields();
	}

	@Override
	public Mono<Void> create(PlannedConnection planned) {
		Map<String, @Nullable Object> declared = Objects.requireNonNull(planned.declared());
		NewAuth0Connection creation = new NewAuth0Connection().name(planned.name())
			.strategy(new ConnectionStrategy(String.valueOf(declared.get("strategy"))));
		declared.forEach((name, value) -> {
			if (!NOT_IN_BODY.contains(name)) {
				creation.set(name, value);
			}
		});
		OtherOptions options = new OtherOptions();
		Fields.object(declared, Auth0Fields.OPTIONS).forEach((name, value) -> {
			if (value != null) {
				options.set(name, value);
			}
		});
		creation.options(options);
		return this.auth0.connectionCreation()
			.createOrFind(creation)
			.flatMap((result) -> result.created()
					? this.assignments.assign(result.value().id(), declared, Map.of(), (name) -> true) : Mono
						.error(new ChangedSincePlanException("a connection of this name was created since the plan")));
	}

	@Override
	public Mono<Void> update(PlannedConnection planned, CurrentConnection current) {
		Map<String, @Nullable Object> declared = Objects.requireNonNull(planned.declared());
		List<Mono<?>> requests = new ArrayList<>();
		Auth0ConnectionPatch patch = new Auth0ConnectionPatch();
		declared.forEach((name, value) -> {
			if (!NOT_IN_BODY.contains(name) && planned.isChanged(name)) {
				patch.set(name, merged(name, current.fields().get(name), value));
			}
		});
		if (!patch.fields().isEmpty()) {
			requests.add(this.connections.update(current.id(), patch));
		}
		addOptions(requests, planned, current);
		requests.add(this.assignments.assign(current.id(), declared, current.fields(), planned::isChanged));
		return Flux.fromIterable(requests).concatMap((request) -> request).then();
	}

	// Null removes a property, whether Auth0 replaces the metadata or merges it
	private static @Nullable Object merged(String name, @Nullable Object current, @Nullable Object declared) {
		return name.equals(METADATA) ? Fields.mergeWithNulls(current, declared) : Fields.merge(current, declared);
	}

	private void addOptions(List<Mono<?>> requests, PlannedConnection planned, CurrentConnection current) {
		ConnectionOptions known = ((Auth0Connection) current.connection()).options();
		OtherOptions changes = new OtherOptions();
		List<String> removals = new ArrayList<>();
		Fields.object(Objects.requireNonNull(planned.declared()), Auth0Fields.OPTIONS).forEach((name, value) -> {
			if (!isChanged(planned, name)) {
				return;
			}
			if (value == null) {
				removals.add(name);
			}
			else {
				// Of the connection itself, whose secrets are not masked
				changes.set(name, Fields.merge((known != null) ? known.get(name) : null, value));
			}
		});
		if (!changes.fields().isEmpty()) {
			requests.add(this.connections.mergeOptions(current.id(), changes));
		}
		if (!removals.isEmpty()) {
			requests.add(Mono.defer(() -> remove(current.id(), removals, changes)));
		}
	}

	private static boolean isChanged(PlannedConnection planned, String option) {
		return planned.isChanged(Auth0Fields.OPTIONS, option)
				|| (Auth0Fields.isMetadataDocument(option) && planned.changes()
					.stream()
					.anyMatch((change) -> change.path().names().size() == 2
							&& Auth0Fields.isFromMetadata(change.path().names().get(1))));
	}

	// What Auth0 does not return, it would lose
	private Mono<Auth0Connection> remove(String id, List<String> removals, OtherOptions changes) {
		return this.connections.get(id).flatMap((connection) -> {
			ConnectionOptions known = connection.options();
			if (known == null) {
				return Mono.error(new ChangedSincePlanException("the options can no longer be read"));
			}
			OtherOptions left = known.as(OtherOptions::new);
			changes.fields().forEach((name, value) -> {
				if (value instanceof Secret) {
					left.set(name, value);
				}
			});
			removals.forEach(left::unset);
			return this.connections.replaceOptions(id, left);
		});
	}

	@Override
	public Mono<Void> delete(String id) {
		return this.connections.delete(id).then();
	}

	@Override
	public String deletionWarning() {
		return "All users of the connection are deleted with it.";
	}

	@Override
	public List<FieldPath> findHidden(CurrentConnection current) {
		return Auth0Fields.findHidden(current);
	}

	@Override
	public List<FieldPath> findLost(CurrentConnection current, List<FieldChange> changes) {
		FieldPath options = FieldPath.of(Auth0Fields.OPTIONS);
		return changes.stream().anyMatch((change) -> options.contains(change.path())) ? findHidden(current) : List.of();
	}

	@Override
	public DesiredConnection toDesired(CurrentConnection current) {
		return Auth0Fields.desired(current);
	}

}
