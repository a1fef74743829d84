// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.util.stream.IntStream;

import io.github.ssoconnections.sample.AbstractConsoleTests;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;

import static org.assertj.core.api.Assertions.assertThat;

class Auth0ConnectionsPageTests extends AbstractConsoleTests {

	@Test
	void showsConnections() {
		vendor.seed();
		assertThat(page("/auth0")).contains("Soylent", "soylent-saml", "soylent.example", "pingfederate", "Inactive")
			.contains("Auth0: Real account")
			.doesNotContain("sandbox-only", "rel=\"next\"");
	}

	@Test
	void leadsToNextPage() {
		IntStream.range(0, 26)
			.forEach((i) -> create(AUTH0_CONNECTIONS, "{\"name\": \"c%02d\", \"strategy\": \"samlp\"}".formatted(i)));
		String first = page("/auth0");
		assertThat(first).contains("c24").doesNotContain("c25").contains("rel=\"next\"");
		String next = first.replaceFirst("(?s).*href=\"/auth0\\?from=([^\"]+)\".*", "$1");
		assertThat(page("/auth0?from=" + next)).contains("c25").doesNotContain("c24", "rel=\"next\"");
	}

	@Test
	void saysWhenThereIsNothing() {
		assertThat(page("/auth0")).contains("No connections here");
	}

	@Test
	void saysWhenTheVendorFails() {
		vendor.faults().on("GET", "/api/v2/connections").status(403);
		get("/auth0").expectStatus()
			.isEqualTo(HttpStatus.BAD_GATEWAY)
			.expectBody(String.class)
			.value((body) -> assertThat(body).contains("Permission missing"));
	}

	private String page(String uri) {
		return get(uri).expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody();
	}

}
