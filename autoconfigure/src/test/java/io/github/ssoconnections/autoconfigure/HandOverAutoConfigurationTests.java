// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.nio.file.Path;

import io.github.ssoconnections.handover.HandOverSheets;
import io.github.ssoconnections.handover.IdpProduct;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.SpringFactoriesLoader;

import static org.assertj.core.api.Assertions.assertThat;

class HandOverAutoConfigurationTests {

	private final ApplicationContextRunner contextRunner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(HandOverAutoConfiguration.class));

	@Test
	void hasSheetsWithoutAccount() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(HandOverSheets.class));
	}

	@Test
	void backsOffWhenThereAreSheets() {
		HandOverSheets own = HandOverSheets.create();
		this.contextRunner.withBean(HandOverSheets.class, () -> own)
			.run((context) -> assertThat(context.getBean(HandOverSheets.class)).isSameAs(own));
	}

	@Test
	void failsToStartWithoutAFileAtTheLocation(@TempDir Path directory) {
		this.contextRunner.withPropertyValues("sso-connections.hand-over.location=file:" + directory)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("No texts of hand-over sheets found at 'file:" + directory + "/'"));
		this.contextRunner.withPropertyValues("sso-connections.hand-over.location=")
			.run((context) -> assertThat(context).hasNotFailed());
	}

	@Test
	void textsAreInANativeImage() {
		RuntimeHints hints = new RuntimeHints();
		SpringFactoriesLoader.forResourceLocation("META-INF/spring/aot.factories")
			.load(RuntimeHintsRegistrar.class)
			.stream()
			.filter(HandOverRuntimeHints.class::isInstance)
			.forEach((registrar) -> registrar.registerHints(hints, null));
		for (IdpProduct product : IdpProduct.values()) {
			String file = "io/github/ssoconnections/handover/" + product.id() + ".properties";
			assertThat(new ClassPathResource(file).exists()).isTrue();
			assertThat(RuntimeHintsPredicates.resource().forResource(file)).accepts(hints);
		}
		assertThat(RuntimeHintsPredicates.resource().forResource("io/github/ssoconnections/handover/sheet.properties"))
			.accepts(hints);
		assertThat(RuntimeHintsPredicates.resource().forResource("sso-connections/hand-over/okta.properties"))
			.accepts(hints);
	}

}
