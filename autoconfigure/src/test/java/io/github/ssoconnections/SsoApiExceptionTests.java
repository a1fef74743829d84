// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SsoApiExceptionTests {

	@Test
	void reportsEverythingInOneLine() {
		SsoApiException failure = failure(422, "reason",
				List.of(error("code_1", "short", "long", "param"), error("code_2", "short", null, null),
						error("code_3", null, null, null), error(null, null, null, "p"),
						error(null, "short", null, null)),
				"trace_1");
		assertThat(failure).hasMessage("clerk things.get: 422 reason [code_1 (param)] long [code_2] short "
				+ "[code_3] code_3 [no code (p)]  [no code] short (trace trace_1)");
	}

	@Test
	void reportsWhatLittleThereIs() {
		assertThat(failure(null, null, List.of(), null)).hasMessage("clerk things.get:");
		assertThat(failure(500, null, List.of(), null)).hasMessage("clerk things.get: 500");
		assertThat(failure(null, "timed out", List.of(), null)).hasMessage("clerk things.get: timed out");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\r\n", "\u0000", "\u001b", "\u007f", "\u0085", "\u009b", "\u2028", "\u2029", "\u061c",
			"\u200e", "\u200f", "\u202a", "\u202e", "\u2066", "\u2069", "\u202e\u2028\n" })
	void hasNoTextThatForgesALineOrTurnsItsDirection(String character) {
		assertThat(failure(422, "a" + character + "b",
				List.of(error("c" + character + "d", "e", "f" + character + "g", "h" + character + "i")),
				"j" + character + "k"))
			.hasMessage("clerk things.get: 422 a b [c d (h i)] f g (trace j k)");
	}

	@Test
	void keepsTextOfAnyLanguage() {
		assertThat(failure(422, "Größe 日本語 می\u200cخواهم 👩\u200d💻", List.of(), null))
			.hasMessage("clerk things.get: 422 Größe 日本語 می\u200cخواهم 👩\u200d💻");
	}

	@Test
	void givesTheFirstCode() {
		assertThat(failure(400, null, List.of(error("a", null, null, null), error("b", null, null, null)), null).code())
			.isEqualTo("a");
		assertThat(failure(400, null, List.of(), null).code()).isNull();
	}

	@Test
	void givesNoCodeWhenTheFirstErrorHasNone() {
		assertThat(failure(400, null, List.of(error(null, null, null, null)), null).code()).isNull();
	}

	@Test
	void namesTheAccount() {
		SsoApiException failure = new SsoApiException.NotFound(new SsoApiException.Details(
				new Account("clerk", "europe"), "things.get", 404, "gone", List.of(), null, null, false, null));
		assertThat(failure).hasMessage("clerk/europe things.get: 404 gone");
		assertThat(failure.vendor()).isEqualTo("clerk");
		assertThat(failure.account()).isEqualTo("europe");
	}

	@Test
	void givesWhatItWasGiven() {
		IOException cause = new IOException("cause");
		SsoApiException failure = new SsoApiException.Unavailable(
				new SsoApiException.Details(Account.ofDefault("clerk"), "things.get", 503, null, List.of(), "trace",
						Duration.ofSeconds(3), false, cause));
		assertThat(failure).hasCause(cause);
		assertThat(failure.vendor()).isEqualTo("clerk");
		assertThat(failure.operation()).isEqualTo("things.get");
		assertThat(failure.status()).isEqualTo(503);
		assertThat(failure.traceId()).isEqualTo("trace");
		assertThat(failure.retryAfter()).hasSeconds(3);
	}

	private static SsoApiException failure(@Nullable Integer status, @Nullable String reason, List<ApiError> errors,
			@Nullable String traceId) {
		return new SsoApiException.InvalidRequest(new SsoApiException.Details(Account.ofDefault("clerk"), "things.get",
				status, reason, errors, traceId, null, false, null));
	}

	private static ApiError error(@Nullable String code, @Nullable String message, @Nullable String longMessage,
			@Nullable String parameter) {
		return new ApiError(code, message, longMessage, parameter, UnknownFields.none());
	}

}
