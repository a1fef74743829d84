// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.customer;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.certificate.SigningCertificate;
import io.github.ssoconnections.index.DomainConflict;
import io.github.ssoconnections.metadata.OidcDiscovery;
import io.github.ssoconnections.onboarding.OnboardingCheck;
import io.github.ssoconnections.sample.page.SignInState;
import org.jspecify.annotations.Nullable;

/**
 * A check as a page shows it.
 *
 * @param facts what was read
 * @param findings the findings
 * @param conflicts the conflicts
 * @param removedDomains the verified domains that an activation removes
 * @param existing the connection that exists already, {@code null} if there is none
 * @param unknown what is unknown
 */
record CheckView(List<Fact> facts, List<FindingRow> findings, List<String> conflicts, List<String> removedDomains,
		@Nullable String existing, List<String> unknown) {

	static CheckView of(OnboardingCheck check) {
		return new CheckView(facts(check), check.findings().stream().map(FindingRow::of).toList(),
				check.conflicts().stream().map(CheckView::sentence).toList(), check.removedDomains(), check.existing(),
				check.unknown());
	}

	/** Whether nothing was found that makes sign-ins fail. */
	public boolean isWithoutErrors() {
		return this.findings.stream().noneMatch((finding) -> finding.style().equals("error"));
	}

	static String sentence(DomainConflict conflict) {
		List<String> names = conflict.connections()
			.stream()
			.map((entry) -> entry.vendor() + " " + ((entry.name() != null) ? entry.name() + " " : "") + "(" + entry.id()
					+ ", " + SignInState.of(entry).label().toLowerCase(Locale.ROOT) + ")")
			.toList();
		return conflict.value() + ": " + String.join(", ", names);
	}

	private static List<Fact> facts(OnboardingCheck check) {
		List<Fact> facts = new ArrayList<>();
		SamlMetadata metadata = check.metadata();
		if (metadata != null) {
			add(facts, "Entity ID", metadata.entityId());
			add(facts, "SSO URL", metadata.ssoUrl());
			for (SigningCertificate certificate : metadata.signingCertificates()) {
				add(facts, "Signing certificate", certificate.displayName() + validity(certificate.notAfter()));
			}
		}
		OidcDiscovery discovery = check.discovery();
		if (discovery != null) {
			add(facts, "Issuer", discovery.issuer());
			add(facts, "Authorization endpoint", discovery.authorizationEndpoint());
			add(facts, "Token endpoint", discovery.tokenEndpoint());
			add(facts, "Keys", discovery.jwksUri());
		}
		return facts;
	}

	private static void add(List<Fact> facts, String name, @Nullable String value) {
		if (value != null) {
			facts.add(new Fact(name, value));
		}
	}

	private static String validity(@Nullable Instant notAfter) {
		return (notAfter != null) ? ", valid until " + LocalDate.ofInstant(notAfter, ZoneOffset.UTC) : "";
	}

	/**
	 * A value that was read.
	 *
	 * @param name its name
	 * @param value the value
	 */
	record Fact(String name, String value) {
	}

	/**
	 * A finding.
	 *
	 * @param severity the severity
	 * @param style the style of its badge
	 * @param message the message
	 * @param remedy what to do
	 */
	record FindingRow(String severity, String style, String message, String remedy) {

		static FindingRow of(Finding finding) {
			String name = finding.severity().name().toLowerCase(Locale.ROOT);
			return new FindingRow(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1), name,
					finding.message(), finding.remedy());
		}

	}

}
