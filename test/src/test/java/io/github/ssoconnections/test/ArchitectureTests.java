// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which package may know which.
 */
class ArchitectureTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.importUrl(TestConnections.class.getProtectionDomain().getCodeSource().getLocation());

	@Test
	void fixturesAndAssertionsNeedNoApplicationContext() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage("io.github.ssoconnections.test")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.github.ssoconnections.test.autoconfigure",
					"io.github.ssoconnections.autoconfigure..", "org.springframework.context..",
					"org.springframework.boot..", "org.springframework.test..")
			.check(CLASSES);
	}

	@Test
	void onlyTheSliceNeedsJUnit() {
		ArchRuleDefinition.noClasses()
			.that()
			.doNotHaveFullyQualifiedName("io.github.ssoconnections.test.autoconfigure.SsoConnectionsTest")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.junit..", "org.mockito..")
			.check(CLASSES);
	}

	@Test
	void autoConfigurationsAndBeanMethodsAreAsElsewhere() {
		ArchRuleDefinition.classes()
			.that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.andShould()
			.haveModifier(JavaModifier.FINAL)
			.check(CLASSES);
		ArchRuleDefinition.methods().that().areAnnotatedWith(Bean.class).should().bePackagePrivate().check(CLASSES);
	}

	@Test
	void packagesAreNullMarked() {
		assertThat(CLASSES.getPackage("io.github.ssoconnections.test").getSubpackagesInTree())
			.allMatch((javaPackage) -> javaPackage.isAnnotatedWith(NullMarked.class));
	}

}
