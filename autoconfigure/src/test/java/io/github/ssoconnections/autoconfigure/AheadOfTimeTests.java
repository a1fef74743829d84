// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.autoconfigure;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.clerk.ClerkConnectionDetails;
import io.github.ssoconnections.clerk.EnterpriseConnectionService;
import io.github.ssoconnections.clerk.account.ClerkAccounts;
import io.github.ssoconnections.index.RefreshedConnectionIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

import org.springframework.aot.generate.ClassNameGenerator;
import org.springframework.aot.generate.DefaultGenerationContext;
import org.springframework.aot.generate.FileSystemGeneratedFiles;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.predicate.RuntimeHintsPredicates;
import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.aot.ApplicationContextAotGenerator;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.javapoet.ClassName;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests that an application can be processed ahead of time, and the generated code.
 */
class AheadOfTimeTests {

	@TempDir
	Path directory;

	@Test
	void runsFromGeneratedCodeWithTheKeyOfTheRun() throws Exception {
		processAheadOfTime("sk_test_buildtime");
		Path classes = compile();
		assertThat(IsolatedClassPath.callWith(Run.class, classes)).containsExactly("sk_test_runtime", "Unavailable",
				"watching", "[default, atrun]", "sk_test_atrun");
	}

	@Test
	void keepsNoKeyInGeneratedCode() throws Exception {
		processAheadOfTime("sk_test_canary");
		assertThat(sources()).isNotEmpty();
		// Names of accounts are those of the run
		for (Path file : sources()) {
			assertThat(Files.readString(file)).doesNotContain("atbuild");
		}
		for (Path file : files()) {
			assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).doesNotContain("canary");
		}
	}

	@Test
	void hintsAtPropertiesAndWire() throws Exception {
		RuntimeHints hints = processAheadOfTime("sk_test_1");
		assertThat(RuntimeHintsPredicates.reflection()
			.onMethodInvocation(ClerkProperties.class.getDeclaredMethod("setApiKey", String.class))).accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection()
			.onMethodInvocation(CertificateMonitorProperties.class.getDeclaredMethod("setInterval", Duration.class)))
			.accepts(hints);
		assertThat(RuntimeHintsPredicates.reflection()
			.onMethodInvocation(ClerkProperties.Ssl.class.getDeclaredMethod("setBundle", String.class))).accepts(hints);
	}

	@Test
	void runsWithNamedAccountsOnly() throws Exception {
		processAheadOfTime("sso-connections.certificates.monitor.enabled=true",
				"sso-connections.clerk.accounts.atbuild.api-key=sk_test_buildtime");
		assertThat(IsolatedClassPath.callWith(NamedRun.class, compile())).containsExactly("[one, two]", "sk_test_2",
				"no service without a name", "2 catalogs");
	}

	private RuntimeHints processAheadOfTime(String key) {
		return processAheadOfTime("sso-connections.clerk.api-key=" + key,
				"sso-connections.certificates.monitor.enabled=true",
				"sso-connections.clerk.accounts.atbuild.api-key=" + key + "_account");
	}

	private RuntimeHints processAheadOfTime(String... properties) {
		DefaultGenerationContext generation = new DefaultGenerationContext(
				new ClassNameGenerator(ClassName.get(AheadOfTimeTests.class)),
				new FileSystemGeneratedFiles(this.directory));
		try (AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext()) {
			TestPropertyValues.of(properties).applyTo(context);
			context.register(Application.class);
			ClassName initializer = new ApplicationContextAotGenerator().processAheadOfTime(context, generation);
			assertThat(initializer.canonicalName()).isEqualTo(Run.INITIALIZER);
			generation.writeGeneratedContent();
		}
		return generation.getRuntimeHints();
	}

	private Path compile() throws IOException {
		Path classes = this.directory.resolve("compiled");
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		StringWriter output = new StringWriter();
		List<String> options = List.of("-d", classes.toString(), "-classpath", System.getProperty("java.class.path"),
				"-proc:none", "-nowarn");
		boolean compiled = compiler
			.getTask(output, null, null, options, null,
					compiler.getStandardFileManager(null, null, null)
						.getJavaFileObjectsFromFiles(sources().stream().map(Path::toFile).toList()))
			.call();
		assertThat(compiled).as(output.toString()).isTrue();
		return classes;
	}

	private List<Path> sources() throws IOException {
		return files().stream().filter((file) -> file.toString().endsWith(".java")).toList();
	}

	private List<Path> files() throws IOException {
		try (Stream<Path> files = Files.walk(this.directory)) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

	/**
	 * Runs the generated code with another key, and returns the key, the result of a call
	 * and whether certificates are watched.
	 */
	static class Run implements Callable<List<String>> {

		static final String INITIALIZER = "io.github.ssoconnections.autoconfigure.AheadOfTimeTests__ApplicationContextInitializer";

		@Override
		@SuppressWarnings("unchecked")
		public List<String> call() throws Exception {
			ApplicationContextInitializer<GenericApplicationContext> initializer = (ApplicationContextInitializer<GenericApplicationContext>) Class
				.forName(INITIALIZER, true, getClass().getClassLoader())
				.getDeclaredConstructor()
				.newInstance();
			try (GenericApplicationContext context = new GenericApplicationContext()) {
				TestPropertyValues
					.of("sso-connections.clerk.api-key=sk_test_runtime",
							"sso-connections.clerk.base-url=http://127.0.0.1:1/v1",
							"sso-connections.clerk.accounts.atrun.api-key=sk_test_atrun")
					.applyTo(context);
				initializer.initialize(context);
				context.refresh();
				String outcome = context.getBean(EnterpriseConnectionService.class)
					.delete("ent_1")
					.map((deleted) -> "deleted")
					.onErrorResume(SsoApiException.class, (ex) -> Mono.just(ex.getClass().getSimpleName()))
					.block(Duration.ofSeconds(20));
				return List.of(context.getBean(ClerkConnectionDetails.class).getApiKey(), outcome,
						context.getBean(RefreshedConnectionIndex.class).isRunning() ? "watching" : "not watching",
						context.getBean(ClerkAccounts.class).names().toString(),
						BeanFactoryAnnotationUtils
							.qualifiedBeanOfType(context.getBeanFactory(), ClerkConnectionDetails.class, "atrun")
							.getApiKey());
			}
		}

	}

	/**
	 * Runs the generated code with other accounts, and returns them, a key of one, and
	 * what there is of the account without a name.
	 */
	static class NamedRun implements Callable<List<String>> {

		@Override
		@SuppressWarnings("unchecked")
		public List<String> call() throws Exception {
			ApplicationContextInitializer<GenericApplicationContext> initializer = (ApplicationContextInitializer<GenericApplicationContext>) Class
				.forName(Run.INITIALIZER, true, getClass().getClassLoader())
				.getDeclaredConstructor()
				.newInstance();
			try (GenericApplicationContext context = new GenericApplicationContext()) {
				TestPropertyValues
					.of("sso-connections.clerk.accounts.one.api-key=sk_test_1",
							"sso-connections.clerk.accounts.two.api-key=sk_test_2",
							"sso-connections.certificates.monitor.initial-delay=1d")
					.applyTo(context);
				initializer.initialize(context);
				context.refresh();
				return List.of(context.getBean(ClerkAccounts.class).names().toString(),
						BeanFactoryAnnotationUtils
							.qualifiedBeanOfType(context.getBeanFactory(), ClerkConnectionDetails.class, "two")
							.getApiKey(),
						context.containsBean("enterpriseConnectionService") ? "service" : "no service without a name",
						context.getBean(ConnectionCatalogs.class).all().size() + " catalogs");
			}
		}

	}

}
