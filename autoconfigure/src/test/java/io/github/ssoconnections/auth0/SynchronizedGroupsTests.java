// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.auth0;

import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.auth0.directory.Auth0DirectoryProvisionings;
import io.github.ssoconnections.auth0.directory.SynchronizedGroup;
import io.github.ssoconnections.auth0.directory.SynchronizedGroups;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Limits of requests with synchronized groups.
 */
class SynchronizedGroupsTests {

	@RegisterExtension
	static final Wire wire = Wire.auth0();

	private static final String PATH = "/connections/con_1/directory-provisioning/synchronized-groups";

	private final Auth0DirectoryProvisionings directory = Auth0DirectoryProvisionings.create(Auth0.client(wire));

	@Test
	void removesAHundredGroupsPerRequest() {
		wire.respondsWith(204, "");
		StepVerifier.create(this.directory.removeSynchronizedGroups("con_1", ids(201)))
			.expectComplete()
			.verify(Auth0.TIMEOUT);
		assertThat(wire.requests()).hasSize(3);
		wire.received(wire.requests().get(0), "DELETE", PATH, body(0, 100));
		wire.received(wire.requests().get(1), "DELETE", PATH, body(100, 200));
		wire.received(wire.requests().get(2), "DELETE", PATH, body(200, 201));
	}

	@Test
	void sendsNoFurtherRequestAfterAFailure() {
		wire.respondsWith(404, "{}");
		StepVerifier.create(this.directory.removeSynchronizedGroups("con_1", ids(101)))
			.expectError(SsoApiException.NotFound.class)
			.verify(Auth0.TIMEOUT);
		assertThat(wire.requests()).hasSize(1);
	}

	@Test
	void rejectsWhatAuth0WouldRejectBeforeARequest() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.directory.removeSynchronizedGroups("con_1", List.of()));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.directory.removeSynchronizedGroups("con_1", List.of("a_b")));
		List<SynchronizedGroup> many = Collections.nCopies(101, SynchronizedGroup.of("a"));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.directory.addSynchronizedGroups("con_1", new SynchronizedGroups().groups(many)))
			.withMessageContaining("100");
		assertThat(wire.requests()).isEmpty();
	}

	private static List<String> ids(int count) {
		return IntStream.range(0, count).mapToObj((i) -> "g" + i).toList();
	}

	private static String body(int from, int to) {
		return IntStream.range(from, to)
			.mapToObj((i) -> "{\"id\":\"g" + i + "\"}")
			.collect(Collectors.joining(",", "{\"groups\":[", "]}"));
	}

}
