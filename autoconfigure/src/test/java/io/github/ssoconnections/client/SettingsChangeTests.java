// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests of {@link SettingsChange} and of the getters of {@link ApiBody}.
 */
class SettingsChangeTests {

	private static final ObjectNode CURRENT = json(
			"""
					{"name":"Acme","active":false,"domains":["acme.com"],"saml":{"entity":"a","mapping":{"mail":"m","id":"i"}}}""");

	@Test
	void creationResultsInTheRequest() {
		SettingsChange change = SettingsChange.create(new Body().set("name", "Acme").set("secret", "s3cret"));
		assertThat(change.isCreation()).isTrue();
		assertThat(change.isComplete()).isTrue();
		assertThat(change.current().isEmpty()).isTrue();
		assertThat(change.result()).isEqualTo(change.sent());
		assertThat(change.result().path("name").asString()).isEqualTo("Acme");
	}

	@Test
	void updateKeepsAbsentFieldsAlsoWithinObjects() {
		SettingsChange change = SettingsChange.update(new Body().set("active", true)
			.set("name", null)
			.set("saml", Map.of("mapping", Map.of("mail", "e-mail"))), CURRENT, Set.of());
		assertThat(change.result()).isEqualTo(json("""
				{"name":null,"active":true,"domains":["acme.com"],
				"saml":{"entity":"a","mapping":{"mail":"e-mail","id":"i"}}}"""));
		assertThat(change.current()).as("Not modified").isEqualTo(CURRENT);
		assertThat(change.isCreation()).isFalse();
		assertThat(change.isComplete()).isTrue();
	}

	@Test
	void emptyValueCanBeIgnored() {
		Body patch = new Body().set("domains", List.of());
		assertThat(SettingsChange.update(patch, CURRENT, Set.of("domains")).result()).isEqualTo(CURRENT);
		assertThat(SettingsChange.update(patch, CURRENT, Set.of()).result().path("domains").isEmpty()).isTrue();
	}

	@Test
	void updateOfUnknownConnectionIsNotComplete() {
		SettingsChange change = SettingsChange.update(new Body().set("name", "Acme"), null, Set.of());
		assertThat(change.isComplete()).isFalse();
		assertThat(change.result()).isEqualTo(json("{\"name\":\"Acme\"}"));
	}

	@Test
	void bodiesReturnWhatIsSet() {
		Body body = new Body().set("name", "Acme").set("active", null);
		assertThat(body.isSet("name")).isTrue();
		assertThat(body.get("name")).isEqualTo("Acme");
		assertThat(body.isSet("active")).isTrue();
		assertThat(body.get("active")).isNull();
		assertThat(body.isSet("domains")).isFalse();
		assertThat(body.get("domains")).isNull();
	}

	private static ObjectNode json(String text) {
		return (ObjectNode) WireJson.mapper().readTree(text);
	}

	private static final class Body extends ApiBody<Body> {

	}

}
