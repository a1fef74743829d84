// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.time.Instant;
import java.util.List;

import io.github.ssoconnections.account.Account;
import io.github.ssoconnections.monitor.CertificateExpired;
import io.github.ssoconnections.monitor.CertificateExpiring;
import io.github.ssoconnections.monitor.CertificateState;
import io.github.ssoconnections.monitor.CertificatesChanged;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class CertificatesExamplesTests {

	private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");

	@Test
	void warnsOfCertificates(CapturedOutput output) {
		new ApplicationContextRunner().withBean(CertificatesExamples.CertificateWarnings.class).run((context) -> {
			context.publishEvent(new CertificateExpiring("clerk", Account.DEFAULT, "ent_1", null,
					CertificateState.CRITICAL, NOW, NOW));
			context.publishEvent(new CertificateExpired("clerk", Account.DEFAULT, "ent_2", null, NOW, NOW));
			context.publishEvent(new CertificatesChanged("clerk", Account.DEFAULT, "ent_3", null, List.of("aa"),
					List.of("bb"), NOW));
			context.publishEvent(new CertificatesChanged("clerk", Account.DEFAULT, "ent_4", null, List.of("aa"),
					List.of("aa", "bb"), NOW));
		});
		assertThat(output).contains("clerk ent_1: critical, until 2026-11-01T00:00:00Z")
			.contains("clerk ent_2: nobody can sign in since 2026-11-01T00:00:00Z")
			.contains("clerk ent_3 does not trust [aa] any more")
			.doesNotContain("ent_4");
	}

}
