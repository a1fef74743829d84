// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The one place where arguments are rejected. That there is no other is a test of
 * {@link ArchitectureTests}.
 */
class AssertTests {

	@ParameterizedTest
	@MethodSource
	void rejectsWithItsOwnType(Consumer<String> check) {
		assertThatExceptionOfType(InvalidArgumentException.class).isThrownBy(() -> check.accept("the reason"))
			.withMessage("the reason")
			.withNoCause();
	}

	static Stream<Consumer<String>> rejectsWithItsOwnType() {
		return Stream.of((reason) -> Assert.isTrue(false, reason), (reason) -> Assert.isTrue(false, () -> reason),
				(reason) -> Assert.notNull(null, reason), (reason) -> Assert.hasText(null, reason),
				(reason) -> Assert.hasText("", reason), (reason) -> Assert.hasText(" \t\n", reason),
				(reason) -> Assert.notEmpty((List<?>) null, reason), (reason) -> Assert.notEmpty(List.of(), reason),
				(reason) -> Assert.notEmpty((Object[]) null, reason),
				(reason) -> Assert.notEmpty(new Object[0], reason),
				(reason) -> Assert.noNullElements(Arrays.asList("a", null), reason),
				(reason) -> Assert.noNullElements(new Object[] { null }, reason));
	}

	@ParameterizedTest
	@MethodSource
	void acceptsTheRest(Consumer<String> check) {
		assertThatCode(() -> check.accept("the reason")).doesNotThrowAnyException();
	}

	static Stream<Consumer<String>> acceptsTheRest() {
		return Stream.of((reason) -> Assert.isTrue(true, reason), (reason) -> Assert.notNull("", reason),
				(reason) -> Assert.isTrue(true, () -> {
					throw new IllegalStateException();
				}), (reason) -> Assert.hasText(" a", reason), (reason) -> Assert.notEmpty(List.of(1), reason),
				(reason) -> Assert.notEmpty(new Object[] { null }, reason),
				(reason) -> Assert.noNullElements(List.of(1), reason),
				(reason) -> Assert.noNullElements(new Object[0], reason));
	}

}
