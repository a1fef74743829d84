// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.client;

import java.util.function.Consumer;

import io.github.ssoconnections.account.Account;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.observation.Observation;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The context keeps its keys in its own way, and is to be no different from any other.
 */
class ApiObservationContextTests {

	private static final KeyValue RED = KeyValue.of("color", "red");

	private static final KeyValue BLUE = KeyValue.of("color", "blue");

	private static final KeyValue LARGE = KeyValue.of("size", "large");

	private static final KeyValue ROUND = KeyValue.of("shape", "round");

	@Test
	void hasNoKeysAtFirst() {
		isLikeAnyOther((context) -> {
		});
	}

	@Test
	void takesKeysOneByOne() {
		isLikeAnyOther((context) -> context.addLowCardinalityKeyValue(LARGE).addLowCardinalityKeyValue(RED));
	}

	@Test
	void takesKeysTogether() {
		isLikeAnyOther((context) -> context.addLowCardinalityKeyValues(KeyValues.of(LARGE, RED)));
	}

	@Test
	void takesTheLastValueOfAKey() {
		isLikeAnyOther((context) -> context.addLowCardinalityKeyValues(KeyValues.of(LARGE, RED))
			.addLowCardinalityKeyValue(BLUE)
			.addLowCardinalityKeyValues(KeyValues.of(ROUND, LARGE)));
	}

	@Test
	void givesKeysUp() {
		isLikeAnyOther((context) -> context.addLowCardinalityKeyValues(KeyValues.of(LARGE, RED, ROUND))
			.removeLowCardinalityKeyValue("color")
			.removeLowCardinalityKeyValue("unknown"));
		isLikeAnyOther((context) -> context.addLowCardinalityKeyValues(KeyValues.of(LARGE, RED, ROUND))
			.removeLowCardinalityKeyValues("size", "shape"));
	}

	@Test
	void keepsKeysOfHighCardinalityApart() {
		isLikeAnyOther(
				(context) -> context.addLowCardinalityKeyValue(LARGE).addHighCardinalityKeyValues(KeyValues.of(RED)));
	}

	@Test
	void endsOnce() {
		ApiObservationContext context = new ApiObservationContext(Account.ofDefault("clerk"), "saml_connections.get");
		assertThat(context.isInProgress()).isTrue();
		assertThat(context.getOutcome()).isEqualTo("none");
		assertThat(context.end("failure")).isTrue();
		assertThat(context.end("success")).isFalse();
		assertThat(context.isInProgress()).isFalse();
		assertThat(context.getOutcome()).isEqualTo("failure");
	}

	private static void isLikeAnyOther(Consumer<Observation.Context> use) {
		Observation.Context ours = new ApiObservationContext(Account.ofDefault("clerk"), "saml_connections.get");
		Observation.Context any = new Observation.Context();
		use.accept(ours);
		use.accept(any);
		assertThat(ours.getLowCardinalityKeyValues()).isEqualTo(any.getLowCardinalityKeyValues());
		assertThat(ours.getAllKeyValues()).isEqualTo(any.getAllKeyValues());
		for (String key : new String[] { "color", "size", "shape", "unknown" }) {
			assertThat(ours.getLowCardinalityKeyValue(key)).isEqualTo(any.getLowCardinalityKeyValue(key));
		}
	}

}
