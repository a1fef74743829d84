// SPDX-License-Identifier: Apache-2.0

// tag::testing-mocks[]
package com.example;

import java.time.Duration;
import java.util.Map;

import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.test.TestConnections;
import io.github.ssoconnections.test.TestErrors;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class SingleSignOnUnitTests {

	private final EnterpriseConnectionService connections = mock(EnterpriseConnectionService.class);

	private final SingleSignOn singleSignOn = new SingleSignOn(this.connections);

	@Test
	void isInactiveWhenConnectionIs() {
		given(this.connections.get("ent_1"))
			.willReturn(Mono.just(TestConnections.enterprise("acme.example", Map.of("active", false))));
		assertThat(this.singleSignOn.isActive("ent_1").block(Duration.ofSeconds(30))).isFalse();
	}

	@Test
	void isInactiveWhenConnectionIsAbsent() {
		given(this.connections.get("ent_1")).willReturn(Mono.error(TestErrors.notFound("enterprise_connections.get")));
		assertThat(this.singleSignOn.isActive("ent_1").block(Duration.ofSeconds(30))).isFalse();
	}

}
// end::testing-mocks[]
