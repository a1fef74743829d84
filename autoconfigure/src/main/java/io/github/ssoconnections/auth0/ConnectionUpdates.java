// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.SecretFields;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.UnknownFields;
import io.github.ssoconnections.auth0.options.ConnectionOptions;
import io.github.ssoconnections.auth0.options.OtherOptions;
import io.github.ssoconnections.auth0.options.StrategyOptions;
import io.github.ssoconnections.client.ApiBody;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.Change;
import io.github.ssoconnections.client.ResponseType;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Updates connections without losing data: reads fields that Auth0 would reset, and sends
 * them with the update.
 */
final class ConnectionUpdates {

	private static final ApiOperation<Auth0Connection> UPDATE = DefaultAuth0ConnectionService.UPDATE;

	/** Name of the operation, for exceptions. */
	static final String NAME = UPDATE.name();

	/** Untyped, so that unknown and invalid options are sent back unchanged. */
	private static final ApiOperation<UnknownFields> READ = Auth0Operations
		.read("connections.get", Auth0Operations.CONNECTION, ResponseType.of(UnknownFields.class))
		.withScopes("read:connections");

	private static final String DISPLAY_NAME = "display_name";

	private static final String OPTIONS = "options";

	private static final String METADATA = "metadata";

	private static final int MAX_METADATA = 10;

	private static final int MAX_METADATA_VALUE = 255;

	/** Options that set the signing certificate. */
	private static final Set<String> SOURCES = Set.of("signingCert", "metadataXml", "metadataUrl");

	/**
	 * Options that Auth0 derives from the signing certificate. They must not be sent with
	 * a new certificate.
	 */
	private static final Set<String> DERIVED = Set.of("cert", "expires", "subject", "thumbprints");

	private final Auth0Client client;

	ConnectionUpdates(Auth0Client client) {
		this.client = client;
	}

	Mono<Auth0Connection> update(String id, Auth0ConnectionPatch patch) {
		Assert.notNull(patch, "'patch' must not be null");
		rejectEnabledClients(patch);
		Assert.isTrue(!patch.fields().containsKey(OPTIONS),
				"'patch' must not set 'options', all of which Auth0 would replace: use mergeOptions or replaceOptions");
		UPDATE.call(id).body(patch);
		Map<String, @Nullable Object> fields = SecretFields.protect(ApiBody.flatten(patch.fields()));
		if (fields.containsKey(DISPLAY_NAME)) {
			return serialized(id, Mono.just(true), (any) -> this.client.execute(UPDATE.call(id).body(patch(fields))));
		}
		return serialized(id, read(id), (current) -> write(id, current, patch(fields), patch(fields)));
	}

	Mono<Auth0Connection> setMetadata(String id, String name, String value) {
		return setMetadata(id, name, value, (current) -> {
		});
	}

	/**
	 * Set one property of the metadata.
	 * @param id the id of the connection
	 * @param name the name of the property
	 * @param value the value
	 * @param check throws an exception if the connection that was read must not be
	 * written
	 * @return the updated connection
	 */
	Mono<Auth0Connection> setMetadata(String id, String name, String value, Consumer<UnknownFields> check) {
		Assert.hasText(name, "'name' must not be empty");
		Assert.isTrue(value != null && value.length() <= MAX_METADATA_VALUE,
				"'value' must have at most 255 characters");
		return serialized(id, read(id), (current) -> {
			check.accept(current);
			return setMetadata(id, current, name, value);
		});
	}

	/**
	 * Remove one property of the metadata, if it is there.
	 * @param id the id of the connection
	 * @param name the name of the property
	 * @return the updated connection, empty if nothing was written
	 */
	Mono<Auth0Connection> removeMetadata(String id, String name) {
		// Null removes it, whether Auth0 replaces the metadata or merges it
		return serialized(id, read(id),
				(current) -> (current.get(METADATA) instanceof Map<?, ?> map && map.get(name) != null)
						? setMetadata(id, current, name, null) : Mono.empty());
	}

	private Mono<Auth0Connection> setMetadata(String id, UnknownFields current, String name, @Nullable String value) {
		Object existing = current.get(METADATA);
		if (existing != null && !(existing instanceof Map)) {
			return Mono.error(unexpected(id, METADATA));
		}
		Map<String, @Nullable Object> metadata = new LinkedHashMap<>();
		if (existing instanceof Map<?, ?> map) {
			map.forEach((key, other) -> metadata.put(String.valueOf(key), other));
		}
		metadata.put(name, value);
		Map<String, @Nullable Object> fields = Map.of(METADATA, metadata);
		return (metadata.size() <= MAX_METADATA) ? write(id, current, patch(fields), patch(fields))
				: Mono.error(withoutRoom(id, name));
	}

	Mono<Auth0Connection> mergeOptions(String id, StrategyOptions<?> options) {
		ConnectionOptions changes = checked(id, options);
		return InlineMetadata.checked(this.client.account(), UPDATE.name(), options,
				serialized(id, read(id), (current) -> existingOptions(id, current)
					.flatMap((existing) -> replaceOptions(id, current, merge(existing, changes), changes))));
	}

	/**
	 * Return the options of a connection that was read.
	 * @param id the id of the connection
	 * @param current the connection
	 * @return the options; a failure if they cannot be read and would be lost
	 */
	Mono<ConnectionOptions> existingOptions(String id, UnknownFields current) {
		Object existing = current.get(OPTIONS);
		if (existing == null) {
			return Mono.error(withoutOptions());
		}
		return (existing instanceof Map) ? Mono.just(options(current)) : Mono.error(unexpected(id, OPTIONS));
	}

	/**
	 * Write all options of a connection that was read.
	 * @param id the id of the connection
	 * @param current the connection
	 * @param options all options
	 * @param changes those of them that change, which listeners are notified of
	 * @return the connection
	 */
	Mono<Auth0Connection> replaceOptions(String id, UnknownFields current, OtherOptions options,
			ConnectionOptions changes) {
		return write(id, current, patch(options), patch(changes.as(OtherOptions::new)));
	}

	Mono<Auth0Connection> replaceOptions(String id, StrategyOptions<?> options) {
		ConnectionOptions replacement = checked(id, options);
		return InlineMetadata.checked(this.client.account(), UPDATE.name(), options,
				serialized(id, read(id), (current) -> write(id, current, patch(replacement.as(OtherOptions::new)),
						patch(replacement.as(OtherOptions::new)))));
	}

	static OtherOptions merge(ConnectionOptions existing, Map<String, @Nullable Object> changes) {
		OtherOptions merged = existing.as(OtherOptions::new);
		if (SOURCES.stream().anyMatch((source) -> changes.get(source) != null)) {
			DERIVED.forEach(merged::unset);
		}
		changes.forEach(merged::set);
		return merged;
	}

	static void rejectEnabledClients(ApiBody<?> body) {
		Assert.isTrue(!body.fields().containsKey("enabled_clients"),
				"'enabled_clients' has reached its end of life: use Auth0ConnectionClients");
	}

	private static ConnectionOptions checked(String id, StrategyOptions<?> options) {
		Assert.notNull(options, "'options' must not be null");
		UPDATE.call(id).body(options);
		return ConnectionOptions.of(options.fields());
	}

	Mono<UnknownFields> read(String id) {
		return this.client.execute(READ.call(id));
	}

	private static ConnectionOptions options(UnknownFields connection) {
		Map<String, @Nullable Object> options = new LinkedHashMap<>();
		if (connection.get(OPTIONS) instanceof Map<?, ?> map) {
			map.forEach((name, value) -> options.put(String.valueOf(name), value));
		}
		return ConnectionOptions.of(options);
	}

	private Mono<Auth0Connection> write(String id, UnknownFields current, Auth0ConnectionPatch patch,
			Auth0ConnectionPatch changes) {
		Object displayName = current.get(DISPLAY_NAME);
		if (displayName != null && !(displayName instanceof String)) {
			return Mono.error(unexpected(id, DISPLAY_NAME));
		}
		if (displayName != null) {
			patch.set(DISPLAY_NAME, displayName);
		}
		Mono<Auth0Connection> written = this.client.execute(UPDATE.call(id).body(patch, changes));
		List<String> certificates = (current.get(OPTIONS) instanceof Map)
				? ConnectionFacts.fingerprints(options(current)) : null;
		return (certificates != null) ? written.contextWrite(Change.replacing(certificates)) : written;
	}

	<L, T> Mono<T> serialized(String id, Mono<L> read, Function<L, Mono<T>> write) {
		return this.client.order().execute(UPDATE.name(), id, read, write);
	}

	private static Auth0ConnectionPatch patch(Map<String, @Nullable Object> fields) {
		Auth0ConnectionPatch patch = new Auth0ConnectionPatch();
		fields.forEach(patch::set);
		return patch;
	}

	private static Auth0ConnectionPatch patch(OtherOptions options) {
		return new Auth0ConnectionPatch().set(OPTIONS, options);
	}

	private SsoApiException unexpected(String id, String field) {
		return new SsoApiException.MalformedResponse(
				new SsoApiException.Details(this.client.account(), UPDATE.name(), null,
						"not sent: connection " + id + " has '" + field
								+ "' of an unexpected structure, and it would be lost; "
								+ "check the connection in the dashboard",
						List.of(), null, null, true, null),
				false);
	}

	private SsoApiException withoutRoom(String id, String name) {
		return new SsoApiException.Conflict(new SsoApiException.Details(this.client.account(), UPDATE.name(), null,
				"not sent: the connection " + id + " has ten properties in its metadata, and none is left for " + name,
				List.of(), null, null, true, null));
	}

	private SsoApiException withoutOptions() {
		return new SsoApiException.Forbidden(new SsoApiException.Details(this.client.account(), UPDATE.name(), null,
				"not sent: the options cannot be read, and would be lost; the token lacks the scope "
						+ "read:connections_options",
				List.of(), null, null, true, null));
	}

}
