// SPDX-License-Identifier: Apache-2.0

package io.github.ssoconnections.clerk;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.github.ssoconnections.Secret;
import io.github.ssoconnections.UnknownFields;
import org.jspecify.annotations.Nullable;

/**
 * Where a person signs in to make a test run. Clerk gives no id of the run: it is the
 * newest one in {@link EnterpriseConnectionService#listTestRuns}.
 *
 * @param url the address, short-lived; whoever has it can make the run
 * @param unknownFields fields that this version does not model
 */
public record TestRunLink(@Nullable Secret url,
		@JsonAnySetter @JsonAnyGetter Map<String, @Nullable Object> unknownFields) {

	public TestRunLink {
		unknownFields = UnknownFields.of(unknownFields);
	}

}
