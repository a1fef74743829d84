// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A call sends what its arguments held when it was made.
 */
class LaterChangeTests {

	@RegisterExtension
	static final Wire wire = new Wire();

	@Test
	void changesToABodyHaveNoEffectOnTheCall() {
		wire.respondsWith(200, "{}");
		List<String> domains = new ArrayList<>(List.of("acme.com"));
		OidcSettings oidc = new OidcSettings().clientId("first");
		NewEnterpriseConnection body = new NewEnterpriseConnection().name("first").domains(domains).oidc(oidc);
		Mono<EnterpriseConnection> call = Clerk.enterprise(wire).create(body);
		body.name("second").active(true).set("new_field", 1);
		oidc.clientId("second").clientSecret("second");
		domains.add("acme.de");
		Clerk.result(call);
		wire.received("POST", "/enterprise_connections",
				"{\"name\":\"first\",\"domains\":[\"acme.com\"],\"oidc\":{\"client_id\":\"first\"}}");
	}

	@Test
	void changesToAPatchHaveNoEffectOnTheCall() {
		wire.respondsWith(200, "{}");
		EnterpriseConnectionPatch.Saml saml = new EnterpriseConnectionPatch.Saml().forceAuthn(true);
		EnterpriseConnectionPatch patch = new EnterpriseConnectionPatch().saml(saml);
		Mono<EnterpriseConnection> call = Clerk.enterprise(wire).update("ent_1", patch);
		patch.name(null);
		saml.forceAuthn(null);
		Clerk.result(call);
		wire.received("PATCH", "/enterprise_connections/ent_1", "{\"saml\":{\"force_authn\":true}}");
	}

	@Test
	void changesToASamlBodyHaveNoEffectOnTheCall() {
		wire.respondsWith(200, "{}");
		NewSamlConnection body = new NewSamlConnection().name("first");
		SamlConnectionPatch patch = new SamlConnectionPatch().name("first");
		Mono<SamlConnection> create = Clerk.saml(wire).create(body);
		Mono<SamlConnection> update = Clerk.saml(wire).update("samlc_1", patch);
		body.name("second");
		patch.name("second");
		Clerk.result(create.then(update));
		assertThat(wire.requests()).hasSize(2)
			.allSatisfy((request) -> assertThat(request.getBodyAsString()).isEqualTo("{\"name\":\"first\"}"));
	}

	@Test
	void changesToAQueryHaveNoEffectOnTheCall() {
		wire.respondsWith(200, Clerk.page(0));
		EnterpriseConnectionQuery enterprise = new EnterpriseConnectionQuery().active(true).limit(7);
		SamlConnectionQuery saml = new SamlConnectionQuery().query("first");
		TestRunQuery runs = new TestRunQuery().status(TestRunStatus.FAILED);
		Flux<?> calls = Flux.concat(Clerk.enterprise(wire).list(enterprise), Clerk.enterprise(wire).listAll(enterprise),
				Clerk.saml(wire).list(saml), Clerk.saml(wire).listAll(saml),
				Clerk.enterprise(wire).listTestRuns("ent_1", runs));
		enterprise.active(false).limit(9).offset(3L).organizationId("org_1");
		saml.query("second").limit(9).includeOrganizations("org_1");
		runs.status(TestRunStatus.PENDING).limit(9);
		Clerk.result(calls.then(Mono.just("done")));
		assertThat(wire.urls()).containsExactly("/enterprise_connections?active=true&limit=7",
				"/enterprise_connections?active=true&limit=7&offset=0", "/saml_connections?query=first",
				"/saml_connections?query=first&limit=100&offset=0",
				"/enterprise_connections/ent_1/test_runs?status=failed");
	}

	@Test
	void oneBodyServesSeveralCalls() {
		wire.respondsWith(200, "{}");
		EnterpriseConnectionPatch patch = new EnterpriseConnectionPatch();
		Mono<?> first = Clerk.enterprise(wire).update("ent_1", patch.active(true));
		Mono<?> second = Clerk.enterprise(wire).update("ent_2", patch.active(false));
		Clerk.result(first.then(second));
		assertThat(wire.requests()).map((request) -> request.getUrl() + request.getBodyAsString())
			.containsExactly("/v1/enterprise_connections/ent_1{\"active\":true}",
					"/v1/enterprise_connections/ent_2{\"active\":false}");
	}

}
