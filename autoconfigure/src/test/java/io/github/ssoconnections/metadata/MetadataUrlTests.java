// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.metadata;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MetadataUrlTests {

	@ParameterizedTest
	@ValueSource(strings = { "https://idp.example.com/metadata", "HTTPS://idp.example.com:8443/a?b=c%20d",
			"https://idp.example.com.", "https://198.51.100.7/x", "https://[2001:db8::1]:443/", "https://localhost/" })
	void takesUrls(String url) {
		assertThat(MetadataUrl.parse(url)).hasToString(url);
	}

	@Test
	void takesUrlWithBlanksAround() {
		assertThat(MetadataUrl.parse(" https://idp.example.com/\n")).hasToString("https://idp.example.com/");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', emptyValue = "", textBlock = """
			''                                  | must not be empty
			'  '                                | must not be empty
			http://idp.example.com/             | must start with 'https://'
			http://localhost/                   | must start with 'https://'
			ftp://idp.example.com/              | must start with 'https://'
			file:///etc/passwd                  | must start with 'https://'
			jar:https://idp.example.com/!/x     | must start with 'https://'
			//idp.example.com/                  | must start with 'https://'
			idp.example.com                     | must start with 'https://'
			https:idp.example.com               | must have a valid host and port
			https:///metadata                   | must have a valid host and port
			https://idp.example.com:0/          | must have a valid host and port
			https://idp.example.com:65536/      | must have a valid host and port
			https://2130706433/                 | must have an address in the usual form
			https://0x7f000001/                 | must have an address in the usual form
			https://0x7F000001./                | must have an address in the usual form
			https://0x7f.1/                     | must have a valid host and port
			https://127.1/                      | must have a valid host and port
			https://127.0.0.0x1/                | must have a valid host and port
			https://0177.0.0.1/                 | must have an address in the usual form
			https://127.0.0.01/                 | must have an address in the usual form
			https://127.0.0.1./                 | must have a valid host and port
			https://%31%32%37.0.0.1/            | must have a valid host and port
			https://１２７.0.0.1/               | must have a valid host and port
			https://idp.éxample.com/            | must have a valid host and port
			https://idp_1.example.com/          | must have a valid host and port
			https://user@idp.example.com/       | must not hold a user or password
			https://u:p@idp.example.com/        | must not hold a user or password
			https://@idp.example.com/           | must not hold a user or password
			https://idp.example.com#@10.0.0.1/  | must not have a fragment
			https://idp.example.com/é           | must be ASCII only
			https://idp.example.com\\@127.0.0.1 | is not a URL
			https://idp.example.com/a b         | is not a URL
			https://[::1/                       | is not a URL
			""")
	void refusesOthers(String url, String reason) {
		assertThatIllegalArgumentException().isThrownBy(() -> MetadataUrl.parse(url))
			.withMessageStartingWith("metadata URL " + reason);
	}

	@Test
	void repeatsNothingOfAUrl() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> MetadataUrl.parse("https://u:pa55@idp.example.com/?t0ken"))
			.withMessage("metadata URL must not hold a user or password");
		assertThatIllegalArgumentException().isThrownBy(() -> MetadataUrl.parse("https://idp.example.com/?t0ken=a b"))
			.withMessageNotContaining("t0ken");
	}

	@ParameterizedTest
	@CsvSource({ "idp.example.com,idp.example.com", "IDP.Example.COM.,idp.example.com", "localhost,localhost",
			"idp,idp" })
	void normalizesNames(String name, String normalized) {
		MetadataUrl.checkName(name);
		assertThat(MetadataUrl.normalize(name)).isEqualTo(normalized);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "10.0.0.1", "::1", "[::1]", "*.example.com", "https://idp.example.com",
			"idp.example.com:443", "idp..example.com", ".example.com", "idp.example.com/x", "2130706433",
			"0x7f000001" })
	void refusesWhatIsNoName(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> MetadataUrl.checkName(name))
			.withMessage("'" + name + "' is not the name of a host, such as idp.example.com");
	}

}
