// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the events of client secrets that a {@link CertificateMonitor} publishes.
 */
@ExtendWith(OutputCaptureExtension.class)
class SecretEventsTests {

	private static final Instant START = VirtualMonitor.START;

	private static final Instant END = START.plus(Duration.ofDays(40));

	private final TestCatalog catalog = new TestCatalog("clerk");

	@Test
	void publishesEachThresholdOnce(CapturedOutput output) {
		VirtualMonitor virtual = new VirtualMonitor(this.catalog.withSecret("ent_1", true, END)).start();
		virtual.advance(Duration.ofDays(9));
		assertThat(virtual.events()).isEmpty();
		virtual.advance(Duration.ofDays(20));
		assertThat(virtual.events()).singleElement()
			.isEqualTo(new OidcSecretExpiring("clerk", Account.DEFAULT, "ent_1", "Customer ent_1",
					CertificateState.EXPIRING, END, START.plus(Duration.ofDays(10)).plusSeconds(15)));
		virtual.advance(Duration.ofDays(10));
		assertThat(virtual.events()).singleElement()
			.isEqualTo(new OidcSecretExpiring("clerk", Account.DEFAULT, "ent_1", "Customer ent_1",
					CertificateState.CRITICAL, END, START.plus(Duration.ofDays(33)).plusSeconds(15)));
		virtual.advance(Duration.ofDays(100));
		assertThat(virtual.events()).singleElement()
			.isEqualTo(new OidcSecretExpired("clerk", Account.DEFAULT, "ent_1", "Customer ent_1", END,
					END.plusSeconds(15)));
		assertThat(StringUtils.countOccurrencesOf(output.getAll(), "WARN")).isEqualTo(3);
		assertThat(output.getAll())
			.contains("The client secret of connection ent_1 'Customer ent_1' at clerk expires in 29 days, on " + END)
			.containsOnlyOnce("at clerk expired 0 days ago, on " + END);
	}

	@Test
	void startsOverWithANewTime() {
		VirtualMonitor virtual = new VirtualMonitor(this.catalog.withSecret("ent_1", true, START)).start();
		this.catalog.withSecret("ent_1", true, END);
		virtual.refresh();
		assertThat(virtual.events()).singleElement().isInstanceOf(OidcSecretExpired.class);
		virtual.advance(Duration.ofDays(11));
		assertThat(virtual.events()).singleElement().isInstanceOf(OidcSecretExpiring.class);
	}

	@Test
	void publishesANewTimeWithinALessSevereThreshold() {
		VirtualMonitor virtual = new VirtualMonitor(this.catalog.withSecret("ent_1", true, START)).start();
		assertThat(virtual.events()).singleElement().isInstanceOf(OidcSecretExpired.class);
		Instant soon = START.plus(Duration.ofDays(20));
		this.catalog.withSecret("ent_1", true, soon);
		virtual.refresh();
		assertThat(virtual.events()).singleElement()
			.isInstanceOfSatisfying(OidcSecretExpiring.class, (event) -> assertThat(event.expiresAt()).isEqualTo(soon));
		virtual.refresh();
		assertThat(virtual.events()).isEmpty();
		this.catalog.withSecret("ent_1", true, soon.plus(Duration.ofDays(1)));
		virtual.refresh();
		assertThat(virtual.events()).hasSize(1);
	}

	@Test
	void startsOverWhenTheTimeWasRemoved() {
		VirtualMonitor virtual = new VirtualMonitor(this.catalog.withSecret("ent_1", true, START)).start();
		this.catalog.withSecret("ent_1", true, null);
		virtual.refresh();
		this.catalog.withSecret("ent_1", true, START);
		virtual.refresh();
		assertThat(virtual.events()).hasSize(2).hasOnlyElementsOfType(OidcSecretExpired.class);
	}

	@Test
	void publishesNothingForInactiveConnectionUntilItIsActivated() {
		this.catalog.withSecret("ent_1", false, START);
		VirtualMonitor virtual = new VirtualMonitor(this.catalog).start().refresh();
		assertThat(virtual.events()).isEmpty();
		this.catalog.withSecret("ent_1", true, START);
		assertThat(virtual.refresh().events()).singleElement().isInstanceOf(OidcSecretExpired.class);
		this.catalog.withSecret("ent_2", null, START);
		assertThat(virtual.refresh().events()).singleElement().isInstanceOf(OidcSecretExpired.class);
	}

	@Test
	void publishesExpiryWhileRefreshesFail() {
		VirtualMonitor virtual = new VirtualMonitor(this.catalog.withSecret("ent_1", true, END)).start();
		this.catalog.responding(Flux.error(new IllegalStateException("not available")));
		virtual.advance(Duration.ofDays(41));
		assertThat(virtual.events()).extracting(Object::getClass)
			.map(Class::getSimpleName)
			.containsExactly("OidcSecretExpiring", "OidcSecretExpiring", "OidcSecretExpired");
	}

	@Test
	void isIndependentOfCertificates() {
		this.catalog.with("ent_1", START).withSecret("ent_2", true, START);
		VirtualMonitor virtual = new VirtualMonitor(this.catalog).start();
		assertThat(virtual.events()).extracting(Object::getClass)
			.map(Class::getSimpleName)
			.containsExactlyInAnyOrder("CertificateExpired", "OidcSecretExpired");
		// A client secret is no certificate: report, health and the numbers by state
		// count none
		assertThat(virtual.monitor().report().active()).containsEntry(CertificateState.EXPIRED, 1L);
	}

	@Test
	void warnsWithoutControlCharactersInTheNameOfAConnection(CapturedOutput output) {
		this.catalog
			.with(new CatalogEntry("clerk", Account.DEFAULT, "ent_1", "a\nWARN forged\u202E", CatalogEntry.OIDC, null,
					true, List.of(), List.of())
				.withDetails(CatalogEntry.Details.NONE.withOidcSecretExpiresAt(START)));
		new VirtualMonitor(this.catalog).start();
		assertThat(output.getAll()).contains("connection ent_1 'a?WARN forged?' at clerk expired 0 days ago");
	}

}
