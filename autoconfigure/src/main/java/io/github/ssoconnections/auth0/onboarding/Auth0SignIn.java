// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0.onboarding;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.ServiceProviderDetails;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.Auth0Connection;
import io.github.ssoconnections.auth0.account.Auth0Account;
import io.github.ssoconnections.auth0.activation.ActivationPlan;
import io.github.ssoconnections.auth0.activation.MissingPart;
import io.github.ssoconnections.auth0.application.Application;
import io.github.ssoconnections.onboarding.OnboardedConnection;
import io.github.ssoconnections.onboarding.SignInTest;
import io.github.ssoconnections.url.HostNames;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Who can sign in with a connection, and how.
 */
final class Auth0SignIn {

	/** Names are a convenience, and each is a request. */
	private static final int MAX_NAMES = 5;

	private final Auth0Account auth0;

	Auth0SignIn(Auth0Account auth0) {
		this.auth0 = auth0;
	}

	Mono<SignInSettings> read(String connectionId) {
		return this.auth0.connections().get(connectionId).flatMap(this::read);
	}

	Mono<SignInSettings> read(Auth0Connection connection) {
		List<String> unknown = new ArrayList<>();
		Mono<Optional<ActivationPlan>> plan = this.auth0.connectionActivation()
			.getPlan(connection)
			.map(Optional::of)
			.defaultIfEmpty(Optional.empty())
			.onErrorResume(SsoApiException.Conflict.class, (unreadable) -> {
				unknown.add("The plan of the activation cannot be read: " + unreadable.getMessage());
				return Mono.just(Optional.empty());
			});
		Mono<List<String>> clients = this.auth0.connectionClients()
			.listAll(connection.id())
			.flatMap((client) -> Mono.justOrEmpty(client.clientId()))
			.collectList();
		return plan.zipWith(clients)
			.map((read) -> new SignInSettings(connection, read.getT1().orElse(null), read.getT2(), unknown));
	}

	ServiceProviderDetails serviceProvider(SignInSettings settings) {
		String organization = settings.organization();
		return (organization != null) ? this.auth0.serviceProvider().details(settings.connection(), organization)
				: this.auth0.serviceProvider().details(settings.connection());
	}

	/**
	 * Return whether the organization prompt knows domains, verified or not.
	 * @param settings the settings
	 * @param domains the domains
	 * @param unknown receives why it could not be read, which counts as no
	 * @return whether the organization has each of them as a discovery domain
	 */
	Mono<Boolean> hasDiscoveryDomains(SignInSettings settings, List<String> domains, List<String> unknown) {
		String organization = settings.organization();
		if (organization == null || domains.isEmpty()) {
			return Mono.just(false);
		}
		return Flux.defer(() -> this.auth0.discoveryDomains().listAll(organization))
			.flatMap((domain) -> Mono.justOrEmpty(domain.domain()).map(HostNames::toAscii))
			.collectList()
			.map((known) -> known.containsAll(domains.stream().map(HostNames::toAscii).toList()))
			.onErrorResume(Auth0SignIn::isUnreadable, (failure) -> {
				unknown.add("The discovery domains of " + organization + " could not be read: " + failure.getMessage());
				return Mono.just(false);
			});
	}

	// The vendor may return an id that is none
	private static boolean isUnreadable(Throwable failure) {
		return failure instanceof SsoApiException || failure instanceof IllegalArgumentException;
	}

	Mono<List<OnboardedConnection.Named>> organizations(SignInSettings settings, List<String> unknown) {
		return names(settings.organizations(), unknown, (id) -> this.auth0.organizations()
			.get(id)
			.flatMap((found) -> Mono.justOrEmpty((found.displayName() != null) ? found.displayName() : found.name())));
	}

	Mono<List<OnboardedConnection.Named>> clients(SignInSettings settings, List<String> unknown) {
		return names(settings.enabledClients(), unknown,
				(id) -> this.auth0.applications()
					.get(id)
					.flatMap((application) -> Mono.justOrEmpty(application.name())));
	}

	private static Mono<List<OnboardedConnection.Named>> names(List<String> ids, List<String> unknown,
			Function<String, Mono<String>> read) {
		return Flux.fromIterable(ids)
			.index()
			.concatMap(
					(id) -> Mono.defer(() -> (id.getT1() < MAX_NAMES) ? read.apply(id.getT2()) : Mono.<String>empty())
						.onErrorResume(Auth0SignIn::isUnreadable, (failure) -> {
							unknown.add("The name of " + id.getT2() + " could not be read: " + failure.getMessage());
							return Mono.empty();
						})
						.map((name) -> new OnboardedConnection.Named(id.getT2(), name))
						.defaultIfEmpty(new OnboardedConnection.Named(id.getT2(), null)))
			.collectList();
	}

	/**
	 * Find what is missing for a sign-in with a client and the first organization.
	 * @param settings the settings
	 * @param clientId the client
	 * @return the parts
	 */
	private Mono<List<MissingPart>> findMissing(SignInSettings settings, String clientId) {
		String organization = settings.organization();
		return (organization != null) ? this.auth0.readiness()
			.check(settings.connection().id(), clientId, organization)
			.map((readiness) -> readiness.missing()) : Mono.just(List.of());
	}

	Mono<List<MissingPart>> findMissing(SignInSettings settings) {
		return settings.clients().isEmpty() ? Mono.just(List.of()) : findMissing(settings, settings.clients().get(0));
	}

	Mono<SignInTest> test(SignInSettings settings, @Nullable String wantedClientId) {
		if (wantedClientId == null && settings.clients().isEmpty()) {
			return Mono.just(new SignInTest(settings.connection().id(), null, false,
					List.of("The connection is enabled for no client, and has no plan of clients."), null));
		}
		String clientId = (wantedClientId != null) ? wantedClientId : settings.clients().get(0);
		return findMissing(settings, clientId).flatMap((parts) -> {
			List<String> missing = new ArrayList<>(parts.stream().map(MissingPart::text).toList());
			if (missing.isEmpty() && !settings.isActive()) {
				missing.add("The connection is not active.");
			}
			return this.auth0.applications()
				.get(clientId)
				.map((application) -> new SignInTest(settings.connection().id(),
						signInUrl(settings, clientId, callback(application), missing), false, missing, null));
		});
	}

	private @Nullable Secret signInUrl(SignInSettings settings, String clientId, @Nullable String callback,
			List<String> missing) {
		if (callback == null) {
			missing.add("The client " + clientId + " has no callback URL, or the token lacks the scope read:clients.");
			return null;
		}
		ServiceProviderDetails details;
		try {
			details = serviceProvider(settings);
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			missing.add("The address of the sign-in is unknown: " + ex.getMessage());
			return null;
		}
		String address = Stream.of(details.acsUrl(), details.redirectUri(), details.endpoint())
			.filter(Objects::nonNull)
			.findFirst()
			.orElseThrow();
		UriComponentsBuilder url = UriComponentsBuilder.fromUri(URI.create(address).resolve("/authorize"))
			.queryParam("response_type", "code")
			.queryParam("scope", "openid")
			.queryParam("client_id", "{client}")
			.queryParam("connection", "{connection}")
			.queryParam("redirect_uri", "{callback}");
		List<Object> values = new ArrayList<>(List.of(clientId, settings.connection().name(), callback));
		if (settings.organization() != null) {
			url.queryParam("organization", "{organization}");
			values.add(settings.organization());
		}
		return Secret.of(url.encode().buildAndExpand(values.toArray()).toUriString());
	}

	private static @Nullable String callback(Application application) {
		List<String> callbacks = (application.callbacks() != null) ? application.callbacks() : List.of();
		return callbacks.stream().filter((url) -> !url.contains("*")).findFirst().orElse(null);
	}

}
