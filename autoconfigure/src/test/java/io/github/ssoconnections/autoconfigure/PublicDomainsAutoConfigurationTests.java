// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import io.github.ssoconnections.Finding;
import io.github.ssoconnections.lint.PublicDomains;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

class PublicDomainsAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(PublicDomainsAutoConfiguration.class));

	@Test
	void knowsTheListsWithoutAccount() {
		this.contextRunner.run((context) -> {
			PublicDomains domains = context.getBean(PublicDomains.class);
			assertThat(domains.find("gmail.com")).map(Finding::code).contains("public_mail_domain");
			assertThat(domains.find("co.uk")).map(Finding::code).contains("public_suffix");
			assertThat(domains.find("students.example")).isEmpty();
		});
	}

	@Test
	void addsAndRemovesDomains() {
		this.contextRunner
			.withPropertyValues("sso-connections.domains.additional-public=students.example, alumni.example",
					"sso-connections.domains.not-public=gmail.com,github.io")
			.run((context) -> {
				PublicDomains domains = context.getBean(PublicDomains.class);
				assertThat(domains.find("students.example")).isPresent();
				assertThat(domains.find("alumni.example")).isPresent();
				assertThat(domains.find("gmail.com")).isEmpty();
				assertThat(domains.find("github.io")).isEmpty();
				assertThat(domains.find("googlemail.com")).isPresent();
			});
	}

	@Test
	void backsOffWhenThereAreDomains() {
		PublicDomains own = PublicDomains.defaults();
		this.contextRunner.withBean(PublicDomains.class, () -> own)
			.run((context) -> assertThat(context.getBean(PublicDomains.class)).isSameAs(own));
	}

	@ParameterizedTest
	@ValueSource(strings = { "additional-public", "not-public" })
	void failsToStartWhenAPropertyHoldsNoDomain(String property) {
		this.contextRunner.withPropertyValues("sso-connections.domains." + property + "=acme.com,*.acme.com")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("'*.acme.com' is not a domain, such as example.com"));
	}

	@Test
	void listsAreInANativeImage() {
		RuntimeHints hints = new RuntimeHints();
		SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class)
			.stream()
			.filter(PublicDomainsRuntimeHints.class::isInstance)
			.forEach((registrar) -> registrar.registerHints(hints, null));
		for (String list : new String[] { "public-suffixes.txt", "public-domains.txt" }) {
			assertThat(RuntimeHintsPredicates.resource().forResource("io/github/ssoconnections/lint/" + list))
				.accepts(hints);
		}
	}

}
