// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.onboarding;

import java.util.List;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.Severity;
import io.github.ssoconnections.certificate.SamlMetadata;
import io.github.ssoconnections.index.DomainConflict;
import io.github.ssoconnections.metadata.OidcDiscovery;
import org.jspecify.annotations.Nullable;

/**
 * What is known before a connection is created. Nothing was written.
 *
 * @param metadata the SAML metadata that was fetched or parsed; {@code null} for OIDC and
 * for settings by hand
 * @param discovery the OIDC discovery document that was fetched; {@code null} for SAML
 * @param findings the findings about metadata, certificates, settings and domains, errors
 * first
 * @param conflicts the connections that would compete for the same users; empty if there
 * are none, or if they are unknown
 * @param removedDomains the verified domains of the organization that the activation
 * would remove (Clerk)
 * @param existing the connection that {@link Onboarding#create} would find instead of
 * creating one, by its vendor's id; {@code null} if there is none
 * @param unknown what could not be checked, each as a sentence
 */
public record OnboardingCheck(@Nullable SamlMetadata metadata, @Nullable OidcDiscovery discovery,
		List<Finding> findings, List<DomainConflict> conflicts, List<String> removedDomains, @Nullable String existing,
		List<String> unknown) {

	public OnboardingCheck {
		findings = List.copyOf(findings);
		conflicts = List.copyOf(conflicts);
		removedDomains = List.copyOf(removedDomains);
		unknown = List.copyOf(unknown);
	}

	/**
	 * Return whether nothing is known that makes sign-ins fail.
	 * @return whether there is no finding of {@link Severity#ERROR}
	 */
	public boolean isWithoutErrors() {
		return this.findings.stream().noneMatch((finding) -> finding.severity() == Severity.ERROR);
	}

}
