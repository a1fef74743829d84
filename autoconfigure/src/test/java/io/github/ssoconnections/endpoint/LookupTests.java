// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.endpoint;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;
import io.github.ssoconnections.client.WireJson;
import io.github.ssoconnections.endpoint.LookupDescriptor.CandidateDescriptor;
import io.github.ssoconnections.endpoint.SsoConnectionsEndpoint.ConnectionDescriptor;
import io.github.ssoconnections.index.VirtualIndex;
import io.github.ssoconnections.lint.CertificateLint;
import io.github.ssoconnections.monitor.TestCatalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.scheduler.Schedulers;

import org.springframework.boot.actuate.endpoint.InvalidEndpointRequestException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Look-ups by the endpoint.
 */
@ExtendWith(OutputCaptureExtension.class)
class LookupTests {

	private final TestCatalog catalog = new TestCatalog("clerk");

	private final VirtualIndex index = new VirtualIndex(this.catalog);

	@ParameterizedTest
	@CsvSource({ "acme.com,", "ACME.com.,", ",alice@acme.com", ",a@b@Acme.com" })
	void returnsCandidatesWithoutARequest(String domain, String email) {
		this.catalog.with(entry("ent_1", "acme.com"));
		this.index.refresh();
		LookupDescriptor lookup = lookUp(domain, email);
		assertThat(lookup)
			.isEqualTo(
					new LookupDescriptor(
							null, List.of(
									new CandidateDescriptor("clerk", "default", "domain",
											new ConnectionDescriptor("ent_1", "Customer", "oidc", null, "active",
													List.of("acme.com"), null, null, null))),
							1, null, this.index.now()));
		assertThat(this.catalog.refreshes()).isEqualTo(1);
		assertThat(this.catalog.reads()).isZero();
	}

	@Test
	void returnsAtMostTwentyCandidates() {
		for (int i = 0; i < 25; i++) {
			this.catalog.with(entry("ent_" + i, "acme.com"));
		}
		this.index.refresh();
		assertThat(lookUp("acme.com", null).candidates()).hasSize(20);
		assertThat(lookUp("acme.com", null).totalCount()).isEqualTo(25);
	}

	@Test
	void saysThatConnectionsAreNotKnownYet() {
		LookupDescriptor lookup = lookUp(null, "alice@acme.com");
		assertThat(lookup.failure()).contains("clerk").contains("not known yet");
		assertThat(lookup.candidates()).isNull();
		assertThat(endpoint(false).connections(null, "acme.com", null).block(Duration.ofSeconds(20)).lookup().failure())
			.isEqualTo("there is no index of connections");
	}

	@Test
	void saysWhatIsUnknown() {
		this.catalog.skipping(2);
		this.index.refresh();
		LookupDescriptor lookup = lookUp("acme.com", null);
		assertThat(lookup.candidates()).isEmpty();
		assertThat(lookup.gaps()).singleElement().asString().contains("2 skipped");
	}

	@Test
	void neitherEchoesNorLogsWhatWasLookedUp(CapturedOutput output) {
		this.catalog.with(entry("ent_1", "other.com")).skipping(1);
		assertThat(WireJson.mapper().writeValueAsString(lookUp(null, "canary@secret.example"))).doesNotContain("canary",
				"secret");
		this.index.refresh();
		String json = WireJson.mapper().writeValueAsString(lookUp(null, "canary@secret.example"));
		assertThat(json).contains("gaps").doesNotContain("canary", "secret");
		assertThat(output).doesNotContain("canary", "secret");
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '"',
			value = { "canary,,'domain' must be a fully qualified domain", "canary@acme.com,,'domain' must be",
					",canary.com,'email' must be an e-mail address", ",@canary.com,'email' must be",
					",canary@,'email' must be", ",canary@canary,'email' must be", "a.com,a@a.com,exclude each other" })
	void rejectsWhatIsNoDomainOrAddress(String domain, String email, String message) {
		this.index.refresh();
		assertThatExceptionOfType(InvalidEndpointRequestException.class).isThrownBy(() -> lookUp(domain, email))
			.withMessageContaining(message)
			.satisfies((failure) -> assertThat(failure.getMessage() + failure.getReason()).doesNotContain("canary"));
	}

	@Test
	void rejectsALimitBesideALookUp() {
		assertThatExceptionOfType(InvalidEndpointRequestException.class)
			.isThrownBy(() -> endpoint(true).connections(3, "acme.com", null));
	}

	private LookupDescriptor lookUp(String domain, String email) {
		return endpoint(true).connections(null, domain, email).block(Duration.ofSeconds(20)).lookup();
	}

	private SsoConnectionsEndpoint endpoint(boolean indexed) {
		return new SsoConnectionsEndpoint(List.of(this.catalog), () -> indexed ? this.index.index() : null,
				Duration.ofSeconds(5), CertificateLint.Thresholds.DEFAULT, Clock.systemUTC(), Schedulers::parallel);
	}

	private static CatalogEntry entry(String id, String domain) {
		return new CatalogEntry("clerk", Account.DEFAULT, id, "Customer", CatalogEntry.OIDC, null, true,
				List.of(domain), List.of());
	}

}
