// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.docs;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names in the text of the pages exist: properties, and members of types of this library.
 */
class NamesTests {

	private static final Pattern CODE = Pattern.compile("(?<!`)`([^`\n]+)`(?!`)");

	private static final Pattern PROPERTY = Pattern.compile("(sso-connections\\.[a-z0-9][a-z0-9.-]*[a-z0-9])(?:=.*)?");

	private static final Pattern MEMBER = Pattern.compile("([A-Z]\\w+)[.#](\\w+)(?:\\(.*\\))?");

	private static final Map<String, List<Class<?>>> TYPES = types();

	private static Map<String, List<Class<?>>> types() {
		Map<String, List<Class<?>>> types = new LinkedHashMap<>();
		Path sources = Pages.ROOT.resolve("autoconfigure/src/main/java");
		Pages.find(sources, ".java").filter((source) -> !source.endsWith("package-info.java")).forEach((source) -> {
			String name = sources.relativize(source).toString().replace(".java", "").replace('/', '.');
			try {
				Class<?> type = Class.forName(name, false, NamesTests.class.getClassLoader());
				types.merge(type.getSimpleName(), List.of(type),
						(before, more) -> Stream.concat(before.stream(), more.stream()).toList());
			}
			catch (ClassNotFoundException | NoClassDefFoundError ex) {
				// Needs a jar that the tests do not have
			}
		});
		return types;
	}

	private static Stream<String> codes(Path page) {
		String text = Pages.read(page).replaceAll("(?ms)^ *```.*?^ *```$", "");
		return CODE.matcher(text).results().map((MatchResult one) -> one.group(1)).distinct();
	}

	@TestFactory
	Stream<DynamicTest> exist() {
		return Pages.written()
			.stream()
			.map((page) -> DynamicTest.dynamicTest(Pages.name(page),
					() -> assertThat(codes(page).filter((code) -> !exists(code))).isEmpty()));
	}

	@Test
	void areChecked() {
		assertThat(exists("sso-connections.clerk.api-key")).isTrue();
		assertThat(exists("sso-connections.clerk.accounts.europe.api-key")).isTrue();
		assertThat(exists("sso-connections.clerk.rate-limit.enabled=true")).isTrue();
		assertThat(exists("sso-connections.clerk.api-kee")).isFalse();
		assertThat(exists("SamlpOptions.SIGNING_CERT")).isTrue();
		assertThat(exists("SamlpOptions.SIGNING_CERTS")).isFalse();
		assertThat(exists("ClerkWebhooks.verify(headers, body)")).isTrue();
		assertThat(exists("ClerkWebhooks.check(headers, body)")).isFalse();
		assertThat(TYPES).hasSizeGreaterThan(300);
	}

	private static boolean exists(String code) {
		MatchResult property = match(PROPERTY, code);
		if (property != null && !property.group(1).startsWith("sso-connections.test.")) {
			String name = property.group(1);
			return KnownProperties.isKnown(name) || KnownProperties.isPrefix(name) || isMeter(name);
		}
		MatchResult member = match(MEMBER, code);
		List<Class<?>> types = (member != null) ? TYPES.getOrDefault(member.group(1), List.of()) : List.of();
		return types.isEmpty() || types.stream().anyMatch((type) -> has(type, member.group(2)));
	}

	// Files of the published artifacts, which are named like properties
	private static boolean isMeter(String name) {
		return name.startsWith("sso-connections.audit");
	}

	private static MatchResult match(Pattern pattern, String text) {
		return pattern.matcher(text).results().filter((one) -> one.group().equals(text)).findFirst().orElse(null);
	}

	private static boolean has(Class<?> type, String member) {
		return Arrays.stream(type.getMethods()).anyMatch((method) -> method.getName().equals(member))
				|| Arrays.stream(type.getDeclaredMethods()).anyMatch((method) -> method.getName().equals(member))
				|| Arrays.stream(type.getFields()).anyMatch((field) -> field.getName().equals(member))
				|| Arrays.stream(type.getDeclaredClasses()).anyMatch((nested) -> nested.getSimpleName().equals(member));
	}

}
