// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.github.ssoconnections.SecretFields;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.http.ApiBody;
import io.github.ssoconnections.http.ApiOperation;
import io.github.ssoconnections.http.Change;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.util.Assert;

/**
 * Changes connections so that nothing is lost: reads what Auth0 would reset, and sends it
 * along.
 */
final class ConnectionUpdates {

	private static final ApiOperation<Auth0Connection> UPDATE = DefaultAuth0ConnectionService.UPDATE;

	private static final String DISPLAY_NAME = "display_name";

	private static final String OPTIONS = "options";

	/** Where Auth0 takes the signing certificate from. */
	private static final Set<String> SOURCES = Set.of("signingCert", "metadataXml", "metadataUrl");

	/**
	 * What Auth0 derives from the signing certificate: the old values do not go with a
	 * new one.
	 */
	private static final Set<String> DERIVED = Set.of("cert", "expires", "subject", "thumbprints");

	private final Auth0Client client;

	ConnectionUpdates(Auth0Client client) {
		this.client = client;
	}

	Mono<Auth0Connection> update(String id, Auth0ConnectionPatch patch) {
		Assert.notNull(patch, "'patch' must not be null");
		refuseClients(patch);
		Assert.isTrue(!patch.fields().containsKey(OPTIONS),
				"'patch' must not set 'options', all of which Auth0 would replace: use mergeOptions or replaceOptions");
		// Fit to be sent, and as they are now
		UPDATE.call(id).body(patch);
		Map<String, @Nullable Object> fields = SecretFields.protect(ApiBody.flatten(patch.fields()));
		if (fields.containsKey(DISPLAY_NAME)) {
			return inOrder(id, Mono.just(true), (any) -> this.client.execute(UPDATE.call(id).body(patch(fields))));
		}
		return inOrder(id, read(id), (current) -> write(id, current, patch(fields), patch(fields)));
	}

	Mono<Auth0Connection> mergeOptions(String id, StrategyOptions<?> options) {
		ConnectionOptions changes = checked(id, options);
		return InlineMetadata.checked(UPDATE.name(), options, inOrder(id, read(id), (current) -> {
			ConnectionOptions existing = current.options();
			if (existing == null) {
				return Mono.error(withoutOptions());
			}
			return write(id, current, patch(merge(existing, changes)), patch(changes.as(OtherOptions::new)));
		}));
	}

	Mono<Auth0Connection> replaceOptions(String id, StrategyOptions<?> options) {
		ConnectionOptions replacement = checked(id, options);
		return InlineMetadata.checked(UPDATE.name(), options, inOrder(id, read(id), (current) -> write(id, current,
				patch(replacement.as(OtherOptions::new)), patch(replacement.as(OtherOptions::new)))));
	}

	static OtherOptions merge(ConnectionOptions existing, Map<String, @Nullable Object> changes) {
		OtherOptions merged = existing.as(OtherOptions::new);
		if (SOURCES.stream().anyMatch((source) -> changes.get(source) != null)) {
			DERIVED.forEach(merged::unset);
		}
		changes.forEach(merged::set);
		return merged;
	}

	static void refuseClients(ApiBody<?> body) {
		Assert.isTrue(!body.fields().containsKey("enabled_clients"),
				"'enabled_clients' has reached its end of life: use Auth0ConnectionClients");
	}

	private static ConnectionOptions checked(String id, StrategyOptions<?> options) {
		Assert.notNull(options, "'options' must not be null");
		UPDATE.call(id).body(options);
		return ConnectionOptions.of(options.fields());
	}

	private Mono<Auth0Connection> read(String id) {
		return this.client.execute(DefaultAuth0ConnectionService.GET.call(id));
	}

	private Mono<Auth0Connection> write(String id, Auth0Connection current, Auth0ConnectionPatch patch,
			Auth0ConnectionPatch changes) {
		if (current.displayName() != null) {
			patch.set(DISPLAY_NAME, current.displayName());
		}
		Mono<Auth0Connection> written = this.client.execute(UPDATE.call(id).body(patch, changes));
		List<String> certificates = ConnectionFacts.fingerprints(current);
		return (certificates != null) ? written.contextWrite(Change.replacing(certificates)) : written;
	}

	private <L> Mono<Auth0Connection> inOrder(String id, Mono<L> look, Function<L, Mono<Auth0Connection>> act) {
		return this.client.order().inOrder(UPDATE.name(), id, look, act);
	}

	private static Auth0ConnectionPatch patch(Map<String, @Nullable Object> fields) {
		Auth0ConnectionPatch patch = new Auth0ConnectionPatch();
		fields.forEach(patch::set);
		return patch;
	}

	private static Auth0ConnectionPatch patch(OtherOptions options) {
		return new Auth0ConnectionPatch().set(OPTIONS, options);
	}

	private static SsoApiException withoutOptions() {
		return new SsoApiException.Forbidden(new SsoApiException.Details(Auth0Vendor.NAME, UPDATE.name(), null,
				"not sent: the options cannot be read, and would be lost; the token lacks the scope "
						+ "read:connections_options",
				List.of(), null, null, true, null));
	}

}
