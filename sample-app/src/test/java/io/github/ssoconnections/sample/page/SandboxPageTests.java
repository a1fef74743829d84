// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.time.Duration;

import io.github.ssoconnections.index.ConnectionIndex;
import io.github.ssoconnections.sample.clerk.ClerkAccount;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webtestclient.autoconfigure.AutoConfigureWebTestClient;
import org.springframework.test.web.reactive.server.WebTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
		properties = { "sso-connections.clerk.api-key=", "sso-connections.clerk.base-url=" })
@AutoConfigureWebTestClient(timeout = "PT30S")
class SandboxPageTests {

	@Test
	void saysThatItShowsTheSandboxAndWhatWasNeverTested(@Autowired WebTestClient client,
			@Autowired ClerkAccount account, @Autowired ConnectionIndex index) {
		index.refresh().block(Duration.ofSeconds(30));
		String page = client.get()
			.uri("/connections")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(page).contains("<strong>Clerk: Sandbox</strong>")
			.contains(account.getBaseUrl())
			.contains("Wayne Enterprises")
			.doesNotContain("Live account");
		assertThat(client.get().uri("/").exchange().expectBody(String.class).returnResult().getResponseBody())
			.contains("Never tested", "Wayne Enterprises");
	}

}
