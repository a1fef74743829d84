// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.monitor;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.catalog.CatalogCertificate;
import io.github.ssoconnections.catalog.CatalogEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import reactor.core.publisher.Flux;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the events that a {@link CertificateMonitor} publishes.
 */
@ExtendWith(OutputCaptureExtension.class)
class CertificateEventsTests {

	private static final Instant START = VirtualMonitor.START;

	private static final Instant END = START.plus(Duration.ofDays(40));

	private final TestCatalog catalog = new TestCatalog("clerk");

	@Test
	void publishesEachThresholdOnce() {
		VirtualMonitor virtual = new VirtualMonitor(this.catalog.with("ent_1", END)).start();
		virtual.advance(Duration.ofDays(9));
		assertThat(virtual.events()).isEmpty();
		virtual.advance(Duration.ofDays(20));
		assertThat(virtual.events()).singleElement()
			.isEqualTo(new CertificateExpiring("clerk", Account.DEFAULT, "ent_1", "Customer ent_1",
					CertificateState.EXPIRING, END, START.plus(Duration.ofDays(10)).plusSeconds(15)));
		virtual.advance(Duration.ofDays(10));
		assertThat(virtual.events()).singleElement()
			.isEqualTo(new CertificateExpiring("clerk", Account.DEFAULT, "ent_1", "Customer ent_1",
					CertificateState.CRITICAL, END, START.plus(Duration.ofDays(33)).plusSeconds(15)));
		virtual.advance(Duration.ofDays(100));
		assertThat(virtual.events()).singleElement()
			.isEqualTo(new CertificateExpired("clerk", Account.DEFAULT, "ent_1", "Customer ent_1", END,
					END.plusSeconds(15)));
		assertThat(this.catalog.refreshes()).isGreaterThan(3000);
	}

	@Test
	void publishesTheLatestThresholdOnlyAtTheFirstRefresh() {
		this.catalog.with("expired", START.minusSeconds(1)).with("critical", START.plusSeconds(99));
		Instant now = START.plusSeconds(15);
		assertThat(new VirtualMonitor(this.catalog).start().events()).containsExactlyInAnyOrder(
				new CertificateExpired("clerk", Account.DEFAULT, "expired", "Customer expired", START.minusSeconds(1),
						now),
				new CertificateExpiring("clerk", Account.DEFAULT, "critical", "Customer critical",
						CertificateState.CRITICAL, START.plusSeconds(99), now));
	}

	@Test
	void warnsOnceForEachThresholdWithAccountConnectionAndDaysLeft(CapturedOutput output) {
		TestCatalog europe = new TestCatalog("clerk", "europe").with("ent_1", END);
		VirtualMonitor virtual = new VirtualMonitor(this.catalog, europe).start();
		assertThat(output.getAll()).doesNotContain("WARN");
		virtual.advance(Duration.ofDays(11));
		assertThat(output.getAll()).containsOnlyOnce("WARN")
			.contains(
					"The signing certificates of connection ent_1 'Customer ent_1' at clerk/europe expire in 29 days, "
							+ "on " + END);
		virtual.advance(Duration.ofDays(30));
		assertThat(output.getAll()).containsOnlyOnce("at clerk/europe expired 0 days ago, on " + END);
		assertThat(StringUtils.countOccurrencesOf(output.getAll(), "WARN")).isEqualTo(3);
	}

	@Test
	void warnsWithoutControlCharactersInTheNameOfAConnection(CapturedOutput output) {
		this.catalog.with(new CatalogEntry("clerk", Account.DEFAULT, "ent_1", "a\nWARN forged\u202E", CatalogEntry.SAML,
				null, true, List.of(), List.of(TestCatalog.certificate("a", null, START))));
		new VirtualMonitor(this.catalog).start();
		assertThat(output.getAll()).contains("connection ent_1 'a?WARN forged?' at clerk expired 0 days ago");
	}

	@Test
	void namesTheAccountInEachEvent() {
		TestCatalog europe = new TestCatalog("clerk", "europe").with("ent_1", START);
		assertThat(new VirtualMonitor(this.catalog.with("ent_1", START), europe).start().events())
			.extracting((event) -> ((CertificateExpired) event).account())
			.containsExactlyInAnyOrder("default", "europe");
	}

	@Test
	void startsOverWithNewCertificate() {
		VirtualMonitor virtual = new VirtualMonitor(this.catalog.with("ent_1", START.plusSeconds(99))).start();
		this.catalog.with("ent_1", END);
		virtual.refresh();
		assertThat(virtual.events()).extracting(Object::getClass)
			.map(Class::getSimpleName)
			.containsExactly("CertificateExpiring");
		virtual.advance(Duration.ofDays(11));
		assertThat(virtual.events()).singleElement().isInstanceOf(CertificateExpiring.class);
	}

	@Test
	void startsOverWhenConnectionWasAway() {
		VirtualMonitor virtual = new VirtualMonitor(this.catalog.with("ent_1", START)).start();
		this.catalog.without("ent_1");
		virtual.refresh();
		this.catalog.with("ent_1", START);
		virtual.refresh();
		assertThat(virtual.events()).hasSize(2).hasOnlyElementsOfType(CertificateExpired.class);
	}

	@Test
	void publishesNothingTwiceWhenCertificatesAreAbsentForAWhile() {
		VirtualMonitor virtual = new VirtualMonitor(this.catalog.with("ent_1", START)).start();
		this.catalog.with(new CatalogEntry("clerk", Account.DEFAULT, "ent_1", null, CatalogEntry.SAML, null, true,
				List.of(), null));
		virtual.refresh();
		this.catalog.with("ent_1", START);
		virtual.refresh();
		assertThat(virtual.events()).singleElement().isInstanceOf(CertificateExpired.class);
	}

	@Test
	void publishesNothingForInactiveConnectionUntilItIsActivated() {
		this.catalog.with("ent_1", false, TestCatalog.certificate("a", null, START));
		VirtualMonitor virtual = new VirtualMonitor(this.catalog).start().refresh();
		assertThat(virtual.events()).isEmpty();
		this.catalog.with("ent_1", true, TestCatalog.certificate("a", null, START));
		assertThat(virtual.refresh().events()).singleElement().isInstanceOf(CertificateExpired.class);
	}

	@Test
	void publishesExpiryWhileRefreshesFail() {
		VirtualMonitor virtual = new VirtualMonitor(this.catalog.with("ent_1", START.plus(Duration.ofHours(20))))
			.start();
		virtual.events();
		this.catalog.responding(Flux.error(new IllegalStateException("canary")));
		virtual.advance(Duration.ofDays(1));
		assertThat(virtual.events()).singleElement().isInstanceOf(CertificateExpired.class);
		assertThat(virtual.monitor().report().refreshedAt()).isBefore(START.plus(Duration.ofHours(1)));
	}

	@Test
	void publishesChangedCertificates() {
		this.catalog
			.with("ent_1", true, TestCatalog.certificate("a", null, END), TestCatalog.certificate("b", null, END))
			.with("ent_2", END);
		VirtualMonitor virtual = new VirtualMonitor(this.catalog).start();
		this.catalog
			.with("ent_1", true, TestCatalog.certificate("c", null, END), TestCatalog.certificate("b", null, END))
			.with("ent_3", END);
		Object event = virtual.refresh().events().get(0);
		assertThat(event).isEqualTo(new CertificatesChanged("clerk", Account.DEFAULT, "ent_1", "Customer ent_1",
				List.of("a", "b"), List.of("c", "b"), START.plus(Duration.ofHours(1)).plusSeconds(15)));
		assertThat(((CertificatesChanged) event).added()).containsExactly("c");
		assertThat(((CertificatesChanged) event).lost()).containsExactly("a");
		assertThat(virtual.refresh().events()).as("Once").isEmpty();
	}

	@Test
	void publishesNoChangeWhenOnlyTheOrderDiffers() {
		this.catalog.with("ent_1", true, TestCatalog.certificate("a", null, END),
				TestCatalog.certificate("b", null, END));
		VirtualMonitor virtual = new VirtualMonitor(this.catalog).start();
		this.catalog.with("ent_1", true, TestCatalog.certificate("b", null, END),
				TestCatalog.certificate("a", null, END));
		assertThat(virtual.refresh().events()).isEmpty();
	}

	@Test
	void publishesNoChangeWhenNotAllCertificatesCanBeRead() {
		this.catalog.with("ent_1", true, TestCatalog.certificate("a", null, END),
				TestCatalog.certificate("b", null, END));
		VirtualMonitor virtual = new VirtualMonitor(this.catalog).start();
		this.catalog.with("ent_1", true, TestCatalog.certificate("a", null, END),
				new CatalogCertificate(null, null, null, null));
		assertThat(virtual.refresh().events()).isEmpty();
	}

	@Test
	void goesOnWhenListenerThrows(CapturedOutput output) {
		this.catalog.with("ent_1", START).with("ent_2", START);
		List<Object> events = new ArrayList<>();
		VirtualMonitor virtual = new VirtualMonitor((event) -> {
			events.add(event);
			throw new AssertionError("From the listener");
		}, this.catalog).start().refresh();
		assertThat(events).hasSize(2);
		assertThat(this.catalog.refreshes()).isEqualTo(2);
		assertThat(virtual.monitor().report().failure()).isNull();
		assertThat(output).containsOnlyOnce("A listener for CertificateExpired has failed");
	}

}
