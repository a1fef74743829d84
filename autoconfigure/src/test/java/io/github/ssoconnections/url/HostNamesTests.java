// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.url;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class HostNamesTests {

	/** Among them the samples of RFC 3492 that browsers map to themselves. */
	@ParameterizedTest
	@CsvSource({ "ليهمابتكلموشعربي؟,xn--egbpdaj6bu4bxfgehfvwxn", "他们为什么不说中文,xn--ihqwcrb4cv8a8dqg056pqjye",
			"почемужеонинеговорятпорусски,xn--b1abfaaepdrnnbgefbadotcwatmq2g4l",
			"3年b組金八先生,xn--3b-ww4c5e180e575a65lsy2b",
			"安室奈美恵-with-super-monkeys,xn---with-super-monkeys-pc58ag80a8qai00g7n9n", "bücher,xn--bcher-kva",
			"faß,xn--fa-hia", "acme-1.example,acme-1.example", "ÉCOLE.example,xn--cole-9oa.example" })
	void encodesLabels(String name, String ascii) {
		assertThat(HostNames.toAscii(name)).isEqualTo(ascii);
	}

}
