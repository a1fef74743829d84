// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.page;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

import io.github.ssoconnections.index.ConnectionSort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionTableTests {

	@ParameterizedTest
	@CsvSource({ "page=0", "page=-1", "page=x", "page=99999999", "size=26", "size=1000000", "sort=id", "sort=NAME",
			"order=up", "account=clerk", "account=clerk/default/x", "vendor=a%20b", "protocol=ldap", "state=1",
			"more=1" })
	void takesWhatIsNoneForTheDefault(String query) {
		assertThat(table(query)).isEqualTo(table("")).matches((table) -> !table.isFiltered());
		table(query).toQuery();
	}

	@Test
	void keepsEverythingButThePageInAnotherOrder() {
		ConnectionTable table = table("q=a%26b&account=clerk/eu&protocol=saml&state=active&size=50&page=3");
		assertThat(table.sortedBy("expiry"))
			.isEqualTo("/connections?q=a%26b&account=clerk%2Feu&protocol=saml&state=active&sort=expiry&size=50");
		assertThat(table.page(4))
			.isEqualTo("/connections?q=a%26b&account=clerk%2Feu&protocol=saml&state=active" + "&size=50&page=4");
	}

	@Test
	void reversesThePresentOrder() {
		assertThat(table("").sortedBy("name")).isEqualTo("/connections?order=desc");
		assertThat(table("order=desc").sortedBy("name")).isEqualTo("/connections");
		ConnectionTable descending = table("sort=expiry&order=desc");
		assertThat(descending.sort()).isEqualTo(ConnectionSort.EXPIRY);
		assertThat(descending.ariaSort("expiry")).isEqualTo("descending");
		assertThat(descending.ariaSort("name")).isEqualTo("none");
	}

	@Test
	void readsItsOwnAddresses() {
		ConnectionTable table = table("q=%7Bid%7D%20+%3C%C3%BC&vendor=auth0&state=inactive&sort=domain&order=desc");
		assertThat(table.text()).isEqualTo("{id}  <\u00fc");
		assertThat(table(table.page(1).substring("/connections?".length()))).isEqualTo(table);
	}

	private static ConnectionTable table(String query) {
		MultiValueMap<String, String> parameters = new LinkedMultiValueMap<>();
		UriComponentsBuilder.fromUriString("/?" + query)
			.build()
			.getQueryParams()
			.forEach((name, values) -> values.forEach((value) -> parameters.add(name,
					(value != null) ? URLDecoder.decode(value, StandardCharsets.UTF_8) : null)));
		return ConnectionTable.of(parameters);
	}

}
