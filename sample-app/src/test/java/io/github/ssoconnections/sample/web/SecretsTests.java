// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.sample.web;

import java.util.Map;

import io.github.ssoconnections.Secret;
import io.github.ssoconnections.sample.AbstractConsoleTests;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class SecretsTests extends AbstractConsoleTests {

	private static final String CLIENT_SECRET = "made-up-client-secret";

	private static final String HOOLI = """
			{"name": "Hooli", "provider": "oidc_custom", "domains": ["hooli.example"], "active": true,
			 "oidc": {"client_id": "hooli", "client_secret": "%s",
			          "discovery_url": "https://login.hooli.example/.well-known/openid-configuration"}}
			""".formatted(CLIENT_SECRET);

	@Test
	void sendsClientSecretToTheVendorAndToNobodyElse(CapturedOutput output) {
		String response = respond(HOOLI);
		assertThat(lastRequest().body()).contains(CLIENT_SECRET);
		assertThat(lastRequest().header("Authorization")).isEqualTo("Bearer " + API_KEY);
		assertThat(response).contains("enterprise_connection").doesNotContain(CLIENT_SECRET).doesNotContain(API_KEY);
		assertThat(output).doesNotContain(CLIENT_SECRET).doesNotContain(API_KEY);
	}

	@Test
	void masksSecretsThatTheVendorSendsBack(CapturedOutput output) {
		vendor.faults().respond(422, "application/json", """
				{"errors":[{"code":"form_param_value_invalid","message":"%s is wrong","long_message":"%s is wrong",
				            "meta":{"param_name":"oidc.client_secret","value":"%s","key":"%s"}}]}
				""".formatted(CLIENT_SECRET, CLIENT_SECRET, CLIENT_SECRET, API_KEY));
		String response = respond(HOOLI);
		assertThat(response).contains("****** is wrong").doesNotContain(CLIENT_SECRET).doesNotContain(API_KEY);
		assertThat(output).doesNotContain(CLIENT_SECRET).doesNotContain(API_KEY);
	}

	@Test
	void saysNothingOfBodyThatCannotBeRead(CapturedOutput output) {
		String response = respond("{\"oidc\":{\"client_secret\":\"" + CLIENT_SECRET + "\"}");
		assertThat(response).contains("must be a JSON object").doesNotContain(CLIENT_SECRET);
		assertThat(output).doesNotContain(CLIENT_SECRET);
	}

	@Test
	void readsClientSecretsAsSecretsWhereverTheyAre() {
		Map<String, Object> fields = WireRequest
			.read("{\"a\":[{\"client_secret\":\"x\"}],\"client_secret\":null,\"b\":{\"client_secret\":1}}".getBytes());
		assertThat(fields).hasToString("{a=[{client_secret=******}], client_secret=null, b={client_secret=1}}");
		assertThat(fields).extracting("a")
			.asInstanceOf(InstanceOfAssertFactories.LIST)
			.containsExactly(Map.of("client_secret", Secret.of("x")));
	}

	private String respond(String body) {
		return post(ENTERPRISE_CONNECTIONS, body).expectBody(String.class).returnResult().getResponseBody();
	}

}
