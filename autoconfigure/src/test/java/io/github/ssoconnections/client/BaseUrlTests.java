// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BaseUrlTests {

	@ParameterizedTest
	@CsvSource({ "https://api.clerk.com/v1,https://api.clerk.com/v1",
			"https://api.clerk.com/v1/,https://api.clerk.com/v1", "https://api.clerk.com,https://api.clerk.com",
			"https://api.clerk.com/,https://api.clerk.com", "https://api.clerk.com///,https://api.clerk.com",
			"https://api.clerk.com:8443/a/b,https://api.clerk.com:8443/a/b",
			"HTTPS://API.clerk.com/v1,HTTPS://API.clerk.com/v1",
			"' https://api.clerk.com/v1 ',https://api.clerk.com/v1", "https://10.0.0.1/v1,https://10.0.0.1/v1",
			"https://[2001:db8::1]:8443/v1,https://[2001:db8::1]:8443/v1", "http://localhost,http://localhost",
			"http://localhost:8080/v1/,http://localhost:8080/v1", "http://127.0.0.1:1,http://127.0.0.1:1",
			"http://127.1.2.3/v1,http://127.1.2.3/v1", "http://[::1]:8080,http://[::1]:8080",
			"http://[0:0:0:0:0:0:0:1]/v1,http://[0:0:0:0:0:0:0:1]/v1",
			"https://api.clerk.com/a%20b,https://api.clerk.com/a%20b",
			"https://api.clerk.com/.a/b.,https://api.clerk.com/.a/b.",
			"https://api.clerk.com/.../v1,https://api.clerk.com/.../v1" })
	void takesHttpsAndLoopback(String url, String expected) {
		assertThat(BaseUrl.check(url)).isEqualTo(expected);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", " ", "\n", "hidden", "/hidden", "//hidden/v1", "api.hidden.com/v1", "https:",
			"https://", "https:///hidden", "https:hidden", "ftp://hidden", "file:///hidden", "ws://localhost/hidden",
			"http://hidden.com", "http://127.0.0.1.hidden.com", "http://localhost.hidden.com",
			"http://hidden.localhost.com", "http://localhosthidden", "http://127.0.0.1@hidden.com",
			"http://10.0.0.1/hidden", "http://0.0.0.0/hidden", "http://[::]/hidden", "http://[::2]/hidden",
			"http://[2001:db8::1]/hidden", "http://128.0.0.1/hidden", "http://127.0.0/hidden",
			"http://127.0.0.1.1/hidden", "http://1270.0.1/hidden", "http://2130706433/hidden",
			"http://0x7f.0.0.1/hidden", "https://user@hidden.com", "https://user:hidden@api.clerk.com",
			"https://hidden.com?a=b", "https://hidden.com/v1?", "https://hidden.com#a", "https://hidden.com/#",
			"https://hidden com", "https://hidden.com/a b", "https://hidden.com\\v1", "https://hidden.com/{id}",
			"https://hidd\u00e9n.com", "https://\u0445idden.com", "https://hidden.com:99999", "https://hidden.com:-1",
			"https://hidden.com:port", "https://hidden_host.com", "https://hidden.com\r\nX: y",
			"https://hidden.com/v1/..", "https://hidden.com/v1/../", "https://hidden.com/../v1",
			"https://hidden.com/./v1", "https://hidden.com/v1/.", "https://hidden.com/v1/%2e%2E",
			"https://hidden.com/%2E/v1", "https://hidden.com/v1/.%2e/v2" })
	void rejectsEverythingElseWithoutQuotingIt(@Nullable String url) {
		assertThatIllegalArgumentException().isThrownBy(() -> BaseUrl.check(url))
			.withMessageStartingWith("base URL")
			.withMessageNotContaining("hidden")
			.withNoCause();
	}

}
