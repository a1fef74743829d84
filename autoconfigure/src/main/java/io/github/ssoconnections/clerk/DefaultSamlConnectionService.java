// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.function.Consumer;

import io.github.ssoconnections.Assert;
import io.github.ssoconnections.ListDrift;
import io.github.ssoconnections.Page;
import io.github.ssoconnections.client.ApiOperation;
import io.github.ssoconnections.client.Effect;
import io.github.ssoconnections.client.ResponseType;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;

/**
 * Default {@link SamlConnectionService}: a table of operations, and a method for each.
 */
@SuppressWarnings("deprecation")
final class DefaultSamlConnectionService implements SamlConnectionService {

	private static final String ALL = "/saml_connections";

	private static final String ONE = ALL + "/{saml_connection_id}";

	private static final ResponseType<SamlConnection> CONNECTION = ResponseType.of(SamlConnection.class)
		.identifiedBy(SamlConnection.class, SamlConnection::id);

	private static final ApiOperation<Page<SamlConnection>> LIST = ApiOperation.of("saml_connections.list",
			HttpMethod.GET, ALL, Effect.READ, ResponseType.<Page<SamlConnection>>of(Page.class, SamlConnection.class)
				.identifiedBy(SamlConnection.class, SamlConnection::id));

	private static final ApiOperation<SamlConnection> CREATE = ApiOperation
		.of("saml_connections.create", HttpMethod.POST, ALL, Effect.CREATE, CONNECTION)
		.withRecoveryAdvice("list the connections and look for its name and domains")
		.changing(ConnectionChanges::of);

	private static final ApiOperation<SamlConnection> GET = ApiOperation.of("saml_connections.get", HttpMethod.GET, ONE,
			Effect.READ, CONNECTION);

	private static final ApiOperation<SamlConnection> UPDATE = ApiOperation
		.of("saml_connections.update", HttpMethod.PATCH, ONE, Effect.PATCH, CONNECTION)
		.withRecoveryAdvice("get the connection and compare")
		.changing(ConnectionChanges::of);

	private static final ApiOperation<DeletedObject> DELETE = ApiOperation
		.of("saml_connections.delete", HttpMethod.DELETE, ONE, Effect.DELETE, ResponseType.of(DeletedObject.class))
		.withFallbackResult(DeletedObject::assumed)
		.changing(ConnectionChanges::of);

	private final ClerkClient client;

	DefaultSamlConnectionService(ClerkClient client) {
		Assert.notNull(client, "'client' must not be null");
		this.client = client;
	}

	@Override
	public Mono<Page<SamlConnection>> list(SamlConnectionQuery query) {
		return this.client.execute(LIST.call().query(query));
	}

	@Override
	public Flux<SamlConnection> listAll(SamlConnectionQuery query, Consumer<ListDrift> onDrift) {
		return this.client.executeAll(LIST.call(), query, SamlConnection::id, onDrift);
	}

	@Override
	public Mono<SamlConnection> create(NewSamlConnection connection) {
		return InlineMetadata.validate(this.client.account(), CREATE.name(), connection,
				this.client.execute(CREATE.call().body(connection)));
	}

	@Override
	public Mono<SamlConnection> get(String id) {
		return this.client.execute(GET.call(id));
	}

	@Override
	public Mono<SamlConnection> update(String id, SamlConnectionPatch patch) {
		return InlineMetadata.validate(this.client.account(), UPDATE.name(), patch,
				this.client.execute(UPDATE.call(id).body(patch)));
	}

	@Override
	public Mono<DeletedObject> delete(String id) {
		return this.client.execute(DELETE.call(id));
	}

}
