// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.github.ssoconnections.ApiError;
import io.github.ssoconnections.UnknownFields;
import io.github.ssoconnections.client.ratelimit.RateLimit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class ClerkVendorTests {

	@ParameterizedTest
	@CsvSource({ "sk_test_1,100", "sk_live_1,1000", "gateway-key,1000" })
	void derivesTheRateLimitFromTheKindOfKey(String key, long limit) {
		assertThat(vendor(key).credentials().limit()).isEqualTo(RateLimit.of(limit, Duration.ofSeconds(10)));
	}

	@ParameterizedTest
	@CsvSource({ "429,,true", "429,too_many_requests,true", "409,resource_locked,true", "409,conflict,false",
			"409,,false", "400,resource_locked,false" })
	void knowsWhatWasNotProcessed(int status, String code, boolean expected) {
		List<ApiError> errors = (code != null) ? List.of(new ApiError("other", null, null, null, UnknownFields.none()),
				new ApiError(code, null, null, null, UnknownFields.none())) : List.of();
		assertThat(vendor("sk_test_1").isUnprocessed(status, errors)).isEqualTo(expected);
	}

	@Test
	void requestsOneVersionOfTheApi() {
		assertThat(vendor("sk_test_1").headers()).containsExactlyEntriesOf(Map.of("Clerk-API-Version", "2026-05-12"));
	}

	private static ClerkVendor vendor(String key) {
		return new ClerkVendor(ClerkConnectionDetails.of(key), "2026-05-12");
	}

}
