// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.connection;

import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.monitor.CertificateExpired;
import io.github.ssoconnections.monitor.CertificateExpiring;
import io.github.ssoconnections.monitor.CertificateState;
import io.github.ssoconnections.monitor.CertificatesChanged;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionEventsTests {

	private static final Account CLERK = Account.ofDefault("clerk");

	private static final Instant AT = Instant.parse("2026-11-28T12:00:00Z");

	private final ConnectionEvents events = new ConnectionEvents();

	@Test
	void keepsTheLastEventsOfAConnection() {
		for (int i = 0; i < 25; i++) {
			this.events.onCertificateExpired(
					new CertificateExpired("clerk", "default", "ent_1", "Acme", AT.plusSeconds(60L * i), AT));
		}
		assertThat(this.events.of(CLERK, "ent_1")).hasSize(20)
			.first()
			.extracting(ConnectionEvents.Event::text)
			.isEqualTo("The certificate expired at 2026-11-28 12:24 UTC");
	}

	@Test
	void keepsTheConnectionsWithTheLastEvents() {
		for (int i = 0; i < 501; i++) {
			this.events.onCertificatesChanged(
					new CertificatesChanged("clerk", "default", "ent_" + i, null, List.of(), List.of(), AT));
		}
		assertThat(this.events.of(CLERK, "ent_0")).isEmpty();
		assertThat(this.events.of(CLERK, "ent_1")).hasSize(1);
		assertThat(this.events.of(CLERK, "ent_500")).hasSize(1);
	}

	@Test
	void tellsAccountsApart() {
		this.events.onCertificateExpiring(
				new CertificateExpiring("clerk", "default", "ent_1", null, CertificateState.EXPIRING, AT, AT));
		assertThat(this.events.of(CLERK, "ent_1")).containsExactly(
				new ConnectionEvents.Event("2026-11-28 12:00 UTC", "The certificate expires at 2026-11-28 12:00 UTC"));
		assertThat(this.events.of(new Account("clerk", "europe"), "ent_1")).isEmpty();
		assertThat(this.events.of(Account.ofDefault("auth0"), "ent_1")).isEmpty();
	}

}
