// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.ssoconnections.sample.AbstractConsoleTests;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AttentionPageTests extends AbstractConsoleTests {

	@Test
	void listsWhatIsUrgentFirst() {
		vendor.seed();
		refresh();
		String page = page("/");
		assertThat(page)
			.containsSubsequence("Urgent", "Certificate expired", "Soon", "Domain conflict", "Acme (old)",
					"Certificate expires", "Globex")
			.contains("Initech", "Oceanic", "9 days ago", "The connections compete for the users of acme.example.")
			.containsPattern("<a href=\"/connections/clerk/default/ent_\\w+\">Initech</a>")
			.doesNotContain("<script", "style=\"", "Stark Industries");
	}

	@Test
	void showsOneKind() {
		vendor.seed();
		refresh();
		assertThat(page("/?kind=domain-conflict")).contains("Acme (old)", "aria-current=\"true\"")
			.doesNotContain("Initech");
		assertThat(page("/?kind=%3Cscript%3E&page=9")).doesNotContain("script").contains("href=\"/?page=1\"");
	}

	@Test
	void showsConnectionsThatNeedAttentionInTheTable() {
		vendor.seed();
		refresh();
		assertThat(page("/connections?state=attention")).contains("Initech", "Acme (old)")
			.doesNotContain("Stark Industries");
	}

	@Test
	void saysThatAnotherKindNeedsAttention() {
		vendor.seed();
		refresh();
		assertThat(page("/?kind=account-unreachable")).contains("Nothing here", "Show everything that needs attention")
			.doesNotContain("Nothing needs attention");
	}

	@Test
	void saysThatNothingIsToBeDone() {
		refresh();
		assertThat(page("/")).contains("Nothing needs attention", "0 connections are known").doesNotContain("<table");
	}

	@Test
	void saysThatAnAccountCannotBeReachedAndShowsTheRest() {
		vendor.seed();
		refresh();
		vendor.faults().on("GET", "/v1/enterprise_connections").status(401);
		refresh();
		assertThat(page("/")).contains("Account cannot be reached", "unauthorized", "Initech", "Oceanic")
			.doesNotContain("Exception", API_KEY);
		vendor.reset();
		refresh();
		assertThat(page("/")).doesNotContain("Account cannot be reached");
	}

	@Test
	void makesNoRequestAndRendersOnePage() {
		vendor.seed("{\"clerk\": [" + IntStream.range(0, 120)
			.mapToObj((i) -> "{\"name\":\"Customer %d\",\"provider\":\"saml_okta\",\"domains\":[\"c%d.example\"]}"
				.formatted(i, i / 2))
			.collect(Collectors.joining(",")) + "]}");
		refresh();
		vendor.seed();
		int before = vendor.requests().size();
		assertThat(page("/").split("<th scope=\"row\">", -1)).hasSizeLessThanOrEqualTo(51);
		page("/?page=2");
		assertThat(vendor.requests()).hasSize(before);
	}

	private String page(String uri) {
		return get(uri).expectStatus().isOk().expectBody(String.class).returnResult().getResponseBody();
	}

}
