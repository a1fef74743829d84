// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.test;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;

import io.github.ssoconnections.ApiError;
import io.github.ssoconnections.SsoApiException;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link TestErrors}.
 */
class TestErrorsTests {

	@Test
	void hasEveryTypeOfFailure() {
		assertThat(Arrays.stream(TestErrors.class.getDeclaredMethods())
			.filter((method) -> Modifier.isPublic(method.getModifiers()))
			.map(Method::getReturnType)
			.filter(SsoApiException.class::isAssignableFrom)).containsExactlyInAnyOrder(
					Arrays.stream(SsoApiException.class.getPermittedSubclasses()).toArray(Class<?>[]::new));
	}

	@Test
	void readsLikeTheFailureOfAService() {
		SsoApiException failure = TestErrors.notFound("enterprise_connections.get");
		assertThat(failure.vendor()).isEqualTo("clerk");
		assertThat(failure.operation()).isEqualTo("enterprise_connections.get");
		assertThat(failure.status()).isEqualTo(404);
		assertThat(failure).hasMessageStartingWith("clerk enterprise_connections.get: 404 [resource_not_found]");
	}

	@Test
	void hasErrorsOfParameters() {
		ApiError error = TestErrors.error("domains", "form_param_missing", "domains must be included.");
		SsoApiException failure = TestErrors.invalidRequest("saml_connections.create", error);
		assertThat(failure.status()).isEqualTo(422);
		assertThat(failure.errors()).containsExactly(error);
		assertThat(error.parameter()).isEqualTo("domains");
		assertThat(TestErrors.invalidRequest("connections.create").status()).isEqualTo(400);
		assertThat(TestErrors.invalidRequest("connections.create").vendor()).isEqualTo("auth0");
	}

	@Test
	void saysWhetherRetryIsSafe() {
		SsoApiException failure = TestErrors.rateLimited("connections.list", Duration.ofSeconds(3));
		assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(3));
		assertThat(failure.isRetryable()).isTrue();
		assertThat(TestErrors.outcomeUnknown("connections.create").isRetryable()).isFalse();
		assertThat(TestErrors.outcomeUnknown("connections.create").status()).isNull();
	}

	@Test
	void rejectsBlankOperation() {
		assertThatIllegalArgumentException().isThrownBy(() -> TestErrors.gone(" "));
	}

}
