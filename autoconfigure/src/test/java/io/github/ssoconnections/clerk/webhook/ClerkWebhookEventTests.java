// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link ClerkWebhook}.
 */
class ClerkWebhookEventTests {

	private static ClerkWebhook of(String body) {
		return ClerkWebhook.of("msg_1", Instant.EPOCH, body.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void namesOrganizationAndDomain() {
		ClerkWebhook webhook = of("""
				{"object":"event","type":"organizationDomain.updated","instance_id":"ins_1","timestamp":1716883200,
				"data":{"object":"organization_domain","id":"orgdmn_1","organization_id":"org_1","name":"acme.com"},
				"event_attributes":{"http_request":{"client_ip":"203.0.113.7"}}}""");
		assertThat(webhook.type()).isEqualTo("organizationDomain.updated");
		assertThat(webhook.isOrganizationDomain()).isTrue();
		assertThat(webhook.organizationId()).isEqualTo("org_1");
		assertThat(webhook.domainId()).isEqualTo("orgdmn_1");
		assertThat(webhook)
			.hasToString("ClerkWebhook[id=msg_1, sentAt=1970-01-01T00:00:00Z, type=organizationDomain.updated]");
	}

	@Test
	void hasNoOrganizationOfDeletedDomain() {
		ClerkWebhook webhook = of("{\"type\":\"organizationDomain.deleted\",\"data\":{\"id\":\"orgdmn_1\","
				+ "\"object\":\"organization_domain\",\"deleted\":true}}");
		assertThat(webhook.isOrganizationDomain()).isTrue();
		assertThat(webhook.organizationId()).isNull();
		assertThat(webhook.domainId()).isEqualTo("orgdmn_1");
	}

	@Test
	void hasNoDomainOfOtherTypes() {
		ClerkWebhook webhook = of("{\"type\":\"organizationMembership.created\","
				+ "\"data\":{\"id\":\"orgmem_1\",\"organization_id\":\"org_1\"}}");
		assertThat(webhook.type()).isEqualTo("organizationMembership.created");
		assertThat(webhook.isOrganizationDomain()).isFalse();
		assertThat(webhook.organizationId()).isNull();
		assertThat(webhook.domainId()).isNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "null", "[]", "\"organizationDomain.created\"", "{\"type\":1}", "{\"type\":null}",
			"{\"type\":", "{\"type\":\"a\"} {", "\u0000" })
	void isReadWhateverTheBody(String body) {
		ClerkWebhook webhook = of(body);
		assertThat(webhook.isOrganizationDomain()).isFalse();
		assertThat(webhook.organizationId()).isNull();
		assertThat(webhook.body()).hasBinaryContent(body.getBytes(StandardCharsets.UTF_8));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ",\"data\":null", ",\"data\":7", ",\"data\":[{\"id\":\"x\"}]",
			",\"data\":{\"id\":7,\"organization_id\":{\"id\":\"org_1\"}}" })
	void isReadWhateverTheData(String data) {
		ClerkWebhook webhook = of("{\"type\":\"organizationDomain.created\"" + data + "}");
		assertThat(webhook.isOrganizationDomain()).isTrue();
		assertThat(webhook.organizationId()).isNull();
		assertThat(webhook.domainId()).isNull();
	}

	@Test
	void isReadIfNestedDeeply() {
		assertThat(of("{\"type\":\"a\",\"data\":" + "[".repeat(100_000)).type()).isNull();
	}

	@Test
	void showsNoPayloadAndNoControlCharacters() {
		ClerkWebhook webhook = of(
				"{\"type\":\"user.created\\n\\u202e" + "x".repeat(200) + "\",\"data\":{\"a\":\"CANARY\"}}");
		assertThat(webhook.toString()).doesNotContain("CANARY", "\n", "\u202e").hasSizeLessThan(250);
	}

	@Test
	void keepsTheBody() throws IOException {
		byte[] body = "{\"type\":\"a\"}".getBytes(StandardCharsets.UTF_8);
		ClerkWebhook webhook = ClerkWebhook.of("msg_1", Instant.EPOCH, body);
		body[0] = 0;
		assertThat(webhook.body().readAllBytes()).isEqualTo("{\"type\":\"a\"}".getBytes(StandardCharsets.UTF_8));
		assertThat(webhook.body()).hasContent("{\"type\":\"a\"}");
	}

}
