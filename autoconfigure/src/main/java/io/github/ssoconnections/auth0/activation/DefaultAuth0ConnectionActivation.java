// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.activation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.CreateResult;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Client;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.Auth0ConnectionClients;
import io.github.ssoconnections.auth0.Auth0ConnectionCreation;
import io.github.ssoconnections.auth0.Auth0ConnectionPatch;
import io.github.ssoconnections.auth0.Auth0ConnectionService;
import io.github.ssoconnections.auth0.AuthenticationPurpose;
import io.github.ssoconnections.auth0.ClientChange;
import io.github.ssoconnections.auth0.NewAuth0Connection;
import io.github.ssoconnections.auth0.activation.ActivationState.Mark;
import io.github.ssoconnections.auth0.activation.ActivationStep.Kind;
import io.github.ssoconnections.auth0.activation.ActivationStep.Outcome;
import io.github.ssoconnections.auth0.organization.Auth0OrganizationConnections;
import io.github.ssoconnections.auth0.organization.OrganizationConnection;
import io.github.ssoconnections.auth0.organization.OrganizationConnectionSettings;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Default {@link Auth0ConnectionActivation}.
 */
final class DefaultAuth0ConnectionActivation implements Auth0ConnectionActivation {

	private static final String OPERATION = "connections.update";

	private static final String CREATE = "connections.create";

	private static final String METADATA = "metadata";

	private static final String UPDATE_CONNECTIONS = "update:connections";

	private final Auth0Client client;

	private final Auth0ConnectionService connections;

	private final Auth0ConnectionCreation creation;

	private final Auth0ConnectionClients clients;

	private final Auth0OrganizationConnections organizations;

	private final boolean earlyAccess;

	private final String path;

	DefaultAuth0ConnectionActivation(Auth0Client client) {
		Assert.notNull(client, "'client' must not be null");
		this.client = client;
		this.connections = Auth0ConnectionService.create(client);
		this.creation = Auth0ConnectionCreation.create(this.connections, client);
		this.clients = Auth0ConnectionClients.create(client);
		this.organizations = Auth0OrganizationConnections.create(client);
		this.earlyAccess = client.settings().earlyAccessOrganizationConnections();
		this.path = "/organizations/{id}/" + (this.earlyAccess ? "connections" : "enabled_connections");
	}

	@Override
	public Mono<CreateResult<Auth0Connection>> create(NewAuth0Connection connection, ActivationPlan plan) {
		Assert.notNull(connection, "'connection' must not be null");
		Assert.notNull(plan, "'plan' must not be null");
		Assert.isTrue(!Boolean.TRUE.equals(connection.get("is_domain_connection")),
				"'connection' must not be a domain connection, which third-party clients can use before the activation");
		Map<String, @Nullable String> metadata = new LinkedHashMap<>();
		if (connection.get(METADATA) instanceof Map<?, ?> map) {
			map.forEach((name, value) -> metadata.put(String.valueOf(name), (value != null) ? value.toString() : null));
		}
		metadata.put(METADATA_KEY, ActivationState.of(plan).format());
		NewAuth0Connection planned = new NewAuth0Connection();
		connection.fields().forEach(planned::set);
		return this.creation.createOrFind(planned.metadata(metadata))
			.flatMap((result) -> (result.created()
					|| state(result.value()).map(ActivationState::plan).filter(plan::isSameAs).isPresent())
							? Mono.just(result)
							: Mono.error(conflict(CREATE,
									"not changed: a connection of this name exists, and does not have this "
											+ "plan: set the plan of the connection " + result.value().id())));
	}

	private static Optional<ActivationState> state(Auth0Connection connection) {
		Map<String, @Nullable String> metadata = connection.metadata();
		return (metadata != null) ? ActivationState.parse(metadata.get(METADATA_KEY)) : Optional.empty();
	}

	// A plan that is not understood says what is enabled, and must not be overwritten
	private Mono<ActivationState> readableState(Auth0Connection connection) {
		Map<String, @Nullable String> metadata = connection.metadata();
		Optional<ActivationState> state = state(connection);
		return (state.isPresent() || metadata == null || metadata.get(METADATA_KEY) == null) ? Mono.justOrEmpty(state)
				: Mono.error(conflict("not sent: the connection " + connection.id()
						+ " has a plan of an unknown format in the property " + METADATA_KEY
						+ " of its metadata, by a newer version or an edit: correct it, or disable what it names and "
						+ "remove it"));
	}

	@Override
	public Mono<ActivationPlan> getPlan(String connectionId) {
		return this.connections.get(connectionId).flatMap(this::getPlan);
	}

	@Override
	public Mono<ActivationPlan> getPlan(Auth0Connection connection) {
		Assert.notNull(connection, "'connection' must not be null");
		return readableState(connection).map(ActivationState::plan);
	}

	@Override
	public Mono<Auth0Connection> setPlan(String connectionId, ActivationPlan plan) {
		Assert.notNull(plan, "'plan' must not be null");
		ActivationState first = ActivationState.of(plan);
		return serialized(connectionId,
				(connection) -> readableState(connection).map((current) -> current.replan(plan))
					.defaultIfEmpty(Optional.of(first))
					.flatMap((next) -> next.map((state) -> remember(connection, state))
						.orElseGet(() -> Mono.error(conflict("not sent: the activation has enabled the connection "
								+ connectionId + " for a client or an organization that the plan does not have: "
								+ "deactivate it first")))));
	}

	private Mono<Auth0Connection> remember(Auth0Connection connection, ActivationState state) {
		return this.connections.setMetadata(connection.id(), METADATA_KEY, state.format());
	}

	@Override
	public Mono<ActivationResult> activate(String connectionId) {
		return withState(connectionId, this::activate);
	}

	private Mono<ActivationResult> activate(Auth0Connection connection, ActivationState state) {
		List<ActivationStep> all = new ArrayList<>();
		state.organizations()
			.keySet()
			.forEach((id) -> all.add(step(Kind.ORGANIZATION, id, "POST " + this.path, "create")));
		state.clients().keySet().forEach((id) -> all.add(clientStep(id)));
		ActivationSteps steps = new ActivationSteps(connection.id(), all);
		Mono<Map<String, OrganizationConnection>> enabledOrganizations = enabledOrganizations(steps, connection.id(),
				state);
		return enabledOrganizations
			.flatMap((before) -> enabledClients(steps, connection.id(), state).flatMap((clientIds) -> {
				ActivationState decided = state.decided(clientIds, before.keySet());
				return remember(steps, connection, state, decided).then(Flux.fromIterable(all)
					.concatMap((step) -> steps.execute(step,
							enable(step, connection.id(), decided, before.get(step.id()))))
					.then(Mono.fromSupplier(() -> result(connection, steps))));
			}));
	}

	private Mono<Map<String, OrganizationConnection>> enabledOrganizations(ActivationSteps steps, String connectionId,
			ActivationState state) {
		return Flux.fromIterable(state.organizations().keySet())
			.concatMap((id) -> steps
				.reporting(step(Kind.ORGANIZATION, id, "GET " + this.path, "read"), this.organizations.list(id))
				.flatMap((all) -> Mono
					.justOrEmpty(all.stream().filter((each) -> connectionId.equals(each.connectionId())).findFirst()))
				.map((found) -> Map.entry(id, found)))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue);
	}

	private Mono<Set<String>> enabledClients(ActivationSteps steps, String connectionId, ActivationState state) {
		String first = state.clients().keySet().iterator().next();
		return steps.reporting(
				ActivationStep.open(Kind.CLIENT, first, "GET /connections/{id}/clients", "read:connections"),
				this.clients.listAll(connectionId)
					.flatMap((each) -> Mono.justOrEmpty(each.clientId()))
					.collect(Collectors.toSet()));
	}

	// What is about to be enabled is remembered first, so that a deactivation finds it
	private Mono<Void> remember(ActivationSteps steps, Auth0Connection connection, ActivationState state,
			ActivationState next) {
		return state.equals(next) ? Mono.empty() : steps
			.reporting(ActivationStep.open(Kind.PLAN, connection.id(), "PATCH /connections/{id}", UPDATE_CONNECTIONS),
					remember(connection, next))
			.then();
	}

	private Mono<ActivationStep> enable(ActivationStep step, String connectionId, ActivationState state,
			@Nullable OrganizationConnection before) {
		if (mark(state, step) == Mark.BEFORE) {
			return Mono
				.just(step.with(Outcome.ENABLED_BEFORE, (before != null) ? before.assignMembershipOnLogin() : null));
		}
		return (step.kind() == Kind.CLIENT)
				? this.clients.update(connectionId, List.of(ClientChange.enable(step.id())))
					.thenReturn(step.with(Outcome.ENABLED))
				: this.organizations
					.enable(step.id(), connectionId,
							new OrganizationConnectionSettings()
								.assignMembershipOnLogin(state.assignMembershipOnLogin()))
					.map((enabled) -> step.with(Outcome.ENABLED, enabled.assignMembershipOnLogin()));
	}

	private static Mark mark(ActivationState state, ActivationStep step) {
		Map<String, Mark> marks = (step.kind() == Kind.CLIENT) ? state.clients() : state.organizations();
		return marks.getOrDefault(step.id(), Mark.PLANNED);
	}

	@Override
	public Mono<ActivationResult> deactivate(String connectionId) {
		return withState(connectionId, this::deactivate);
	}

	private Mono<ActivationResult> deactivate(Auth0Connection connection, ActivationState state) {
		List<ActivationStep> all = new ArrayList<>();
		ActivationState.own(state.clients()).forEach((id) -> all.add(clientStep(id)));
		ActivationState.own(state.organizations())
			.forEach((id) -> all.add(step(Kind.ORGANIZATION, id,
					(this.earlyAccess ? "PATCH " : "DELETE ") + this.path + "/{connectionId}",
					this.earlyAccess ? "update" : "delete")));
		ActivationSteps steps = new ActivationSteps(connection.id(), all);
		return Flux.fromIterable(all)
			.concatMap((step) -> disable(steps, connection.id(), step))
			.then(Mono.defer(() -> remember(steps, connection, state, state.undone())))
			.then(Mono.fromSupplier(() -> result(connection, steps)));
	}

	private Mono<Void> disable(ActivationSteps steps, String connectionId, ActivationStep step) {
		Mono<Void> disabled = (step.kind() == Kind.CLIENT)
				? this.clients.update(connectionId, List.of(ClientChange.disable(step.id())))
				: this.organizations.disable(step.id(), connectionId);
		// A client, a connection or an organization that is gone is not enabled
		return steps.execute(step, disabled.onErrorResume(SsoApiException.NotFound.class, (gone) -> Mono.empty())
			.thenReturn(step.with(Outcome.DISABLED)));
	}

	@Override
	public Mono<Auth0Connection> suspend(String connectionId) {
		return setActive(connectionId, false);
	}

	@Override
	public Mono<Auth0Connection> resume(String connectionId) {
		return setActive(connectionId, true);
	}

	private Mono<Auth0Connection> setActive(String connectionId, boolean active) {
		return this.connections.update(connectionId,
				new Auth0ConnectionPatch().authentication(AuthenticationPurpose.of(active)));
	}

	private static ActivationStep clientStep(String id) {
		return ActivationStep.open(Kind.CLIENT, id, "PATCH /connections/{id}/clients", UPDATE_CONNECTIONS);
	}

	private static ActivationStep step(Kind kind, String id, String call, String action) {
		return ActivationStep.open(kind, id, call, action + ":organization_connections");
	}

	private static ActivationResult result(Auth0Connection connection, ActivationSteps steps) {
		return new ActivationResult(connection.id(), ReadinessRules.isActive(connection), steps.done());
	}

	private Mono<ActivationResult> withState(String connectionId,
			BiFunction<Auth0Connection, ActivationState, Mono<ActivationResult>> change) {
		return serialized(connectionId,
				(connection) -> readableState(connection)
					.switchIfEmpty(Mono.error(() -> conflict(
							"not sent: the connection " + connectionId + " has no plan in its metadata: set its plan")))
					.flatMap((state) -> change.apply(connection, state)));
	}

	private <T> Mono<T> serialized(String connectionId, Function<Auth0Connection, Mono<T>> change) {
		return this.client.activations().execute(OPERATION, connectionId, this.connections.get(connectionId), change);
	}

	private SsoApiException conflict(String reason) {
		return conflict(OPERATION, reason);
	}

	private SsoApiException conflict(String operation, String reason) {
		return new SsoApiException.Conflict(new SsoApiException.Details(this.client.account(), operation, null, reason,
				List.of(), null, null, true, null));
	}

}
