// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.time.Duration;
import java.util.Map;

import io.github.ssoconnections.index.IndexedAccount;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import io.github.ssoconnections.sample.AbstractConsoleTests;
import io.github.ssoconnections.sample.web.Form;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

class RefreshPageTests extends AbstractConsoleTests {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	@Autowired
	private RefreshedConnectionIndex index;

	@Test
	void readsAllConnectionsAndShowsTheProgress() {
		vendor.seed();
		vendor.faults().on("GET", "/api/v2/connections").times(1).delay(Duration.ofSeconds(1));
		Form.open(this.client, "/")
			.submit(this.client, "/refresh", Map.of())
			.expectStatus()
			.isSeeOther()
			.expectHeader()
			.valueEquals("Location", "/refresh");
		String running = get("/refresh").expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("Refresh", "2")
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(running).contains("connections read so far");
		Flux.interval(Duration.ofMillis(20))
			.filter((tick) -> this.index.accounts().stream().noneMatch((account) -> account.progress() != null))
			.blockFirst(PATIENCE);
		String ended = get("/refresh").expectHeader()
			.doesNotExist("Refresh")
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(ended).contains("No refresh is running", ">Read<").doesNotContain("failed");
		assertThat(this.index.accounts()).extracting(IndexedAccount::connections)
			.allSatisfy((connections) -> assertThat(connections).isNotEmpty());
	}

	@Test
	void saysThatItFailed() {
		vendor.faults().on("GET", "/api/v2/connections").status(401);
		refresh();
		assertThat(get("/refresh").expectBody(String.class).returnResult().getResponseBody())
			.contains("The last refresh failed (unauthorized)");
	}

}
