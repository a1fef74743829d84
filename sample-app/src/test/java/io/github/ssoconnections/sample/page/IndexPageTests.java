// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.ssoconnections.sample.AbstractConsoleTests;
import org.junit.jupiter.api.Test;

import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tables over an index of its own: one that has read nothing, and a large one.
 */
@TestPropertySource(properties = "console.allowed-hosts=index.example")
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_EACH_TEST_METHOD)
class IndexPageTests extends AbstractConsoleTests {

	private static final int ROWS = 25;

	@Test
	void saysWhichAccountHasNotBeenRead() {
		vendor.faults().on("GET", "/v1/enterprise_connections").status(401);
		refresh();
		String page = page("/connections");
		assertThat(page).contains("Not everything is known")
			.contains("Clerk: the connections have not been read yet")
			.doesNotContain("Exception", "\tat ", API_KEY);
	}

	@Test
	void makesNoRequestAndRendersOnePageOfRowsForTenThousandConnections() {
		vendor.seed("{\"clerk\": [" + IntStream.range(0, 10_000)
			.mapToObj((i) -> "{\"name\":\"Customer %05d\",\"provider\":\"saml_okta\",\"domains\":[\"c%d.example\"]}"
				.formatted(i, i))
			.collect(Collectors.joining(",")) + "]}");
		refresh();
		int before = vendor.requests().size();
		for (String query : new String[] { "", "?page=400", "?q=customer&sort=domain&order=desc&page=7",
				"?state=inactive&size=25" }) {
			String page = page("/connections" + query);
			assertThat(page).contains(" of 10000");
			assertThat(page.split("<th scope=\"row\">", -1)).hasSize(1 + ROWS);
		}
		assertThat(page("/connections?page=400")).contains("Customer 09999", "9976–10000 of 10000", "Page 400 of 400");
		assertThat(page("/connections?size=100").split("<th scope=\"row\">", -1)).hasSize(1 + 100);
		assertThat(vendor.requests()).hasSize(before);
	}

	private String page(String uri) {
		return get(uri).expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody();
	}

}
