// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.stream.Stream;

import io.github.ssoconnections.clerk.directory.ClerkDirectories;
import io.github.ssoconnections.clerk.organization.ClerkOrganizationDomains;
import io.github.ssoconnections.clerk.organization.ClerkOrganizations;
import io.github.ssoconnections.testing.OperationContract;
import io.github.ssoconnections.testing.Wire;
import io.github.ssoconnections.testing.WireOperation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What holds for every operation of both services.
 */
@Tag("blockhound")
class OperationTests extends OperationContract {

	OperationTests() {
		super(new Wire(), "clerk", "aZ_09-");
	}

	@Override
	protected Stream<? extends WireOperation> operations() {
		return Stream.of(Operation.values());
	}

	@Override
	protected String rejection() {
		return "{\"errors\":[{\"code\":\"not_allowed\"}]}";
	}

	@ParameterizedTest
	@ValueSource(classes = { EnterpriseConnectionService.class, SamlConnectionService.class, ClerkOrganizations.class,
			ClerkOrganizationDomains.class, ClerkDirectories.class })
	void everyMethodIsTested(Class<?> service) {
		assertThat(Operation.of(service).map(Operation::signature))
			.containsExactlyInAnyOrderElementsOf(WireOperation.signatures(service));
	}

	@ParameterizedTest
	@EnumSource
	void sendsTheConfiguredVersion(Operation operation) {
		this.wire.respondsWith(200, operation.response());
		ClerkClient client = Clerk.client(this.wire, ClerkSettings.defaults().withApiVersion("2031-01-02"));
		StepVerifier.create(operation.call(client, "id"))
			.thenConsumeWhile((item) -> true)
			.expectComplete()
			.verify(Clerk.TIMEOUT);
		assertThat(this.wire.theRequest().getHeader("Clerk-API-Version")).isEqualTo("2031-01-02");
	}

}
