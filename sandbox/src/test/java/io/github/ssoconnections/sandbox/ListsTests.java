// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sandbox;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ListsTests extends AbstractSandboxTests {

	@Test
	void returnsNewestFirstTenAtATime() {
		IntStream.range(0, 12).forEach((i) -> client.create("C" + i));
		assertThat(names(client.get(ENTERPRISE))).hasSize(10).startsWith("C11", "C10").endsWith("C2");
		assertThat(names(client.get(SAML))).hasSize(10).startsWith("C11");
		assertThat(client.get(ENTERPRISE).body().get("total_count").intValue()).isEqualTo(12);
	}

	@ParameterizedTest
	@CsvSource({ "limit=2&offset=0,C2 C1", "limit=2&offset=2,C0", "limit=500,C2 C1 C0", "offset=3,''",
			"offset=999,''" })
	void returnsPage(String query, String names) {
		IntStream.range(0, 3).forEach((i) -> client.create("C" + i));
		for (String path : List.of(ENTERPRISE, SAML)) {
			ApiResponse page = client.get(path + "?" + query);
			assertThat(String.join(" ", names(page))).isEqualTo(names);
			assertThat(page.body().get("total_count").intValue()).isEqualTo(3);
		}
	}

	@ParameterizedTest
	@CsvSource({ "limit=0,limit", "limit=501,limit", "limit=-1,limit", "limit=ten,limit", "limit=,limit",
			"limit=1.5,limit", "offset=-1,offset", "offset=x,offset", "offset=99999999999,offset" })
	void rejectsBounds(String query, String parameter) {
		String testRuns = ENTERPRISE + "/" + client.create("Acme") + "/test_runs";
		for (String path : List.of(ENTERPRISE, SAML, testRuns)) {
			assertRejected(client.get(path + "?" + query), 422, "form_param_value_invalid", parameter);
		}
	}

	@Test
	void filtersByActive() {
		createActive();
		client.create("Draft");
		assertThat(names(client.get(ENTERPRISE + "?active=true"))).containsExactly("Acme");
		assertThat(names(client.get(ENTERPRISE + "?active=false"))).containsExactly("Draft");
		assertThat(names(client.get(ENTERPRISE))).hasSize(2);
		assertRejected(client.get(ENTERPRISE + "?active=yes"), 422, "form_param_value_invalid", "active");
	}

	@Test
	void filtersByOrganization() {
		client.createEnterprise("'name': 'One', 'organization_id': 'org_1'");
		client.createEnterprise("'name': 'Two', 'organization_id': 'org_2'");
		client.create("None");
		ApiResponse page = client.get(ENTERPRISE + "?organization_id=org_1");
		assertThat(names(page)).containsExactly("One");
		assertThat(page.body().get("total_count").intValue()).isEqualTo(1);
		assertThat(names(client.get(ENTERPRISE + "?organization_id=org_9"))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "organization_id=org_1,One", "organization_id=%2Borg_1,One", "organization_id=+org_1,One",
			"organization_id=-org_1,None Two", "organization_id=org_1&organization_id=org_2,Two One",
			"organization_id=%2Borg_1&organization_id=%2Dorg_1,''",
			"organization_id=-org_1&organization_id=-org_2,None", "query=o,None Two One", "query=NE,None One",
			"query=zzz,''", "query=n&organization_id=org_1,One" })
	void filtersSamlConnections(String query, String names) {
		client.createSaml("'name': 'One', 'organization_id': 'org_1'");
		client.createSaml("'name': 'Two', 'organization_id': 'org_2'");
		client.createSaml("'name': 'None'");
		assertThat(String.join(" ", names(client.get(SAML + "?" + query)))).isEqualTo(names);
	}

	@Test
	void rejectsMoreThanHundredOrganizations() {
		String hundred = "organization_id=org_1&".repeat(100);
		assertThat(client.get(SAML + "?" + hundred).status()).isEqualTo(200);
		assertRejected(client.get(SAML + "?" + hundred + "organization_id=org_2"), 422, "form_param_value_invalid",
				"organization_id");
	}

	@ParameterizedTest
	@CsvSource({ "name,A b C", "%2Bname,A b C", "+name,A b C", "-name,C b A", "created_at,C A b", "-created_at,b A C",
			"phone_number,b A C", "+email_address,b A C", "-first_name,b A C", "last_name,b A C", "%2Busername,b A C" })
	void ordersSamlConnections(String orderBy, String names) {
		for (String name : List.of("C", "A", "b")) {
			client.createSaml("'name': '" + name + "'");
		}
		assertThat(String.join(" ", names(client.get(SAML + "?order_by=" + orderBy)))).isEqualTo(names);
	}

	@Test
	void rejectsUnknownOrder() {
		assertRejected(client.get(SAML + "?order_by=phone"), 422, "form_param_value_invalid", "order_by");
	}

	private static List<String> names(ApiResponse page) {
		List<String> names = new ArrayList<>();
		page.body().get("data").forEach((connection) -> names.add(connection.get("name").textValue()));
		return names;
	}

}
