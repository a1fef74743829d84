// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.Collections;
import java.util.stream.Stream;

import io.github.ssoconnections.client.ApiQuery;
import io.github.ssoconnections.testing.Setters;
import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * The raw query of every parameter of every list.
 */
class QueryTests {

	@RegisterExtension
	static final Wire wire = new Wire();

	private static final Setters<EnterpriseConnectionQuery> ENTERPRISE = Setters.of(EnterpriseConnectionQuery::new,
			(setters) -> setters
				.row("organizationId(String)", (query) -> query.organizationId("org_1+2 &=é"),
						"organization_id=org_1%2B2%20%26%3D%C3%A9")
				.row("active(Boolean)", (query) -> query.active(false), "active=false")
				.row("limit(Integer)", (query) -> query.limit(1), "limit=1")
				.row("offset(Long)", (query) -> query.offset(0L), "offset=0"));

	private static final Setters<SamlConnectionQuery> SAML = Setters.of(SamlConnectionQuery::new,
			(setters) -> setters
				.row("query(String)", (query) -> query.query("Größe 50% + \"x\" & y=z; a/b?c#d,e"),
						"query=Gr%C3%B6%C3%9Fe%2050%25%20%2B%20%22x%22%20%26%20y%3Dz%3B%20a%2Fb%3Fc%23d%2Ce")
				.row("orderBy(String)", (query) -> query.orderBy("+created_at"), "order_by=%2Bcreated_at")
				.row("organizationId(String[])", (query) -> query.organizationId("+org_1", "-org_2", "org_3"),
						"organization_id=%2Borg_1&organization_id=-org_2&organization_id=org_3")
				.row("includeOrganizations(String[])", (query) -> query.includeOrganizations("org_1", "org_2"),
						"organization_id=%2Borg_1&organization_id=%2Borg_2")
				.row("excludeOrganizations(String[])", (query) -> query.excludeOrganizations("org_1", "org_2"),
						"organization_id=-org_1&organization_id=-org_2")
				.row("limit(Integer)", (query) -> query.limit(500), "limit=500")
				.row("offset(Long)", (query) -> query.offset(Long.MAX_VALUE), "offset=9223372036854775807"));

	private static final Setters<TestRunQuery> TEST_RUNS = Setters.of(TestRunQuery::new,
			(setters) -> setters
				.row("status(TestRunStatus[])",
						(query) -> query.status(TestRunStatus.PENDING, TestRunStatus.SUCCESS,
								new TestRunStatus("on hold")),
						"status=pending&status=success&status=on%20hold")
				.row("limit(Integer)", (query) -> query.limit(10), "limit=10")
				.row("offset(Long)", (query) -> query.offset(3_000_000_000L), "offset=3000000000"));

	static Stream<Setters<?>> queries() {
		return Stream.of(ENTERPRISE, SAML, TEST_RUNS);
	}

	static Stream<Arguments> setters() {
		return queries()
			.flatMap((query) -> query.signatures().stream().map((signature) -> Arguments.of(query, signature)));
	}

	static Stream<Arguments> nullableSetters() {
		return setters().filter((arguments) -> !arguments.get()[1].toString().endsWith("[])"));
	}

	@ParameterizedTest
	@MethodSource("queries")
	void everySetterIsTested(Setters<?> query) {
		assertThat(query.signatures()).containsExactlyInAnyOrderElementsOf(Setters.signatures(query.type()));
	}

	@ParameterizedTest
	@MethodSource("queries")
	void sendsNothingThatIsNotSet(Setters<?> query) {
		send((ApiQuery<?>) query.empty(), "");
	}

	@ParameterizedTest
	@MethodSource("setters")
	void sendsSetFieldsOnly(Setters<?> query, String setter) {
		send((ApiQuery<?>) query.withValue(setter), "?" + query.wire(setter));
	}

	@ParameterizedTest
	@MethodSource("nullableSetters")
	void omitsNullParameters(Setters<?> query, String setter) {
		send((ApiQuery<?>) query.withNull(setter), "");
	}

	@ParameterizedTest
	@MethodSource("queries")
	void sendsAParameterThatIsNotModelled(Setters<?> query) {
		ApiQuery<?> instance = (ApiQuery<?>) query.empty();
		instance.param("new[param]", "ü &", 7, true);
		send(instance, "?new%5Bparam%5D=%C3%BC%20%26&new%5Bparam%5D=7&new%5Bparam%5D=true");
	}

	@Test
	void replacesAnEarlierValue() {
		send(new EnterpriseConnectionQuery().active(true).limit(5).active(false), "?limit=5&active=false");
		send(new EnterpriseConnectionQuery().active(true).limit(5).active(null), "?limit=5");
		send(new TestRunQuery().status(TestRunStatus.PENDING).status(TestRunStatus.FAILED), "?status=failed");
		send(new TestRunQuery().status(TestRunStatus.PENDING).status(), "");
	}

	@Test
	void addsOrganizationsToThoseNamedBefore() {
		send(new SamlConnectionQuery().includeOrganizations("org_1")
			.excludeOrganizations("org_2")
			.includeOrganizations("org_3"),
				"?organization_id=%2Borg_1&organization_id=-org_2&organization_id=%2Borg_3");
		send(new SamlConnectionQuery().includeOrganizations("org_1").organizationId("org_2"), "?organization_id=org_2");
		send(new SamlConnectionQuery().includeOrganizations("org_1").organizationId(), "");
	}

	@ParameterizedTest
	@ValueSource(ints = { Integer.MIN_VALUE, -1, 0, 501, Integer.MAX_VALUE })
	void rejectsALimitOutOfBounds(int limit) {
		String message = "'limit' must be between 1 and 500";
		assertThatIllegalArgumentException().isThrownBy(() -> new EnterpriseConnectionQuery().limit(limit))
			.withMessage(message);
		assertThatIllegalArgumentException().isThrownBy(() -> new SamlConnectionQuery().limit(limit))
			.withMessage(message);
		assertThatIllegalArgumentException().isThrownBy(() -> new TestRunQuery().limit(limit)).withMessage(message);
	}

	@ParameterizedTest
	@ValueSource(longs = { Long.MIN_VALUE, -1 })
	void rejectsANegativeOffset(long offset) {
		String message = "'offset' must not be negative";
		assertThatIllegalArgumentException().isThrownBy(() -> new EnterpriseConnectionQuery().offset(offset))
			.withMessage(message);
		assertThatIllegalArgumentException().isThrownBy(() -> new SamlConnectionQuery().offset(offset))
			.withMessage(message);
		assertThatIllegalArgumentException().isThrownBy(() -> new TestRunQuery().offset(offset)).withMessage(message);
	}

	@Test
	void rejectsNoOrganization() {
		SamlConnectionQuery query = new SamlConnectionQuery();
		assertThatIllegalArgumentException().isThrownBy(() -> query.includeOrganizations((String) null));
		assertThatIllegalArgumentException().isThrownBy(() -> query.includeOrganizations((String[]) null));
		assertThatIllegalArgumentException().isThrownBy(() -> query.excludeOrganizations(""));
		assertThatIllegalArgumentException().isThrownBy(() -> query.organizationId((String) null));
		assertThatIllegalArgumentException().isThrownBy(() -> query.organizationId((String[]) null));
		assertThat(query.parameters()).isEmpty();
	}

	@Test
	void rejectsMoreThanHundredOrganizations() {
		String[] hundred = Collections.nCopies(100, "org_1").toArray(String[]::new);
		String[] more = Collections.nCopies(101, "org_1").toArray(String[]::new);
		String message = "'organizationIds' must not be more than 100";
		SamlConnectionQuery query = new SamlConnectionQuery().organizationId(hundred);
		assertThatIllegalArgumentException().isThrownBy(() -> query.includeOrganizations("org_2")).withMessage(message);
		assertThatIllegalArgumentException().isThrownBy(() -> query.excludeOrganizations("org_2")).withMessage(message);
		assertThatIllegalArgumentException().isThrownBy(() -> query.organizationId(more)).withMessage(message);
		assertThat(query.organizationId(hundred).limit(5).parameters()).hasSize(101);
		assertThat(new SamlConnectionQuery().excludeOrganizations(hundred).parameters()).hasSize(100);
	}

	@Test
	void rejectsNoStatus() {
		TestRunQuery query = new TestRunQuery();
		assertThatIllegalArgumentException().isThrownBy(() -> query.status((TestRunStatus) null));
		assertThatIllegalArgumentException().isThrownBy(() -> query.status((TestRunStatus[]) null));
	}

	@Test
	void rejectsAParameterWithoutNameOrValue() {
		EnterpriseConnectionQuery query = new EnterpriseConnectionQuery();
		assertThatIllegalArgumentException().isThrownBy(() -> query.param("", 1));
		assertThatIllegalArgumentException().isThrownBy(() -> query.param("a", (Object) null));
	}

	private static void send(ApiQuery<?> query, String raw) {
		wire.server().resetRequests();
		wire.respondsWith(200, Clerk.page(0));
		if (query instanceof EnterpriseConnectionQuery enterprise) {
			Clerk.result(Clerk.enterprise(wire).list(enterprise));
			wire.received("GET", "/enterprise_connections" + raw, "");
		}
		else if (query instanceof SamlConnectionQuery saml) {
			Clerk.result(Clerk.saml(wire).list(saml));
			wire.received("GET", "/saml_connections" + raw, "");
		}
		else if (query instanceof TestRunQuery runs) {
			Clerk.result(Clerk.enterprise(wire).listTestRuns("ent_1", runs));
			wire.received("GET", "/enterprise_connections/ent_1/test_runs" + raw, "");
		}
	}

}
