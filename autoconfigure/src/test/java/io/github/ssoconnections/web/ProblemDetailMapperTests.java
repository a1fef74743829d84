// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.web;

import java.time.Duration;
import java.util.List;

import io.github.ssoconnections.InvalidArgumentException;
import io.github.ssoconnections.SsoApiException;
import io.github.ssoconnections.account.Account;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.ErrorResponse;

import static org.assertj.core.api.Assertions.assertThat;

class ProblemDetailMapperTests {

	private final ProblemDetailMapper mapper = ProblemDetailMapper.create(false);

	@ParameterizedTest
	@CsvSource({ "PT0S,0", "PT0.001S,1", "PT1S,1", "PT1.2S,2", "PT60S,60", "PT-5S,0", "," })
	void saysWhenToRetry(@Nullable Duration retryAfter, @Nullable String header) {
		ErrorResponse rateLimited = this.mapper.map(new SsoApiException.RateLimited(details(429, retryAfter)));
		assertThat(rateLimited.getStatusCode().value()).isEqualTo(503);
		assertThat(rateLimited.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo(header);
		ErrorResponse unavailable = this.mapper.map(new SsoApiException.Unavailable(details(503, retryAfter)));
		assertThat(unavailable.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo(header);
	}

	@Test
	void saysItWhereARetryHelpsOnly() {
		ErrorResponse response = this.mapper.map(new SsoApiException.Conflict(details(409, Duration.ofSeconds(1))));
		assertThat(response.getStatusCode().value()).isEqualTo(409);
		assertThat(response.getHeaders().containsHeader(HttpHeaders.RETRY_AFTER)).isFalse();
		assertThat(response.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
	}

	@Test
	void includesTheVendorOnDemandOnly() {
		SsoApiException failure = new SsoApiException.NotFound(details(404, null));
		assertThat(this.mapper.map(failure).getBody().getProperties()).isNull();
		assertThat(ProblemDetailMapper.create(true).map(failure).getBody().getProperties()).containsEntry("vendor",
				"clerk");
	}

	@Test
	void mapsArgumentsAndNothingElse() {
		assertThat(this.mapper.map(new InvalidArgumentException("'id' must be set")).getStatusCode().value())
			.isEqualTo(400);
		ErrorResponse other = this.mapper.map(new IllegalArgumentException("internal"));
		assertThat(other.getStatusCode().value()).isEqualTo(500);
		assertThat(other.getBody().toString()).doesNotContain("internal");
	}

	private static SsoApiException.Details details(int status, @Nullable Duration retryAfter) {
		return new SsoApiException.Details(Account.ofDefault("clerk"), "things.get", status, null, List.of(), null,
				retryAfter, false, null);
	}

}
