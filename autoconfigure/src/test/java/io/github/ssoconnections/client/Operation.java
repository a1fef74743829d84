// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.function.Function;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.EnterpriseConnectionPatch;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.NewEnterpriseConnection;
import io.github.ssoconnections.clerk.OidcSettings;
import io.github.ssoconnections.testing.VendorUnderTest;
import reactor.core.publisher.Mono;

/**
 * One operation for each effect.
 */
enum Operation {

	READ("enterprise_connections.get", (service) -> service.get("ent_1")),

	DELETE("enterprise_connections.delete", (service) -> service.delete("ent_1")),

	CREATE("enterprise_connections.create",
			(service) -> service.create(
					new NewEnterpriseConnection().name("Acme").oidc(new OidcSettings().clientSecret(Calls.SECRET)))),

	PATCH("enterprise_connections.update", (service) -> service.update("ent_1",
			new EnterpriseConnectionPatch().oidc(new OidcSettings().clientSecret(Calls.SECRET))));

	private final String operationName;

	private final Function<EnterpriseConnectionService, Mono<?>> call;

	Operation(String operationName, Function<EnterpriseConnectionService, Mono<?>> call) {
		this.operationName = operationName;
		this.call = call;
	}

	Mono<?> on(VendorUnderTest.Connections connections) {
		return switch (this) {
			case READ -> connections.get("ent_1");
			case DELETE -> connections.delete("ent_1");
			case CREATE -> connections.create("Acme");
			case PATCH -> connections.update("ent_1");
		};
	}

	/**
	 * Return the name of the operation at a vendor.
	 */
	String at(VendorUnderTest vendor) {
		return vendor.operation(this.operationName.replaceFirst(".*\\.", ""));
	}

	String operationName() {
		return this.operationName;
	}

	Mono<?> on(EnterpriseConnectionService service) {
		return this.call.apply(service);
	}

	/**
	 * Return how it fails when the vendor may or may not have processed it.
	 */
	Class<? extends SsoApiException> whenNobodyKnows() {
		return (this == CREATE || this == PATCH) ? SsoApiException.OutcomeUnknown.class
				: SsoApiException.Unavailable.class;
	}

	/**
	 * Return how a failure goes on that leaves the outcome open.
	 */
	String whatNobodyKnows() {
		return switch (this) {
			case CREATE -> " it may have been created: list the connections and look for its name and domains";
			case PATCH -> " it may have been changed: get the connection and compare";
			default -> "";
		};
	}

}
